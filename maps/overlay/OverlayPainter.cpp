// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/overlay/OverlayPainter.h"

#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <set>

namespace sz::maps {

using symbols::Token;

namespace {

constexpr double kBleed = 12;  ///< marks and strokes of what lies beside the frame
constexpr double kSpeck = 2.5; ///< areas below it are a filled rectangle
constexpr double kSmall = 10;  ///< areas below it have no edge
constexpr double kStep = 0.7;  ///< corners nearer to the one before are left out, pixels
constexpr double kSameDot = 2; ///< points in the same square of this are one
constexpr double kMarkEdge = 1.5;
constexpr double kHatchStep = 11; ///< pixels along an edge of the picture
constexpr double kHatchWidth = 1.6;
constexpr double kDrillSide = 9; ///< never less

/// Pixels of a mark's side: far out a point is a dot.
double markSide(double zoom)
{
    return zoom < 10.5 ? 3.5 : zoom < 12.5 ? 6 : 11;
}

class Brushwork
{
public:
    Brushwork(QPainter& painter, const Overlay& overlay, const OverlayFrame& frame)
        : m_painter(painter), m_overlay(overlay), m_frame(frame),
          m_rect(frame.rect.adjusted(-kBleed, -kBleed, kBleed, kBleed))
    {
    }

    void paint()
    {
        const QRectF ground = m_frame.toPixels.inverted().mapRect(m_rect);
        const auto shapes = m_overlay.shapes->in(
            {{ground.left(), ground.top()}, {ground.right(), ground.bottom()}});
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setOpacity(m_painter.opacity() * m_overlay.opacity);
        if (m_overlay.style.isUnion) {
            fillTogether(shapes);
        }
        for (const OverlayShape* shape : shapes) {
            if (shape->sort == OverlaySort::Area && !m_overlay.style.isUnion) {
                paintArea(*shape);
            } else if (shape->sort == OverlaySort::Track) {
                paintLine(*shape);
            }
        }
        for (const OverlayShape* shape : shapes) { // points lie over areas
            if (shape->sort == OverlaySort::Point) {
                paintPoint(*shape);
            }
        }
        m_painter.restore();
    }

private:
    [[nodiscard]] Token toneOf(const OverlayShape& shape) const
    {
        const auto& tones = m_overlay.style.tones;
        return tones[std::min<std::size_t>(shape.tone, tones.size() - 1)];
    }

    [[nodiscard]] QColor fillOf(Token tone) const
    {
        QColor colour = symbols::color(m_frame.theme, tone);
        colour.setAlphaF(static_cast<float>(m_overlay.style.fill));
        return colour;
    }

    [[nodiscard]] QPen penOf(Token tone, bool isDashed) const
    {
        QPen pen(
            symbols::color(m_frame.theme, tone), m_overlay.style.width, Qt::SolidLine, Qt::FlatCap,
            Qt::RoundJoin);
        if (isDashed || m_overlay.style.isDashed) {
            pen.setDashPattern({4, 3});
        }
        return pen;
    }

    [[nodiscard]] QPointF pixel(Mercator p) const
    {
        return m_frame.toPixels.map(QPointF(p.x, p.y));
    }

    /// In pixels, without corners nobody can see.
    [[nodiscard]] QPolygonF thinned(const Line& line) const
    {
        QPolygonF out;
        out.reserve(static_cast<qsizetype>(line.size()));
        for (std::size_t i = 0; i < line.size(); ++i) {
            const QPointF p = pixel(line[i]);
            const bool isNear = !out.isEmpty() && std::abs(p.x() - out.back().x()) < kStep
                                && std::abs(p.y() - out.back().y()) < kStep;
            if (!isNear || i + 1 == line.size()) {
                out.push_back(p);
            }
        }
        return out;
    }

    void addTo(QPainterPath& path, const OverlayShape& shape, bool isInside) const
    {
        for (const Line& ring : shape.parts) {
            const QPolygonF cut =
                isInside ? thinned(ring) : clippedRing(ring, m_frame.toPixels, m_rect);
            if (cut.size() > 2) {
                path.addPolygon(cut);
                path.closeSubpath();
            }
        }
    }

