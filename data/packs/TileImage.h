// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The image in a tile: what it says it is, whether it is whole, and its pixels.

#include "data/packs/PackFault.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace sz::packs {

using Blob = std::span<const std::uint8_t>;

/// What the map can draw.
enum class TileFormat : std::uint8_t {
    Png,
    Jpeg,
    Webp,
};
[[nodiscard]] const char* formatName(TileFormat format);

/// A tile beyond these is refused: 256 and 512 pixels are usual, a few packs have 1024.
inline constexpr std::size_t kMostTileBytes = 4UL * 1024 * 1024;
inline constexpr int kMostTileSide = 1024;

struct ImageHead
{
    TileFormat format = TileFormat::Png;
    int width = 0;
    int height = 0;
};

/// From the first bytes alone. Errors: TileEmpty, TileHuge, TileNoImage.
[[nodiscard]] Expected<ImageHead> imageHead(Blob tile);
/// imageHead(), and the file's last marker is where it belongs. Errors also: TileCut.
[[nodiscard]] Expected<ImageHead> checkImage(Blob tile);

/// Row by row from the top, without gaps; each pixel 0xAARRGGBB, not premultiplied.
struct Pixels
{
    int width = 0;
    int height = 0;
    bool hasAlpha = false; ///< the format can hold transparency and some pixel is not opaque
    std::vector<std::uint32_t> argb;
};

/// Thread: any; 0.3 to 2 ms for 256 × 256. Errors: those of imageHead, TileBroken. Animations are broken here.
[[nodiscard]] Expected<Pixels> decodeImage(Blob tile);

/// What the tile of a vector pack begins like (gzip, or a protocol buffer's layer): told apart from rubbish. Guessed.
[[nodiscard]] bool looksLikeVectorTile(Blob tile);

} // namespace sz::packs
