// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// key_places.csv
#include "data/plan/files/CsvTable.h"
#include "data/plan/files/Reading.h"
#include "data/plan/KeyPlaces.h"

namespace sz::plan {
namespace {

constexpr int kMostRadius = 5000; ///< metres; a wider circle would be half a district

void readKeyPlace(const CsvRow& row, Reading& reading)
{
    KeyPlace place;
    place.code = row.need("code");
    place.name.zh = row.need("name_zh");
    place.name.en = row.need("name_en");
    place.type = static_cast<KeyPlaceType>(row.oneOf("type", kKeyPlaceTypes));
    place.point = row.point();
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
