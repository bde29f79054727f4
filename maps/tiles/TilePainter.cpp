// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/tiles/TilePainter.h"

#include "maps/overlay/OverlayPainter.h"

#include <QPainter>
#include <QPainterPath>

#include <array>
#include <cmath>
#include <utility>

namespace sz::maps {

using symbols::Theme;
using symbols::Token;

namespace {

constexpr double kBleed =
    6; ///< pixels beyond the edge, so that strokes and cuts at the rim stay unseen
constexpr double kCasing =
    2; ///< pixels by which a border's edge over a base map is wider than the border
constexpr int kCasingAlpha = 150;

/// One painting of one piece of ground.
class GroundPainter
{
public:
    GroundPainter(
        QPainter& painter,
        const Detail& detail,
        const QTransform& toPixels,
        const QRectF& rect,
        Theme theme,
        const BasePicture& base,
        const GroundLook& look)
        : m_painter(painter), m_detail(detail), m_toPixels(toPixels), m_frame(rect),
          m_rect(rect.adjusted(-kBleed, -kBleed, kBleed, kBleed)), m_theme(theme), m_base(base),
          m_look(look)
    {
        const QRectF ground = toPixels.inverted().mapRect(m_rect);
        m_box = {{ground.left(), ground.top()}, {ground.right(), ground.bottom()}};
    }

    void paint(const BorderWidths& widths)
    {
        m_painter.fillRect(m_rect, symbols::color(m_theme, Token::Land));
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setPen(Qt::NoPen);
        m_painter.setOpacity(m_look.zones);
        for (const Shape& zone : m_detail.zones) {
            fill(zone, zoneTint(zone.index, m_theme), Qt::WindingFill);
        }
        m_painter.setOpacity(1);
        const bool hasBase = !m_base.image.isNull();
        if (hasBase) {
            paintBase();
        }
        for (const Shape& river : m_detail.rivers) {
            fill(river, symbols::color(m_theme, Token::Water), Qt::OddEvenFill);
        }
        m_painter.setClipping(false);
        m_painter.setBrush(Qt::NoBrush);
        for (const BorderLine& border : m_detail.borders) // areas first, zones last
        {
            m_painter.setOpacity(opacityOf(border.sort));
            if (border.box.intersects(m_box) && m_painter.opacity() > 0) {
                stroke(border, widths, hasBase);
            }
        }
        m_painter.setOpacity(1);
    }

private:
    [[nodiscard]] double opacityOf(BorderSort sort) const
    {
        switch (sort) {
        case BorderSort::Area:
            return m_look.areas;
        case BorderSort::District:
            return m_look.districts;
        case BorderSort::Zone:
            return m_look.zones;
        }
        return 1;
    }

    /// From here on only ground without a base map is painted on.
    void paintBase()
    {
        m_painter.setOpacity(baseOpacity(m_theme));
        m_painter.drawImage(m_frame, m_base.image);
        m_painter.setOpacity(1);
        QPainterPath open;
        open.addRect(m_rect);
        QPainterPath covered;
        covered.addRegion(m_base.covered);
        const double scale = m_frame.width() / m_base.image.width();
        const QTransform toFrame(scale, 0, 0, scale, m_frame.x(), m_frame.y());
        m_painter.setClipPath(open.subtracted(toFrame.map(covered)));
    }

    void fill(const Shape& shape, const QColor& colour, Qt::FillRule rule)
    {
        if (!shape.box.intersects(m_box)) {
            return;
        }
        QPainterPath path;
        path.setFillRule(rule);
        for (const Line& ring : shape.rings) {
            const QPolygonF cut = clippedRing(ring, m_toPixels, m_rect);
            if (cut.size() > 2) {
                path.addPolygon(cut);
                path.closeSubpath();
            }
        }
        m_painter.setBrush(colour);
        m_painter.drawPath(path);
    }

    void stroke(const BorderLine& border, const BorderWidths& widths, bool hasBase)
    {
        const std::array<std::pair<Token, double>, 3> pens{
            {{Token::BArea, widths.area},
             {Token::BDist, widths.district},
             {Token::BZone, widths.zone}}};
        const auto& [token, width] = pens[static_cast<std::size_t>(border.sort)];
        QPen pen(symbols::color(m_theme, token), width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
        QColor casing = symbols::color(m_theme, Token::Land);
        casing.setAlpha(kCasingAlpha);
        for (const LineRun& run : clippedLine(border.points, m_toPixels, m_rect)) {
            if (hasBase) {
                m_painter.setPen(
                    QPen(casing, width + kCasing, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
                m_painter.drawPolyline(run.points);
            }
            if (widths.isDashed) {
                constexpr std::array<double, 2> kDash{4, 2.5}; // in pen widths
                pen.setDashPattern({kDash[0], kDash[1]});
                pen.setDashOffset(std::fmod(run.start / width, kDash[0] + kDash[1]));
            }
            m_painter.setPen(pen);
            m_painter.drawPolyline(run.points);
        }
    }

    QPainter& m_painter;
    const Detail& m_detail;
    QTransform m_toPixels;
    QRectF m_frame;
    QRectF m_rect;
    MercatorBox m_box;
    Theme m_theme;
    const BasePicture& m_base;
    const GroundLook& m_look;
};

} // namespace

QColor zoneTint(int index, Theme theme)
{
    constexpr std::array kTints{Token::Zhk, Token::Zhy, Token::Zwc};
    return symbols::color(theme, kTints[static_cast<std::size_t>(index) % kTints.size()]);
}

double baseOpacity(Theme theme)
{
    return theme == Theme::Dark ? 0.2 : 0.45;
}

BorderWidths borderWidths(double zoom)
{
    if (zoom < 9.5) {
        return {0.6, 0.8, 1.2, false};
    }
    if (zoom < 13.5) {
        return {0.9, 1.2, 1.7, false};
    }
    return {2, 2, 2.4, true};
}

void paintGround(
    QPainter& painter,
    const BoundaryStore& store,
    const QTransform& toPixels,
    const QRectF& rect,
    double zoom,
    Theme theme,
    const BasePicture& base,
    const GroundLook& look)
{
    GroundPainter(painter, store.detailFor(zoom), toPixels, rect, theme, base, look)
        .paint(borderWidths(zoom));
}

QImage paintTile(
    const TileKey& key,
    const BoundaryStore& store,
    const PackStack* packs,
    const Overlays* overlays)
{
    const double ratio = key.scale / 100.0;
    const int side = static_cast<int>(std::lround(kTileSide * ratio));
    QImage image(side, side, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.scale(ratio, ratio);
    const double scale = worldPixels(key.zoomLevel());
    const QTransform toPixels(
        scale, 0, 0, scale, -1.0 * key.x * kTileSide, -1.0 * key.y * kTileSide);
    const BasePicture base =
        packs == nullptr ? BasePicture() : packs->compose({key.box(), image.size()});
    const QRectF whole(0, 0, kTileSide, kTileSide);
    paintGround(
        painter, store, toPixels, whole, key.zoomLevel(), key.theme, base,
        overlays == nullptr ? GroundLook() : overlays->ground);
    if (overlays != nullptr) {
        const OverlayFrame frame{toPixels, whole, key.zoomLevel(), key.theme};
        for (const Overlay& overlay : overlays->list) {
            paintOverlay(painter, overlay, frame);
        }
        if (overlays->heat != nullptr) {
            paintHeat(painter, *overlays->heat, frame);
        }
    }
    painter.end();
    image.setDevicePixelRatio(ratio);
    return image;
}

} // namespace sz::maps
