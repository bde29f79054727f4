// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The table `metadata` of an MBTiles file: names and texts, of which few are promised.

#include "data/packs/TileId.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace sz::packs {

class MbMetadata
{
public:
    std::map<std::string, std::string, std::less<>>
        rows; ///< the first 200, texts cut to 6400 bytes

    /// Empty when there is none.
    [[nodiscard]] std::string text(std::string_view name) const;
    [[nodiscard]] std::optional<int> number(std::string_view name) const;
    /// The coordinate system, when one is named and it is not Web Mercator.
    [[nodiscard]] std::optional<std::string> otherGrid() const;
};

/// Throws SQLite::Exception.
[[nodiscard]] MbMetadata readMbMetadata(SQLite::Database& db);

/// "west,south,east,north" in degrees, blanks allowed; none when it is not four numbers.
[[nodiscard]] std::optional<Bounds> boundsFrom(std::string_view text);

} // namespace sz::packs
