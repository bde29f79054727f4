// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/packs/PackCoverage.h"

#include <algorithm>
#include <utility>

namespace sz::packs {
namespace {

constexpr std::uint64_t kMostNoted = 1ULL << 28;
constexpr std::size_t kNamed = 5;

} // namespace

PackCoverage::PackCoverage(const Bounds& bounds, int minZoom, int maxZoom) : m_bounds(bounds)
{
    for (int zoom = minZoom; zoom <= maxZoom; ++zoom) {
        levelOf(zoom);
    }
}

PackCoverage::Level& PackCoverage::levelOf(int zoom)
{
    const auto [at, isNew] = m_levels.try_emplace(zoom);
    if (isNew) {
        at->second.range = tilesIn(m_bounds, zoom);
    }
    return at->second;
}

bool PackCoverage::add(const TileId& tile)
{
    Level& level = levelOf(tile.zoom);
    if (!level.range.contains(tile)) {
        ++level.outside;
        return true;
    }
    const std::uint64_t count = level.range.count();
    if (level.seen.empty() && count <= kMostNoted) {
        level.seen.resize(count);
    }
    if (!level.seen.empty()) {
        auto seen = level.seen[level.range.indexOf(tile)];
        if (seen) {
            return false;
        }
        seen = true;
    }
    ++level.inside;
    return true;
}

std::vector<ZoomCoverage> PackCoverage::zooms() const
{
    std::vector<ZoomCoverage> out;
    for (const auto& [zoom, level] : m_levels) {
        ZoomCoverage row;
        row.zoom = zoom;
        row.tiles = level.inside + level.outside;
        row.expected = level.range.count();
        row.outside = level.outside;
        row.missing = row.expected - std::min(row.expected, level.inside);
        for (std::uint64_t i = 0; i < level.seen.size() && row.firstMissing.size() < kNamed; ++i) {
            if (!level.seen[i]) {
                row.firstMissing.push_back(level.range.at(i));
            }
        }
        if (level.inside == 0) {
            row.firstMissing.push_back(level.range.first);
        }
        out.push_back(std::move(row));
    }
    return out;
}

} // namespace sz::packs
