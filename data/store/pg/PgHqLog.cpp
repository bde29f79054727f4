// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/pg/PgHqLog.h"

#include "data/store/FolderLock.h"
#include "data/store/pg/PgBackup.h"
#include "data/store/pg/PgContactKeys.h"
#include "data/store/pg/PgEntries.h"
#include "data/store/pg/PgHqDesks.h"
#include "data/store/pg/PgHqFeeds.h"
#include "data/store/pg/PgHqPeople.h"
#include "data/store/pg/PgHqReader.h"
#include "data/store/pg/PgSchema.h"
#include "data/store/pg/PgSealBook.h"
#include "data/store/pg/PgWatch.h"

#include <algorithm>
#include <unordered_map>

namespace sz::store {
namespace {

constexpr auto kMark = "SELECT number, revision FROM hq_head";
constexpr auto kHead = "SELECT coalesce(max(number), 0)::bigint FROM entry";
constexpr auto kMissingNumbers = "SELECT (coalesce(max(number), 0) - count(*))::bigint FROM entry";
constexpr auto kHasEntry = "SELECT 1::bigint FROM entry WHERE id = $1";
constexpr auto kExpected = "SELECT id FROM entry WHERE id = ANY($1)";
constexpr auto kDecided = R"(
SELECT number, 0::bigint, ''::text, raw FROM entry WHERE desk = $1 AND counter = $2
UNION ALL SELECT 0::bigint, code, detail, raw FROM refused WHERE desk = $1 AND counter = $2)";
constexpr auto kAfter = R"(
SELECT number, id, desk, counter, author, received_ms, serial, subject_kind, subject_id, raw
FROM entry WHERE number > $1 ORDER BY number LIMIT $2)";
constexpr auto kOfSubject = R"(
SELECT number, id, desk, counter, author, received_ms, serial, subject_kind, subject_id, raw
FROM entry WHERE subject_kind = $1 AND subject_id = $2 AND number <= $3 ORDER BY number)";
constexpr auto kDaySerials = "SELECT day, last FROM day_serial";
constexpr auto kMeta = "SELECT value FROM meta WHERE key = $1";
constexpr auto kSetMeta = R"(
INSERT INTO meta (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value)";

constexpr auto kNewDesks = R"(
SELECT id, unit, public_key, fingerprint, name, enrolled_ms, revoked_ms, last_counter, author FROM desk
WHERE revision > $1 ORDER BY id)";
constexpr auto kNewHeads = "SELECT unit, seq, hash FROM feed_head WHERE revision > $1";
constexpr auto kNewSerials = "SELECT day, last FROM day_serial WHERE revision > $1";
constexpr auto kBeginSnapshot = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
constexpr auto kEndSnapshot = "COMMIT";
constexpr auto kAbandon = "ROLLBACK";

constexpr std::uint64_t kPage = 5000;

std::map<std::int64_t, std::uint32_t> readSerials(const PgRows& rows)
{
    std::map<std::int64_t, std::uint32_t> serials;
    for (int row = 0; row < rows.count(); ++row) {
        serials.emplace(rows.integer(row, 0), static_cast<std::uint32_t>(rows.integer(row, 1)));
    }
    return serials;
}

class PgHqLog final : public HqLog
{
public:
    PgHqLog(FolderLock lock, std::string url)
        : m_lock(std::move(lock)), m_url(url), m_session(std::move(url)), m_desks(m_session),
          m_feeds(m_session), m_people(m_session), m_contactKeys(m_session)
    {
    }

    /// What is committed later is news.
    [[nodiscard]] Result<void> start()
    {
        return mark().transform([&](const PgMark& now) { m_seen = now; });
    }

    [[nodiscard]] Result<void> begin() override;
    [[nodiscard]] Result<void> commit() override;
    void rollback() override;

    // The server keeps its own faults from us; whatever became of a commit, news() reads it.
    [[nodiscard]] bool isPassing(Code code) const override { return code != Code::StoreCorrupt; }

