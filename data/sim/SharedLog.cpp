// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/sim/SharedLog.h"

#include <algorithm>

namespace sz::sim {
namespace {

std::unexpected<Error> lost()
{
    return fail(Code::StoreOpen, "the link to the store is gone");
}

// What makes a database end; the rest is told to whoever asked.
bool isServers(Code code)
{
    return code == Code::Io || code == Code::SyncFailed || code == Code::StoreCorrupt;
}

} // namespace

SharedLog::SharedLog(StoreServer& server, int headquarters)
    : m_server(server), m_headquarters(headquarters), m_seen(server.mark())
{
}

template <class Work>
auto SharedLog::ask(Work work) const -> decltype(work(std::declval<store::HqLog&>()))
{
    if (!m_server.isReachable(m_headquarters)
        || (m_locked && m_generation != m_server.m_generation)) {
        return lost();
    }
    auto answer = work(*m_server.m_log);
    const bool isFault = !answer && isServers(answer.error().code);
    if (isFault || m_server.m_disk.isDead()) {
        m_server.m_fault = isFault ? std::optional(answer.error()) : std::nullopt;
        m_server.look();
        return lost();
    }
    return answer;
}

// Outside of a transaction a change is one of its own.
template <class Work>
Result<void> SharedLog::change(Work work)
{
    if (m_locked) {
        return ask(work);
    }
    auto done = begin().and_then([&] { return ask(work); }).and_then([&] { return commit(); });
    if (!done) {
        rollback();
    }
    return done;
}

Result<void> SharedLog::begin()
{
    rollback();
    return ask([](store::HqLog& log) { return log.begin(); }).transform([&] {
        m_locked = m_server.mark();
        m_generation = m_server.m_generation;
    });
}

Result<void> SharedLog::commit()
{
    if (!m_locked) {
        return fail(Code::StoreWrite, "no transaction is open");
    }
    const bool breaks = m_server.m_random.chance(m_server.m_linkFaults);
    const bool isAfter = m_server.m_random.chance(50);
    if (breaks && !isAfter) {
        rollback();
        return lost();
    }
    auto done = ask([](store::HqLog& log) { return log.commit(); });
    if (!done) {
        rollback();
        return done;
    }
    const bool isAllSeen = m_seen.revision == m_locked->revision;
    m_server.committed(
        m_headquarters, std::exchange(m_desks, {}), std::exchange(m_feeds, {}),
        std::exchange(m_days, {}), std::exchange(m_arePeopleNew, false));
    m_locked.reset();
    if (breaks) {
        return lost(); // it is there, and we do not know
    }
    if (isAllSeen) {
        m_seen = m_server.mark();
    }
    return done;
}

void SharedLog::rollback()
{
    if (m_locked && m_server.m_log != nullptr && m_generation == m_server.m_generation) {
        m_server.m_log->rollback();
    }
    m_locked.reset();
    m_desks.clear();
    m_feeds.clear();
    m_days.clear();
    m_arePeopleNew = false;
}

Result<store::HqNews> SharedLog::news()
{
    if (!m_server.isReachable(m_headquarters)) {
        return lost();
    }
    const StoreServer::Mark now = m_locked ? *m_locked : m_server.mark();
    if (now.revision == m_seen.revision || m_server.m_deaf == m_headquarters) {
        m_seen = now;
        return store::HqNews{};
    }
    auto fresh = newsUpTo(now);
    if (fresh) {
        m_seen = now;
    }
    return fresh;
}

Result<store::HqNews> SharedLog::newsUpTo(const StoreServer::Mark& now) const
{
    return ask([&](store::HqLog& log) -> Result<store::HqNews> {
        const auto isNew = [&](const auto& changes, const auto& key) {
            const auto it = changes.find(key);
            return it != changes.end() && it->second > m_seen.revision;
        };
        auto entries = log.after(m_seen.number, now.number - std::min(now.number, m_seen.number));
        const auto desks = log.desks().all();
        const auto heads = log.feeds().heads();
        const auto days = log.daySerials();
        if (!entries || !desks || !heads || !days) {
            return fail(Code::StoreOpen, "news cannot be read");
        }
        store::HqNews fresh;
        fresh.head = now.number;
        fresh.arePeopleNew = m_server.m_people > m_seen.revision && !m_server.m_hidesPeople;
        fresh.entries = std::move(*entries);
        std::ranges::copy_if(*desks, std::back_inserter(fresh.desks), [&](const auto& desk) {
            return isNew(m_server.m_desks, desk.id);
        });
        for (store::DeskRecord& desk : fresh.desks) {
            desk.revokedAt = m_server.m_hidesRevocations ? std::nullopt : desk.revokedAt;
        }
        for (const auto& [unit, head] : *heads) {
            if (isNew(m_server.m_feeds, unit)) {
                fresh.feeds.emplace(unit, head);
            }
        }
        for (const auto& [day, last] : *days) {
            if (isNew(m_server.m_days, day)) {
                fresh.serials.emplace(day, last);
            }
        }
        return fresh;
    });
}

Result<void> SharedLog::append(const store::NumberedEntry& entry)
{
    return change([&](store::HqLog& log) { return log.append(entry); });
}

Result<void> SharedLog::refuse(const store::RefusedEntry& entry)
{
    return change([&](store::HqLog& log) { return log.refuse(entry); });
}

Result<void> SharedLog::keepSignature(const log::Batch& batch)
{
    return change([&](store::HqLog& log) { return log.keepSignature(batch); });
}

Result<std::uint64_t> SharedLog::head() const
{
    return ask([](store::HqLog& log) { return log.head(); });
}

Result<bool> SharedLog::isWhole() const
{
    return ask([](store::HqLog& log) { return log.isWhole(); });
}

Result<void> SharedLog::expect(const std::vector<std::string>& ids)
{
    return ask([&](store::HqLog& log) { return log.expect(ids); });
}

Result<bool> SharedLog::hasEntry(const std::string& id) const
{
    return ask([&](store::HqLog& log) { return log.hasEntry(id); });
}

Result<store::Decided> SharedLog::decided(const DeskId& desk, std::uint64_t counter) const
{
    return ask([&](store::HqLog& log) { return log.decided(desk, counter); });
}

Result<void> SharedLog::forEach(const std::function<void(const store::NumberedEntry&)>& visit) const
{
    return ask([&](store::HqLog& log) { return log.forEach(visit); });
}

Result<std::vector<store::NumberedEntry>>
SharedLog::after(std::uint64_t number, std::size_t limit) const
{
    return ask([&](store::HqLog& log) { return log.after(number, limit); });
}

Result<std::vector<store::NumberedEntry>>
SharedLog::entriesOf(const log::Subject& subject, std::uint64_t upTo) const
{
    return ask([&](store::HqLog& log) { return log.entriesOf(subject, upTo); });
}

Result<std::map<std::int64_t, std::uint32_t>> SharedLog::daySerials() const
{
    return ask([](store::HqLog& log) { return log.daySerials(); });
}

Result<void> SharedLog::setDaySerial(std::int64_t day, std::uint32_t last)
{
    return change([&](store::HqLog& log) {
        m_days.insert(day);
        return log.setDaySerial(day, last);
    });
}

Result<std::optional<std::string>> SharedLog::meta(const std::string& key) const
{
    return ask([&](store::HqLog& log) { return log.meta(key); });
}

Result<void> SharedLog::setMeta(const std::string& key, const std::string& value)
{
    return ask([&](store::HqLog& log) { return log.setMeta(key, value); });
}

Result<void> SharedLog::backupTo(const std::filesystem::path&) const
{
    return fail(Code::BadArgument, "the database has tools of its own");
}

Result<std::vector<store::DeskRecord>> SharedLog::all() const
{
    return ask([](store::HqLog& log) { return log.desks().all(); });
}

Result<void> SharedLog::add(const store::DeskRecord& desk)
{
    return change([&](store::HqLog& log) {
        m_desks.insert(desk.id);
        return log.desks().add(desk);
    });
}

Result<void>
SharedLog::setChain(const DeskId& desk, std::uint64_t lastCounter, const Digest& author)
{
    return change([&](store::HqLog& log) {
        m_desks.insert(desk);
        return log.desks().setChain(desk, lastCounter, author);
    });
}

Result<void> SharedLog::setFingerprint(const DeskId& desk, const std::string& fingerprint)
{
    return change([&](store::HqLog& log) {
        m_desks.insert(desk);
        return log.desks().setFingerprint(desk, fingerprint);
    });
}

Result<void> SharedLog::revoke(const DeskId& desk, Instant at)
{
    return change([&](store::HqLog& log) {
        m_desks.insert(desk);
        return log.desks().revoke(desk, at);
    });
}

Result<void> SharedLog::addCode(const Digest& hash, const UnitCode& unit, Instant expiresAt)
{
    return change([&](store::HqLog& log) { return log.desks().addCode(hash, unit, expiresAt); });
}

Result<std::optional<store::EnrolCode>> SharedLog::code(const Digest& hash) const
{
    return ask([&](store::HqLog& log) { return log.desks().code(hash); });
}

Result<void> SharedLog::useCode(const Digest& hash, const DeskId& desk, Instant at)
{
    return change([&](store::HqLog& log) { return log.desks().useCode(hash, desk, at); });
}

Result<std::map<UnitCode, store::FeedHead>> SharedLog::heads() const
{
    return ask([](store::HqLog& log) { return log.feeds().heads(); });
}

Result<void>
SharedLog::place(const UnitCode& unit, std::uint64_t number, const store::FeedHead& head)
{
    return change([&](store::HqLog& log) {
        m_feeds.insert(unit);
        return log.feeds().place(unit, number, head);
    });
}

Result<store::FeedPart> SharedLog::after(
    const UnitCode& unit,
    std::uint64_t seq,
    std::size_t maxItems,
    std::size_t maxBytes) const
{
    return ask([&](store::HqLog& log) { return log.feeds().after(unit, seq, maxItems, maxBytes); });
}

Result<Digest> SharedLog::hashAt(const UnitCode& unit, std::uint64_t seq) const
{
    return ask([&](store::HqLog& log) { return log.feeds().hashAt(unit, seq); });
}

Result<std::vector<log::FeedItem>>
SharedLog::missing(const UnitCode& unit, const log::Subject& subject, std::uint64_t below) const
{
    return ask([&](store::HqLog& log) { return log.feeds().missing(unit, subject, below); });
}

class SharedContactKeys final : public store::ContactKeys
{
public:
    explicit SharedContactKeys(SharedLog& log) : m_log(log) {}

