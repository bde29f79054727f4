// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Things laid over the ground (cells, outlines, circles, points, lines), projected once and found by where they are.

#include "maps/geo/Polyline.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace sz::maps {

enum class OverlaySort : std::uint8_t {
    Point,
    Track, ///< open lines
    Area,  ///< rings; even-odd
};

struct OverlayShape
{
    OverlaySort sort = OverlaySort::Point;
    std::uint8_t tone = 0;     ///< index into OverlayStyle::tones
    bool isDashed = false;     ///< lines: the place is not exact
    std::uint32_t feature = 0; ///< of the caller's list
    MercatorBox box;
    std::vector<Line>
        parts; ///< rings, lines; none of a point, whose box is the point: a city has a million

    [[nodiscard]] Mercator at() const { return box.min; } ///< of a point
};

/// Filled by one, then shared as `std::shared_ptr<const OverlayShapes>`; then any thread may read it.
class OverlayShapes
{
public:
    void addPoint(Mercator at, std::uint32_t feature = 0, std::uint8_t tone = 0);
    void
    addLine(Line line, std::uint32_t feature = 0, std::uint8_t tone = 0, bool isDashed = false);
    /// Rings closed; nothing is added for none.
    void addArea(std::vector<Line> rings, std::uint32_t feature = 0, std::uint8_t tone = 0);
    /// A circle on the ground.
    void addCircle(Wgs84 centre, double metres, std::uint32_t feature = 0, std::uint8_t tone = 0);
    /// Ends the filling: some 5 ms for 16,000.
    void index();

    [[nodiscard]] const std::vector<OverlayShape>& all() const { return m_shapes; }
    [[nodiscard]] std::size_t size() const { return m_shapes.size(); }
    [[nodiscard]] const MercatorBox& box() const { return m_box; }
    /// Those whose boxes touch `box`, in the order they were added, each once.
    [[nodiscard]] std::vector<const OverlayShape*> in(const MercatorBox& box) const;
    /// Those that hold the point (areas) or lie within `reach` (unit-square length) of it, in their order.
    [[nodiscard]] std::vector<const OverlayShape*> at(Mercator point, double reach) const;

private:
    void add(OverlayShape shape);
    [[nodiscard]] int cellOf(double v, double from, double width) const;

    std::vector<OverlayShape> m_shapes;
    MercatorBox m_box;
    std::vector<std::vector<std::uint32_t>> m_cells; ///< indices of m_shapes
    std::vector<std::uint32_t> m_wide;               ///< those that would stand in too many cells
};

} // namespace sz::maps
