// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/areas/BorderEdit.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace sz::plan {
namespace {

constexpr double kOnEdge = 2e-6; ///< degrees; a neighbour's corner so near an edge lies on it
constexpr std::size_t kMostUndo = 500;

using Key = std::pair<std::int64_t, std::int64_t>;

Key keyOf(Wgs84 p)
{
    return {std::llround(p.lon * 1e6), std::llround(p.lat * 1e6)};
}

struct Edge
{
    Key a;
    Key b;
    auto operator<=>(const Edge&) const = default;
};

Edge edgeOf(Wgs84 a, Wgs84 b)
{
    return keyOf(a) < keyOf(b) ? Edge{keyOf(a), keyOf(b)} : Edge{keyOf(b), keyOf(a)};
}

template <class Outline, class Visit>
void forEachRing(Outline& outline, Visit visit)
{
    for (auto& polygon : outline.polygons) {
        for (auto& ring : polygon.rings) {
            visit(ring);
        }
    }
}

/// How far along the edge a point lies on it (0 to 1, ends excluded); nothing when it does not.
std::optional<double> shareOn(Wgs84 p, Wgs84 a, Wgs84 b)
{
    const double dx = b.lon - a.lon;
    const double dy = b.lat - a.lat;
    const double length2 = dx * dx + dy * dy;
    if (length2 <= 0) {
        return std::nullopt;
    }
    const double share = ((p.lon - a.lon) * dx + (p.lat - a.lat) * dy) / length2;
    const double off = std::abs((p.lon - a.lon) * dy - (p.lat - a.lat) * dx) / std::sqrt(length2);
    const bool isOn = share > 0 && share < 1 && off < kOnEdge;
    return isOn ? std::optional(share) : std::nullopt;
}

void addCorners(Ring& ring, const std::map<Key, Wgs84>& corners)
{
    Ring out;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        out.push_back(ring[i]);
        const auto [west, east] = std::minmax(ring[i].lon, ring[i + 1].lon);
        std::vector<std::pair<double, Wgs84>> between;
        auto it = corners.lower_bound({std::llround(west * 1e6) - 2, INT64_MIN});
        for (; it != corners.end() && it->second.lon <= east + kOnEdge; ++it) {
            const bool isEnd = it->first == keyOf(ring[i]) || it->first == keyOf(ring[i + 1]);
            if (const auto share = shareOn(it->second, ring[i], ring[i + 1]); share && !isEnd) {
                between.emplace_back(*share, it->second);
            }
        }
        std::ranges::sort(between, {}, &std::pair<double, Wgs84>::first);
        for (const auto& [share, at] : between) {
            out.push_back(at);
        }
    }
    if (!out.empty()) {
        out.push_back(out.front());
    }
    ring = std::move(out);
}

bool replaceIn(Ring& ring, Wgs84 from, Wgs84 to)
{
    bool isThere = false;
    for (Wgs84& p : ring) {
        if (keyOf(p) == keyOf(from)) {
            p = to;
            isThere = true;
        }
    }
    return isThere;
}

} // namespace

BorderEdit::BorderEdit(std::shared_ptr<const Plan> plan, int area)
    : m_plan(std::move(plan)), m_area(area)
{
    if (const Area* mine = m_plan->area(area)) {
        for (const Area& one : m_plan->areas) {
            if (one.district == mine->district) {
                m_now.emplace(one.number, one.outline);
            }
        }
        shareCorners();
    }
    m_first = m_now;
    readCorners();
}

const MultiPolygon* BorderEdit::outline(int area) const
{
    const auto it = m_now.find(area);
    return it == m_now.end() ? nullptr : &it->second;
}

// A corner of one neighbour in the middle of the other's edge would leave the edge behind when it moves.
void BorderEdit::shareCorners()
{
    std::map<Key, Wgs84> corners;
    for (const auto& [number, outline] : m_now) {
        forEachRing(outline, [&](const Ring& ring) {
            for (const Wgs84 p : ring) {
                corners.emplace(keyOf(p), p);
            }
        });
    }
    for (auto& [number, outline] : m_now) {
        forEachRing(outline, [&](Ring& ring) { addCorners(ring, corners); });
    }
}

void BorderEdit::readCorners()
{
    m_corners.clear();
    std::map<Edge, int> uses;
    for (const auto& [number, outline] : m_now) {
        forEachRing(outline, [&](const Ring& ring) {
            for (std::size_t i = 1; i < ring.size(); ++i) {
                ++uses[edgeOf(ring[i - 1], ring[i])];
            }
        });
    }
    const MultiPolygon* mine = outline(m_area);
    if (mine == nullptr) {
        return;
    }
    forEachRing(*mine, [&](const Ring& ring) {
        const std::size_t first = m_corners.size();
        const std::size_t count = ring.empty() ? 0 : ring.size() - 1;
        for (std::size_t i = 0; i < count; ++i) {
            const Wgs84 before = ring[(i + count - 1) % count];
            const bool isFixed =
                uses[edgeOf(before, ring[i])] < 2 || uses[edgeOf(ring[i], ring[i + 1])] < 2;
            m_corners.push_back(
                {ring[i], isFixed, holdersOf(ring[i]).size() > 2, first + (i + 1) % count});
        }
    });
}

