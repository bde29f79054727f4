// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/PlaceShapes.h"

#include <boost/geometry.hpp>
#include <boost/geometry/geometries/geometries.hpp>
#include <boost/geometry/index/rtree.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace sz::plan {
namespace {

namespace bg = boost::geometry;
using Point = bg::model::d2::point_xy<double>;
using Box = bg::model::box<Point>;
using Entry = std::pair<Box, std::size_t>; ///< and the place in the list
using Tree = bg::index::rtree<Entry, bg::index::quadratic<16>>;

Box boxOf(const MultiPolygon& outline)
{
    Box box = bg::make_inverse<Box>();
    for (const Polygon& polygon : outline.polygons) {
        for (const Ring& ring : polygon.rings) {
            for (const Wgs84 p : ring) {
                bg::expand(box, Point(p.lon, p.lat));
            }
        }
    }
    return box;
}

template <class Code>
Tree treeOf(const std::vector<PlaceShape<Code>>& shapes)
{
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        if (!shapes[i].outline.polygons.empty()) {
            entries.emplace_back(boxOf(shapes[i].outline), i);
        }
    }
    return Tree(entries); // packed: all at once
}

/// Southern end first and half-open in latitude, as in PlaceIndex: neighbours compute the very same crossing of a border.
bool isCrossedEastOf(Wgs84 a, Wgs84 b, Wgs84 p)
{
    const Wgs84 south = a.lat <= b.lat ? a : b;
    const Wgs84 north = a.lat <= b.lat ? b : a;
    if (p.lat < south.lat || p.lat >= north.lat) {
        return false;
    }
    const double share = (p.lat - south.lat) / (north.lat - south.lat);
    return p.lon < south.lon + share * (north.lon - south.lon);
}

bool holds(const MultiPolygon& outline, Wgs84 p)
{
    bool isInside = false;
    for (const Polygon& polygon : outline.polygons) {
        for (const Ring& ring : polygon.rings) {
            for (std::size_t i = 1; i < ring.size(); ++i) {
                isInside ^= isCrossedEastOf(ring[i - 1], ring[i], p);
            }
        }
    }
    return isInside;
}

template <class Code>
const PlaceShape<Code>*
firstAt(const std::vector<PlaceShape<Code>>& shapes, const Tree& tree, Wgs84 p)
{
    std::vector<Entry> near;
    tree.query(bg::index::intersects(Point(p.lon, p.lat)), std::back_inserter(near));
    std::ranges::sort(near, {}, &Entry::second);
    const auto it = std::ranges::find_if(
        near, [&](const Entry& entry) { return holds(shapes[entry.second].outline, p); });
    return it == near.end() ? nullptr : &shapes[it->second];
}

const Street* streetOf(const Plan& plan, const CommunityShape* community)
{
    if (community == nullptr) {
        return nullptr;
    }
    const auto it =
        std::ranges::lower_bound(plan.communities, community->code, {}, &Community::code);
    const bool isKnown = it != plan.communities.end() && it->code == community->code;
    return isKnown ? plan.street(it->street) : nullptr;
}

} // namespace

struct PlaceShapes::Impl
{
    std::vector<StreetShape> streets;
    std::vector<CommunityShape> communities;
    Tree streetTree;
    Tree communityTree;
};

PlaceShapes::PlaceShapes() : PlaceShapes({}, {}) {}

PlaceShapes::PlaceShapes(std::vector<StreetShape> streets, std::vector<CommunityShape> communities)
    : m_impl(std::make_unique<Impl>())
{
    std::ranges::sort(streets, {}, &StreetShape::code);
    std::ranges::sort(communities, {}, &CommunityShape::code);
    m_impl->streetTree = treeOf(streets);
    m_impl->communityTree = treeOf(communities);
    m_impl->streets = std::move(streets);
    m_impl->communities = std::move(communities);
}

PlaceShapes::~PlaceShapes() = default;
PlaceShapes::PlaceShapes(PlaceShapes&&) noexcept = default;
PlaceShapes& PlaceShapes::operator=(PlaceShapes&&) noexcept = default;

Place byOutlines(Place place, const Plan& plan, const PlaceShapes& shapes)
{
    if (!place.point || place.area == 0) {
        return place;
    }
    const StreetShape* outer = shapes.streetAt(*place.point);
    const CommunityShape* inner = shapes.communityAt(*place.point);
    const Street* street = outer != nullptr ? plan.street(outer->code) : streetOf(plan, inner);
    if (inner != nullptr) {
        place.community = inner->code;
    }
    if (street != nullptr) {
        place.street = street->code;
        place.text = street->name.zh;
        place.isApproximate = false;
    }
    return place;
}

bool isByOutline(const Place& place, const PlaceShapes& shapes)
{
    return !place.street.empty() && place.point
           && (!place.community.empty() || shapes.streetAt(*place.point) != nullptr);
}

const std::vector<StreetShape>& PlaceShapes::streets() const
{
    return m_impl->streets;
}

const std::vector<CommunityShape>& PlaceShapes::communities() const
{
    return m_impl->communities;
}

const CommunityShape* PlaceShapes::community(const CommunityCode& code) const
{
    const auto& all = m_impl->communities;
    const auto it = std::ranges::lower_bound(all, code, {}, &CommunityShape::code);
    return it != all.end() && it->code == code ? &*it : nullptr;
}

const StreetShape* PlaceShapes::streetAt(Wgs84 point) const
{
    return firstAt(m_impl->streets, m_impl->streetTree, point);
}

const CommunityShape* PlaceShapes::communityAt(Wgs84 point) const
{
    return firstAt(m_impl->communities, m_impl->communityTree, point);
}

} // namespace sz::plan
