// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/sim/Console.h"

#include "data/net/Authority.h"

#include <algorithm>
namespace sz::sim {
namespace {

class TodaysConsole final : public Console
{
public:
    explicit TodaysConsole(ConsoleSpec spec)
        : m_log(std::move(spec.log)),
          m_core(std::move(spec.options), listener(), std::move(spec.transport))
    {
    }

    Result<void> open() override { return m_core.open(); }
    void startLink() override { m_core.startLink(); }

    Result<Saved> act(Operator& person, Instant now, const std::string& mark) override
    {
        const Intent intent = person.next(m_board, now, mark);
        return m_core.perform(intent.incident, intent.act)
            .transform([&](const desk::Receipt& receipt) {
                return Saved{receipt.counter, receipt.entry, mark};
            });
    }

    void tick() override { m_core.tick(); }
    void linkUp() override { m_core.linkUp(); }
    void linkMessage(const Bytes& message) override { m_core.linkMessage(message); }
    void linkDown(const Error& why) override { m_core.linkDown(why); }
    bool isBroken() const override { return m_core.storeFault().has_value(); }
    bool isLive() const override { return m_link.state == desk::LinkState::Live; }
    bool isRecalling() const override { return m_core.isRecalling(); }
    bool showsFault() const override { return m_link.storeFault.has_value() && m_hasToldFault; }
    const store::DeskLog& log() const override { return *m_core.log(); }
    const Board* board() const override { return &m_board; }

private:
    desk::DeskCore::Listener listener()
    {
        return {
            [this](const desk::ChangeSet& changes) { take(changes); },
            [this](desk::LinkStatus status) { m_link = std::move(status); },
            [](const std::vector<desk::OutboxLine>&) {},
            [this](const desk::Notice& notice) {
                m_hasToldFault = m_hasToldFault || notice.kind == desk::Notice::Kind::StoreFailed;
            },
            [this](desk::DeskCore::Weight, const std::string& line) { m_log(line); },
        };
    }

    void take(const desk::ChangeSet& changes)
    {
        if (changes.isReset) {
            m_board.clear();
        }
        for (const model::IncidentPtr& incident : changes.changed) {
            m_board[incident->id] = incident;
        }
        for (const IncidentId& id : changes.removed) {
            m_board.erase(id);
        }
    }

    Board m_board;
    desk::LinkStatus m_link;
    bool m_hasToldFault = false;
    std::function<void(const std::string&)> m_log;
    desk::DeskCore m_core;
};

class NewerConsole final : public Console
{
public:
    explicit NewerConsole(ConsoleSpec spec) : m_spec(std::move(spec)), m_ids(m_spec.options.random)
    {
    }

    Result<void> open() override
    {
        const desk::Profile& p = m_spec.options.profile;
        auto log = store::DeskLog::open(p.logFile(), p.operation, p.desk, p.unit);
        if (!log) {
            return std::unexpected(log.error());
        }
        m_log.emplace(std::move(*log));
        m_key.emplace(std::move(net::keyFromPem(p.credentials.key).value()));
        return m_log->eachFeed(0, [this](const log::FeedItem& item) {
            witness(item);
            return true;
        });
    }

    void startLink() override
    {
        const desk::Profile& p = m_spec.options.profile;
        m_sync.emplace(
            *m_log, sync::DeskSync::Identity{p.operation, p.desk, p.unit, &*m_key, false, {}},
            sync::DeskSync::Callbacks{
                m_spec.transport.open,
                m_spec.transport.close,
                [this](const sync::Frame& f) { m_spec.transport.send(sync::encodeFrame(f)); },
                [this](const std::vector<log::FeedItem>& items, std::uint64_t) {
                    std::ranges::for_each(
                        items, [this](const log::FeedItem& item) { witness(item); });
                },
                [](const sync::Verdict&) {},
                [] {},
                [this](const Error&) { m_isBroken = true; },
            },
            m_ids.next(now()).bytes[15]);
        m_sync->start(now());
    }

    Result<Saved> act(Operator&, Instant at, const std::string& mark) override
    {
        if (m_isBroken) {
            return fail(Code::StoreWrite, "broken");
        }
        if (m_known.empty()) {
            return fail(Code::NoSuchIncident, "nothing known yet");
        }
        const Bytes raw = strangeEntry(at, mark);
        const std::string id = log::decodeEntry(raw).value().id.text();
        auto own = m_log->appendOwn(raw);
        if (!own) {
            m_isBroken = own.error().code != Code::NoSpace;
            return std::unexpected(own.error());
        }
        if (m_sync) {
            m_sync->ownEntryWritten(at);
        }
        return Saved{own->counter, id, mark};
    }

    void tick() override { m_sync->tick(now()); }
    void linkUp() override { m_sync->linkUp(now()); }
    void linkMessage(const Bytes& message) override
    {
        if (const auto frame = sync::decodeFrame(message)) {
            m_sync->frame(*frame, now());
        }
    }
    void linkDown(const Error& why) override { m_sync->linkDown(why, now()); }
    bool isBroken() const override { return m_isBroken; }
    bool isLive() const override
    {
        return m_sync && m_sync->status().state == sync::DeskState::Live;
    }
    bool isRecalling() const override { return false; } // it gives nothing up
    bool showsFault() const override { return m_isBroken; }
    const store::DeskLog& log() const override { return *m_log; }
    const Board* board() const override { return nullptr; }

private:
    Instant now() const { return m_spec.options.clock->now(); }

    void witness(const log::FeedItem& item)
    {
        const auto entry = log::decodeEntry(item.raw);
        if (entry && entry->subject.kind == log::SubjectKind::Incident
            && std::ranges::find(m_known, entry->subject.id) == m_known.end()) {
            m_known.push_back(entry->subject.id);
        }
    }

    // A kind of act nobody knows, a known kind of a later version, or a known one with a field more.
    Bytes strangeEntry(Instant at, const std::string& mark)
    {
        const desk::Profile& p = m_spec.options.profile;
        log::Entry entry;
        entry.id = m_ids.next(at);
        entry.desk = p.desk;
        entry.unit = p.unit;
        entry.time = {at, 0};
        const std::size_t turn = m_turn++;
        entry.type = turn % 3 == 0 ? 900 : model::actType(model::AddNote{});
        entry.typeVersion = turn % 3 == 1 ? 7 : 1;
        entry.subject = {log::SubjectKind::Incident, m_known[turn * 7 % m_known.size()]};
        entry.body = model::encodeAct(model::AddNote{mark});
        auto body = *log::decode(entry.body).value().as<log::Fields>();
        body[77] = Bytes{1, 2, 3};
        entry.body = log::encode(body);
        auto whole = *log::decode(log::encodeEntry(entry)).value().as<log::Fields>();
        whole[99] = log::Array{mark, std::int64_t{-5}};
        return log::encode(whole);
    }

    ConsoleSpec m_spec;
    UlidMaker m_ids;
    std::optional<store::DeskLog> m_log;
    std::optional<SigningKey> m_key;
    std::optional<sync::DeskSync> m_sync;
    std::vector<std::string> m_known; ///< incidents seen
    std::size_t m_turn = 0;
    bool m_isBroken = false;
};

} // namespace

std::unique_ptr<Console> makeConsole(ConsoleSpec spec)
{
    return std::make_unique<TodaysConsole>(std::move(spec));
}

std::unique_ptr<Console> makeNewerConsole(ConsoleSpec spec)
{
    return std::make_unique<NewerConsole>(std::move(spec));
}

} // namespace sz::sim
