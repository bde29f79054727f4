// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/overlay/OverlayShapes.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace sz::maps {
namespace {

constexpr int kSide = 96;                       ///< cells of the index
constexpr int kMostCells = 64;                  ///< of one shape
constexpr int kCorners = 96;                    ///< of a circle
constexpr double kMetresPerDegree = 111'195.08; ///< of a meridian on the mean earth sphere

} // namespace

void OverlayShapes::add(OverlayShape shape)
{
    for (const Line& part : shape.parts) {
        for (const Mercator p : part) {
            shape.box.include(p);
        }
    }
    m_box.include(shape.box);
    m_shapes.push_back(std::move(shape));
}

void OverlayShapes::addPoint(Mercator at, std::uint32_t feature, std::uint8_t tone)
{
    OverlayShape shape{OverlaySort::Point, tone, false, feature, {}, {}};
    shape.box.include(at);
    add(std::move(shape));
}

void OverlayShapes::addLine(Line line, std::uint32_t feature, std::uint8_t tone, bool isDashed)
{
    if (line.size() > 1) {
        add({OverlaySort::Track, tone, isDashed, feature, {}, {std::move(line)}});
    }
}

void OverlayShapes::addArea(std::vector<Line> rings, std::uint32_t feature, std::uint8_t tone)
{
    std::erase_if(rings, [](const Line& ring) { return ring.size() < 4; });
    if (!rings.empty()) {
        add({OverlaySort::Area, tone, false, feature, {}, std::move(rings)});
    }
}

void OverlayShapes::addCircle(Wgs84 centre, double metres, std::uint32_t feature, std::uint8_t tone)
{
    const double north = metres / kMetresPerDegree;
    const double east = north / std::cos(centre.lat * std::numbers::pi / 180);
    Line ring;
    for (int i = 0; i <= kCorners; ++i) {
        const double turn = (i % kCorners) * 2 * std::numbers::pi / kCorners;
        ring.push_back(
            toMercator({centre.lon + east * std::cos(turn), centre.lat + north * std::sin(turn)}));
    }
    addArea({std::move(ring)}, feature, tone);
}

int OverlayShapes::cellOf(double v, double from, double width) const
{
    const double share = width > 0 ? (v - from) / width : 0;
    return static_cast<int>(std::clamp(share * kSide, 0.0, kSide - 1.0));
}

void OverlayShapes::index()
{
    m_cells.assign(static_cast<std::size_t>(kSide * kSide), {});
    m_wide.clear();
    for (std::uint32_t i = 0; i < m_shapes.size(); ++i) {
        const MercatorBox& box = m_shapes[i].box;
        const int left = cellOf(box.min.x, m_box.min.x, m_box.width());
        const int right = cellOf(box.max.x, m_box.min.x, m_box.width());
        const int top = cellOf(box.min.y, m_box.min.y, m_box.height());
        const int bottom = cellOf(box.max.y, m_box.min.y, m_box.height());
        if ((right - left + 1) * (bottom - top + 1) > kMostCells) {
            m_wide.push_back(i);
            continue;
        }
        for (int y = top; y <= bottom; ++y) {
            for (int x = left; x <= right; ++x) {
                m_cells[static_cast<std::size_t>(y * kSide + x)].push_back(i);
            }
        }
    }
}

std::vector<const OverlayShape*> OverlayShapes::in(const MercatorBox& box) const
{
    std::vector<const OverlayShape*> out;
    if (m_cells.empty() || !box.intersects(m_box)) {
        return out;
    }
    std::vector<std::uint32_t> found = m_wide;
    const int right = cellOf(box.max.x, m_box.min.x, m_box.width());
    const int bottom = cellOf(box.max.y, m_box.min.y, m_box.height());
    for (int y = cellOf(box.min.y, m_box.min.y, m_box.height()); y <= bottom; ++y) {
        for (int x = cellOf(box.min.x, m_box.min.x, m_box.width()); x <= right; ++x) {
            const auto& cell = m_cells[static_cast<std::size_t>(y * kSide + x)];
            found.insert(found.end(), cell.begin(), cell.end());
        }
    }
    std::ranges::sort(found);
    const auto again = std::ranges::unique(found);
    found.erase(again.begin(), again.end());
    for (const std::uint32_t i : found) {
        if (m_shapes[i].box.intersects(box)) {
            out.push_back(&m_shapes[i]);
        }
    }
    return out;
}

std::vector<const OverlayShape*> OverlayShapes::at(Mercator point, double reach) const
{
    MercatorBox box;
    box.include(point);
    auto out = in(box.grown(reach));
    std::erase_if(out, [&](const OverlayShape* shape) {
        if (shape->sort == OverlaySort::Area) {
            return !ringsContain(shape->parts, point);
        }
        if (shape->sort == OverlaySort::Point) {
            const Mercator p = shape->at();
            return std::hypot(p.x - point.x, p.y - point.y) > reach;
        }
        return distanceToRings(shape->parts, point) > reach;
    });
    return out;
}

} // namespace sz::maps
