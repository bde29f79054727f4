// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// All of a pack read once: what it holds, and every tile that will not be drawn.

#include "data/packs/Pack.h"
#include "data/packs/PackCoverage.h"
#include "data/packs/PackNames.h"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace sz::packs {

/// A tile and why it cannot be used.
struct BadTile
{
    TileId id;
    Problem problem;
};

struct PackReport
{
    PackInfo info;
    std::vector<ZoomCoverage> zooms;
    std::uint64_t tiles = 0;
    std::uint64_t tileBytes = 0;             ///< repeated ones counted once
    std::uint64_t twice = 0;                 ///< tiles that are in the file a second time
    std::uint64_t impossible = 0;            ///< with numbers no tile can have
    std::map<Fault, std::uint64_t> badTiles; ///< how many of each sort
    std::vector<BadTile> firstBad;           ///< at most 10
    std::optional<Problem> broken;           ///< reading ended there, or the container is damaged
    bool isDecoded = false;
    PackNames names; ///< a fault there leaves the tiles as they are

    /// Everything that is there can be drawn and found. Missing tiles are no fault: a pack may leave out what is empty.
    [[nodiscard]] bool isGood() const { return hasGoodTiles() && names.isGood(); }
    [[nodiscard]] bool hasGoodTiles() const
    {
        return !broken && badTiles.empty() && twice == 0 && impossible == 0;
    }
};

/// Opens and reads the whole pack; `isDeep`: decodes every image, too (about a second per thousand tiles). Errors: those of
/// openPack(). Stops with TooMany when the tiles together are far larger than the file can be.
[[nodiscard]] Expected<PackReport> checkPack(const std::filesystem::path& file, bool isDeep);

} // namespace sz::packs
