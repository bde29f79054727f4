// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// zones.geojson, districts.geojson, areas.geojson, rivers.geojson
#include "data/plan/files/GeoJson.h"
#include "data/plan/files/Reading.h"

#include <algorithm>
#include <format>

namespace sz::plan {
namespace {

constexpr const char* kInitials = "pinyin_initials";

NodeReader readerOf(const Feature& feature, const char* file, Reading& reading)
{
    return {feature.properties, {file, 0, feature.id}, reading.faults};
}

void readZone(Feature& feature, Reading& reading)
{
    auto reader = readerOf(feature, kZoneFile, reading);
    Zone zone;
    zone.code = ZoneCode(reader.text("code"));
    zone.name = reader.name(kInitials);
    zone.label = reader.point("label");
    zone.outline = std::move(feature.outline);
    reading.define(reader.spot(), zone.code.str());
    if (const auto unit = reading.zoneUnits.find(zone.code); unit != reading.zoneUnits.end()) {
        zone.unit = unit->second;
    } else {
        reader.error(
            {"plan.toml has no [[zone]] with this code.", "plan.toml 中没有此编码的 [[zone]]。"});
    }
    reading.plan.zones.push_back(std::move(zone));
}

void readDistrict(Feature& feature, Reading& reading)
{
    auto reader = readerOf(feature, kDistrictFile, reading);
    District district;
    district.code = UnitCode(reader.text("code"));
    district.name = reader.name(kInitials);
    district.zone = ZoneCode(reader.text("zone"));
    district.label = reader.point("label");
    district.outline = std::move(feature.outline);
    reading.define(reader.spot(), district.code.str());
    reading.districtAreas[district.code] = reader.integers("areas");
    reading.plan.districts.push_back(std::move(district));
}

void readArea(Feature& feature, Reading& reading)
{
    auto reader = readerOf(feature, kAreaFile, reading);
    Area area;
    area.number = reader.integer("area_no", 1, 999, Need::Yes, 0);
    area.name = reader.name(kInitials);
    area.zone = ZoneCode(reader.text("zone"));
    area.district = UnitCode(reader.text("district_code"));
    area.unit = UnitCode(std::format("A{:02}", area.number));
    area.label = reader.point("label");
    area.km2 = reader.real("area_km2", 0);
    area.isApproximate = reader.flag("approximate", true);
    area.outline = std::move(feature.outline);
    reading.define(reader.spot(), std::to_string(area.number));
    reading.plan.areas.push_back(std::move(area));
}

void readRiver(Feature& feature, Reading& reading)
{
    auto reader = readerOf(feature, kRiverFile, reading);
    River river;
    river.name = reader.name(kInitials);
    river.outline = std::move(feature.outline);
    reading.plan.rivers.push_back(std::move(river));
}

template <class Read>
void readLayer(Reading& reading, const char* file, Read read)
{
    for (auto& feature : readGeoJson(reading.dir, file, reading.faults)) {
        read(feature, reading);
    }
}

void demandNumbersWithoutGap(Reading& reading)
{
    if (reading.faults.isBroken(kAreaFile)) {
        return;
    }
    int expected = 1;
    for (const auto& area : reading.plan.areas) {
        if (area.number != expected++) {
            reading.faults.error(
                {kAreaFile, 0, std::to_string(area.number)},
                {std::format("Area number {} is missing.", expected - 1),
                 std::format("缺少 {} 号片区。", expected - 1)});
            return;
        }
    }
}

} // namespace

void readMap(Reading& reading)
{
    readLayer(reading, kZoneFile, readZone);
    readLayer(reading, kDistrictFile, readDistrict);
    readLayer(reading, kAreaFile, readArea);
    readLayer(reading, kRiverFile, readRiver);
    std::ranges::sort(reading.plan.districts, {}, &District::code);
    std::ranges::sort(reading.plan.areas, {}, &Area::number);
    demandNumbersWithoutGap(reading);
}

} // namespace sz::plan
