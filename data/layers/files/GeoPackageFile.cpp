// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/layers/files/GeoPackageFile.h"

#include "data/layers/files/Systems.h"

#include <sqlite3.h>

#include <format>

namespace sz::layers {
namespace {

constexpr int kStepsBetweenLooks = 10'000;
constexpr int kLongestValue = 64 << 20;

constexpr std::size_t kHead = 100;
constexpr std::size_t kWriteVersion =
    18; ///< of the file format, §1.3.3; 2 is write-ahead, 1 is not
constexpr std::size_t kReadVersion = 19;

constexpr const char* kTables =
    "SELECT c.table_name, c.data_type, g.column_name, g.srs_id FROM gpkg_contents c "
    "LEFT JOIN gpkg_geometry_columns g ON lower(g.table_name) = lower(c.table_name)";
constexpr const char* kSystem =
    "SELECT srs_name, organization, organization_coordsys_id, definition "
    "FROM gpkg_spatial_ref_sys WHERE srs_id = ?";

} // namespace

GeoPackageFile::GeoPackageFile(std::span<std::uint8_t> bytes)
    : m_db(":memory:", SQLite::OPEN_READWRITE)
{
    sqlite3* const db = m_db.getHandle();
    if (bytes.size() >= kHead && bytes[kWriteVersion] == 2 && bytes[kReadVersion] == 2) {
        bytes[kWriteVersion] = bytes[kReadVersion] = 1;
    }
    const auto size = static_cast<sqlite3_int64>(bytes.size());
    const int code =
        sqlite3_deserialize(db, "main", bytes.data(), size, size, SQLITE_DESERIALIZE_READONLY);
    if (code != SQLITE_OK) {
        throw SQLite::Exception(db, code);
    }
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_limit(db, SQLITE_LIMIT_LENGTH, kLongestValue);
    sqlite3_progress_handler(db, kStepsBetweenLooks, onProgress, this);
    m_db.exec("PRAGMA cell_size_check=ON");
    m_db.exec("PRAGMA query_only=ON");
    m_db.exec("PRAGMA temp_store=MEMORY");
}

int GeoPackageFile::onProgress(void* self)
{
    auto* const file = static_cast<GeoPackageFile*>(self);
    file->m_wasSlow = file->m_wasSlow || std::chrono::steady_clock::now() > file->m_until;
    return file->m_wasSlow ? 1 : 0;
}

std::string GeoPackageFile::missing()
{
    for (const char* table : {"gpkg_contents", "gpkg_geometry_columns", "gpkg_spatial_ref_sys"}) {
        if (!m_db.tableExists(table)) {
            return table;
        }
    }
    return {};
}

std::vector<FeatureTable> GeoPackageFile::tables(RawLayer& layer)
{
    std::vector<FeatureTable> out;
    SQLite::Statement select(m_db, kTables);
    while (select.executeStep()) {
        FeatureTable table{select.getColumn(0).getString(), select.getColumn(2).getString(), {}};
        if (const std::string type = select.getColumn(1).getString();
            type != "features" || table.geometryColumn.empty()) {
            layer.remarks.add({.matter = Matter::OtherTable, .text = table.name, .other = type});
            continue;
        }
        table.system = systemOf(select.getColumn(3).getInt64());
        out.push_back(std::move(table));
    }
    return out;
}

// 0 and −1 are "undefined" (OGC 12-128r19 §1.1.2): then it does not say.
StatedSystem GeoPackageFile::systemOf(std::int64_t id)
{
    SQLite::Statement select(m_db, kSystem);
    select.bind(1, id);
    if (id <= 0 || !select.executeStep()) {
        return id <= 0 ? StatedSystem() : StatedSystem{std::format("srs_id {}", id)};
    }
    const std::string organization = select.getColumn(1).getString();
    const std::string code = select.getColumn(2).getString();
    StatedSystem byCode = systemOfName(organization + ":" + code);
    if (!byCode.known) {
        byCode.known = systemOfWkt(select.getColumn(3).getString()).known;
        byCode.text += " " + select.getColumn(0).getString();
    }
    return byCode;
}

std::string quotedName(std::string_view name)
{
    std::string out = "\"";
    for (const char c : name) {
        out += c;
        if (c == '"') {
            out += c;
        }
    }
    return out + '"';
}

} // namespace sz::layers
