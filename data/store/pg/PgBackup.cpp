// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/pg/PgBackup.h"

#include "data/store/pg/PgConnection.h"
#include "data/store/pg/PgHqFiles.h"
#include "data/store/pg/PgSchema.h"
#include "data/store/sqlite/HqFile.h"
#include "data/store/SqliteFile.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <deque>
#include <format>
#include <fstream>

namespace sz::store {
namespace {

constexpr auto kBegin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
constexpr auto kPatience = "SET idle_in_transaction_session_timeout = 0"; // a disk may be slow
constexpr auto kFiles = "SELECT hash, held FROM file WHERE is_whole = 1 ORDER BY hash";
constexpr auto kWrite = "BEGIN";
constexpr auto kCommit = "COMMIT";
constexpr auto kInUse = "SELECT (SELECT count(*) FROM meta) + (SELECT count(*) FROM desk) + "
                        "(SELECT count(*) FROM person)";
constexpr auto kHasRevision =
    "SELECT count(*) FROM information_schema.columns WHERE "
    "table_schema = current_schema() AND table_name = $1 AND column_name = 'revision'";
constexpr auto kSetHead =
    "UPDATE hq_head SET number = (SELECT coalesce(max(number), 0) FROM entry), revision = 1";
constexpr int kPage = 2000; // rows
constexpr std::size_t kPiece = 1 << 20;

/// What is referred to comes first.
constexpr std::array kTables{"meta",       "desk",   "entry",      "refused",
                             "batch",      "feed",   "feed_head",  "enrol_code",
                             "day_serial", "person", "seat_grant", "sign_on_try"};

/// As hq.db has it; PostgreSQL's table has the same, and perhaps its revision.
struct Column
{
    std::string name;
    std::string type; ///< INTEGER, TEXT or BLOB
};

struct Table
{
    std::string name;
    std::vector<Column> columns; ///< those of the key first, in its order
    std::size_t keys = 0;
};

Table describe(SQLite::Database& db, const std::string& name)
{
    Table out{name, {}, 0};
    SQLite::Statement all(
        db, "SELECT name, type, pk FROM pragma_table_info(?) ORDER BY pk = 0, pk, cid");
    all.bind(1, name);
    while (all.executeStep()) {
        out.columns.push_back({all.getColumn(0).getString(), all.getColumn(1).getString()});
        out.keys += all.getColumn(2).getInt() > 0 ? 1U : 0U;
    }
    return out;
}

template <class Word>
std::string listed(std::size_t count, Word word)
{
    std::string out;
    for (std::size_t i = 0; i < count; ++i) {
        out += (i == 0 ? "" : ", ") + word(i);
    }
    return out;
}

/// One snapshot of the database into one transaction of the file.
class Copy
{
public:
    Copy(PgConnection& from, SQLite::Database& to) : m_from(from), m_to(to) {}

    Result<void> all()
    {
        SQLite::Transaction whole(m_to);
        for (const char* name : kTables) {
            if (auto ok = copy(describe(m_to, name)); !ok) {
                return ok;
            }
        }
        whole.commit();
        return {};
    }

private:
    // Page by page behind the key of the last row, so that a log of any size passes through.
    Result<void> copy(const Table& table)
    {
        const auto name = [&](std::size_t i) { return table.columns[i].name; };
        const std::string keys = listed(table.keys, name);
        const std::string names = listed(table.columns.size(), name);
        const std::string arguments =
            listed(table.keys, [](std::size_t i) { return std::format("${}", i + 1); });
        const auto select = [&](const std::string& where) {
            m_sql.push_back(std::format(
                "SELECT {} FROM {} {} ORDER BY {} LIMIT {}", names, table.name, where, keys,
                kPage));
            return m_sql.back().c_str();
        };
        const char* first = select("");
        const char* next = select(std::format("WHERE ({}) > ({})", keys, arguments));
        SQLite::Statement insert(
            m_to, std::format(
                      "INSERT INTO {} ({}) VALUES ({})", table.name, names,
                      listed(table.columns.size(), [](std::size_t) { return std::string("?"); })));
        auto rows = m_from.run(first);
        while (rows) {
            for (int row = 0; row < rows->count(); ++row) {
                put(table, *rows, row, insert);
            }
            if (rows->count() < kPage) {
                return {};
            }
            rows = m_from.run(next, keyOf(table, *rows, rows->count() - 1));
        }
        return std::unexpected(rows.error());
    }

