// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/areas/AreaCover.h"

#include "data/plan/areas/Shape.h"
#include "data/plan/files/Rings.h"

#include <algorithm>
#include <format>

namespace sz::plan {
namespace {

constexpr double kTouching = 2e-6; ///< degrees; two steps of the grid

struct Part
{
    int number = 0;
    Shape shape;
};

Wgs84 insideOf(const ShapePart& part)
{
    ShapePoint inside;
    bg::point_on_surface(part, inside);
    return {inside.x(), inside.y()};
}

Wgs84 firstOf(const MultiPolygon& outline)
{
    for (const Polygon& polygon : outline.polygons) {
        for (const Ring& ring : polygon.rings) {
            if (!ring.empty()) {
                return ring.front();
            }
        }
    }
    return {};
}

class DistrictCover
{
public:
    DistrictCover(const Plan& plan, const District& district, std::vector<CoverFault>& faults)
        : m_plan(plan), m_district(district), m_faults(faults)
    {
    }

    void run()
    {
        const Shape whole = shapeOf(m_district.outline);
        Shape all;
        for (const Area& area : m_plan.areas) {
            if (area.district != m_district.code) {
                continue;
            }
            if (!isSimple(area)) {
                continue; // what is crossed cannot be compared
            }
            m_parts.push_back({area.number, shapeOf(area.outline)});
            Shape next;
            bg::union_(all, m_parts.back().shape, next);
            all = std::move(next);
            Shape beyond;
            bg::difference(m_parts.back().shape, whole, beyond);
            tell(CoverSort::Beyond, beyond, {area.number});
        }
        if (m_isCrossed) {
            return; // its ground would be a gap as well
        }
        Shape missing;
        bg::difference(whole, all, missing);
        tell(CoverSort::Gap, missing, {});
        for (std::size_t i = 0; i < m_parts.size(); ++i) {
            for (std::size_t k = i + 1; k < m_parts.size(); ++k) {
                Shape common;
                bg::intersection(m_parts[i].shape, m_parts[k].shape, common);
                tell(CoverSort::Overlap, common, {m_parts[i].number, m_parts[k].number});
            }
        }
    }

private:
    bool isSimple(const Area& area)
    {
        FaultList faults;
        checkOutline(area.outline, {}, faults); // rings of three points would not survive the next
        const bool isWhole = !area.outline.polygons.empty() && !faults.hasErrors()
                             && bg::is_valid(shapeOf(area.outline));
        if (!isWhole) {
            m_isCrossed = true;
            m_faults.push_back(
                {CoverSort::Crossed, {area.number}, m_district.code, 0, firstOf(area.outline), {}});
        }
        return isWhole;
    }

    void tell(CoverSort sort, const Shape& pieces, const std::vector<int>& areas)
    {
        for (const ShapePart& piece : pieces) {
            const Shape one{piece};
            const double size = squareMetresOf(one);
            if (size > kCoverToleranceM2) {
                m_faults.push_back(
                    {sort, areas.empty() ? touching(piece) : areas, m_district.code, size,
                     insideOf(piece), outlineOf(one)});
            }
        }
    }

    [[nodiscard]] std::vector<int> touching(const ShapePart& piece) const
    {
        std::vector<int> out;
        for (const Part& part : m_parts) {
            if (bg::distance(piece, part.shape) < kTouching) {
                out.push_back(part.number);
            }
        }
        return out;
    }

    const Plan& m_plan;
    const District& m_district;
    std::vector<CoverFault>& m_faults;
    std::vector<Part> m_parts;
    bool m_isCrossed = false;
};

std::string namesOf(const std::vector<int>& areas)
{
    std::string out;
    for (std::size_t i = 0; i < areas.size(); ++i) {
        out += (i == 0 ? "" : i + 1 == areas.size() ? " and " : ", ") + std::to_string(areas[i]);
    }
    return (areas.size() == 1 ? "area " : "areas ") + out;
}

} // namespace

std::vector<CoverFault> coverFaults(const Plan& plan, const std::set<int>& areas)
{
    std::vector<CoverFault> faults;
    for (const District& district : plan.districts) {
        const bool isAsked = std::ranges::any_of(plan.areas, [&](const Area& area) {
            return area.district == district.code && areas.contains(area.number);
        });
        if (!isAsked) {
            continue;
        }
        try {
            DistrictCover(plan, district, faults).run();
        } catch (const bg::exception&) { // nothing that can be compared is nothing that can stand
            faults.push_back(
                {CoverSort::Crossed, {*areas.begin()}, district.code, 0, district.label, {}});
        }
    }
    std::ranges::stable_sort(faults, std::greater{}, &CoverFault::squareMetres);
    return faults;
}

std::vector<CoverFault> coverFaults(const Plan& plan)
{
    std::set<int> all;
    for (const Area& area : plan.areas) {
        all.insert(area.number);
    }
    return coverFaults(plan, all);
}

std::string wordsOf(const CoverFault& fault)
{
    const std::string who = namesOf(fault.areas);
    const std::string where = std::format(" at {:.5f} {:.5f}", fault.at.lon, fault.at.lat);
    switch (fault.sort) {
    case CoverSort::Gap:
        return std::format("{:.0f} m² beside {} in no area", fault.squareMetres, who) + where;
    case CoverSort::Overlap:
        return std::format("{} overlap by {:.0f} m²", who, fault.squareMetres) + where;
    case CoverSort::Beyond:
        return std::format(
                   "{} reaches {:.0f} m² beyond district {}", who, fault.squareMetres,
                   fault.district.value)
               + where;
    case CoverSort::Crossed:
        break;
    }
    return std::format("the outline of {} crosses itself or encloses nothing", who) + where;
}

} // namespace sz::plan
