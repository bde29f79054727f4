// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/packs/PackNames.h"

#include "data/base/Bytes.h"
#include "data/packs/MbTiles.h"
#include "data/packs/ReadOnlySqlite.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <fstream>

namespace sz::packs {
namespace {

constexpr std::chrono::seconds kPatience{5};
constexpr double kMostLatitude = 85.0512; ///< where Web Mercator ends
constexpr auto kColumns =
    "SELECT count(*) FROM pragma_table_info('place_names') WHERE name IN ('name', 'name_en', "
    "'kind', 'lon', 'lat')";
constexpr auto kAll = "SELECT name, name_en, kind, lon, lat FROM place_names";

bool isText(std::string_view text)
{
    return text.size() <= kMostNameBytes && isUtf8(text) && std::ranges::none_of(text, [](char c) {
               return static_cast<unsigned char>(c) < ' ' || c == '\x7f';
           });
}

std::string textOf(SQLite::Column column)
{
    return column.isText() ? column.getString() : std::string();
}

/// Why a row cannot be used; empty: it can.
const char* faultOf(const PackName& row, bool hasPosition)
{
    if (row.name.empty() || !isText(row.name)) {
        return "name";
    }
    if (!isText(row.nameEn)) {
        return "name_en";
    }
    if (row.kind.empty() || !isText(row.kind)) {
        return "kind";
    }
    const bool isOnEarth = hasPosition && std::isfinite(row.at.lon) && std::isfinite(row.at.lat)
                           && std::abs(row.at.lon) <= 180 && std::abs(row.at.lat) <= kMostLatitude;
    return isOnEarth ? "" : "lon/lat";
}

bool isNumber(const SQLite::Column& column)
{
    return column.isFloat() || column.isInteger();
}

Expected<void> readRows(ReadOnlySqlite& file, PackNames& out)
{
    SQLite::Statement rows(file.db(), kAll);
    std::size_t number = 0;
    while (rows.executeStep()) {
        if (++number > kMostNames) {
            return refuse(Fault::BadNames, std::format("> {}", kMostNames));
        }
        const bool hasPosition = isNumber(rows.getColumn(3)) && isNumber(rows.getColumn(4));
        PackName row{
            textOf(rows.getColumn(0)),
            textOf(rows.getColumn(1)),
            textOf(rows.getColumn(2)),
            {rows.getColumn(3).getDouble(), rows.getColumn(4).getDouble()}};
        if (const std::string_view fault = faultOf(row, hasPosition); fault.empty()) {
            out.names.push_back(std::move(row));
        } else if (++out.bad == 1) {
            out.firstBad = std::format("#{}: {}", number, fault);
        }
    }
    return {};
}

Expected<void> readTable(ReadOnlySqlite& file, PackNames& out)
{
    out.isThere = file.hasTable("place_names");
    if (!out.isThere) {
        return {};
    }
    constexpr int kNeeded = 5;
    if (file.db().execAndGet(kColumns).getInt() != kNeeded) {
        return refuse(Fault::BadNames, "name, name_en, kind, lon, lat");
    }
    return readRows(file, out);
}

bool isSqlite(const std::filesystem::path& file)
{
    std::string magic(kSqliteMagic.size(), '\0');
    std::ifstream in(file, std::ios::binary);
    return in.read(magic.data(), static_cast<std::streamsize>(magic.size()))
           && magic == kSqliteMagic;
}

} // namespace

std::map<std::string, std::size_t> PackNames::kinds() const
{
    std::map<std::string, std::size_t> out;
    for (const PackName& one : names) {
        ++out[one.kind];
    }
    return out;
}

PackNames readPackNames(const std::filesystem::path& file)
{
    PackNames out;
    std::error_code gone;
    const auto bytes = std::filesystem::file_size(file, gone);
    if (gone || !isSqlite(file)) {
        return out;
    }
    auto opened = ReadOnlySqlite::open(file, bytes);
    const auto read = !opened ? Expected<void>(std::unexpected(opened.error()))
                              : (*opened)->run(kPatience, [&] { return readTable(**opened, out); });
    if (!read) {
        out.problem = read.error();
        out.names.clear();
    }
    return out;
}

} // namespace sz::packs
