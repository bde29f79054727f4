// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/hq/Insider.h"

#include "data/log/Chain.h"
#include "tests/unit/hq/SignedLog.h"

#include <array>
#include <format>

namespace sz::test {
namespace {

Bytes blob(const SQLite::Column& column)
{
    const auto* data = static_cast<const std::uint8_t*>(column.getBlob());
    return {data, data + column.getBytes()};
}

void bindBytes(SQLite::Statement& statement, int at, BytesView bytes)
{
    statement.bind(at, bytes.data(), static_cast<int>(bytes.size()));
}

} // namespace

Insider::Insider(
    const std::filesystem::path& folder,
    std::uint64_t signedHead,
    std::uint64_t head,
    unsigned seed)
    : m_db(insiderOf(folder)), m_signed(static_cast<std::int64_t>(signedHead)),
      m_head(static_cast<std::int64_t>(head)), m_random(seed)
{
    exec("PRAGMA synchronous=OFF");
}

std::uint64_t Insider::pick(std::uint64_t from, std::uint64_t to)
{
    return from + m_random() % (to - from + 1);
}

void Insider::exec(const std::string& sql)
{
    m_db->exec(sql);
}

std::int64_t Insider::number(const std::string& sql)
{
    return m_db->execAndGet(sql).getInt64();
}

std::string Insider::text(const std::string& sql)
{
    return m_db->execAndGet(sql).getString();
}

void Insider::shift(std::uint64_t from, int by)
{
    exec(std::format("UPDATE entry SET number = -(number + {}) WHERE number >= {}", by, from));
    exec("UPDATE entry SET number = -number WHERE number < 0");
}

// A copy of an entry under a new id, at the end of its desk's chain, and in the office's feed: all but the signature.
void Insider::forge(std::uint64_t at)
{
    SQLite::Statement model(
        *m_db,
        "SELECT desk, raw, received_ms FROM entry WHERE desk LIKE 'HQ%' ORDER BY random() LIMIT 1");
    model.executeStep();
    const std::string desk = model.getColumn(0).getString();
    auto entry = log::decodeEntry(blob(model.getColumn(1))).value();
    entry.id = UlidMaker().next(fromUtcMs(model.getColumn(2).getInt64()));
    const Bytes raw = log::encodeEntry(entry);
    SQLite::Statement insert(
        *m_db, R"(INSERT INTO entry SELECT ?1, ?2, ?3, last_counter + 1, author,
        (SELECT max(received_ms) FROM entry), 0, ?4, ?5, ?6 FROM desk WHERE id = ?3)");
    insert.bind(1, static_cast<std::int64_t>(at));
    insert.bind(2, entry.id.text());
    insert.bind(3, desk);
    insert.bind(4, static_cast<int>(entry.subject.kind));
    insert.bind(5, entry.subject.id);
    bindBytes(insert, 6, raw);
    insert.exec();
    exec(std::format("UPDATE desk SET last_counter = last_counter + 1 WHERE id = '{}'", desk));
    exec(std::format(
        "INSERT INTO feed SELECT 'HQ', max(seq) + 1, {}, zeroblob(32) FROM feed WHERE unit = 'HQ'",
        at));
    chainAgain(desk);
    feedAgain("HQ");
}

// Author chain, stored links and the desk's row, as if it had always been so.
void Insider::chainAgain(const std::string& desk)
{
    SQLite::Statement rows(*m_db, R"(SELECT counter, number, raw FROM entry WHERE desk = ?1
        UNION ALL SELECT counter, 0, raw FROM refused WHERE desk = ?1 ORDER BY counter)");
    rows.bind(1, desk);
    Digest author{};
    std::vector<std::pair<std::int64_t, Digest>> links;
    while (rows.executeStep()) {
        author = log::authorLink(author, log::entryHash(blob(rows.getColumn(2))));
        links.emplace_back(rows.getColumn(1).getInt64(), author);
    }
    rows.reset();
    SQLite::Statement set(*m_db, "UPDATE entry SET author = ? WHERE number = ?");
    for (const auto& [entry, link] : links) {
        bindBytes(set, 1, link);
        set.bind(2, entry);
        set.exec();
        set.reset();
    }
    SQLite::Statement row(*m_db, "UPDATE desk SET author = ? WHERE id = ?");
    bindBytes(row, 1, author);
    row.bind(2, desk);
    row.exec();
}

void Insider::feedAgain(const std::string& unit)
{
    SQLite::Statement rows(*m_db, R"(SELECT f.seq, f.number, e.received_ms, e.serial, e.raw
        FROM feed f JOIN entry e USING (number) WHERE f.unit = ? ORDER BY f.seq)");
    rows.bind(1, unit);
    Digest hash = log::feedStart(OperationId("drill-1"), UnitCode(unit));
    std::vector<std::pair<std::int64_t, Digest>> places;
    while (rows.executeStep()) {
        const log::FeedItem item{
            static_cast<std::uint64_t>(rows.getColumn(0).getInt64()),
            static_cast<std::uint64_t>(rows.getColumn(1).getInt64()),
            fromUtcMs(rows.getColumn(2).getInt64()),
            static_cast<std::uint32_t>(rows.getColumn(3).getInt64()), blob(rows.getColumn(4))};
        hash = log::feedLink(hash, item);
        places.emplace_back(item.seq, hash);
    }
    rows.reset();
    SQLite::Statement set(*m_db, "UPDATE feed SET hash = ? WHERE unit = ? AND seq = ?");
    for (const auto& [seq, link] : places) {
        bindBytes(set, 1, link);
        set.bind(2, unit);
        set.bind(3, seq);
        set.exec();
        set.reset();
    }
    SQLite::Statement head(*m_db, "UPDATE feed_head SET hash = ?, seq = ? WHERE unit = ?");
    bindBytes(head, 1, hash);
    head.bind(2, places.back().first);
    head.bind(3, unit);
    head.exec();
}

std::string Insider::unitOf(std::uint64_t entry)
{
    return text(
        std::format("SELECT unit FROM feed WHERE number = {} ORDER BY random() LIMIT 1", entry));
}

// One function a kind of tampering.
struct InsiderActs
{
    Insider& by;