    static void put(const Table& table, const PgRows& rows, int row, SQLite::Statement& insert)
    {
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const int column = static_cast<int>(i);
            if (rows.isNull(row, column)) {
                insert.bind(column + 1);
            } else if (table.columns[i].type == "INTEGER") {
                insert.bind(column + 1, rows.integer(row, column));
            } else if (table.columns[i].type == "TEXT") {
                insert.bind(column + 1, rows.text(row, column));
            } else {
                const Bytes bytes = rows.bytes(row, column);
                bytes.empty()
                    ? insert.bind(column + 1, "", 0)
                    : insert.bind(column + 1, bytes.data(), static_cast<int>(bytes.size()));
            }
        }
        insert.exec();
        insert.reset();
    }

    static PgArguments keyOf(const Table& table, const PgRows& rows, int row)
    {
        PgArguments out;
        for (std::size_t i = 0; i < table.keys; ++i) {
            const int column = static_cast<int>(i);
            if (table.columns[i].type == "INTEGER") {
                out.with(rows.integer(row, column));
            } else if (table.columns[i].type == "TEXT") {
                out.with(rows.text(row, column));
            } else {
                out.with(BytesView(rows.bytes(row, column)));
            }
        }
        return out;
    }

    PgConnection& m_from;
    SQLite::Database& m_to;
    std::deque<std::string> m_sql; ///< a connection knows its statements by where they stand
};

/// One file into one transaction of the database.
class Load
{
public:
    Load(SQLite::Database& from, PgConnection& to) : m_from(from), m_to(to) {}

    Result<void> all()
    {
        for (const char* name : kTables) {
            if (auto ok = copy(describe(m_from, name)); !ok) {
                return ok;
            }
        }
        return {};
    }

private:
    Result<void> copy(const Table& table)
    {
        const auto revised = m_to.run(kHasRevision, PgArguments().with(table.name));
        if (!revised) {
            return std::unexpected(revised.error());
        }
        const bool hasRevision = revised->integer(0, 0) == 1;
        const std::size_t count = table.columns.size();
        const std::string names =
            listed(count, [&](std::size_t i) { return table.columns[i].name; });
        m_sql.push_back(std::format(
            "INSERT INTO {} ({}{}) VALUES ({}{})", table.name, names,
            hasRevision ? ", revision" : "",
            listed(count, [](std::size_t i) { return std::format("${}", i + 1); }),
            hasRevision ? ", 1" : ""));
        SQLite::Statement rows(
            m_from, std::format(
                        "SELECT {} FROM {} ORDER BY {}", names, table.name,
                        listed(table.keys, [&](std::size_t i) { return table.columns[i].name; })));
        std::vector<PgStep> steps;
        Result<void> done;
        while (done && rows.executeStep()) {
            steps.push_back({m_sql.back().c_str(), argumentsOf(table, rows)});
            if (steps.size() == kPage) {
                done = m_to.runAll(std::exchange(steps, {}));
            }
        }
        return done && !steps.empty() ? m_to.runAll(steps) : done;
    }

    static PgArguments argumentsOf(const Table& table, SQLite::Statement& rows)
    {
        PgArguments out;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const SQLite::Column column = rows.getColumn(static_cast<int>(i));
            const std::string& type = table.columns[i].type;
            if (type == "INTEGER") {
                column.isNull() ? out.withNull(PgType::Int8) : out.with(column.getInt64());
            } else if (type == "TEXT") {
                column.isNull() ? out.withNull(PgType::Text) : out.with(column.getString());
            } else if (column.isNull()) {
                out.withNull(PgType::Bytea);
            } else {
                const auto* first = static_cast<const std::uint8_t*>(column.getBlob());
                out.with(BytesView(first, static_cast<std::size_t>(column.getBytes())));
            }
        }
        return out;
    }

    SQLite::Database& m_from;
    PgConnection& m_to;
    std::deque<std::string> m_sql; ///< a connection knows its statements by where they stand
};

Result<void> copyFile(HqFiles& from, HqFiles& to, const Digest& hash, std::uint64_t size)
{
    Result<HeldFile> held = to.held(hash);
    while (held && !held->isWhole) {
        Bytes piece;
        if (held->bytes < size) {
            auto read = from.read(hash, held->bytes, kPiece);
            if (!read) {
                return std::unexpected(read.error());
            }
            piece = std::move(*read);
        }
        held = to.append(hash, size, held->bytes, piece);
    }
    return held.transform([](const HeldFile&) {});
}

