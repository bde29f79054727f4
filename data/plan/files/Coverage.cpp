// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/files/Coverage.h"

#include "data/plan/areas/Shape.h"
#include "data/plan/files/Reading.h"
#include "data/plan/PlanCheck.h"

#include <format>

namespace sz::plan {
namespace {

struct Part
{
    std::string code;
    Shape shape;
};

double km2Of(const Shape& shape)
{
    return squareMetresOf(shape) / 1e6;
}

/// Collects comparisons of one layer with its parts.
class Coverage
{
public:
    Coverage(const Plan& plan, FaultList& faults) : m_plan(plan), m_faults(faults) {}

    void run()
    {
        std::vector<Part> areas;
        std::vector<Part> districts;
        for (const auto& area : m_plan.areas) {
            areas.push_back(partOf(std::to_string(area.number), area.outline, kAreaFile));
        }
        for (const auto& district : m_plan.districts) {
            districts.push_back(partOf(district.code.str(), district.outline, kDistrictFile));
            compare(
                districts.back(),
                unionOf(
                    areas,
                    [&](std::size_t i) { return m_plan.areas[i].district == district.code; }),
                kDistrictFile, {"areas", "片区"});
        }
        for (const auto& zone : m_plan.zones) {
            compare(
                partOf(zone.code.str(), zone.outline, kZoneFile),
                unionOf(
                    districts,
                    [&](std::size_t i) { return m_plan.districts[i].zone == zone.code; }),
                kZoneFile, {"districts", "区"});
        }
        demandApart(areas);
    }

private:
    Part partOf(std::string code, const MultiPolygon& outline, const char* file)
    {
        Part part{std::move(code), shapeOf(outline)};
        std::string why;
        if (!bg::is_valid(part.shape, why)) {
            m_faults.error(
                {file, 0, part.code}, {std::format("The outline is not simple: {}.", why),
                                       std::format("边界不是简单多边形：{}。", why)});
        }
        return part;
    }

    template <class IsPart>
    static Shape unionOf(const std::vector<Part>& parts, IsPart isPart)
    {
        Shape all;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (isPart(i)) {
                Shape next;
                bg::union_(all, parts[i].shape, next);
                all = std::move(next);
            }
        }
        return all;
    }

    void compare(const Part& whole, const Shape& parts, const char* file, const Sentence& partName)
    {
        Shape missing;
        Shape beyond;
        bg::difference(whole.shape, parts, missing);
        bg::difference(parts, whole.shape, beyond);
        if (const double km2 = km2Of(missing); km2 > kToleranceKm2) {
            m_faults.error(
                {file, 0, whole.code},
                {std::format("Its {} leave {:.2f} km² of it uncovered.", partName.en, km2),
                 std::format("其{}有 {:.2f} 平方公里未覆盖。", partName.zh, km2)});
        }
        if (const double km2 = km2Of(beyond); km2 > kToleranceKm2) {
            m_faults.error(
                {file, 0, whole.code},
                {std::format("Its {} reach {:.2f} km² beyond it.", partName.en, km2),
                 std::format("其{}超出本界 {:.2f} 平方公里。", partName.zh, km2)});
        }
    }

    void demandApart(const std::vector<Part>& areas)
    {
        for (std::size_t i = 0; i < areas.size(); ++i) {
            for (std::size_t k = i + 1; k < areas.size(); ++k) {
                Shape common;
                bg::intersection(areas[i].shape, areas[k].shape, common);
                if (const double km2 = km2Of(common); km2 > kToleranceKm2) {
                    m_faults.error(
                        {kAreaFile, 0, areas[i].code},
                        {std::format("It overlaps area {} by {:.2f} km².", areas[k].code, km2),
                         std::format("与 {} 号片区重叠 {:.2f} 平方公里。", areas[k].code, km2)});
                }
            }
        }
    }

    const Plan& m_plan;
    FaultList& m_faults;
};

} // namespace

void checkCoverage(const Plan& plan, FaultList& faults)
{
    try {
        Coverage(plan, faults).run();
    } catch (const bg::exception& e) {
        faults.error(
            {kAreaFile}, {std::format("The outlines cannot be compared: {}.", e.what()),
                          std::format("边界无法比对：{}。", e.what())});
    }
}

} // namespace sz::plan
