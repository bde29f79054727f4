// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/osm/OsmPainter.h"

#include "maps/symbols/Symbols.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace sz::maps::osm {
namespace {

constexpr double kBleed = 24;      ///< pixels beyond the edge that are painted as well
constexpr double kLeastStep = 0.6; ///< pixels: nearer points are one
constexpr int kRoadNamesFrom = 13;
constexpr int kRoadPixels = 12;
constexpr double kNameGap = 6;
constexpr QRgb kInk = 0xFF2B2B2B;
constexpr QRgb kHalo = 0xE6FFFFFF;

class BlockPainter
{
public:
    BlockPainter(const OsmMap& map, const BlockId& block)
        : m_map(map), m_zoom(block.zoom),
          m_image(kTile * kBlock, kTile * kBlock, QImage::Format_RGB32)
    {
        const double side = kBlock / std::exp2(m_zoom);
        m_box = {{block.x * side, block.y * side}, {(block.x + 1) * side, (block.y + 1) * side}};
        m_scale = m_image.width() / side;
        m_view = QRectF(m_image.rect());
        m_seen = m_box.grown(kBleed / m_scale);
    }

    QImage paint()
    {
        m_image.fill(ground());
        QPainter painter(&m_image);
        painter.setRenderHint(QPainter::Antialiasing);
        m_painter = &painter;
        for (int k = static_cast<int>(Kind::Green); k <= static_cast<int>(Kind::Building); ++k) {
            each(static_cast<Kind>(k), [this](const Shape& shape) { fill(shape); });
        }
        each(Kind::Stream, [this](const Shape& s) { stroke(s, fillOf(s.kind), width(s.kind)); });
        each(Kind::Path, [this](const Shape& s) { dash(s); });
        each(Kind::Rail, [this](const Shape& s) { rail(s); });
        roads();
        names();
        painter.end();
        return std::move(m_image);
    }

private:
    template <class Do>
    void each(Kind kind, Do what) const
    {
        if (m_zoom < shownFrom(kind)) {
            return;
        }
        for (const Shape& shape : m_map.shapes[static_cast<std::size_t>(kind)]) {
            if (shape.box.intersects(m_seen)) {
                what(shape);
            }
        }
    }

    [[nodiscard]] double width(Kind kind) const { return widthOf(kind, m_zoom); }

    [[nodiscard]] QPointF toPixel(QPointF at) const
    {
        return {(at.x() - m_box.min.x) * m_scale, (at.y() - m_box.min.y) * m_scale};
    }

    [[nodiscard]] QPolygonF polyline(const std::vector<QPointF>& points) const
    {
        QPolygonF line;
        for (std::size_t i = 0; i < points.size(); ++i) {
            const QPointF at = toPixel(points[i]);
            const bool isEnd = i + 1 == points.size();
            if (line.isEmpty() || isEnd || (at - line.back()).manhattanLength() >= kLeastStep) {
                line.append(at);
            }
        }
        return line;
    }

    void fill(const Shape& shape) const
    {
        const double pixels = std::max(shape.box.width(), shape.box.height()) * m_scale;
        if (pixels < 1) {
            return;
        }
        QPainterPath path;
        path.setFillRule(Qt::OddEvenFill);
        for (const auto& ring : shape.lines) {
            path.addPolygon(polyline(ring));
            path.closeSubpath();
        }
        m_painter->setPen(
            shape.kind == Kind::Building ? QPen(casingOf(shape.kind), 0.6) : QPen(Qt::NoPen));
        m_painter->setBrush(fillOf(shape.kind));
        m_painter->drawPath(path);
    }

