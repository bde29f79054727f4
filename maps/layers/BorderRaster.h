// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Cells of the view through which a border runs, so that words are not written across lines.

#include "maps/geo/BoundaryStore.h"

#include <QRectF>

#include <vector>

namespace sz::maps {

/// Borders drawn into cells of 5 × 5 pixels. View coordinates. Making one takes well under a millisecond.
class BorderRaster
{
public:
    BorderRaster(const Detail& detail, const CameraState& camera, const QRectF& rect);

    /// True when a border of at least this sort runs through the box.
    [[nodiscard]] bool isCrossed(const QRectF& box, BorderSort least) const;

private:
    [[nodiscard]] int column(double x) const;
    [[nodiscard]] int row(double y) const;
    [[nodiscard]] std::size_t index(int x, int y) const;
    void draw(const QPolygonF& line, std::uint8_t sort);

    QRectF m_rect;
    int m_columns;
    int m_rows;
    std::vector<std::uint8_t> m_cells; ///< strongest sort in each cell
};

} // namespace sz::maps
