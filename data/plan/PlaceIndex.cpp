// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/Newest.h"
#include "data/plan/Places.h"
#include "data/plan/PlaceShapes.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <cstdint>
#include <limits>
#include <mutex>

namespace sz::plan {
namespace {

constexpr int kSide = 1024;
constexpr std::int16_t kBoundary = -1;

struct Box
{
    Wgs84 low{std::numeric_limits<double>::max(), std::numeric_limits<double>::max()};
    Wgs84 high{std::numeric_limits<double>::lowest(), std::numeric_limits<double>::lowest()};

    void add(Wgs84 p)
    {
        low = {std::min(low.lon, p.lon), std::min(low.lat, p.lat)};
        high = {std::max(high.lon, p.lon), std::max(high.lat, p.lat)};
    }
    [[nodiscard]] bool holds(Wgs84 p) const
    {
        return p.lon >= low.lon && p.lon <= high.lon && p.lat >= low.lat && p.lat <= high.lat;
    }
};

/// An edge of an area with its southern end first: both neighbours of a shared border then compute the very same
/// crossing, so a point on it belongs to exactly one of them.
struct Edge
{
    Wgs84 south;
    Wgs84 north;
    std::int16_t area;
};

/// Half-open in latitude (south ≤ p < north): a ray through a vertex counts it once.
bool isCrossedEastOf(const Edge& e, Wgs84 p)
{
    if (p.lat < e.south.lat || p.lat >= e.north.lat) {
        return false;
    }
    const double share = (p.lat - e.south.lat) / (e.north.lat - e.south.lat);
    return p.lon < e.south.lon + share * (e.north.lon - e.south.lon);
}

template <class Visit>
void forEachEdge(const Plan& plan, Visit visit)
{
    for (const auto& area : plan.areas) {
        for (const auto& polygon : area.outline.polygons) {
            for (const auto& ring : polygon.rings) {
                for (std::size_t i = 1; i < ring.size(); ++i) {
                    const bool isUp = ring[i - 1].lat <= ring[i].lat;
                    visit(Edge{
                        isUp ? ring[i - 1] : ring[i], isUp ? ring[i] : ring[i - 1],
                        static_cast<std::int16_t>(area.number)});
                }
            }
        }
    }
}

} // namespace

struct PlaceIndex::Impl
{
    std::shared_ptr<const Plan> plan;
    Box box;
    double perLon = 0; ///< cells a degree
    double perLat = 0;
    std::vector<std::int16_t>
        cells; ///< area number, 0 = none, kBoundary = ask the edges of the row
    std::array<std::vector<Edge>, kSide> rows;
    std::once_flag once;
    std::atomic<bool> isFilled = false; ///< spares the lookups the once_flag

    explicit Impl(std::shared_ptr<const Plan> p) : plan(std::move(p)) {}

    void fillOnce()
    {
        if (!isFilled.load(std::memory_order_acquire)) {
            std::call_once(once, [this] { fill(); });
        }
    }

    void fill()
    {
        cells.resize(std::size_t{kSide} * kSide);
        forEachEdge(*plan, [&](const Edge& e) {
            box.add(e.south);
            box.add(e.north);
        });
        perLon = kSide / std::max(box.high.lon - box.low.lon, 1e-9);
        perLat = kSide / std::max(box.high.lat - box.low.lat, 1e-9);
        forEachEdge(*plan, [&](const Edge& e) { enter(e); });
        for (int row = 0; row < kSide; ++row) {
            fillRow(row);
        }
        isFilled.store(true, std::memory_order_release);
    }

    [[nodiscard]] int columnOf(double lon) const
    {
        return std::clamp(static_cast<int>((lon - box.low.lon) * perLon), 0, kSide - 1);
    }
    [[nodiscard]] int rowOf(double lat) const
    {
        return std::clamp(static_cast<int>((lat - box.low.lat) * perLat), 0, kSide - 1);
    }
    [[nodiscard]] std::int16_t& cell(int row, int column)
    {
        return cells[static_cast<std::size_t>(row) * kSide + static_cast<std::size_t>(column)];
    }

    /// Puts the edge into each row it touches and marks the cells it passes there; a hair wider than the edge, so that
    /// rounding never leaves a touched cell unmarked.
    void enter(const Edge& e)
    {
        constexpr double kHair = 1e-9;
        const int top = rowOf(e.north.lat + kHair);
        for (int row = rowOf(e.south.lat - kHair); row <= top; ++row) {
            rows[static_cast<std::size_t>(row)].push_back(e);
            const double a = lonAt(e, box.low.lat + row / perLat - kHair);
            const double b = lonAt(e, box.low.lat + (row + 1) / perLat + kHair);
            const bool isFlat = e.north.lat - e.south.lat < 2 * kHair;
            const double west = isFlat ? std::min(e.south.lon, e.north.lon) : std::min(a, b);
            const double east = isFlat ? std::max(e.south.lon, e.north.lon) : std::max(a, b);
            for (int column = columnOf(west - kHair); column <= columnOf(east + kHair); ++column) {
                cell(row, column) = kBoundary;
            }
        }
    }

