// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/overlay/OverlayPainter.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace sz::maps {
namespace {

constexpr double kCell = 8;   ///< pixels
constexpr double kReach = 48; ///< of a point, pixels
constexpr double kFull = 6;   ///< weight at which it is at its strongest
constexpr double kStrongest = 0.5;

/// Weights on a grid of kCell, one cell wider than the frame on each side.
class Field
{
public:
    explicit Field(const QRectF& rect)
        : m_origin(rect.topLeft() - QPointF(kCell, kCell)),
          m_columns(static_cast<int>(std::ceil(rect.width() / kCell)) + 2),
          m_rows(static_cast<int>(std::ceil(rect.height() / kCell)) + 2),
          m_cells(static_cast<std::size_t>(m_columns * m_rows), 0.0F)
    {
    }

    void add(QPointF at, double weight)
    {
        const QPointF p = (at - m_origin) / kCell;
        const double reach = kReach / kCell;
        const int top = std::max(0, static_cast<int>(std::floor(p.y() - reach)));
        const int bottom = std::min(m_rows - 1, static_cast<int>(std::ceil(p.y() + reach)));
        const int left = std::max(0, static_cast<int>(std::floor(p.x() - reach)));
        const int right = std::min(m_columns - 1, static_cast<int>(std::ceil(p.x() + reach)));
        for (int y = top; y <= bottom; ++y) {
            for (int x = left; x <= right; ++x) {
                const double d = std::hypot(x + 0.5 - p.x(), y + 0.5 - p.y()) / reach;
                if (d < 1) {
                    const double share = 1 - d * d;
                    m_cells[static_cast<std::size_t>(y * m_columns + x)] +=
                        static_cast<float>(weight * share * share);
                }
            }
        }
    }

    [[nodiscard]] QImage image(QColor colour, double opacity) const
    {
        QImage out(m_columns, m_rows, QImage::Format_ARGB32_Premultiplied);
        for (int y = 0; y < m_rows; ++y) {
            auto* line = reinterpret_cast<QRgb*>(out.scanLine(y));
            for (int x = 0; x < m_columns; ++x) {
                const double v = m_cells[static_cast<std::size_t>(y * m_columns + x)] / kFull;
                colour.setAlphaF(
                    static_cast<float>(std::sqrt(std::min(v, 1.0)) * kStrongest * opacity));
                line[x] = qPremultiply(colour.rgba());
            }
        }
        return out;
    }

    [[nodiscard]] QRectF rect() const
    {
        return {m_origin, QSizeF(m_columns * kCell, m_rows * kCell)};
    }

private:
    QPointF m_origin;
    int m_columns;
    int m_rows;
    std::vector<float> m_cells;
};

} // namespace

void paintHeat(QPainter& painter, const Heat& heat, const OverlayFrame& frame)
{
    const QRectF near = frame.rect.adjusted(-kReach, -kReach, kReach, kReach);
    Field field(frame.rect);
    bool isEmpty = true;
    for (const HeatPoint& point : heat.points) {
        const QPointF at = frame.toPixels.map(QPointF(point.at.x, point.at.y));
        if (near.contains(at)) {
            field.add(at, point.weight);
            isEmpty = false;
        }
    }
    if (!isEmpty) {
        painter.save();
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(
            field.rect(),
            field.image(symbols::color(frame.theme, symbols::Token::Inv), heat.opacity));
        painter.restore();
    }
}

} // namespace sz::maps
