// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/packs/MbTilesWriter.h"

#include <sqlite3.h>
#include <SQLiteCpp/SQLiteCpp.h>

#include <set>

namespace sz::packs {
namespace {

constexpr const char* kTables =
    "CREATE TABLE IF NOT EXISTS metadata(name TEXT PRIMARY KEY, value TEXT);"
    "CREATE TABLE IF NOT EXISTS tiles(zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, "
    "tile_data BLOB, PRIMARY KEY(zoom_level, tile_column, tile_row)) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS making(piece TEXT PRIMARY KEY) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS recipe(text TEXT);";
constexpr const char* kAddTile = "INSERT OR REPLACE INTO tiles VALUES(:zoom,:column,:row,:data)";
constexpr const char* kAddName =
    "INSERT INTO place_names VALUES(:name,nullif(:name_en,''),:kind,:lon,:lat)";
constexpr const char* kAddPiece = "INSERT OR REPLACE INTO making VALUES(:piece)";
constexpr const char* kAddFact = "INSERT OR REPLACE INTO metadata VALUES(:name,:value)";

template <class Work>
Result<void> guarded(const std::string& file, Work work)
{
    try {
        work();
        return {};
    } catch (const SQLite::Exception& e) {
        const bool isFull = e.getErrorCode() == SQLITE_FULL;
        return fail(isFull ? Code::NoSpace : Code::StoreWrite, e.what(), file);
    }
}

} // namespace

struct MbTilesWriter::Impl
{
    std::filesystem::path file;
    std::filesystem::path part;
    std::unique_ptr<SQLite::Database> db;
    std::set<std::string> done;
    std::size_t before = 0;

    void openPart()
    {
        db = std::make_unique<SQLite::Database>(
            part.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        db->exec("PRAGMA synchronous=NORMAL");
        db->exec(kTables);
    }

    // Anything but a part of this recipe is begun anew.
    [[nodiscard]] bool isOf(const std::string& recipe)
    {
        SQLite::Statement s(*db, "SELECT text FROM recipe");
        return s.executeStep() && s.getColumn(0).getString() == recipe;
    }

    void readDone()
    {
        SQLite::Statement s(*db, "SELECT piece FROM making");
        while (s.executeStep()) {
            done.insert(s.getColumn(0).getString());
        }
        before = done.size();
    }

    void mark(const std::string& piece)
    {
        SQLite::Statement s(*db, kAddPiece);
        s.bind(":piece", piece);
        s.exec();
    }
};

MbTilesWriter::MbTilesWriter(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
MbTilesWriter::MbTilesWriter(MbTilesWriter&&) noexcept = default;
MbTilesWriter& MbTilesWriter::operator=(MbTilesWriter&&) noexcept = default;
MbTilesWriter::~MbTilesWriter() = default;

Result<MbTilesWriter>
MbTilesWriter::open(const std::filesystem::path& file, const std::string& recipe)
{
    auto impl = std::make_unique<Impl>();
    impl->file = file;
    impl->part = file;
    impl->part += ".part";
    bool isOurs = false;
    std::error_code ec;
    if (std::filesystem::exists(impl->part, ec)) {
        isOurs = guarded(
                     impl->part.string(),
                     [&] {
                         impl->openPart();
                         isOurs = impl->isOf(recipe);
                     })
                     .has_value()
                 && isOurs;
    }
    if (!isOurs) {
        impl->db.reset();
        std::filesystem::remove(impl->part, ec);
        std::filesystem::remove(impl->part.string() + "-journal", ec);
    }
    const auto opened = guarded(impl->part.string(), [&] {
        if (!isOurs) {
            impl->openPart();
            SQLite::Statement s(*impl->db, "INSERT INTO recipe VALUES(:text)");
            s.bind(":text", recipe);
            s.exec();
        }
        impl->readDone();
    });
    if (!opened) {
        return std::unexpected(opened.error());
    }
    return MbTilesWriter(std::move(impl));
}

std::size_t MbTilesWriter::doneBefore() const
{
    return m_impl->before;
}

bool MbTilesWriter::isDone(const std::string& piece) const
{
    return m_impl->done.contains(piece);
}

Result<void> MbTilesWriter::write(const std::string& piece, const std::vector<WrittenTile>& tiles)
{
    return guarded(m_impl->part.string(), [&] {
        SQLite::Transaction transaction(*m_impl->db);
        SQLite::Statement add(*m_impl->db, kAddTile);
        for (const WrittenTile& tile : tiles) {
            const std::uint32_t row = (1U << static_cast<unsigned>(tile.id.zoom)) - 1 - tile.id.y;
            add.reset();
            add.bind(":zoom", tile.id.zoom);
            add.bind(":column", static_cast<std::int64_t>(tile.id.x));
            add.bind(":row", static_cast<std::int64_t>(row));
            add.bind(":data", tile.bytes.data(), static_cast<int>(tile.bytes.size()));
            add.exec();
        }
        m_impl->mark(piece);
        transaction.commit();
        m_impl->done.insert(piece);
    });
}

Result<void> MbTilesWriter::writeNames(const std::string& piece, std::span<const PackName> names)
{
    return guarded(m_impl->part.string(), [&] {
        SQLite::Transaction transaction(*m_impl->db);
        m_impl->db->exec(kNamesTable);
        SQLite::Statement add(*m_impl->db, kAddName);
        for (const PackName& one : names) {
            add.reset();
            add.bind(":name", one.name);
            add.bind(":name_en", one.nameEn);
            add.bind(":kind", one.kind);
            add.bind(":lon", one.at.lon);
            add.bind(":lat", one.at.lat);
            add.exec();
        }
        m_impl->mark(piece);
        transaction.commit();
        m_impl->done.insert(piece);
    });
}

Result<void> MbTilesWriter::finish(const std::map<std::string, std::string>& metadata)
{
    auto ok = guarded(m_impl->part.string(), [&] {
        {
            SQLite::Transaction transaction(*m_impl->db);
            SQLite::Statement add(*m_impl->db, kAddFact);
            for (const auto& [name, value] : metadata) {
                add.reset();
                add.bind(":name", name);
                add.bind(":value", value);
                add.exec();
            }
            m_impl->db->exec("DROP TABLE making; DROP TABLE recipe;");
            transaction.commit();
        }
        m_impl->db->exec("PRAGMA synchronous=FULL; VACUUM;");
        m_impl->db.reset();
    });
    if (!ok) {
        return ok;
    }
    std::error_code ec;
    std::filesystem::rename(m_impl->part, m_impl->file, ec);
    return ec ? fail(Code::Io, ec.message(), m_impl->file.string()) : Result<void>{};
}

} // namespace sz::packs
