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
        : m_log(std::move(spec.log)), m_told(*spec.told), m_isBlindToShift(spec.isBlindToShift),
          m_isBlindToPlan(spec.isBlindToPlan), m_hidesRejected(spec.hidesRejected),
          m_core(std::move(spec.options), listener(), std::move(spec.transport))
    {
    }

    Result<void> open() override { return m_core.open(); }
    void startLink() override { m_core.startLink(); }

    Result<std::optional<Saved>>
    act(Operator& person, Instant now, const std::string& mark) override
    {
        const auto done = std::visit(
            [&](const auto& deed) { return perform(deed); }, person.next(m_screen, now, mark));
        return done.transform([&](const std::optional<desk::Receipt>& receipt) {
            return receipt ? std::optional(Saved{receipt->counter, receipt->entry, mark})
                           : std::nullopt;
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
    const Screen* screen() const override { return &m_screen; }
    void openContact(
        const IncidentId& incident,
        const ContactId& contact,
        std::function<void(Result<std::string>)> done) override
    {
        m_core.openContact(incident, contact, std::move(done));
    }
    Result<Bytes> file(const Digest& hash, std::uint64_t size) const override
    {
        const auto keeper = m_core.fileKeeper();
        return keeper == nullptr ? fail(Code::NotFound, "no files")
                                 : keeper->read(hash, 0, static_cast<std::size_t>(size));
    }

private:
    using Done = Result<std::optional<desk::Receipt>>;

    static Done saved(Result<desk::Receipt> receipt)
    {
        return receipt.transform([](auto made) { return std::optional(std::move(made)); });
    }
    Done perform(const Intent& deed) { return saved(m_core.perform(deed.incident, deed.act)); }
    Done perform(const model::ModeAct& act) { return saved(m_core.setMode(act)); }
    Done perform(const model::ShiftAct& act)
    {
        auto done = saved(m_core.performShift(act));
        if (done) {
            ++m_told.shiftActs[model::shiftActType(act)];
        }
        return done;
    }
    Done perform(const model::DrawingAct& act)
    {
        auto done = saved(m_core.performDrawing(act));
        m_told.drawingActs += done ? 1U : 0U;
        return done;
    }
    Done perform(const model::PlanAct& act)
    {
        auto done = saved(m_core.performPlan(act));
        m_told.planActs += done ? 1U : 0U;
        return done;
    }
    Done perform(const SealContact& deed)
    {
        m_told.typedContacts.insert(deed.text);
        return saved(m_core.sealContact(deed.incident, deed.text).transform([&](auto receipt) {
            if (const auto id = sealedBy(receipt.counter)) {
                m_told.contacts[*id] = deed.text;
            }
            return receipt;
        }));
    }
    // The trace is saved, not always at once read: a program that ends meanwhile ends that, too.
    Done perform(const OpenContact& deed)
    {
        m_core.openContact(
            deed.incident, deed.contact,
            [this, id = deed.contact](const Result<std::string>& text) {
                const auto typed = m_told.contacts.find(id);
                m_told.misread +=
                    text && typed != m_told.contacts.end() && *text != typed->second ? 1U : 0U;
            });
        return std::nullopt;
    }
    Done perform(const AttachBytes& deed)
    {
        model::AttachFile act;
        act.name = deed.name;
        act.type = "image/png";
        act.size = deed.bytes.size();
        return m_core.canAttach(deed.incident, act)
            .and_then([&] { return m_core.fileKeeper()->add(BytesView(deed.bytes)); })
            .and_then([&](const desk::FileKeeper::Added& added) {
                act.hash = added.hash;
                m_told.files[added.hash] = deed.bytes;
                return saved(m_core.attach(deed.incident, act));
            });
    }
    Done perform(const SignOn& deed)
    {
        m_core.signOn(deed.person, deed.post, deed.secret, {});
        return std::nullopt;
    }
    Done perform(const SignOff&)
    {
        m_core.signOff();
        return std::nullopt;
    }

    std::optional<ContactId> sealedBy(std::uint64_t counter) const
    {
        const auto outbox = m_core.log()->outbox();
        for (const store::OwnEntry& own : outbox ? *outbox : std::vector<store::OwnEntry>{}) {
            const auto entry = log::decodeEntry(own.raw);
            const auto act = entry && own.counter == counter
                                 ? model::decodeAct(entry->type, entry->typeVersion, entry->body)
                                 : fail(Code::NotFound, "");
            if (const auto* sealed = act ? std::get_if<model::ContactSealed>(&*act) : nullptr) {
                return sealed->contact;
            }
        }
        return std::nullopt;
    }

    desk::DeskCore::Listener listener()
    {
        return {
            [this](const desk::ChangeSet& changes) { take(changes); },
            [this](desk::LinkStatus status) { m_link = std::move(status); },
            [this](std::vector<desk::OutboxLine> lines) {
                if (m_hidesRejected) {
                    std::erase_if(lines, [](const desk::OutboxLine& one) {
                        return one.state == desk::OutboxState::Rejected;
                    });
                }
                m_screen.outbox = std::move(lines);
            },
            [this](const desk::Notice& notice) {
                m_hasToldFault = m_hasToldFault || notice.kind == desk::Notice::Kind::StoreFailed;
            },
            [this](desk::DeskCore::Weight, const std::string& line) { m_log(line); },
            [this](desk::SeatStatus seat) {
                m_told.signOns += seat.grant && !m_screen.seat.grant ? 1U : 0U;
                m_screen.seat = std::move(seat);
            },
            [](const std::vector<desk::FileStatus>&) {},
            [this](desk::ModeStatus mode) { m_screen.mode = std::move(mode); },
            [this](std::shared_ptr<const model::ShiftState> shift) {
                if (!m_isBlindToShift || shift->presence.size() + shift->promises.size() < 3) {
                    m_screen.shift = std::move(shift);
                }
            },
            [this](std::shared_ptr<const model::DrawingState> drawings) {
                m_screen.drawings = std::move(drawings);
            },
            [this](std::shared_ptr<const model::PlanState> plan) {
                if (!m_isBlindToPlan || plan->approvals == 0) {
                    m_screen.plan = std::move(plan);
                }
            },
        };
    }

    void take(const desk::ChangeSet& changes)
    {
        if (changes.isReset) {
            m_screen.board.clear();
        }
        for (const model::IncidentPtr& incident : changes.changed) {
            m_screen.board[incident->id] = incident;
        }
        for (const IncidentId& id : changes.removed) {
            m_screen.board.erase(id);
        }
    }

    Screen m_screen;
    desk::LinkStatus m_link;
    bool m_hasToldFault = false;
    std::function<void(const std::string&)> m_log;
    Told& m_told;
    bool m_isBlindToShift;
    bool m_isBlindToPlan;
    bool m_hidesRejected;
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

    Result<std::optional<Saved>> act(Operator&, Instant at, const std::string& mark) override
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
    const Screen* screen() const override { return nullptr; }
    void openContact(
        const IncidentId&,
        const ContactId&,
        std::function<void(Result<std::string>)> done) override
    {
        done(fail(Code::NotFound, "no screen"));
    }
    Result<Bytes> file(const Digest&, std::uint64_t) const override
    {
        return fail(Code::NotFound, "it fetches none");
    }

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

    // A kind of act nobody knows, a known kind of a later version, or a known one with a field more: about an incident, about a
    // shift, about who sits where, a contact sealed and a file attached in some later way.
    Bytes strangeEntry(Instant at, const std::string& mark)
    {
        const desk::Profile& p = m_spec.options.profile;
        log::Entry entry;
        entry.id = m_ids.next(at);
        entry.desk = p.desk;
        entry.unit = p.unit;
        entry.time = {at, 0};
        const std::size_t turn = m_turn++;
        entry.typeVersion = turn % 3 == 1 ? 7 : 1;
        if (turn % 4 == 3) {
            model::SetPresence told;
            told.post = PostCode(p.unit.value + "-duty");
            told.text = mark;
            entry.type = turn % 3 == 0 ? 98 : model::shiftActType(told);
            entry.subject = model::shiftSubject();
            entry.body = model::encodeShiftAct(told);
        } else {
            static const std::vector kTypes{
                model::actType(model::AddNote{}), model::actType(model::ContactSealed{}),
                model::actType(model::AttachFile{})};
            entry.type = turn % 3 == 0 ? 900 : kTypes[turn / 3 % (turn % 3 == 1 ? 3 : 1)];
            entry.subject = {log::SubjectKind::Incident, m_known[turn * 7 % m_known.size()]};
            entry.body = model::encodeAct(model::AddNote{mark});
        }
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
