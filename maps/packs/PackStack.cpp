// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/packs/PackStack.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <ranges>
#include <utility>

namespace sz::maps {
namespace {

constexpr int kMostAncestors = 6; ///< zooms above a missing tile where a coarser one is looked for

PackZooms zoomsOf(const packs::PackInfo& info)
{
    return {info.minZoom, info.maxZoom, info.tileSide};
}

/// One picture being composed: what is drawn is found from the top down and drawn from the bottom up.
class Composing
{
public:
    Composing(const PictureFrame& frame, PackReaders::Loan& readers)
        : m_frame(frame), m_readers(readers), m_within(frame.rect())
    {
    }

    [[nodiscard]] bool isFull() const { return (QRegion(m_frame.rect()) - m_opaque).isEmpty(); }

    /// The pack's tiles of the right zoom.
    void add(std::size_t pack, int zoom)
    {
        for (const packs::TileId& tile : tilesFor(m_frame, zoom)) {
            const QRectF place = m_frame.placeOf(tile);
            if (!isHidden(place)) {
                draw(m_readers.tile(pack, tile), place);
            }
        }
    }

    /// Where nothing was found so far within the pack's bounds: the nearest coarser tile, under everything else. Beyond them
    /// a pack's lowest zooms reach far, and would be a blur there.
    void addCoarser(std::size_t pack, int zoom, int least, const MercatorBox& bounds)
    {
        m_within = m_frame.rectOf(bounds);
        const int levels = std::min(kMostAncestors, zoom - least);
        for (int up = 1; up <= levels && !isFull(); ++up) {
            for (const packs::TileId& tile : tilesFor(m_frame, zoom - up)) {
                const QRectF place = m_frame.placeOf(tile);
                if (!isHidden(place)) {
                    draw(m_readers.tile(pack, tile, false), place); // what is there is enough
                }
            }
        }
    }

    [[nodiscard]] BasePicture picture() const
    {
        if (m_draws.empty()) {
            return {};
        }
        QImage image(m_frame.pixels, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        for (const Draw& draw : m_draws | std::views::reverse) {
            painter.drawImage(QRectF(draw.cut.target), draw.image, draw.cut.source);
        }
        return {image, m_opaque};
    }

private:
    struct Draw
    {
        QImage image;
        TileCut cut;
    };

    [[nodiscard]] bool isHidden(const QRectF& place) const
    {
        const QRect target = place.toRect() & m_within;
        return target.isEmpty() || (QRegion(target) - m_opaque).isEmpty();
    }

    void draw(const QImage& image, const QRectF& place)
    {
        if (image.isNull()) {
            return;
        }
        const TileCut cut = cutFor(m_within, place, image.size());
        m_draws.push_back({image, cut});
        if (!image.hasAlphaChannel()) {
            m_opaque += cut.target;
        }
    }

    PictureFrame m_frame;
    PackReaders::Loan& m_readers;
    QRect m_within;            ///< what is drawn now does not reach beyond it
    std::vector<Draw> m_draws; ///< topmost first
    QRegion m_opaque;
};

} // namespace

PackStack::PackStack(std::vector<packs::PackInfo> packs)
    : m_packs(std::move(packs)), m_readers(m_packs)
{
    for (const packs::PackInfo& pack : m_packs) {
        MercatorBox box;
        box.include(toMercator({pack.bounds.west, pack.bounds.north}));
        box.include(toMercator({pack.bounds.east, pack.bounds.south}));
        m_boxes.push_back(box);
    }
}

std::vector<std::size_t> PackStack::packsIn(const MercatorBox& box, double zoom) const
{
    const int side = static_cast<int>(std::clamp(worldPixels(zoom) * box.width(), 1.0, 1e6));
    const PictureFrame frame{box, QSize(side, side)};
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < m_packs.size(); ++i) {
        if (m_boxes[i].intersects(box) && zoomFor(frame, zoomsOf(m_packs[i]))) {
            out.push_back(i);
        }
    }
    return out;
}

std::vector<MercatorBox>
PackStack::renew(const packs::TileSupply* supply, const std::vector<packs::TileId>& tiles) const
{
    std::vector<MercatorBox> out;
    const auto pack = std::ranges::find_if(
        m_packs, [supply](const packs::PackInfo& info) { return info.supply.get() == supply; });
    if (pack == m_packs.end()) {
        return out;
    }
    for (const packs::TileId& tile : tiles) {
        m_readers.forget(static_cast<std::size_t>(pack - m_packs.begin()), tile);
        const double side = std::ldexp(1.0, -tile.zoom);
        out.push_back(MercatorBox{
            {tile.x * side, tile.y * side}, {(tile.x + 1.0) * side, (tile.y + 1.0) * side}}
                          .grown(-side * 1e-4)); // its neighbours stay
    }
    return out;
}

BasePicture PackStack::compose(const PictureFrame& frame) const
{
    struct Shown
    {
        std::size_t pack;
        int zoom;
    };
    std::vector<Shown> shown;
    for (std::size_t i = 0; i < m_packs.size(); ++i) {
        const auto zoom = zoomFor(frame, zoomsOf(m_packs[i]));
        if (zoom && m_boxes[i].intersects(frame.box)) {
            shown.push_back({i, *zoom});
        }
    }
    if (shown.empty()) {
        return {};
    }
    PackReaders::Loan readers(m_readers);
    Composing composing(frame, readers);
    for (const Shown& one : shown) {
        if (!composing.isFull()) {
            composing.add(one.pack, one.zoom);
        }
    }
    for (const Shown& one : shown) {
        composing.addCoarser(one.pack, one.zoom, m_packs[one.pack].minZoom, m_boxes[one.pack]);
    }
    return composing.picture();
}

} // namespace sz::maps
