// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/layers/ReadLayer.h"

#include "data/layers/files/Readers.h"
#include "data/layers/judge/Convert.h"
#include "data/layers/judge/Shift.h"

#include <algorithm>

namespace sz::layers {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kLook = 4096;

Format formatByEnding(std::string_view ending)
{
    static constexpr std::array<std::pair<std::string_view, Format>, 15> kNames{{
        {".geojson", Format::GeoJson},
        {".json", Format::GeoJson},
        {".kml", Format::Kml},
        {".gpx", Format::Gpx},
        {".kmz", Format::Kmz},
        {".xml", Format::Cap},
        {".cap", Format::Cap},
        {".gpkg", Format::GeoPackage},
        {".shp", Format::Shapefile},
        {".shx", Format::Shapefile},
        {".dbf", Format::Shapefile},
        {".prj", Format::Shapefile},
        {".csv", Format::Csv},
        {".tsv", Format::Csv},
        {".txt", Format::Csv},
    }};
    const auto it = std::ranges::find(kNames, ending, &std::pair<std::string_view, Format>::first);
    return it == kNames.end() ? Format::Unknown : it->second;
}

void readBytes(const LayerInput& input, Format format, RawLayer& layer)
{
    if (format == Format::Kmz) {
        return readKmz(input.bytes(), layer);
    }
    if (format != Format::GeoJson && format != Format::Csv) {
        return readXml(decodedText(input.bytes(), false, layer), layer);
    }
    exchange::DecodedView view;
    decodeInto(input.bytes(), format == Format::GeoJson, layer, view);
    format == Format::GeoJson ? readGeoJson(view.text, layer) : readCsv(view.text, layer);
}

void readInput(const LayerInput& input, RawLayer& layer)
{
    if (!input.isGood()) {
        layer.remarks.add({.matter = Matter::Unreadable});
        return;
    }
    const BytesView bytes = input.bytes();
    layer.format = formatOf(bytes.first(std::min(bytes.size(), kLook)), input.ending());
    switch (layer.format) {
    case Format::Unknown:
        layer.remarks.add({.matter = Matter::UnknownFormat});
        return;
    case Format::GeoPackage:
        return readGeoPackage(
            input.bytes(), {input.part(kLogEnding), input.part(kJournalEnding)}, layer);
    case Format::Shapefile:
        return readShapefile(input, layer);
    default:
        return readBytes(input, layer.format, layer);
    }
}

} // namespace

Format formatOf(BytesView begin, std::string_view ending)
{
    const std::string_view bytes = textOf(begin);
    const Format byName = formatByEnding(ending);
    if (bytes.starts_with("SQLite format 3\0"sv)) {
        return Format::GeoPackage;
    }
    if (bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("PK\x05\x06"sv)) {
        return Format::Kmz;
    }
    if (bytes.starts_with("\x00\x00\x27\x0A"sv) || byName == Format::Shapefile) {
        return Format::Shapefile;
    }
    const std::string text = exchange::decodeText(begin.first(std::min(begin.size(), kLook))).text;
    const auto first = text.find_first_not_of(" \t\r\n");
    const char mark = first == std::string::npos ? '\0' : text[first];
    if (mark == '<') {
        return Format::Kml; // or GPX, CAP: its root tells
    }
    return (mark == '{' || mark == '[') && byName != Format::Csv ? Format::GeoJson : byName;
}

LayerSummary readLayer(const LayerInput& input, const LayerReading& how)
{
    RawLayer raw;
    raw.stop = how.stop;
    raw.passed = how.passed;
    Converter converter(raw, how.from);
    raw.take = [&](RawFeature&& one) {
        if (auto feature = converter.take(std::move(one))) {
            how.take(std::move(*feature), raw);
        }
    };
    readInput(input, raw);
    if (raw.groups.empty()) {
        raw.groups.resize(1);
    }
    LayerSummary summary;
    converter.finish(summary);
    return summary;
}

Layer readLayer(const std::filesystem::path& file, const ReadOptions& options)
{
    Layer layer;
    const LayerFiles files = LayerFiles::open(file, layer.remarks);
    if (files.isEmpty()) {
        return layer;
    }
    LayerInput input;
    for (const LayerFiles::Part& part : files.parts()) {
        input.add(part.ending, part.file);
    }
    LayerSummary counted;
    LayerReading how{.from = options.from, .stop = options.stop};
    how.take = [&](Feature&& feature, const RawLayer&) {
        counted.count(feature);
        layer.features.push_back(std::move(feature));
    };
    static_cast<LayerSummary&>(layer) = readLayer(input, how);
    layer.takeCounts(counted);
    if (options.stop.stop_requested()) {
        layer.features.clear();
    }
    if (options.plan != nullptr && !layer.features.empty()) {
        judgeShift(layer, options.plan);
    }
    return layer;
}

} // namespace sz::layers