    std::uint64_t any() { return by.pick(1, static_cast<std::uint64_t>(by.m_head)); }
    std::uint64_t anySigned() { return by.pick(1, static_cast<std::uint64_t>(by.m_signed)); }

    static std::int64_t as(std::uint64_t n) { return static_cast<std::int64_t>(n); }

    void flipBlob(const std::string& table, const std::string& column, const std::string& where)
    {
        SQLite::Statement read(
            *by.m_db, std::format("SELECT {} FROM {} WHERE {}", column, table, where));
        read.executeStep();
        Bytes bytes = blob(read.getColumn(0));
        read.reset();
        const std::uint64_t bit = by.pick(0, bytes.size() * 8 - 1);
        bytes[bit / 8] ^= static_cast<std::uint8_t>(1 << bit % 8);
        SQLite::Statement write(
            *by.m_db, std::format("UPDATE {} SET {} = ? WHERE {}", table, column, where));
        bindBytes(write, 1, bytes);
        write.exec();
    }

    Tampered flipWords()
    {
        const auto n = any();
        flipBlob("entry", "raw", std::format("number = {}", n));
        return {"a bit of an entry", as(n), {}, {}};
    }

    Tampered flipChain()
    {
        const auto n = any();
        flipBlob("entry", "author", std::format("number = {}", n));
        return {"a bit of a stored chain value", as(n), {}, {}};
    }

    Tampered editColumn()
    {
        static constexpr std::array kEdits{
            "counter = counter + 5000",
            "desk = 'X99-01'",
            "serial = serial + 1",
            "id = 'Z' || substr(id, 2)",
            "subject_kind = 1 - subject_kind",
            "subject_id = 'Z' || substr(subject_id, 2)"};
        const auto n = any();
        by.exec(std::format(
            "UPDATE entry SET {} WHERE number = {}", kEdits[by.pick(0, kEdits.size() - 1)], n));
        return {"a column", as(n), {}, {}};
    }

    Tampered backDate()
    {
        const auto n = any();
        by.exec(std::format(
            "UPDATE entry SET received_ms = received_ms - {} WHERE number = {}",
            by.pick(1, 86'400'000), n));
        return {"back-dated one", as(n), {}, {}};
    }

    Tampered backDateMany()
    {
        const auto n = any();
        by.exec(std::format(
            "UPDATE entry SET received_ms = received_ms - 3600000 WHERE number BETWEEN {} AND {}",
            n, n + by.pick(1, 40)));
        return {"back-dated a stretch", as(n), {}, {}};
    }

