// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Tile packs for tests: tiles with their numbers on them, written as MBTiles or PMTiles.

#include "data/packs/PmDirectory.h"
#include "data/packs/TileId.h"
#include "data/packs/TileImage.h"

#include <QByteArray>
#include <QColor>
#include <QImage>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace sz::test {

/// A square of one colour with a frame, and "z/x/y" where it is large enough to be read. Needs a QGuiApplication.
[[nodiscard]] QImage tileImage(const packs::TileId& tile, const QColor& ground, int side = 256);
/// The image's file.
[[nodiscard]] QByteArray encoded(const QImage& image, packs::TileFormat format);

struct MadeTile
{
    packs::TileId id;
    QByteArray bytes;
};

/// Every tile of the bounds from one zoom to another.
[[nodiscard]] std::vector<MadeTile> madeTiles(
    const packs::Bounds& bounds,
    int minZoom,
    int maxZoom,
    const QColor& ground,
    packs::TileFormat format = packs::TileFormat::Png,
    int side = 256);

/// Rows of the metadata table: name, format, bounds, zooms, attribution.
using Metadata = std::map<std::string, std::string>;
[[nodiscard]] Metadata metadataFor(
    const packs::Bounds& bounds,
    int minZoom,
    int maxZoom,
    const std::string& name = "Test pack");

/// Replaces the file; throws on failure.
void writeMbTiles(
    const std::filesystem::path& file,
    const Metadata& metadata,
    const std::vector<MadeTile>& tiles);
/// SQL in a file that exists.
void changeMbTiles(const std::filesystem::path& file, const std::string& sql);

struct PmMaking
{
    packs::Packing internal = packs::Packing::Gzip;
    packs::PmTileType type = packs::PmTileType::Png;
    std::size_t leafEntries = 0; ///< entries in each leaf directory; 0: all in the root
};
/// The same for PMTiles 3; equal neighbours become a run.
void writePmTiles(
    const std::filesystem::path& file,
    const Metadata& metadata,
    std::vector<MadeTile> tiles,
    const PmMaking& making = {});

/// A file's bytes, and back.
[[nodiscard]] QByteArray readAll(const std::filesystem::path& file);
void writeAll(const std::filesystem::path& file, const QByteArray& bytes);

} // namespace sz::test
