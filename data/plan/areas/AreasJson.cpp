// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/areas/AreasJson.h"

#include <boost/json.hpp>

#include <algorithm>
#include <format>

namespace sz::plan {
namespace {

namespace json = boost::json;

// Written by hand: Boost.JSON knows numbers only as 1.143E2.
std::string textOf(const Ring& ring)
{
    std::string out = "[";
    for (const Wgs84 p : ring) {
        out += std::format("{}[{:.6f},{:.6f}]", out.size() == 1 ? "" : ",", p.lon, p.lat);
    }
    return out + "]";
}

std::string textOf(const Polygon& polygon)
{
    std::string out = "[";
    for (const Ring& ring : polygon.rings) {
        out += (out.size() == 1 ? "" : ",") + textOf(ring);
    }
    return out + "]";
}

std::string textOf(const MultiPolygon& outline)
{
    if (outline.polygons.size() == 1) {
        return R"({"type":"Polygon","coordinates":)" + textOf(outline.polygons.front()) + "}";
    }
    std::string out = R"({"type":"MultiPolygon","coordinates":[)";
    for (std::size_t i = 0; i < outline.polygons.size(); ++i) {
        out += (i == 0 ? "" : ",") + textOf(outline.polygons[i]);
    }
    return out + "]}";
}

std::string propertiesOf(const Plan& plan, const Area& area, const std::string& validOn)
{
    json::array streets;
    for (const Street& street : plan.streets) {
        if (street.area == area.number) {
            streets.emplace_back(street.code.value);
        }
    }
    const District* district = plan.district(area.district);
    json::object out{
        {"area_no", area.number},
        {"name_zh", area.name.zh},
        {"name_en", area.name.en},
        {"zone", area.zone.value},
        {"district_code", area.district.value},
        {"district_zh", district == nullptr ? "" : district->name.zh},
        {"streets", streets.size()},
        {"communities", std::ranges::count(plan.communities, area.number, &Community::area)},
        {"pinyin", area.name.pinyin},
        {"pinyin_initials", area.name.initials},
        {"approximate", area.isApproximate},
        {"sample", plan.isSample},
        {"valid_on", validOn},
        {"street_codes", std::move(streets)}};
    if (!area.name.shortZh.empty()) {
        out["short_zh"] = area.name.shortZh;
    }
    if (!area.name.shortEn.empty()) {
        out["short_en"] = area.name.shortEn;
    }
    std::string text = json::serialize(out);
    text.pop_back();
    return text
           + std::format(
               R"(,"area_km2":{:.1f},"label":[{:.6f},{:.6f}]}})", area.km2, area.label.lon,
               area.label.lat);
}

} // namespace

std::string areasJson(const Plan& plan, const std::string& validOn)
{
    std::string out = "{\"type\":\"FeatureCollection\",\"features\":[\n";
    for (std::size_t i = 0; i < plan.areas.size(); ++i) {
        const Area& area = plan.areas[i];
        out += std::format(
            R"({{"type":"Feature","id":{},"properties":{},"geometry":{}}}{})", area.number,
            propertiesOf(plan, area, validOn), textOf(area.outline),
            i + 1 < plan.areas.size() ? ",\n" : "\n");
    }
    return out + "]}\n";
}

} // namespace sz::plan