    Tampered polish()
    {
        const auto n = anySigned();
        const std::string desk =
            by.text(std::format("SELECT desk FROM entry WHERE number = {}", n));
        SQLite::Statement read(*by.m_db, std::format("SELECT raw FROM entry WHERE number = {}", n));
        read.executeStep();
        auto entry = log::decodeEntry(blob(read.getColumn(0))).value();
        read.reset();
        entry.time.wall -= Minutes{7};
        const Bytes raw = log::encodeEntry(entry);
        SQLite::Statement write(
            *by.m_db, std::format("UPDATE entry SET raw = ? WHERE number = {}", n));
        bindBytes(write, 1, raw);
        write.exec();
        by.chainAgain(desk);
        SQLite::Statement units(
            *by.m_db, std::format("SELECT unit FROM feed WHERE number = {}", n));
        std::vector<std::string> feeds;
        while (units.executeStep()) {
            feeds.push_back(units.getColumn(0).getString());
        }
        units.reset();
        for (const std::string& unit : feeds) {
            by.feedAgain(unit);
        }
        return {"polished with every chain made anew", as(n), {}, {}};
    }

    Tampered remove()
    {
        const auto n = any();
        by.exec(std::format("DELETE FROM entry WHERE number = {}", n));
        return {"deleted", as(n), {}, {}};
    }

    Tampered removeAndClose()
    {
        const auto n = any();
        by.exec(std::format("DELETE FROM entry WHERE number = {}", n));
        by.shift(n + 1, -1);
        return {"deleted and renumbered", as(n), {}, {}};
    }

    Tampered append()
    {
        by.forge(static_cast<std::uint64_t>(by.m_head) + 1);
        return {"forged at the end", by.m_head + 1, {}, {}};
    }

    Tampered insert()
    {
        const auto n = anySigned();
        by.shift(n, 1);
        by.exec(std::format("UPDATE feed SET number = -(number + 1) WHERE number >= {}", n));
        by.exec("UPDATE feed SET number = -number WHERE number < 0");
        by.forge(n);
        return {"forged in the middle", as(n), {}, {}};
    }

    Tampered insertBelow()
    {
        by.forge(static_cast<std::uint64_t>(by.m_head) + 1);
        by.exec(std::format("UPDATE entry SET number = -7 WHERE number = {}", by.m_head + 1));
        by.exec(std::format("UPDATE feed SET number = -7 WHERE number = {}", by.m_head + 1));
        return {"forged below one", -7, {}, {}};
    }

    Tampered swap()
    {
        const auto n = by.pick(1, static_cast<std::uint64_t>(by.m_head) - 1);
        const auto m = by.pick(n + 1, static_cast<std::uint64_t>(by.m_head));
        by.exec(std::format(
            "UPDATE entry SET number = -1 WHERE number = {0}; UPDATE entry SET number = {0} WHERE "
            "number = {1};"
            "UPDATE entry SET number = {1} WHERE number = -1",
            n, m));
        return {"swapped", as(n), {}, {}};
    }

    Tampered cut()
    {
        const auto n = any();
        by.exec(std::format("DELETE FROM entry WHERE number >= {}", n));
        return {"cut", as(n), {}, {}};
    }

    // Everything that speaks of the lost entries goes, too; only what was signed still knows.
    Tampered cutClean()
    {
        const auto n = anySigned();
        by.exec(std::format(
            "DELETE FROM entry WHERE number >= {0}; DELETE FROM feed WHERE number >= {0};"
            "DELETE FROM refused WHERE counter > (SELECT coalesce(max(counter), 0) FROM entry e "
            "WHERE e.desk = refused.desk);"
            "DELETE FROM batch WHERE last_counter > (SELECT coalesce(max(counter), 0) FROM entry e "
            "WHERE e.desk = batch.desk);"
            "DELETE FROM feed_head WHERE unit NOT IN (SELECT unit FROM feed);"
            "UPDATE feed_head SET seq = (SELECT max(seq) FROM feed f WHERE f.unit = "
            "feed_head.unit);"
            "UPDATE feed_head SET hash = (SELECT hash FROM feed f WHERE f.unit = feed_head.unit "
            "AND f.seq = feed_head.seq);"
            "UPDATE desk SET last_counter = (SELECT coalesce(max(counter), 0) FROM entry e WHERE "
            "e.desk = desk.id)",
            n));
        return {"cut clean", as(n), {}, {}};
    }

    // An entry that no feed shows any more counts as touched itself.
    Tampered hidden(const char* what, const std::string& unit, std::int64_t n)
    {
        const bool isElsewhere =
            by.number(std::format("SELECT count(*) FROM feed WHERE number = {}", n)) > 0;
        return {what, isElsewhere ? 0 : n, {}, UnitCode(unit)};
    }

