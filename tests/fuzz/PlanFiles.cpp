// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/files/GeoJson.h"
#include "data/plan/files/TomlFile.h"
#include "tests/fuzz/Runs.h"

#include <algorithm>

namespace sz::fuzz {

void toml(BytesView input)
{
    put("fuzz.toml", input);
    plan::FaultList faults;
    const auto read = plan::readToml(folder(), "fuzz.toml", faults);
    require(read.has_value() != faults.hasErrors(), "a broken TOML file says so, and only that");
}

void geojson(BytesView input)
{
    put("fuzz.geojson", input);
    plan::FaultList faults;
    const auto read = plan::readGeoJson(folder(), "fuzz.geojson", faults);
    for (const plan::Feature& feature : read) {
        for (const Polygon& polygon : feature.outline.polygons) {
            require(
                faults.hasErrors()
                    || std::ranges::all_of(
                        polygon.rings, [](const Ring& r) { return r.size() >= 4; }),
                "a ring has four points");
        }
    }
}

} // namespace sz::fuzz
