// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A file of map tiles, whatever its kind: what it says of itself, one tile, and all of them.

#include "data/base/Clock.h"
#include "data/packs/TileId.h"
#include "data/packs/TileImage.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sz::packs {

enum class PackSort : std::uint8_t {
    MbTiles, ///< MBTiles 1.3: SQLite
    PmTiles, ///< PMTiles 3
    Online,  ///< a server: PackInfo::supply has what came of it so far
};
[[nodiscard]] const char* sortName(PackSort sort);

/// Tiles of which some are still to come.
class TileSupply
{
public:
    TileSupply() = default;
    virtual ~TileSupply() = default;
    TileSupply(const TileSupply&) = delete;
    TileSupply& operator=(const TileSupply&) = delete;

    /// What is there now; empty: nothing yet, or nothing at all. `isWanted`: what is missing or old is asked for meanwhile.
    /// Never waits. Thread: any.
    [[nodiscard]] virtual std::string tile(const TileId& id, bool isWanted) = 0;
};

/// Texts are the file's own, cut to 400 bytes, on one line and without markup; show them as plain text.
struct PackInfo
{
    std::filesystem::path file;
    PackSort sort = PackSort::MbTiles;
    std::string name; ///< never empty: the file's, when the pack has none
    std::string attribution;
    std::string description;
    std::string version;
    TileFormat format = TileFormat::Png; ///< of the first tile
    std::string formatSaid;              ///< what the pack says; may be empty
    int tileSide = 256;                  ///< pixels, of the first tile
    int minZoom = 0;
    int maxZoom = 0;
    Bounds bounds;
    std::uint64_t bytes = 0;
    Instant changed; ///< of the file
    std::vector<Remark> remarks;
    std::shared_ptr<TileSupply> supply; ///< of Online only; shared with whoever fetches
};

/// One of the tiles of a pack.
struct FoundTile
{
    TileId id;
    Blob bytes;            ///< valid during the visit only
    bool isRepeat = false; ///< the same bytes as the tile before (a PMTiles run)
};

/// Opened read-only and never changed; no side files are made, no lock is taken. Thread: one at a time, any.
class Pack
{
public:
    Pack() = default;
    virtual ~Pack() = default;
    Pack(const Pack&) = delete;
    Pack& operator=(const Pack&) = delete;

    [[nodiscard]] const PackInfo& info() const { return m_info; }
    /// The image's bytes; empty when the pack has no such tile. Errors: Damaged, Truncated, TooSlow (half a second), Packing.
    [[nodiscard]] virtual Expected<std::string> tile(const TileId& id) = 0;
    /// Every tile in the file's own order; a visit that returns false ends it. Ids that cannot be are told as they stand.
    /// Errors: those of tile(), TooMany.
    [[nodiscard]] virtual Expected<void>
    forEach(const std::function<bool(const FoundTile&)>& visit) = 0;
    /// Is the container itself whole? Reads all of an MBTiles file. Errors: Damaged, TooSlow.
    [[nodiscard]] virtual Expected<void> checkStore() = 0;

protected:
    PackInfo m_info;
};

/// Told apart by content, not by name. Errors: all but the Tile… ones, and these when not one of the first tiles is an image.
[[nodiscard]] Expected<std::unique_ptr<Pack>> openPack(const std::filesystem::path& file);

/// "png", "jpg", "image/jpeg" … Errors: VectorTiles (pbf, mvt, mlt), UnknownFormat.
[[nodiscard]] Expected<TileFormat> formatFrom(std::string_view name);
/// Tags and entities out, white space to one blank, at most 400 bytes of whole UTF-8 characters.
[[nodiscard]] std::string plainLine(std::string_view text);

} // namespace sz::packs