    [[nodiscard]] QRectF boxOf(const OverlayShape& shape) const
    {
        return QRectF(pixel(shape.box.min), pixel(shape.box.max));
    }

    void paintArea(const OverlayShape& shape)
    {
        const QRectF box = boxOf(shape);
        const Token tone = toneOf(shape);
        const double large = std::max(box.width(), box.height());
        if (large < kSpeck) {
            m_painter.fillRect(box, fillOf(tone));
            return;
        }
        const bool isInside = m_rect.contains(box);
        QPainterPath path;
        path.setFillRule(Qt::OddEvenFill);
        addTo(path, shape, isInside);
        const bool hasEdge = m_overlay.style.width > 0 && large >= kSmall;
        m_painter.setBrush(m_overlay.style.fill > 0 ? QBrush(fillOf(tone)) : QBrush(Qt::NoBrush));
        m_painter.setPen(hasEdge && isInside ? penOf(tone, false) : QPen(Qt::NoPen));
        m_painter.drawPath(path);
        if (m_overlay.style.isHatched) {
            paintHatch(
                m_painter, path, symbols::color(m_frame.theme, tone),
                m_frame.toPixels.map(QPointF(0, 0)));
        }
        if (hasEdge && !isInside) { // the cut's own edges are no edges
            strokeRuns(shape, tone, false);
        }
    }

    void strokeRuns(const OverlayShape& shape, Token tone, bool isDashed)
    {
        QPen pen = penOf(tone, isDashed);
        const bool hasDashes = pen.style() == Qt::CustomDashLine;
        m_painter.setBrush(Qt::NoBrush);
        for (const Line& line : shape.parts) {
            for (const LineRun& run : clippedLine(line, m_frame.toPixels, m_rect)) {
                if (hasDashes) {
                    pen.setDashOffset(std::fmod(run.start / pen.widthF(), 7));
                }
                m_painter.setPen(pen);
                m_painter.drawPolyline(run.points);
            }
        }
    }

    /// Rings of one turn each, all the same way round: winding makes them one.
    void fillTogether(const std::vector<const OverlayShape*>& shapes)
    {
        QPainterPath path;
        path.setFillRule(Qt::WindingFill);
        for (const OverlayShape* shape : shapes) {
            if (shape->sort == OverlaySort::Area) {
                addTo(path, *shape, false);
            }
        }
        m_painter.setPen(Qt::NoPen);
        if (!shapes.empty()) {
            m_painter.setBrush(fillOf(toneOf(*shapes.front())));
            m_painter.drawPath(path);
        }
    }

    void paintLine(const OverlayShape& shape) { strokeRuns(shape, toneOf(shape), shape.isDashed); }

    void paintPoint(const OverlayShape& shape)
    {
        const QPointF at = pixel(shape.at());
        const std::pair<int, int> spot{
            static_cast<int>(std::floor(at.x() / kSameDot)),
            static_cast<int>(std::floor(at.y() / kSameDot))};
        if (!m_rect.contains(at) || !m_spots.insert(spot).second) {
            return;
        }
        const QImage& image = markImage(toneOf(shape));
        const double side = image.width() / image.devicePixelRatio();
        m_painter.drawImage(at - QPointF(side / 2, side / 2), image);
    }