// As it is there, damaged or not: a backup tells the truth, and whoever verifies it names the file.
Result<void>
writeFile(HqFiles& from, const std::filesystem::path& file, const Digest& hash, std::uint64_t size)
{
    std::ofstream out(file, std::ios::binary);
    std::uint64_t at = 0;
    while (out && at < size) {
        const auto piece = from.read(hash, at, kPiece);
        if (!piece && piece.error().code != Code::NotFound) {
            return std::unexpected(piece.error());
        }
        if (!piece) {
            break; // the rest of it is gone
        }
        out.write(
            reinterpret_cast<const char*>(piece->data()),
            static_cast<std::streamsize>(piece->size()));
        at += piece->size();
    }
    out.close();
    const int why = errno;
    if (!out) {
        return fail(why == ENOSPC ? Code::NoSpace : Code::Io, std::strerror(why), file.string());
    }
    std::error_code ignored;
    std::filesystem::permissions(
        file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, ignored);
    return {};
}

Result<void>
copyFiles(PgConnection& link, const std::string& url, const std::filesystem::path& folder)
{
    const auto rows = link.run(kFiles);
    if (!rows) {
        return std::unexpected(rows.error());
    }
    std::error_code error;
    if (rows->count() > 0 && !std::filesystem::create_directories(folder, error) && error) {
        return fail(Code::Io, error.message(), folder.string());
    }
    const auto from = makePgFiles(url);
    for (int row = 0; row < rows->count(); ++row) {
        const Digest hash = rows->digest(row, 0);
        if (auto ok = writeFile(*from, folder / toHex(hash), hash, rows->number(row, 1)); !ok) {
            return ok;
        }
    }
    return {};
}

// As they lie there: a name that is no hash, or a part of a file, is not ours.
Result<void> loadFiles(const std::filesystem::path& folder, const std::string& url)
{
    const auto from = makeFolderFiles(folder);
    const auto to = makePgFiles(url);
    std::error_code missing; // there are none
    for (const auto& one : std::filesystem::directory_iterator(folder, missing)) {
        const auto name = fromHex(one.path().filename().string());
        Digest hash{};
        if (!name || name->size() != hash.size()) {
            continue;
        }
        std::ranges::copy(*name, hash.begin());
        if (!from->examine(hash)) { // whoever verified the backup was told of it
            continue;
        }
        if (auto ok = copyFile(*from, *to, hash, one.file_size()); !ok) {
            return ok;
        }
    }
    return {};
}

Result<void> loadLog(PgConnection& link, const std::filesystem::path& file)
{
    return link.run(kPatience)
        .and_then([&](const PgRows&) { return link.run(kWrite); })
        .and_then([&](const PgRows&) { return link.run(kInUse); })
        .and_then([&](const PgRows& rows) -> Result<void> {
            return rows.integer(0, 0) == 0
                       ? Result<void>()
                       : fail(Code::BadArgument, "the database holds a log already", link.where());
        })
        .and_then([&] {
            return guarded(file.string(), [&] {
                const auto from = openAsItLies(file);
                return Load(*from, link).all();
            });
        })
        .and_then([](Result<void> done) { return done; })
        .and_then([&] { return link.run(kSetHead); })
        .and_then([&](const PgRows&) { return link.run(kCommit); })
        .transform([](const PgRows&) {});
}

} // namespace

Result<void> copyToPg(
    const std::filesystem::path& file,
    const std::filesystem::path& files,
    const std::string& url)
{
    auto link = migratePg(url).and_then([&] { return PgConnection::open(url); });
    if (!link) {
        return std::unexpected(link.error());
    }
    return loadLog(**link, file).and_then([&] { return loadFiles(files, url); });
}

Result<void> copyFromPg(const std::string& url, const std::filesystem::path& file)
{
    auto link = PgConnection::open(url);
    if (!link) {
        return std::unexpected(link.error());
    }
    return (*link)
        ->run(kPatience)
        .and_then([&](const PgRows&) { return (*link)->run(kBegin); })
        .and_then([&](const PgRows&) { return makeHqFile(file); })
        .and_then([&] {
            return guarded(file.string(), [&]() -> Result<void> {
                SQLite::Database to(file.string(), SQLite::OPEN_READWRITE);
                to.exec("PRAGMA foreign_keys=ON");
                auto done = Copy(**link, to).all();
                to.exec("PRAGMA journal_mode=DELETE"); // one file, no side files
                return done;
            });
        })
        .and_then([](Result<void> done) { return done; })
        .and_then([&] { return copyFiles(**link, url, file.parent_path() / "files"); });
}

} // namespace sz::store
