// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/layers/ReadLayer.h"

#include "data/exchange/TextDecode.h"
#include "data/layers/files/Readers.h"
#include "data/layers/files/ShapeParts.h"
#include "data/layers/judge/Convert.h"
#include "data/layers/judge/Shift.h"

#include <algorithm>
#include <fstream>

namespace sz::layers {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kLook = 4096;

std::string extensionOf(const std::filesystem::path& file)
{
    std::string out = file.extension().string();
    std::ranges::transform(out, out.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return out;
}

Format formatByName(const std::filesystem::path& file)
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
    const auto it =
        std::ranges::find(kNames, extensionOf(file), &std::pair<std::string_view, Format>::first);
    return it == kNames.end() ? Format::Unknown : it->second;
}

// Part of a Shapefile that is named is the Shapefile.
std::filesystem::path shapeOf(const std::filesystem::path& file)
{
    return extensionOf(file) == ".shp" ? file : sisterOf(file, ".shp");
}

std::optional<Bytes> slurp(const std::filesystem::path& file, RawLayer& layer)
{
    std::error_code ec;
    const auto size = std::filesystem::file_size(file, ec);
    std::ifstream in(file, std::ios::binary);
    Bytes bytes(ec ? 0 : size);
    in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (ec || !in || in.gcount() != static_cast<std::streamsize>(bytes.size())) {
        layer.remarks.add({.matter = Matter::Unreadable});
        return std::nullopt;
    }
    return bytes;
}

void readBytes(const std::filesystem::path& file, Format format, RawLayer& layer)
{
    auto bytes = slurp(file, layer);
    if (!bytes) {
        return;
    }
    if (format == Format::Kmz) {
        return readKmz(*bytes, layer);
    }
    std::string text = decodedText(*bytes, format == Format::GeoJson, layer);
    bytes.reset();
    if (format == Format::GeoJson) {
        readGeoJson(text, layer);
    } else if (format == Format::Csv) {
        readCsv(text, layer);
    } else {
        readXml(std::move(text), layer);
    }
}

void readFile(const std::filesystem::path& file, RawLayer& layer)
{
    std::error_code ec;
    const auto size = std::filesystem::file_size(file, ec);
    if (ec || !std::filesystem::is_regular_file(file, ec)) {
        layer.remarks.add({.matter = Matter::Unreadable});
        return;
    }
    if (size == 0 || size > kMostBytes) {
        layer.remarks.add(
            {.matter = size == 0 ? Matter::Empty : Matter::TooLarge,
             .text = "file",
             .a = static_cast<std::int64_t>(kMostBytes)});
        return;
    }
    layer.format = formatOf(viewOf(beginOf(file, kLook)), file);
    switch (layer.format) {
    case Format::Unknown:
        layer.remarks.add({.matter = Matter::UnknownFormat});
        return;
    case Format::GeoPackage:
        return readGeoPackage(file, layer);
    case Format::Shapefile:
        if (const auto shape = shapeOf(file); !shape.empty()) {
            return readShapefile(shape, layer);
        }
        layer.remarks.add({.matter = Matter::MissingPart, .text = ".shp"});
        return;
    default:
        return readBytes(file, layer.format, layer);
    }
}

} // namespace

Format formatOf(BytesView begin, const std::filesystem::path& file)
{
    const std::string_view bytes = textOf(begin);
    const Format byName = formatByName(file);
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

Layer readLayer(const std::filesystem::path& file, const ReadOptions& options)
{
    RawLayer raw;
    raw.stop = options.stop;
    readFile(file, raw);
    if (raw.groups.empty()) {
        raw.groups.resize(1);
    }
    Layer layer = converted(std::move(raw), options.from);
    if (options.stop.stop_requested()) {
        layer.features.clear();
    }
    if (options.plan != nullptr && !layer.features.empty()) {
        judgeShift(layer, options.plan);
    }
    return layer;
}

} // namespace sz::layers
