// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/layers/files/Readers.h"
#include "data/layers/judge/Convert.h"
#include "tests/fuzz/Runs.h"

namespace sz::fuzz {
namespace {

// Whatever a file says, a layer has no more features than were read, and its rings are closed.
void layerHolds(layers::RawLayer raw)
{
    if (raw.groups.empty()) {
        raw.groups.resize(1);
    }
    const layers::Layer layer = layers::converted(std::move(raw), std::nullopt);
    require(layer.features.size() <= layer.read, "more features than the file has");
    for (const layers::Feature& feature : layer.features) {
        for (const Polygon& polygon : feature.geometry.area.polygons) {
            require(!polygon.rings.empty(), "a polygon has a ring");
            for (const Ring& ring : polygon.rings) {
                require(ring.size() >= 4 && ring.front() == ring.back(), "a ring is closed");
            }
        }
    }
}

} // namespace

void layerjson(BytesView input)
{
    layers::RawLayer raw;
    const std::string text = layers::decodedText(input, true, raw);
    layers::readGeoJson(text, raw);
    layerHolds(std::move(raw));
}

void layerxml(BytesView input)
{
    layers::RawLayer raw;
    std::string text = layers::decodedText(input, false, raw);
    layers::readXml(std::move(text), raw);
    layerHolds(std::move(raw));
}

void layercsv(BytesView input)
{
    layers::RawLayer raw;
    const std::string text = layers::decodedText(input, false, raw);
    layers::readCsv(text, raw);
    layerHolds(std::move(raw));
}

void wkb(BytesView input)
{
    layers::RawLayer raw;
    raw.groups.resize(1);
    layers::RawFeature feature;
    const std::string fault = layers::readWkb(input, feature.geometry, raw.heights);
    if (fault.empty()) {
        require(raw.add(std::move(feature)), "one feature is not too many");
    }
    layerHolds(std::move(raw));
}

} // namespace sz::fuzz
