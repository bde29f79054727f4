// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/pg/PgSession.h"

#include <algorithm>

namespace sz::store {
namespace {

using enum PgType;

constexpr auto kEntries = R"(
INSERT INTO entry (number, id, desk, counter, author, received_ms, serial, subject_kind, subject_id, raw)
SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))";
constexpr auto kPlaces =
    "INSERT INTO feed (unit, seq, number, hash) SELECT * FROM unnest($1, $2, $3, $4)";
// Twice as fast as INSERT … unnest(): rows go into the pages many at a time.
constexpr auto kCopyEntries = "COPY entry (number, id, desk, counter, author, received_ms, serial, "
                              "subject_kind, subject_id, raw) FROM STDIN (FORMAT binary)";
constexpr auto kCopyPlaces = "COPY feed (unit, seq, number, hash) FROM STDIN (FORMAT binary)";
constexpr auto kHeads = R"(
INSERT INTO feed_head (unit, seq, hash, revision)
SELECT unit, seq, hash, (SELECT revision FROM hq_head) FROM unnest($1, $2, $3) AS fresh (unit, seq, hash)
ON CONFLICT (unit) DO UPDATE SET seq = excluded.seq, hash = excluded.hash, revision = excluded.revision)";
constexpr auto kBatches = R"(
INSERT INTO batch (desk, first_counter, last_counter, signature) SELECT * FROM unnest($1, $2, $3, $4)
ON CONFLICT DO NOTHING)";
constexpr auto kRefused = R"(
INSERT INTO refused (desk, counter, id, raw, code, detail, received_ms)
SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7))";
constexpr auto kChains = R"(
UPDATE desk SET last_counter = fresh.counter, author = fresh.author, revision = (SELECT revision FROM hq_head)
FROM unnest($1, $2, $3) AS fresh (id, counter, author) WHERE desk.id = fresh.id)";
constexpr auto kSerials = R"(
INSERT INTO day_serial (day, last, revision)
SELECT day, last, (SELECT revision FROM hq_head) FROM unnest($1, $2) AS fresh (day, last)
ON CONFLICT (day) DO UPDATE SET last = excluded.last, revision = excluded.revision)";

constexpr auto kBegin = "BEGIN";
constexpr auto kLock = "UPDATE hq_head SET revision = revision + 1 RETURNING number, revision - 1";
constexpr auto kMove = "UPDATE hq_head SET number = $1 WHERE number < $1";
constexpr auto kTell = "SELECT pg_notify('sanzhen_head', number || '.' || revision) FROM hq_head";
constexpr auto kCommit = "COMMIT";
constexpr auto kRollback = "ROLLBACK";

constexpr std::chrono::seconds kPause{1};

} // namespace

PgBulk::PgBulk(const char* sql, std::vector<PgType> types, const char* copy)
    : m_sql(sql), m_copy(copy), m_columns(types.begin(), types.end())
{
}

// Signature, flags, extension; each row behind the number of its columns; −1 (PostgreSQL manual, COPY, Binary Format).
Bytes PgBulk::copied() const
{
    constexpr std::string_view kHead("PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0", 19);
    constexpr std::size_t kLength = 4;
    Bytes out(kHead.begin(), kHead.end());
    std::vector<BytesView> rest;
    std::size_t size = 0;
    for (const PgColumn& column : m_columns) {
        rest.push_back(column.elements());
        size += column.elements().size();
    }
    out.reserve(out.size() + size + 2 * count() + 2);
    for (std::size_t row = 0; row < count(); ++row) {
        out.push_back(0);
        out.push_back(static_cast<std::uint8_t>(m_columns.size()));
        for (BytesView& column : rest) {
            const std::size_t bytes = std::size_t{column[0]} << 24 | std::size_t{column[1]} << 16
                                      | std::size_t{column[2]} << 8 | column[3];
            const BytesView value = column.first(kLength + bytes);
            out.insert(out.end(), value.begin(), value.end());
            column = column.subspan(value.size());
        }
    }
    out.insert(out.end(), 2, 0xff);
    return out;
}

PgStep PgBulk::step() const
{
    PgStep out{m_sql, {}};
    for (const PgColumn& column : m_columns) {
        out.arguments.with(column);
    }
    return out;
}

void PgBulk::clear()
{
    std::ranges::for_each(m_columns, &PgColumn::clear);
}

PgSession::PgSession(std::string url)
    : entries(
          kEntries,
          {Int8, Text, Text, Int8, Bytea, Int8, Int8, Int8, Text, Bytea},
          kCopyEntries),
      places(kPlaces, {Text, Int8, Int8, Bytea}, kCopyPlaces),
      batches(kBatches, {Text, Int8, Int8, Bytea}),
      refused(kRefused, {Text, Int8, Text, Bytea, Int8, Text, Int8}), m_url(std::move(url))
{
}