    void stroke(const Shape& shape, const QColor& colour, double wide) const
    {
        m_painter->setPen(QPen(colour, wide, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_painter->setBrush(Qt::NoBrush);
        for (const auto& line : shape.lines) {
            m_painter->drawPolyline(polyline(line));
        }
    }

    void dash(const Shape& shape) const
    {
        QPen pen(fillOf(shape.kind), width(shape.kind), Qt::CustomDashLine, Qt::FlatCap);
        pen.setDashPattern({4, 3});
        m_painter->setPen(pen);
        m_painter->setBrush(Qt::NoBrush);
        for (const auto& line : shape.lines) {
            m_painter->drawPolyline(polyline(line));
        }
    }

    void rail(const Shape& shape) const
    {
        stroke(shape, fillOf(shape.kind), width(shape.kind));
        if (m_zoom < 13) {
            return;
        }
        QPen pen(Qt::white, width(shape.kind) * 0.5, Qt::CustomDashLine, Qt::FlatCap);
        pen.setDashPattern({7, 7});
        m_painter->setPen(pen);
        for (const auto& line : shape.lines) {
            m_painter->drawPolyline(polyline(line));
        }
    }

    // Casings of all first, so that crossings are open.
    void roads() const
    {
        const auto all = [this](auto what) {
            for (int k = static_cast<int>(Kind::Service); k <= static_cast<int>(Kind::Motorway);
                 ++k) {
                each(static_cast<Kind>(k), what);
            }
        };
        all([this](const Shape& s) {
            if (width(s.kind) > 1.5) {
                stroke(s, casingOf(s.kind), width(s.kind) + 1.4);
            }
        });
        all([this](const Shape& s) {
            const bool isThin = width(s.kind) <= 1.5;
            stroke(s, isThin ? casingOf(s.kind) : fillOf(s.kind), width(s.kind));
        });
    }

    /// Free, and wholly within the block: what reaches over its edge would be cut there.
    bool take(const QRectF& box)
    {
        if (!m_view.contains(box)
            || std::ranges::any_of(m_taken, [&](const QRectF& t) { return t.intersects(box); })) {
            return false;
        }
        m_taken.push_back(box.adjusted(-kNameGap, -kNameGap, kNameGap, kNameGap));
        return true;
    }

    void write(const QPointF& centre, const QString& text, const QFont& font, double degrees) const
    {
        m_painter->save();
        m_painter->translate(centre);
        m_painter->rotate(degrees);
        const QFontMetricsF metrics(font);
        const QPointF base(
            -metrics.horizontalAdvance(text) / 2, (metrics.ascent() - metrics.descent()) / 2);
        QPainterPath path;
        path.addText(base, font, text);
        m_painter->setPen(
            QPen(QColor::fromRgba(kHalo), 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_painter->setBrush(Qt::NoBrush);
        m_painter->drawPath(path);
        m_painter->setFont(font);
        m_painter->setPen(QColor::fromRgb(kInk));
        m_painter->drawText(base, text);
        m_painter->restore();
    }

    void names()
    {
        for (const Place& place : m_map.places) {
            if (place.look.from <= m_zoom && m_box.contains(place.at)) {
                name(place);
            }
        }
        if (m_zoom >= kRoadNamesFrom) {
            for (int k = static_cast<int>(Kind::Motorway); k >= static_cast<int>(Kind::Minor);
                 --k) {
                if (k >= static_cast<int>(Kind::Tertiary) || m_zoom >= 15) {
                    each(static_cast<Kind>(k), [this](const Shape& s) { roadName(s); });
                }
            }
        }
        for (const Kind kind : {Kind::Water, Kind::Green}) {
            each(kind, [this](const Shape& s) { areaName(s); });
        }
    }

    void name(const Place& place)
    {
        const QFont font = symbols::uiFont(place.look.pixels, place.look.isBold);
        const QFontMetricsF metrics(font);
        const QPointF at = toPixel({place.at.x, place.at.y});
        const double down = place.look.hasDot ? metrics.height() * 0.75 : 0;
        QRectF box(0, 0, metrics.horizontalAdvance(place.name) + 4, metrics.height());
        box.moveCenter(at + QPointF(0, down));
        if (!take(box.united(QRectF(at.x() - 3, at.y() - 3, 6, 6)))) {
            return;
        }
        if (place.look.hasDot) {
            m_painter->setPen(QPen(Qt::white, 1));
            m_painter->setBrush(QColor::fromRgb(kInk));
            m_painter->drawEllipse(at, 2.5, 2.5);
        }
        write(box.center(), place.name, font, 0);
    }

    /// On the longest straight piece that holds it, never upside down, each name once in a while only.
    void roadName(const Shape& shape)
    {
        if (shape.name.isEmpty()) {
            return;
        }
        const QFont font = symbols::uiFont(kRoadPixels);
        const double wide = QFontMetricsF(font).horizontalAdvance(shape.name) + 8;
        QLineF best;
        for (const auto& line : shape.lines) {
            const QPolygonF points = polyline(line);
            for (qsizetype i = 1; i < points.size(); ++i) {
                const QLineF piece(points[i - 1], points[i]);
                if (piece.length() > best.length() && m_view.contains(piece.center())) {
                    best = piece;
                }
            }
        }
        if (best.length() < wide * 0.8) {
            return;
        }
        double degrees = -best.angle();
        while (degrees < -90) {
            degrees += 180;
        }
        while (degrees > 90) {
            degrees -= 180;
        }
        const double turn = degrees * M_PI / 180;
        const double w = std::abs(wide * std::cos(turn)) + std::abs(16 * std::sin(turn));
        const double h = std::abs(wide * std::sin(turn)) + std::abs(16 * std::cos(turn));
        QRectF box(0, 0, w, h);
        box.moveCenter(best.center());
        if (take(box)) {
            write(best.center(), shape.name, font, degrees);
        }
    }

    void areaName(const Shape& shape)
    {
        const QFont font = symbols::uiFont(12);
        const QFontMetricsF metrics(font);
        const double wide = metrics.horizontalAdvance(shape.name) + 4;
        if (shape.name.isEmpty() || shape.box.width() * m_scale < wide * 1.2
            || !m_box.contains(shape.box.centre())) {
            return;
        }
        const Mercator centre = shape.box.centre();
        QRectF box(0, 0, wide, metrics.height());
        box.moveCenter(toPixel({centre.x, centre.y}));
        if (take(box)) {
            write(box.center(), shape.name, font, 0);
        }
    }

    const OsmMap& m_map;
    int m_zoom;
    QImage m_image;
    MercatorBox m_box;
    MercatorBox m_seen;
    double m_scale = 1;
    QRectF m_view;
    QPainter* m_painter = nullptr;
    std::vector<QRectF> m_taken;
};

} // namespace

QImage paintBlock(const OsmMap& map, const BlockId& block)
{
    return BlockPainter(map, block).paint();
}

} // namespace sz::maps::osm
