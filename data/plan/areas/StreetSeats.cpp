// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/areas/StreetSeats.h"

#include <algorithm>
#include <set>

namespace sz::plan {
namespace {

// Crossings of a line eastwards; a hole counts like its ring.
bool isInside(Wgs84 p, const MultiPolygon& outline)
{
    bool isIn = false;
    for (const Polygon& polygon : outline.polygons) {
        for (const Ring& ring : polygon.rings) {
            for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
                const Wgs84 a = ring[i];
                const Wgs84 b = ring[i + 1];
                const bool isAcross = (a.lat > p.lat) != (b.lat > p.lat);
                if (isAcross
                    && p.lon < (b.lon - a.lon) * (p.lat - a.lat) / (b.lat - a.lat) + a.lon) {
                    isIn = !isIn;
                }
            }
        }
    }
    return isIn;
}

class Seats
{
public:
    Seats(const Plan& before, const AreaChange& change) : m_before(before), m_change(change)
    {
        for (const AreaOutline& one : change.outlines) {
            addDistrict(one.area);
        }
        for (const StreetMove& one : change.streets) {
            addDistrict(one.area);
        }
    }

    [[nodiscard]] bool isAsked(const Street& street) const
    {
        return street.seat && m_districts.contains(street.district);
    }
    [[nodiscard]] std::optional<StraySeat> now(const Street& street) const
    {
        const auto move = std::ranges::find(m_change.streets, street.code, &StreetMove::street);
        return of(street, move == m_change.streets.end() ? street.area : move->area, true);
    }
    [[nodiscard]] std::optional<StraySeat> then(const Street& street) const
    {
        return of(street, street.area, false);
    }

private:
    void addDistrict(int area)
    {
        if (const Area* one = m_before.area(area)) {
            m_districts.insert(one->district);
        }
    }

    [[nodiscard]] const MultiPolygon& outlineOf(const Area& area, bool isChanged) const
    {
        const auto it = std::ranges::find(m_change.outlines, area.number, &AreaOutline::area);
        return isChanged && it != m_change.outlines.end() ? it->outline : area.outline;
    }

    [[nodiscard]] std::optional<StraySeat>
    of(const Street& street, int belongsTo, bool isChanged) const
    {
        for (const Area& area : m_before.areas) {
            const bool isOther = area.district == street.district && area.number != belongsTo;
            if (isOther && isInside(*street.seat, outlineOf(area, isChanged))) {
                return StraySeat{street.code, belongsTo, area.number};
            }
        }
        return std::nullopt;
    }

    const Plan& m_before;
    const AreaChange& m_change;
    std::set<UnitCode> m_districts;
};

} // namespace

std::vector<StraySeat> straySeats(const Plan& before, const AreaChange& change)
{
    const Seats seats(before, change);
    std::vector<StraySeat> out;
    for (const Street& street : before.streets) {
        if (!seats.isAsked(street)) {
            continue;
        }
        if (const auto now = seats.now(street); now && now != seats.then(street)) {
            out.push_back(*now);
        }
    }
    return out;
}

} // namespace sz::plan