    [[nodiscard]] Result<void> append(const NumberedEntry& entry) override;
    [[nodiscard]] Result<void> refuse(const RefusedEntry& entry) override;
    [[nodiscard]] Result<void> keepSignature(const log::Batch& batch) override;
    [[nodiscard]] Result<std::uint64_t> head() const override;
    [[nodiscard]] Result<bool> isWhole() const override;
    [[nodiscard]] Result<void> expect(const std::vector<std::string>& ids) override;
    [[nodiscard]] Result<bool> hasEntry(const std::string& id) const override;
    [[nodiscard]] Result<Decided> decided(const DeskId& desk, std::uint64_t counter) const override;
    [[nodiscard]] Result<void>
    forEach(const std::function<void(const NumberedEntry&)>& visit) const override;
    [[nodiscard]] Result<std::vector<NumberedEntry>>
    after(std::uint64_t number, std::size_t limit) const override;
    [[nodiscard]] Result<std::vector<NumberedEntry>>
    entriesOf(const log::Subject& subject, std::uint64_t upTo) const override;
    [[nodiscard]] Result<HqNews> news() override;
    [[nodiscard]] std::unique_ptr<HqWatch> watch(std::function<void()> changed) const override;
    [[nodiscard]] Result<std::map<std::int64_t, std::uint32_t>> daySerials() const override;
    [[nodiscard]] Result<void> setDaySerial(std::int64_t day, std::uint32_t last) override;
    [[nodiscard]] Result<std::optional<std::string>> meta(const std::string& key) const override;
    [[nodiscard]] Result<void> setMeta(const std::string& key, const std::string& value) override;
    [[nodiscard]] Result<void> backupTo(const std::filesystem::path& file) const override;

    [[nodiscard]] HqReaders readers() const override
    {
        return [url = m_url] { return openPgHqReader(url); };
    }

    [[nodiscard]] std::unique_ptr<SealBook> sealBook() const override
    {
        return std::make_unique<PgSealBook>(m_url);
    }

    [[nodiscard]] HqDesks& desks() override { return m_desks; }

    [[nodiscard]] HqFeeds& feeds() override { return m_feeds; }

    [[nodiscard]] HqPeople& people() override { return m_people; }

    [[nodiscard]] ContactKeys& contactKeys() override { return m_contactKeys; }

private:
    [[nodiscard]] Result<PgMark> mark() const;
    [[nodiscard]] Result<HqNews> newsUpTo(const PgMark& now) const;
    [[nodiscard]] Result<HqNews> newsOfSnapshot();
    [[nodiscard]] Result<void> eachAfter(
        std::uint64_t number,
        std::uint64_t upTo,
        const std::function<void(const NumberedEntry&)>& visit) const;

    FolderLock m_lock; // first in, last out
    std::string m_url;
    mutable PgSession m_session; // asking uses the link
    PgHqDesks m_desks;
    PgHqFeeds m_feeds;
    PgHqPeople m_people;
    PgContactKeys m_contactKeys;
    PgMark m_seen; ///< what this process has taken in, its own commits included
    std::optional<PgMark> m_locked;
    std::unordered_map<std::string, bool> m_expected; ///< is an entry of this id there?
};

Result<void> PgHqLog::begin()
{
    m_expected.clear();
    return m_session.begin().transform([&](const PgMark& at) { m_locked = at; });
}

Result<void> PgHqLog::commit()
{
    m_expected.clear();
    const std::uint64_t last = m_session.lastNumber;
    auto done = m_session.commit();
    // Only when everything before it had been taken in; else news() finds our own rows again.
    if (done && m_locked && m_seen.revision == m_locked->revision) {
        m_seen = {std::max(m_seen.number, last), m_locked->revision + 1};
    }
    m_locked.reset();
    return done;
}

void PgHqLog::rollback()
{
    m_expected.clear();
    m_locked.reset();
    m_session.rollback();
}

Result<void> PgHqLog::append(const NumberedEntry& entry)
{
    return m_session.change([&]() -> Result<void> {
        m_session.entries.add(
            entry.number, entry.id, entry.desk.value, entry.counter, entry.author, entry.receivedAt,
            std::int64_t{entry.serial}, std::int64_t{static_cast<int>(entry.subject.kind)},
            entry.subject.id, entry.raw);
        m_session.lastNumber = entry.number;
        m_expected.insert_or_assign(entry.id, true);
        return {};
    });
}

Result<void> PgHqLog::refuse(const RefusedEntry& entry)
{
    return m_session.change([&]() -> Result<void> {
        m_session.refused.add(
            entry.desk.value, entry.counter, entry.id, entry.raw,
            std::int64_t{static_cast<int>(entry.code)}, entry.detail, entry.receivedAt);
        return {};
    });
}

