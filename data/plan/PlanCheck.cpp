// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/PlanCheck.h"

#include "data/plan/files/Coverage.h"
#include "data/plan/files/GeoJson.h"
#include "data/plan/files/Reading.h"
#include "data/plan/Places.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <limits>
#include <numbers>

namespace sz::plan {
namespace {

/// Metres from a point to a border piece, on a plane touching the earth at the point.
double metresTo(Wgs84 p, Wgs84 a, Wgs84 b)
{
    constexpr double kMetresPerDegree = 6'371'008.8 * std::numbers::pi / 180;
    const double perLon = kMetresPerDegree * std::cos(p.lat * std::numbers::pi / 180);
    const double ax = (a.lon - p.lon) * perLon;
    const double ay = (a.lat - p.lat) * kMetresPerDegree;
    const double dx = (b.lon - a.lon) * perLon;
    const double dy = (b.lat - a.lat) * kMetresPerDegree;
    const double length2 = dx * dx + dy * dy;
    const double share = length2 > 0 ? std::clamp(-(ax * dx + ay * dy) / length2, 0.0, 1.0) : 0;
    return std::hypot(ax + share * dx, ay + share * dy);
}

double metresToBorder(Wgs84 p, const MultiPolygon& outline)
{
    double least = std::numeric_limits<double>::max();
    for (const auto& polygon : outline.polygons) {
        for (const auto& ring : polygon.rings) {
            for (std::size_t i = 1; i < ring.size(); ++i) {
                least = std::min(least, metresTo(p, ring[i - 1], ring[i]));
            }
        }
    }
    return least;
}

void checkSeats(Reading& reading, const PlaceIndex& index)
{
    for (const auto& street : reading.plan.streets) {
        const Area* area = reading.plan.area(street.area);
        if (!street.seat || area == nullptr || index.areaAt(*street.seat) == street.area) {
            continue;
        }
        if (const double metres = metresToBorder(*street.seat, area->outline);
            metres > kSeatToleranceMetres) {
            reading.faults.warning(
                reading.spotOf(kStreetFile, street.code.str()),
                {std::format(
                     "Its seat lies {:.1f} km outside area {}.", metres / 1000, street.area),
                 std::format("驻地在 {} 号片区之外 {:.1f} 公里。", street.area, metres / 1000)});
        }
    }
}

void checkLabels(Reading& reading, const PlaceIndex& index)
{
    for (const auto& area : reading.plan.areas) {
        if (index.areaAt(area.label) != area.number) {
            reading.faults.warning(
                {kAreaFile, 0, std::to_string(area.number)},
                {"Its label lies outside the area.", "标注点在片区之外。"});
        }
    }
}

// Longitude and latitude of another city, or two digits changed: nothing would ever be near it.
template <class Thing>
void checkInside(
    Reading& reading,
    const PlaceIndex& index,
    const char* file,
    const std::vector<Thing>& things)
{
    for (const Thing& thing : things) {
        if (index.areaAt(thing.point) == 0) {
            reading.faults.warning(
                reading.spotOf(file, thing.code),
                {"It lies outside every area.", "在所有片区之外。"});
        }
    }
}

// A duty room nobody holds would be called in vain every morning.
void checkPostsOfUnits(Reading& reading)
{
    for (const auto& unit : reading.plan.units) {
        const bool isCalled = unit.kind == UnitKind::District || unit.kind == UnitKind::Line;
        if (isCalled && !std::ranges::contains(reading.plan.posts, unit.code, &Post::unit)) {
            reading.faults.warning(
                reading.spotOf(kUnitFile, unit.code.str()),
                {"The unit has no post in posts.csv.", "该单位在 posts.csv 中没有岗位。"});
        }
    }
}

std::set<std::string> namesIn(const std::vector<Feature>& features, FaultList& faults)
{
    std::set<std::string> names;
    for (const auto& feature : features) {
        NodeReader reader(feature.properties, {kPlanFile, 0, feature.id}, faults);
        names.insert(reader.text("name_zh", Need::No));
    }
    return names;
}

template <class List>
std::set<std::string> namesOf(const List& list)
{
    std::set<std::string> names;
    for (const auto& one : list) {
        names.insert(one.name.zh);
    }
    return names;
}

/// The low-zoom layers are optional; a map must not show areas there that the plan does not have.
void checkSimplified(
    Reading& reading,
    const std::string& layer,
    const std::set<std::string>& expected)
{
    for (const char* level : {"low", "mid"}) {
        const auto file = std::format("simplified/{}-{}.geojson", layer, level);
        std::error_code ec;
        if (!std::filesystem::exists(reading.dir / file, ec)) {
            continue;
        }
        const auto features = readGeoJson(reading.dir, file, reading.faults);
        if (!reading.faults.isBroken(file) && namesIn(features, reading.faults) != expected) {
            reading.faults.error(
                {file}, {std::format("Its names differ from those of {}.geojson.", layer),
                         std::format("名称与 {}.geojson 不一致。", layer)});
        }
    }
}

void checkDeeply(Reading& reading)
{
    const PlaceIndex index(std::make_shared<Plan>(reading.plan));
    checkCoverage(reading.plan, reading.faults);
    checkLabels(reading, index);
    checkSeats(reading, index);
    checkInside(reading, index, kKeyPlaceFile, reading.plan.keyPlaces);
    checkInside(reading, index, kEndpointFile, reading.plan.endpoints);
    checkPostsOfUnits(reading);
    checkSimplified(reading, "areas", namesOf(reading.plan.areas));
    checkSimplified(reading, "districts", namesOf(reading.plan.districts));
    checkSimplified(reading, "zones", namesOf(reading.plan.zones));
}

// The next year's holidays are published by the end of November.
void checkYears(Reading& reading, Instant now)
{
    constexpr std::int64_t kAhead = 31;
    const Calendar& calendar = reading.plan.calendar;
    std::error_code ec;
    if (!std::filesystem::exists(reading.dir / kCalendarFile, ec)) {
        return;
    }
    const std::int64_t today = calendar.localDay(now);
    for (const std::int64_t day : {today, today + kAhead}) {
        if (!calendar.isKnown(day)) {
            const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
            const int year = static_cast<int>(date.year());
            reading.faults.warning(
                {kCalendarFile}, {std::format("{} has no holidays: the week alone counts.", year),
                                  std::format("{} 年没有节假日安排：只按星期计。", year)});
            return;
        }
    }
}

} // namespace

std::vector<Fault> checkPlan(const std::filesystem::path& dir, std::optional<Instant> now)
{
    auto reading = readAll(dir);
    if (!reading.faults.hasErrors()) {
        checkDeeply(reading);
    }
    if (now) {
        checkYears(reading, *now);
    }
    return std::move(reading.faults).take();
}

} // namespace sz::plan