    [[nodiscard]] Result<void> put(const store::ContactKey& key) override
    {
        return m_log.ask([&](store::HqLog& log) { return log.contactKeys().put(key); });
    }
    [[nodiscard]] Result<std::optional<store::ContactKey>> find(const ContactId& contact) override
    {
        return m_log.ask([&](store::HqLog& log) { return log.contactKeys().find(contact); });
    }
    [[nodiscard]] Result<std::uint64_t> expire(Instant now) override
    {
        if (m_log.m_server.keepsKeys()) {
            return 0;
        }
        return m_log.ask([&](store::HqLog& log) { return log.contactKeys().expire(now); });
    }

private:
    SharedLog& m_log;
};

store::ContactKeys& SharedLog::contactKeys()
{
    if (m_contactKeys == nullptr) {
        m_contactKeys = std::make_unique<SharedContactKeys>(*this);
    }
    return *m_contactKeys;
}

class SharedPeople final : public store::HqPeople
{
public:
    explicit SharedPeople(SharedLog& log) : m_log(log) {}

    [[nodiscard]] Result<std::vector<store::PersonRecord>> all() const override
    {
        return m_log.ask([](store::HqLog& log) { return log.people().all(); });
    }
    [[nodiscard]] Result<void> put(const store::PersonRecord& person) override
    {
        return change([&](store::HqPeople& people) { return people.put(person); });
    }
    [[nodiscard]] Result<std::vector<store::GrantRecord>> grants(Instant since) const override
    {
        return m_log.ask([&](store::HqLog& log) { return log.people().grants(since); });
    }
    [[nodiscard]] Result<bool>
    hasSignedOn(const PersonCode& person, const DeskId& desk) const override
    {
        return m_log.ask([&](store::HqLog& log) { return log.people().hasSignedOn(person, desk); });
    }
    [[nodiscard]] Result<void> putGrant(const store::GrantRecord& grant) override
    {
        return change([&](store::HqPeople& people) { return people.putGrant(grant); });
    }
    [[nodiscard]] Result<std::vector<store::TriesRecord>> tries() const override
    {
        return m_log.ask([](store::HqLog& log) { return log.people().tries(); });
    }
    [[nodiscard]] Result<void> putTries(const store::TriesRecord& tries) override
    {
        return change([&](store::HqPeople& people) { return people.putTries(tries); });
    }

private:
    template <class Work>
    Result<void> change(Work work)
    {
        return m_log.change([&](store::HqLog& log) {
            m_log.m_arePeopleNew = true;
            return work(log.people());
        });
    }

    SharedLog& m_log;
};

store::HqPeople& SharedLog::people()
{
    if (m_people == nullptr) {
        m_people = std::make_unique<SharedPeople>(*this);
    }
    return *m_people;
}

} // namespace sz::sim
