// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ground/OutlineShapes.h"

#include "maps/geo/InnerPoint.h"
#include "widgets/common/VisibleText.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace sz::widgets {

using maps::OverlayShapes;

namespace {

using Shapes = std::shared_ptr<const OverlayShapes>;

Shapes indexed(OverlayShapes&& shapes)
{
    shapes.index();
    return std::make_shared<const OverlayShapes>(std::move(shapes));
}

maps::Line lineOf(const Ring& ring)
{
    maps::Line line;
    line.reserve(ring.size());
    std::ranges::transform(ring, std::back_inserter(line), maps::toMercator);
    return line;
}

void addOutline(OverlayShapes& shapes, const MultiPolygon& outline, std::uint32_t number)
{
    for (const Polygon& polygon : outline.polygons) {
        std::vector<maps::Line> rings;
        std::ranges::transform(polygon.rings, std::back_inserter(rings), lineOf);
        shapes.addArea(std::move(rings), number);
    }
}

/// Words stand well inside; nothing of an outline without any.
std::optional<maps::Mercator> innerOf(const MultiPolygon& outline)
{
    maps::Shape shape;
    for (const Polygon& polygon : outline.polygons) {
        for (const Ring& ring : polygon.rings) {
            shape.rings.push_back(lineOf(ring));
            for (const maps::Mercator p : shape.rings.back()) {
                shape.box.include(p);
            }
        }
    }
    return shape.rings.empty() ? std::nullopt : maps::innerPoint(shape, shape.box);
}

} // namespace

Shapes streetShapes(const plan::PlaceShapes& shapes)
{
    OverlayShapes out;
    for (std::uint32_t i = 0; i < shapes.streets().size(); ++i) {
        addOutline(out, shapes.streets()[i].outline, i);
    }
    return indexed(std::move(out));
}

Shapes communityShapes(const plan::PlaceShapes& shapes)
{
    OverlayShapes out;
    const auto& all = shapes.communities();
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        addOutline(out, all[i].outline, i);
    }
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        if (all[i].seat) {
            out.addPoint(maps::toMercator(*all[i].seat), i);
        }
    }
    return indexed(std::move(out));
}

std::vector<maps::PlaceName> communityNames(const plan::Plan& plan, const plan::PlaceShapes& shapes)
{
    std::vector<maps::PlaceName> names;
    for (const plan::CommunityShape& shape : shapes.communities()) {
        const auto it =
            std::ranges::lower_bound(plan.communities, shape.code, {}, &plan::Community::code);
        const auto at =
            shape.seat ? std::optional(maps::toMercator(*shape.seat)) : innerOf(shape.outline);
        if (at && it != plan.communities.end() && it->code == shape.code) {
            const QString zh = visibleLine(QString::fromStdString(it->name.zh)).left(24);
            const QString en = visibleLine(QString::fromStdString(it->name.en)).left(32);
            names.push_back({0, *at, zh, en.isEmpty() ? zh : en, {}});
        }
    }
    return names;
}

} // namespace sz::widgets