Result<void> PgHqLog::keepSignature(const log::Batch& batch)
{
    return m_session.change([&]() -> Result<void> {
        m_session.batches.add(
            batch.desk.value, batch.firstCounter, batch.firstCounter + batch.entries.size() - 1,
            batch.signature);
        return {};
    });
}

Result<std::uint64_t> PgHqLog::head() const
{
    return m_session.flush()
        .and_then([&] { return m_session.ask(kHead); })
        .transform([](const PgRows& rows) { return rows.number(0, 0); });
}

Result<bool> PgHqLog::isWhole() const
{
    return m_session.ask(kMissingNumbers).transform([](const PgRows& rows) {
        return rows.integer(0, 0) == 0;
    });
}

Result<void> PgHqLog::expect(const std::vector<std::string>& ids)
{
    PgColumn wanted(PgType::Text);
    for (const std::string& id : ids) {
        if (!m_expected.contains(id)) {
            wanted.add(id);
        }
    }
    if (wanted.count() == 0 || !m_session.isOpen()) {
        return {};
    }
    return m_session.ask(kExpected, PgArguments().with(wanted)).transform([&](const PgRows& rows) {
        for (const std::string& id : ids) {
            m_expected.try_emplace(id, false);
        }
        for (int row = 0; row < rows.count(); ++row) {
            m_expected.insert_or_assign(rows.text(row, 0), true);
        }
    });
}

Result<bool> PgHqLog::hasEntry(const std::string& id) const
{
    if (const auto it = m_expected.find(id); it != m_expected.end() && m_session.isOpen()) {
        return it->second;
    }
    return m_session.ask(kHasEntry, PgArguments().with(id)).transform([](const PgRows& rows) {
        return rows.count() > 0;
    });
}

Result<Decided> PgHqLog::decided(const DeskId& desk, std::uint64_t counter) const
{
    return m_session.flush()
        .and_then(
            [&] { return m_session.ask(kDecided, PgArguments().with(desk.value).with(counter)); })
        .and_then([](const PgRows& rows) -> Result<Decided> {
            if (rows.count() == 0) {
                return fail(Code::NotFound, "nothing received under this counter");
            }
            return Decided{
                rows.number(0, 0), static_cast<Code>(rows.integer(0, 1)), rows.text(0, 2),
                rows.bytes(0, 3)};
        });
}

Result<void> PgHqLog::eachAfter(
    std::uint64_t number,
    std::uint64_t upTo,
    const std::function<void(const NumberedEntry&)>& visit) const
{
    while (number < upTo) {
        const auto page = after(number, std::min(kPage, upTo - number));
        if (!page) {
            return std::unexpected(page.error());
        }
        if (page->empty()) {
            return fail(Code::StoreCorrupt, "the log ends before its head", m_session.where());
        }
        std::ranges::for_each(*page, visit);
        number = page->back().number;
    }
    return {};
}

Result<void> PgHqLog::forEach(const std::function<void(const NumberedEntry&)>& visit) const
{
    return head().and_then([&](std::uint64_t last) { return eachAfter(0, last, visit); });
}

Result<std::vector<NumberedEntry>> PgHqLog::after(std::uint64_t number, std::size_t limit) const
{
    return m_session.ask(kAfter, PgArguments().with(number).with(std::uint64_t{limit}))
        .transform(readEntries);
}

Result<std::vector<NumberedEntry>>
PgHqLog::entriesOf(const log::Subject& subject, std::uint64_t upTo) const
{
    PgArguments arguments;
    arguments.with(std::int64_t{static_cast<int>(subject.kind)}).with(subject.id).with(upTo);
    return m_session.ask(kOfSubject, arguments).transform(readEntries);
}

Result<PgMark> PgHqLog::mark() const
{
    return m_session.ask(kMark).and_then([&](const PgRows& rows) -> Result<PgMark> {
        if (rows.count() != 1) {
            return fail(Code::StoreCorrupt, "hq_head has no row", m_session.where());
        }
        return PgMark{rows.number(0, 0), rows.number(0, 1)};
    });
}