    const QImage& markImage(Token tone)
    {
        const auto it = std::ranges::find(m_marks, tone, &std::pair<Token, QImage>::first);
        if (it != m_marks.end()) {
            return it->second;
        }
        const double ratio = m_painter.device()->devicePixelRatio() * m_painter.transform().m11();
        const bool isDrill = m_overlay.style.mark == PointMark::Drill;
        const double side = std::max(markSide(m_frame.zoom), isDrill ? kDrillSide : 0);
        const double whole = std::ceil(side + 2 * kMarkEdge + 1);
        QImage image(
            QSizeF(whole * ratio, whole * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(ratio);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        const PointMark mark = side < 6 ? PointMark::Dot : m_overlay.style.mark;
        paintPointMark(painter, {whole / 2, whole / 2}, side, mark, tone, m_frame.theme);
        painter.end();
        return m_marks.emplace_back(tone, image).second;
    }

    QPainter& m_painter;
    const Overlay& m_overlay;
    const OverlayFrame& m_frame;
    QRectF m_rect;
    std::vector<std::pair<Token, QImage>> m_marks;
    std::set<std::pair<int, int>> m_spots;
};

QPainterPath outlineOf(PointMark mark, QPointF c, double r)
{
    QPainterPath path;
    const auto polygon = [&](std::initializer_list<QPointF> points) {
        QPolygonF shape;
        for (const QPointF& p : points) {
            shape.push_back(c + p * r);
        }
        path.addPolygon(shape);
        path.closeSubpath();
    };
    switch (mark) {
    case PointMark::Dot:
        path.addEllipse(c, r, r);
        break;
    case PointMark::Square:
        polygon({{-0.9, -0.9}, {0.9, -0.9}, {0.9, 0.9}, {-0.9, 0.9}});
        break;
    case PointMark::Diamond:
        polygon({{0, -1.15}, {1.15, 0}, {0, 1.15}, {-1.15, 0}});
        break;
    case PointMark::Cross:
        polygon(
            {{-0.38, -1},
             {0.38, -1},
             {0.38, -0.38},
             {1, -0.38},
             {1, 0.38},
             {0.38, 0.38},
             {0.38, 1},
             {-0.38, 1},
             {-0.38, 0.38},
             {-1, 0.38},
             {-1, -0.38},
             {-0.38, -0.38}});
        break;
    case PointMark::House:
        polygon(
            {{0, -1.1},
             {1, -0.2},
             {0.75, -0.2},
             {0.75, 0.9},
             {-0.75, 0.9},
             {-0.75, -0.2},
             {-1, -0.2}});
        break;
    case PointMark::Drill: // even-odd: a frame, and a band from corner to corner
        path.addRect(QRectF(c.x() - r, c.y() - r, 2 * r, 2 * r));
        path.addRect(QRectF(c.x() - 0.66 * r, c.y() - 0.66 * r, 1.32 * r, 1.32 * r));
        polygon(
            {{-0.66, 0.66}, {-0.66, 0.3}, {0.3, -0.66}, {0.66, -0.66}, {0.66, -0.3}, {-0.3, 0.66}});
        break;
    }
    return path;
}

} // namespace

void paintHatch(QPainter& painter, const QPainterPath& path, const QColor& colour, QPointF corner)
{
    const QRectF box = path.boundingRect();
    const double from = corner.x() + corner.y();
    painter.save();
    painter.setClipPath(path, Qt::IntersectClip);
    painter.setPen(QPen(colour, kHatchWidth));
    double at = from + std::floor((box.left() + box.top() - from) / kHatchStep) * kHatchStep;
    for (; at < box.right() + box.bottom(); at += kHatchStep) {
        painter.drawLine(
            QPointF(at - box.top(), box.top()), QPointF(at - box.bottom(), box.bottom()));
    }
    painter.restore();
}

void paintPointMark(
    QPainter& painter,
    QPointF at,
    double side,
    PointMark mark,
    symbols::Token tone,
    symbols::Theme theme)
{
    const QPainterPath path = outlineOf(mark, at, side / 2);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.strokePath(
        path, QPen(
                  symbols::color(theme, Token::Disc), 2 * kMarkEdge, Qt::SolidLine, Qt::RoundCap,
                  Qt::RoundJoin));
    painter.fillPath(path, symbols::color(theme, tone));
}

void paintOverlay(QPainter& painter, const Overlay& overlay, const OverlayFrame& frame)
{
    if (overlay.opacity > 0 && frame.zoom >= overlay.fromZoom && overlay.shapes->size() > 0) {
        Brushwork(painter, overlay, frame).paint();
    }
}

} // namespace sz::maps