    Tampered hideFromFeed()
    {
        const auto n = anySigned();
        const std::string unit = by.unitOf(n);
        const auto seq = by.number(
            std::format("SELECT seq FROM feed WHERE unit = '{}' AND number = {}", unit, n));
        by.exec(std::format("DELETE FROM feed WHERE unit = '{}' AND seq = {}", unit, seq));
        by.exec(std::format(
            "UPDATE feed SET seq = -(seq - 1) WHERE unit = '{}' AND seq > {}", unit, seq));
        by.exec("UPDATE feed SET seq = -seq WHERE seq < 0");
        if (by.number(std::format("SELECT count(*) FROM feed WHERE unit = '{}'", unit)) > 0) {
            by.feedAgain(unit);
        }
        return hidden("hidden from a feed, hashes made anew", unit, as(n));
    }

    Tampered flipFeedHash()
    {
        const auto n = anySigned();
        const std::string unit = by.unitOf(n);
        flipBlob("feed", "hash", std::format("unit = '{}' AND number = {}", unit, n));
        return {"a bit of a feed's hash", 0, {}, UnitCode(unit)};
    }

    std::string refusedRow()
    {
        return by.text("SELECT desk || ' ' || counter FROM refused ORDER BY random() LIMIT 1");
    }

    Tampered editRefused()
    {
        const std::string row = refusedRow();
        const std::string desk = row.substr(0, row.find(' '));
        const std::string where =
            std::format("desk = '{}' AND counter = {}", desk, row.substr(row.find(' ') + 1));
        flipBlob("refused", "raw", where);
        return {"a bit of a refused entry", 0, DeskId(desk), {}};
    }

    Tampered removeRefused()
    {
        const std::string row = refusedRow();
        const std::string desk = row.substr(0, row.find(' '));
        by.exec(std::format(
            "DELETE FROM refused WHERE desk = '{}' AND counter = {}", desk,
            row.substr(row.find(' ') + 1)));
        return {"deleted a refused entry", 0, DeskId(desk), {}};
    }

    // An entry under the signed head is proven by the tree; of the others the first in the batch is named.
    Tampered breakSignature()
    {
        const auto n = any();
        const std::string desk =
            by.text(std::format("SELECT desk FROM entry WHERE number = {}", n));
        const auto last = by.number(std::format(
            "SELECT min(last_counter) FROM batch b JOIN entry e USING (desk) WHERE e.number = {} "
            "AND last_counter >= counter",
            n));
        const std::string where = std::format("desk = '{}' AND last_counter = {}", desk, last);
        const auto first = by.number(std::format(
            "SELECT coalesce(min(number), 0) FROM entry WHERE desk = '{0}' AND number > {1} AND "
            "counter <= {2}"
            " AND counter >= (SELECT first_counter FROM batch WHERE {3})",
            desk, by.m_signed, last, where));
        if (by.pick(0, 1) == 0) {
            flipBlob("batch", "signature", where);
            return {"a bit of a desk's signature", first, DeskId(desk), {}};
        }
        by.exec("DELETE FROM batch WHERE " + where);
        return {"deleted a desk's signature", first, DeskId(desk), {}};
    }

    Tampered otherDeskKey()
    {
        flipBlob("desk", "public_key", "id = 'D05-01'");
        const auto first = by.number(std::format(
            "SELECT coalesce(min(number), 0) FROM entry WHERE desk = 'D05-01' AND number > {}",
            by.m_signed));
        return {"another key for a desk", first, DeskId("D05-01"), {}};
    }
};

namespace {

constexpr std::array kActs{
    &InsiderActs::flipWords,
    &InsiderActs::flipChain,
    &InsiderActs::editColumn,
    &InsiderActs::backDate,
    &InsiderActs::backDateMany,
    &InsiderActs::polish,
    &InsiderActs::remove,
    &InsiderActs::removeAndClose,
    &InsiderActs::append,
    &InsiderActs::insert,
    &InsiderActs::insertBelow,
    &InsiderActs::swap,
    &InsiderActs::cut,
    &InsiderActs::cutClean,
    &InsiderActs::hideFromFeed,
    &InsiderActs::flipFeedHash,
    &InsiderActs::editRefused,
    &InsiderActs::removeRefused,
    &InsiderActs::breakSignature,
    &InsiderActs::otherDeskKey,
};

} // namespace

Tampered Insider::tamper()
{
    InsiderActs acts{*this};
    exec("BEGIN");
    Tampered out = (acts.*kActs[pick(0, kActs.size() - 1)])();
    exec("COMMIT");
    return out;
}

std::size_t Insider::kinds()
{
    return kActs.size() + 1; // one act does two things
}

} // namespace sz::test
