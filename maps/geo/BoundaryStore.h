// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// All outlines of a plan, projected once, at several levels of detail: what tiles, labels and highlights are drawn from.

#include "data/plan/Plan.h"
#include "maps/geo/BorderNet.h"
#include "maps/geo/Polyline.h"
#include "maps/geo/WebMercator.h"

#include <QString>

#include <array>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace sz::maps {

/// How much a border separates; an outer border of the city counts as a zone's.
enum class BorderSort : std::uint8_t {
    Area,
    District,
    Zone,
};

struct BorderLine
{
    BorderSort sort = BorderSort::Area;
    bool isOuter = false; ///< outside the city on one side
    MercatorBox box;
    Line points;
};

/// Closed rings of one thing; `index` is its place in the plan's list (areas: their number).
struct Shape
{
    int index = 0;
    MercatorBox box;
    std::vector<Line> rings;
};

/// The same ground at one level of detail.
struct Detail
{
    double upToZoom = 0;
    std::vector<BorderLine> borders;
    std::vector<Shape> areas; ///< by number
    std::vector<Shape> zones; ///< in the plan's order
    std::vector<Shape> rivers;
};

/// A name as it stands on the map: without "片区" and " District", and a point for it.
struct PlaceName
{
    int index = 0; ///< area number, or place in the plan's list
    Mercator at;
    QString zh;
    QString en;
    QString briefEn; ///< "Optics V. N"; the same as `en` when the plan has no shorter one
};

/// Immutable; share as `std::shared_ptr<const BoundaryStore>`; any thread may read it. A level of detail is made when it is
/// first asked for (some 5 ms, by whoever asks).
class BoundaryStore
{
public:
    explicit BoundaryStore(const plan::Plan& plan);

    /// The coarsest level that is still exact to half a pixel at this zoom.
    [[nodiscard]] const Detail& detailFor(double zoom) const;
    [[nodiscard]] const MercatorBox& bounds() const { return m_bounds; }
    [[nodiscard]] const std::vector<PlaceName>& areaNames() const { return m_areaNames; }
    [[nodiscard]] const std::vector<PlaceName>& zoneNames() const { return m_zoneNames; }
    [[nodiscard]] const std::vector<PlaceName>& riverNames() const { return m_riverNames; }
    [[nodiscard]] const std::vector<PlaceName>& seats() const { return m_seats; }
    /// Outline of an area as drawn at a zoom; null when there is no such number.
    [[nodiscard]] const Shape* area(int number, double zoom) const;

private:
    /// What an area belongs to: tells what its borders separate.
    struct Belongs
    {
        ZoneCode zone;
        UnitCode district;
    };
    struct Level
    {
        double upToZoom = 0;
        double tolerance = 0;
        std::once_flag once;
        Detail detail;
    };

    [[nodiscard]] Detail makeDetail(double upToZoom, double tolerance) const;
    [[nodiscard]] BorderSort sortOf(const Border& border) const;
    void addNames(const plan::Plan& plan);

    std::vector<Border> m_net;               ///< smoothed, in full detail
    std::map<int, Belongs> m_belongs;        ///< by area number; 0 is outside
    std::vector<ZoneCode> m_zones;           ///< in the plan's order
    std::vector<std::vector<Line>> m_rivers; ///< projected, in the plan's order
    mutable std::array<Level, 4> m_levels;   // made once each, under their flag
    MercatorBox m_bounds;
    std::vector<PlaceName> m_areaNames;
    std::vector<PlaceName> m_zoneNames;
    std::vector<PlaceName> m_riverNames;
    std::vector<PlaceName> m_seats;
};

} // namespace sz::maps