// With the head row locked nothing moves under us; without, one snapshot keeps the tables in step.
Result<HqNews> PgHqLog::news()
{
    if (m_locked) {
        auto fresh = m_locked->revision == m_seen.revision ? HqNews{} : newsUpTo(*m_locked);
        if (fresh) {
            m_seen = *m_locked;
        }
        return fresh;
    }
    return mark().and_then([&](const PgMark& now) {
        return now.revision == m_seen.revision ? Result<HqNews>{} : newsOfSnapshot();
    });
}

Result<HqNews> PgHqLog::newsOfSnapshot()
{
    PgMark now;
    auto fresh = m_session.ask(kBeginSnapshot)
                     .and_then([&](const PgRows&) { return mark(); })
                     .and_then([&](const PgMark& at) {
                         now = at;
                         return newsUpTo(at);
                     });
    const auto ended = m_session.ask(fresh ? kEndSnapshot : kAbandon);
    if (fresh && !ended) {
        return std::unexpected(ended.error());
    }
    if (fresh) {
        m_seen = now;
    }
    return fresh;
}

Result<HqNews> PgHqLog::newsUpTo(const PgMark& now) const
{
    HqNews fresh;
    fresh.head = now.number;
    const auto since = PgArguments().with(m_seen.revision);
    return eachAfter(
               m_seen.number, now.number,
               [&](const NumberedEntry& entry) { fresh.entries.push_back(entry); })
        .and_then([&] { return m_session.ask(kNewDesks, since); })
        .transform([&](const PgRows& rows) { fresh.desks = readDesks(rows); })
        .and_then([&] { return m_session.ask(kNewHeads, since); })
        .transform([&](const PgRows& rows) { fresh.feeds = readHeads(rows); })
        .and_then([&] { return m_session.ask(kNewSerials, since); })
        .transform([&](const PgRows& rows) { fresh.serials = readSerials(rows); })
        .and_then([&] { return m_people.hasChangedSince(m_seen.revision); })
        .transform([&](bool isNew) {
            fresh.arePeopleNew = isNew;
            return std::move(fresh);
        });
}

std::unique_ptr<HqWatch> PgHqLog::watch(std::function<void()> changed) const
{
    return std::make_unique<PgWatch>(m_url, std::move(changed));
}

Result<std::map<std::int64_t, std::uint32_t>> PgHqLog::daySerials() const
{
    return m_session.ask(kDaySerials).transform(readSerials);
}

Result<void> PgHqLog::setDaySerial(std::int64_t day, std::uint32_t last)
{
    return m_session.change([&]() -> Result<void> {
        m_session.serials.insert_or_assign(day, std::int64_t{last});
        return {};
    });
}

Result<std::optional<std::string>> PgHqLog::meta(const std::string& key) const
{
    return m_session.ask(kMeta, PgArguments().with(key)).transform([](const PgRows& rows) {
        return rows.count() == 0 ? std::nullopt : std::optional(rows.text(0, 0));
    });
}

Result<void> PgHqLog::setMeta(const std::string& key, const std::string& value)
{
    return m_session.ask(kSetMeta, PgArguments().with(key).with(value))
        .transform([](const PgRows&) {});
}

Result<void> PgHqLog::backupTo(const std::filesystem::path& file) const
{
    return copyFromPg(m_url, file);
}

} // namespace

bool isPgUrl(const std::string& url)
{
    return url.starts_with("postgresql://") || url.starts_with("postgres://");
}

Result<std::unique_ptr<HqLog>>
openPgHqLog(const std::filesystem::path& folder, const std::string& url)
{
    auto lock = FolderLock::take(folder / "hq.lock");
    if (!lock) {
        return std::unexpected(lock.error());
    }
    return migratePg(url).and_then([&]() -> Result<std::unique_ptr<HqLog>> {
        auto log = std::make_unique<PgHqLog>(std::move(*lock), url);
        return log->start().transform([&]() -> std::unique_ptr<HqLog> { return std::move(log); });
    });
}

Result<std::unique_ptr<HqLog>>
openHqLog(const std::filesystem::path& folder, const std::string& url)
{
    if (!url.empty() && !isPgUrl(url)) {
        return fail(Code::BadArgument, "--store takes postgresql://HOST/DATABASE");
    }
    return url.empty() ? HqLog::open(folder) : openPgHqLog(folder, url);
}

} // namespace sz::store
