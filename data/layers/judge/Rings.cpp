// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/layers/judge/Rings.h"

#include "data/layers/judge/Crossings.h"

#include <algorithm>
#include <cmath>

namespace sz::layers {
namespace {

/// Twice the area in square degrees; negative: clockwise.
double doubleArea(const Ring& ring)
{
    double sum = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        sum += (ring[i - 1].lon - ring[0].lon) * (ring[i].lat - ring[0].lat)
               - (ring[i].lon - ring[0].lon) * (ring[i - 1].lat - ring[0].lat);
    }
    return sum;
}

// A square of 0.1 mm: what rounding leaves of a line that was drawn there and back.
constexpr double kNothing = 1e-18;

} // namespace

void RingJudge::say(Remark remark, const FeatureRef& feature)
{
    remark.feature = feature;
    m_remarks.add(std::move(remark));
}

bool RingJudge::repair(MultiPolygon& area, const FeatureRef& feature)
{
    m_closed = 0;
    m_turned = 0;
    bool isGood = true;
    for (Polygon& polygon : area.polygons) {
        isGood = repair(polygon, feature) && isGood;
    }
    if (m_closed > 0) {
        say({.matter = Matter::RingClosed, .a = m_closed}, feature);
    }
    if (m_turned > 0) {
        say({.matter = Matter::RingTurned, .a = m_turned}, feature);
    }
    return isGood;
}

bool RingJudge::checkRing(const Ring& ring, std::size_t number, const FeatureRef& feature)
{
    const auto a = static_cast<std::int64_t>(number);
    if (ring.size() < 4) {
        say({.matter = Matter::RingShort, .a = a}, feature);
        return false;
    }
    if (std::abs(doubleArea(ring)) <= kNothing) {
        // What crosses itself in the middle encloses as much one way as the other: the crossing is what to look for.
        if (number == 1 && !checkCrossings(Polygon{.rings = {ring}}, feature)) {
            return false;
        }
        say({.matter = number == 1 ? Matter::RingEmpty : Matter::HoleDropped, .a = a}, feature);
        return false;
    }
    return true;
}

bool RingJudge::repair(Polygon& polygon, const FeatureRef& feature)
{
    bool isGood = true;
    std::vector<Ring> kept;
    for (std::size_t i = 0; i < polygon.rings.size(); ++i) {
        Ring& ring = polygon.rings[i];
        if (!ring.empty() && ring.front() != ring.back()) {
            ring.push_back(ring.front());
            ++m_closed;
        }
        if (!checkRing(ring, i + 1, feature)) {
            const bool isDropped = i > 0 && ring.size() >= 4;
            isGood = isGood && isDropped;
            continue;
        }
        const bool isCounter = doubleArea(ring) > 0;
        const bool isOuter = i == 0;
        const bool wantsCounter = (m_winding == Winding::Counter) == isOuter;
        m_turned += m_winding != Winding::Any && isCounter != wantsCounter ? 1 : 0;
        if (isCounter != isOuter) {
            std::ranges::reverse(ring);
        }
        kept.push_back(std::move(ring));
    }
    polygon.rings = std::move(kept);
    return isGood && !polygon.rings.empty() && checkCrossings(polygon, feature)
           && checkHoles(polygon, feature);
}

bool RingJudge::checkCrossings(const Polygon& polygon, const FeatureRef& feature)
{
    Wgs84 where;
    const Crossing found = findCrossing(polygon, m_pairs, where);
    if (found == Crossing::Found) {
        say({.matter = Matter::RingCrosses, .x = where.lon, .y = where.lat}, feature);
    } else if (found == Crossing::TooComplex) {
        std::size_t points = 0;
        for (const Ring& ring : polygon.rings) {
            points += ring.size();
        }
        say({.matter = Matter::TooComplex, .a = static_cast<std::int64_t>(points)}, feature);
    }
    return found == Crossing::None;
}

// Nothing crosses, so one point tells; the first may touch the outer ring, and three do not all by chance.
bool RingJudge::checkHoles(const Polygon& polygon, const FeatureRef& feature)
{
    const Ring& outer = polygon.rings.front();
    for (std::size_t i = 1; i < polygon.rings.size(); ++i) {
        const Ring& hole = polygon.rings[i];
        bool isIn = false;
        for (std::size_t k = 0; k < 3 && !isIn; ++k) {
            m_edges -= static_cast<std::int64_t>(outer.size());
            isIn = isInside(outer, hole[k]);
        }
        if (m_edges < 0) {
            say({.matter = Matter::TooComplex,
                 .a = static_cast<std::int64_t>(polygon.rings.size())},
                feature);
            return false;
        }
        if (!isIn) {
            say({.matter = Matter::HoleOutside,
                 .a = static_cast<std::int64_t>(i + 1),
                 .x = hole[0].lon,
                 .y = hole[0].lat},
                feature);
            return false;
        }
    }
    return true;
}

} // namespace sz::layers