PgSession::~PgSession() = default;

std::vector<PgBulk*> PgSession::bulks()
{
    return {&entries, &places, &batches, &refused};
}

void PgSession::forget()
{
    std::ranges::for_each(bulks(), [](PgBulk* bulk) { bulk->clear(); });
    heads.clear();
    chains.clear();
    serials.clear();
    lastNumber = 0;
    m_mark.reset();
}

Result<void> PgSession::ensure()
{
    if (m_link != nullptr && m_link->isUp()) {
        return {};
    }
    const auto now = std::chrono::steady_clock::now();
    if (now < m_notBefore) {
        return std::unexpected(m_lastFailure);
    }
    m_link.reset();
    auto opened = PgConnection::open(m_url);
    if (!opened) {
        m_notBefore = now + kPause;
        m_lastFailure = opened.error();
        return std::unexpected(opened.error());
    }
    m_link = std::move(*opened);
    m_where = m_link->where();
    return {};
}

Result<PgRows> PgSession::ask(const char* sql, const PgArguments& arguments)
{
    if (isOpen()) {
        return m_link->run(sql, arguments);
    }
    const auto once = [&] {
        return ensure().and_then([&] { return m_link->run(sql, arguments); });
    };
    const bool wasUp = m_link != nullptr;
    auto answer = once();
    const bool isLost = m_link != nullptr && !m_link->isUp();
    return !answer && wasUp && isLost ? once() : std::move(answer);
}

// Two statements: one that waits for a lock sees, at READ COMMITTED, what was committed meanwhile
// only in the row it waited for.
Result<PgMark> PgSession::begin()
{
    forget();
    auto locked = ask(kBegin).and_then([&](const PgRows&) { return m_link->run(kLock); });
    if (!locked) {
        rollback();
        return std::unexpected(locked.error());
    }
    if (locked->count() != 1) {
        rollback();
        return fail(Code::StoreCorrupt, "hq_head has no row", m_where);
    }
    m_mark = PgMark{locked->number(0, 0), locked->number(0, 1)};
    return *m_mark;
}

std::vector<PgStep> PgSession::waiting()
{
    std::vector<PgStep> steps;
    for (PgBulk* bulk : bulks()) {
        if (bulk->count() > 0) {
            steps.push_back(bulk->step());
            bulk->clear();
        }
    }
    addLastOnes(steps);
    return steps;
}

void PgSession::addLastOnes(std::vector<PgStep>& steps)
{
    for (const auto& [sql, last] : {std::pair{kHeads, &heads}, std::pair{kChains, &chains}}) {
        PgBulk bulk(sql, {Text, Int8, Bytea});
        std::ranges::for_each(*last, [&](const auto& one) {
            bulk.add(one.first, one.second.first, one.second.second);
        });
        if (bulk.count() > 0) {
            steps.push_back(bulk.step());
        }
        last->clear();
    }
    PgBulk days(kSerials, {Int8, Int8});
    std::ranges::for_each(serials, [&](const auto& day) { days.add(day.first, day.second); });
    if (days.count() > 0) {
        steps.push_back(days.step());
    }
    serials.clear();
}

// Entries before the places that name them.
Result<void> PgSession::copyMany()
{
    for (PgBulk* bulk : {&entries, &places}) {
        if (const char* copy = bulk->copy(); copy != nullptr) {
            if (auto done = m_link->copyIn(copy, bulk->copied()); !done) {
                return done;
            }
            bulk->clear();
        } else if (bulk->count() > 0) {
            return {}; // places wait for entries that are sent with the rest
        }
    }
    return {};
}

Result<void> PgSession::flush()
{
    if (!isOpen()) {
        return {};
    }
    return copyMany().and_then([&] {
        const std::vector<PgStep> steps = waiting();
        return steps.empty() ? Result<void>{} : m_link->runAll(steps);
    });
}

Result<void> PgSession::commit()
{
    if (!isOpen()) {
        return fail(Code::StoreWrite, "no transaction is open", m_where);
    }
    auto done = copyMany();
    std::vector<PgStep> steps = waiting();
    if (lastNumber > 0) {
        steps.push_back({kMove, PgArguments().with(lastNumber)});
    }
    steps.push_back({kTell, {}});
    steps.push_back({kCommit, {}});
    done = done.and_then([&] { return m_link->runAll(steps); });
    if (done) {
        forget();
    } else {
        rollback();
    }
    return done;
}

void PgSession::rollback()
{
    forget();
    if (m_link != nullptr && m_link->isUp() && m_link->isInTransaction()
        && !m_link->run(kRollback)) {
        m_link.reset(); // a fresh connection has no half of a transaction
    }
}

} // namespace sz::store