    /// Longitude of the edge at a latitude, which is first brought between its ends.
    [[nodiscard]] static double lonAt(const Edge& e, double lat)
    {
        const double height = e.north.lat - e.south.lat;
        if (height <= 0) {
            return e.south.lon;
        }
        const double share = std::clamp((lat - e.south.lat) / height, 0.0, 1.0);
        return e.south.lon + share * (e.north.lon - e.south.lon);
    }

    /// Between two boundary cells nothing changes: one exact test serves the whole run.
    void fillRow(int row)
    {
        std::int16_t inside = 0;
        bool isKnown = false;
        const double lat = box.low.lat + (row + 0.5) / perLat;
        for (int column = 0; column < kSide; ++column) {
            auto& here = cell(row, column);
            if (here == kBoundary) {
                isKnown = false;
                continue;
            }
            if (!isKnown) {
                inside = exact(row, {box.low.lon + (column + 0.5) / perLon, lat});
                isKnown = true;
            }
            here = inside;
        }
    }

    /// The first area, by number, whose edges a ray to the east crosses an odd number of times.
    [[nodiscard]] std::int16_t exact(int row, Wgs84 p) const
    {
        std::int16_t found = 0;
        std::int16_t current = 0;
        bool isInside = false;
        for (const auto& e : rows[static_cast<std::size_t>(row)]) { // edges stand area by area
            if (e.area != current) {
                if (isInside) {
                    return current;
                }
                current = e.area;
                isInside = false;
            }
            isInside ^= isCrossedEastOf(e, p);
        }
        found = isInside ? current : found;
        return found;
    }

    [[nodiscard]] int areaAt(Wgs84 p) const
    {
        if (!box.holds(p)) { // also false for a NaN
            return 0;
        }
        const int row = rowOf(p.lat);
        const auto known = cells
            [static_cast<std::size_t>(row) * kSide + static_cast<std::size_t>(columnOf(p.lon))];
        return known == kBoundary ? exact(row, p) : known;
    }

    [[nodiscard]] const Street* nearestSeat(Wgs84 p, int area, double maxMetres) const
    {
        const Street* nearest = nullptr;
        for (const auto& street : plan->streets) {
            if (street.area != area || !street.seat) {
                continue;
            }
            if (const double metres = distanceMetres(p, *street.seat); metres <= maxMetres) {
                maxMetres = metres;
                nearest = &street;
            }
        }
        return nearest;
    }
};

struct PlaceIndex::Shelf
{
    Newest<Impl> plans;
    Newest<std::shared_ptr<const PlaceShapes>> shapes; ///< never null
};

PlaceIndex::PlaceIndex(std::shared_ptr<const Plan> plan)
    : m_shelf(new Shelf{
          Newest<Impl>(std::make_unique<Impl>(std::move(plan))),
          Newest(std::make_unique<std::shared_ptr<const PlaceShapes>>(
              std::make_shared<const PlaceShapes>()))})
{
}

PlaceIndex::~PlaceIndex() = default;
PlaceIndex::PlaceIndex(PlaceIndex&&) noexcept = default;

int PlaceIndex::areaAt(Wgs84 point) const
{
    Impl& now = *m_shelf->plans;
    now.fillOnce();
    return now.areaAt(point);
}

void PlaceIndex::setPlan(std::shared_ptr<const Plan> plan) const
{
    auto next = std::make_unique<Impl>(std::move(plan));
    next->fillOnce(); // nobody waits for it under the mouse
    m_shelf->plans.put(std::move(next));
}

void PlaceIndex::setShapes(std::shared_ptr<const PlaceShapes> shapes) const
{
    m_shelf->shapes.put(std::make_unique<std::shared_ptr<const PlaceShapes>>(std::move(shapes)));
}

Place PlaceIndex::placeAt(Wgs84 point, double maxSeatMetres) const
{
    Impl& now = *m_shelf->plans; // one plan for all of the answer
    now.fillOnce();
    Place place;
    place.point = point;
    place.isApproximate = false;
    place.area = now.areaAt(point);
    const Area* area = now.plan->area(place.area);
    if (area == nullptr) {
        return place;
    }
    place.district = area->district;
    place.text = area->name.zh;
    if (const Street* street = now.nearestSeat(point, place.area, maxSeatMetres)) {
        place.street = street->code;
        place.text = street->name.zh;
    } else {
        place.isApproximate = true;
    }
    return byOutlines(std::move(place), *now.plan, **m_shelf->shapes);
}

} // namespace sz::plan