std::set<int> BorderEdit::holdersOf(Wgs84 corner) const
{
    std::set<int> out;
    for (const auto& [number, outline] : m_now) {
        forEachRing(outline, [&, n = number](const Ring& ring) {
            if (std::ranges::contains(ring, keyOf(corner), keyOf)) {
                out.insert(n);
            }
        });
    }
    return out;
}

void BorderEdit::keep()
{
    m_before.push_back(m_now);
    if (m_before.size() > kMostUndo) {
        m_before.erase(m_before.begin());
    }
}

std::expected<void, EditRefusal> BorderEdit::move(std::size_t corner, Wgs84 to, bool goesOn)
{
    if (corner >= m_corners.size()) {
        return std::unexpected(EditRefusal::NoSuchCorner);
    }
    if (m_corners[corner].isFixed) {
        return std::unexpected(EditRefusal::DistrictBorder);
    }
    const Wgs84 from = m_corners[corner].at;
    const Wgs84 target = onGrid(to);
    if (keyOf(from) == keyOf(target)) {
        return {};
    }
    if (!holdersOf(target).empty()) {
        return std::unexpected(EditRefusal::Taken);
    }
    if (!goesOn || m_before.empty()) {
        keep();
    }
    for (auto& [number, outline] : m_now) {
        forEachRing(outline, [&](Ring& ring) { replaceIn(ring, from, target); });
    }
    m_corners[corner].at = target; // the rest is as it was: same rings, same neighbours
    return {};
}

std::expected<std::size_t, EditRefusal> BorderEdit::insertAfter(std::size_t corner)
{
    if (corner >= m_corners.size()) {
        return std::unexpected(EditRefusal::NoSuchCorner);
    }
    const Wgs84 a = m_corners[corner].at;
    const Wgs84 b = m_corners[m_corners[corner].next].at;
    const Wgs84 middle = onGrid({(a.lon + b.lon) / 2, (a.lat + b.lat) / 2});
    const Edge edge = edgeOf(a, b);
    int sides = 0;
    for (const auto& [number, outline] : m_now) {
        forEachRing(outline, [&](const Ring& ring) {
            for (std::size_t i = 1; i < ring.size(); ++i) {
                sides += edgeOf(ring[i - 1], ring[i]) == edge ? 1 : 0;
            }
        });
    }
    if (sides < 2) {
        return std::unexpected(EditRefusal::DistrictBorder);
    }
    if (keyOf(middle) == keyOf(a) || keyOf(middle) == keyOf(b) || !holdersOf(middle).empty()) {
        return std::unexpected(EditRefusal::Taken);
    }
    keep();
    for (auto& [number, outline] : m_now) {
        forEachRing(outline, [&](Ring& ring) {
            for (std::size_t i = 1; i < ring.size(); ++i) {
                if (edgeOf(ring[i - 1], ring[i]) == edge) {
                    ring.insert(ring.begin() + static_cast<std::ptrdiff_t>(i++), middle);
                }
            }
        });
    }
    readCorners();
    const auto it = std::ranges::find(m_corners, middle, &Corner::at);
    return static_cast<std::size_t>(it - m_corners.begin());
}

std::expected<void, EditRefusal> BorderEdit::remove(std::size_t corner)
{
    if (corner >= m_corners.size()) {
        return std::unexpected(EditRefusal::NoSuchCorner);
    }
    const Corner& gone = m_corners[corner];
    if (gone.isFixed) {
        return std::unexpected(EditRefusal::DistrictBorder);
    }
    if (gone.isJunction) {
        return std::unexpected(EditRefusal::Junction);
    }
    const Key key = keyOf(gone.at);
    bool isTooFew = false;
    for (const auto& [number, outline] : m_now) {
        forEachRing(outline, [&](const Ring& ring) {
            isTooFew = isTooFew || (ring.size() <= 4 && std::ranges::contains(ring, key, keyOf));
        });
    }
    if (isTooFew) {
        return std::unexpected(EditRefusal::TooFew);
    }
    keep();
    for (auto& [number, outline] : m_now) {
        forEachRing(outline, [&](Ring& ring) {
            std::erase_if(ring, [&](Wgs84 p) { return keyOf(p) == key; });
            if (!ring.empty() && ring.front() != ring.back()) {
                ring.push_back(ring.front());
            }
        });
    }
    readCorners();
    return {};
}

bool BorderEdit::undo()
{
    if (m_before.empty()) {
        return false;
    }
    m_now = std::move(m_before.back());
    m_before.pop_back();
    readCorners();
    return true;
}

std::vector<AreaOutline> BorderEdit::changed() const
{
    std::vector<AreaOutline> out;
    for (const auto& [number, outline] : m_now) {
        if (outline != m_first.at(number)) {
            out.push_back({number, outline});
        }
    }
    return out;
}

std::vector<CoverFault> BorderEdit::faults() const
{
    const Area* mine = m_plan->area(m_area);
    const District* district = mine == nullptr ? nullptr : m_plan->district(mine->district);
    if (district == nullptr) {
        return {};
    }
    Plan ground; // a plan of thousands of communities is not copied for every step of a drag
    ground.districts.push_back(*district);
    std::set<int> numbers;
    for (const auto& [number, outline] : m_now) {
        Area area;
        area.number = number;
        area.district = district->code;
        area.outline = outline;
        ground.areas.push_back(std::move(area));
        numbers.insert(number);
    }
    return coverFaults(ground, numbers);
}

std::shared_ptr<const Plan> BorderEdit::result() const
{
    return changedPlan(*m_plan, {changed(), {}});
}

} // namespace sz::plan
