// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// key_places.csv
#include "data/plan/files/CsvTable.h"
#include "data/plan/files/Reading.h"
#include "data/plan/KeyPlaces.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <tuple>

namespace sz::plan {
namespace {

constexpr int kMostRadius = 5000; ///< metres; a wider circle would be half a district

KeyPlaceType typeOf(const CsvRow& row)
{
    const auto& word = row.need("type");
    const auto it = std::ranges::find(kKeyPlaceTypes, word);
    if (it == kKeyPlaceTypes.end()) {
        if (!word.empty()) {
            row.error(
                {std::format("\"{}\" is not mall, hospital or school.", word),
                 std::format("“{}”不是 mall、hospital、school 之一。", word)});
        }
        return KeyPlaceType::Mall;
    }
    return static_cast<KeyPlaceType>(it - kKeyPlaceTypes.begin());
}

Wgs84 centreOf(const CsvRow& row)
{
    std::ignore = row.need("lon");
    std::ignore = row.need("lat");
    const Wgs84 centre{row.real("lon").value_or(0), row.real("lat").value_or(0)};
    if (std::abs(centre.lon) > 180 || std::abs(centre.lat) > 90) {
        row.error(
            {std::format(
                 "{}, {} is not longitude, latitude; are they swapped?", centre.lon, centre.lat),
             std::format("{}, {} 不是经度、纬度，是否写反？", centre.lon, centre.lat)});
    }
    return centre;
}

void readKeyPlace(const CsvRow& row, Reading& reading)
{
    KeyPlace place;
    place.code = row.need("code");
    place.name.zh = row.need("name_zh");
    place.name.en = row.need("name_en");
    place.type = typeOf(row);
    place.point = centreOf(row);
    place.radiusMetres = row.integer("radius_m", 1, kMostRadius).value_or(1);
    place.rises = row.integer("rise", 0, 1).value_or(0) == 1;
    place.isApproximate =
        !row.text("approximate").empty() && row.integer("approximate", 0, 1).value_or(0) == 1;
    reading.define(row.spot(), place.code);
    reading.plan.keyPlaces.push_back(std::move(place));
}

} // namespace

void readKeyPlaces(Reading& reading)
{
    std::error_code ec;
    if (!std::filesystem::exists(reading.dir / kKeyPlaceFile, ec)) {
        return; // a plan need not have any
    }
    const auto table = CsvTable::read(
        reading.dir, kKeyPlaceFile,
        {{"code"},
         {"name_zh"},
         {"name_en"},
         {"type"},
         {"lon"},
         {"lat"},
         {"radius_m"},
         {"rise"},
         {"approximate", false}},
        reading.faults);
    for (std::size_t i = 0; table && i < table->size(); ++i) {
        readKeyPlace(table->row(i, reading.faults), reading);
    }
}

} // namespace sz::plan
