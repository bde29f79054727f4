// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The names a pack may bring along: a table `place_names` in an MBTiles file, beside the tiles and readable by any SQLite tool.

#include "data/base/Geo.h"
#include "data/packs/PackFault.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sz::packs {

/// One row: a name in one neighbourhood. Texts are valid UTF-8 without controls, at most kMostNameBytes.
struct PackName
{
    std::string name;
    std::string nameEn; ///< may be empty
    std::string
        kind; ///< "road", "water", "place", "station" …: what sanzhenctl pack build writes (maps/osm/OsmNames.h)
    Wgs84 at;
    bool operator==(const PackName&) const = default;
};

inline constexpr std::size_t kMostNameBytes = 200;
inline constexpr std::size_t kMostNames = 500'000;
/// The table as it is made; a fifth column or more is no fault when it is read.
inline constexpr const char* kNamesTable =
    "CREATE TABLE IF NOT EXISTS place_names(name TEXT NOT NULL, name_en TEXT, kind TEXT NOT NULL, "
    "lon REAL NOT NULL, lat REAL NOT NULL);"
    "CREATE INDEX IF NOT EXISTS place_names_name ON place_names(name);";

struct PackNames
{
    bool isThere = false;        ///< the file has such a table
    std::vector<PackName> names; ///< in the table's order; empty when `problem` is set
    std::size_t bad = 0;         ///< rows that cannot be used, and are left out
    std::string firstBad;        ///< "row 17: no position"
    std::optional<Problem> problem;

    /// The table is not there, or all of it can be used.
    [[nodiscard]] bool isGood() const { return bad == 0 && !problem; }
    /// Rows by their kind.
    [[nodiscard]] std::map<std::string, std::size_t> kinds() const;
};

/// Of any file; one that is not MBTiles has no names. What is wrong stands in `problem` (BadNames, TooSlow, Damaged…): the tiles
/// are as good as before. At most five seconds. Thread: any.
[[nodiscard]] PackNames readPackNames(const std::filesystem::path& file);

} // namespace sz::packs
