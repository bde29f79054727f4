// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/layers/BorderRaster.h"

#include <algorithm>
#include <cmath>

namespace sz::maps {

namespace {

constexpr double kCell = 5;
constexpr std::uint8_t kNothing = 255;

} // namespace

BorderRaster::BorderRaster(const Detail& detail, const CameraState& camera, const QRectF& rect)
    : m_rect(rect), m_columns(static_cast<int>(rect.width() / kCell) + 1),
      m_rows(static_cast<int>(rect.height() / kCell) + 1),
      m_cells(static_cast<std::size_t>(m_columns * m_rows), kNothing)
{
    const MercatorBox box{camera.toGround(rect.topLeft()), camera.toGround(rect.bottomRight())};
    for (const BorderLine& border : detail.borders) { // hairlines first: the strongest stays
        if (border.box.intersects(box)) {
            for (const LineRun& run : clippedLine(border.points, camera.transform(), rect)) {
                draw(run.points, static_cast<std::uint8_t>(border.sort));
            }
        }
    }
}

bool BorderRaster::isCrossed(const QRectF& box, BorderSort least) const
{
    const QRectF in = box.translated(-m_rect.topLeft());
    for (int y = row(in.top()); y <= row(in.bottom()); ++y) {
        for (int x = column(in.left()); x <= column(in.right()); ++x) {
            const std::uint8_t cell = m_cells[index(x, y)];
            if (cell != kNothing && cell >= static_cast<std::uint8_t>(least)) {
                return true;
            }
        }
    }
    return false;
}

int BorderRaster::column(double x) const
{
    return std::clamp(static_cast<int>(x / kCell), 0, m_columns - 1);
}

int BorderRaster::row(double y) const
{
    return std::clamp(static_cast<int>(y / kCell), 0, m_rows - 1);
}

std::size_t BorderRaster::index(int x, int y) const
{
    return static_cast<std::size_t>(y * m_columns + x);
}

void BorderRaster::draw(const QPolygonF& line, std::uint8_t sort)
{
    for (qsizetype i = 1; i < line.size(); ++i) {
        const QPointF step = line[i] - line[i - 1];
        const int parts = 1 + static_cast<int>(std::hypot(step.x(), step.y()) / (kCell * 0.7));
        for (int k = 0; k <= parts; ++k) {
            const QPointF p =
                line[i - 1] + step * (static_cast<double>(k) / parts) - m_rect.topLeft();
            m_cells[index(column(p.x()), row(p.y()))] = sort;
        }
    }
}

} // namespace sz::maps
