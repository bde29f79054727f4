// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PMTiles v3: the header of 127 bytes, and directories of varints. https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md

#include "data/packs/TileId.h"
#include "data/packs/Unpack.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace sz::packs {

inline constexpr std::string_view kPmTilesMagic{"PMTiles"};
inline constexpr std::size_t kPmHeadBytes = 127;

/// Bytes of the file.
struct PmSection
{
    std::uint64_t offset = 0;
    std::uint64_t length = 0;

    /// Lies within a file of so many bytes.
    [[nodiscard]] bool fits(std::uint64_t bytes) const
    {
        return offset <= bytes && length <= bytes - offset;
    }
};

/// "Tile Type".
enum class PmTileType : std::uint8_t {
    Unknown = 0,
    Mvt = 1,
    Png = 2,
    Jpeg = 3,
    Webp = 4,
    Avif = 5,
    Mlt = 6,
};
/// "png"; a number for what the specification does not name.
[[nodiscard]] std::string typeName(PmTileType type);

struct PmHead
{
    PmSection root;
    PmSection metadata;
    PmSection leaves;
    PmSection tiles;
    Packing internal = Packing::Unknown; ///< of directories and metadata
    Packing packing = Packing::Unknown;  ///< of each tile
    PmTileType type = PmTileType::Unknown;
    int minZoom = 0;
    int maxZoom = 0;
    Bounds bounds;
};
/// `bytes`: those of the whole file. Errors: OldVersion, Truncated.
[[nodiscard]] Expected<PmHead> readPmHead(std::span<const std::uint8_t> head, std::uint64_t bytes);

/// One line of a directory.
struct PmEntry
{
    std::uint64_t id = 0;     ///< of the first tile (hilbertId)
    std::uint64_t offset = 0; ///< in the section of the tiles, or of the leaves
    std::uint32_t length = 0;
    std::uint32_t run =
        0; ///< tiles from `id` on with the same bytes; 0: a leaf directory begins with this tile
};

/// Ids strictly increasing, no length 0. Errors: Damaged.
[[nodiscard]] Expected<std::vector<PmEntry>> readPmDirectory(std::span<const std::uint8_t> bytes);

} // namespace sz::packs
