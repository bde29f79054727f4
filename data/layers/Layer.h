// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A map layer read from a file: what it holds, in WGS-84, and what was said about it on the way in.

#include "data/base/Geo.h"
#include "data/geo/CoordinateSystem.h"
#include "data/layers/Remark.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sz::layers {

enum class Format : std::uint8_t {
    Unknown,
    GeoJson,    ///< RFC 7946
    Csv,        ///< RFC 4180, columns of longitude and latitude
    Kml,        ///< OGC KML 2.3
    Kmz,        ///< a ZIP file with a KML in it
    Gpx,        ///< GPX 1.1
    Shapefile,  ///< ESRI Shapefile Technical Description, 1998
    GeoPackage, ///< OGC GeoPackage 1.4
    Cap,        ///< OASIS Common Alerting Protocol 1.1 or 1.2: areas of warnings
};
/// "GeoJSON", …
[[nodiscard]] const char* formatName(Format format);

/// What a value was in its file, so that it can be written there again.
enum class ValueKind : std::uint8_t {
    Text,
    Number,
    Bool,
    Null,
    Nested, ///< a JSON list or object, an XML element: its source
};

struct Property
{
    std::uint32_t name = 0; ///< index into Layer::names
    ValueKind kind = ValueKind::Text;
    std::string text; ///< numbers as they were written; UTF-8
};

/// What a feature is beside its geometry.
struct FeatureHead
{
    std::string id;                   ///< as the file has it, unique; may be empty
    std::string name;                 ///< of its properties; may be empty
    std::uint32_t number = 0;         ///< 1-based, in the order of the file
    std::uint32_t group = 0;          ///< index into Layer::groups
    int line = 0;                     ///< 1-based; 0: the file has none
    std::vector<Property> properties; ///< in the file's order; all of them, name and id, too
};

/// Degrees WGS-84. Mostly one of the three; a collection may have all. Polygons: the outer ring counterclockwise, its
/// holes clockwise, as in RFC 7946.
struct Geometry
{
    std::vector<Wgs84> points;
    std::vector<std::vector<Wgs84>> lines;
    MultiPolygon area;
};

/// Every vertex, the points first, then lines, then rings.
template <class Visit>
void forEachPoint(const Geometry& geometry, Visit visit)
{
    std::ranges::for_each(geometry.points, visit);
    for (const auto& line : geometry.lines) {
        std::ranges::for_each(line, visit);
    }
    for (const Polygon& polygon : geometry.area.polygons) {
        for (const Ring& ring : polygon.rings) {
            std::ranges::for_each(ring, visit);
        }
    }
}

enum class GeometryKind : std::uint8_t {
    None,
    Point,
    MultiPoint,
    Line,
    MultiLine,
    Polygon,
    MultiPolygon,
    Mixed,
};
inline constexpr std::size_t kGeometryKinds = 8;
/// "point", "multipoint", …
[[nodiscard]] const char* kindName(GeometryKind kind);
[[nodiscard]] GeometryKind kindOf(const Geometry& geometry);

struct Feature
{
    FeatureHead head;
    Geometry geometry;
};

/// The coordinate system a file says it is in.
struct StatedSystem
{
    std::string text; ///< as the file names it; empty: it does not say
    std::optional<geo::CoordinateSystem> known{};

    [[nodiscard]] bool isStated() const { return !text.empty(); }
};

/// A table, folder or kind of things within the file; most files have one.
struct Group
{
    std::string name; ///< may be empty
    StatedSystem system{};
};

struct Extent
{
    Wgs84 southWest;
    Wgs84 northEast;
};

/// What a layer holds, without holding it: features may go by one at a time.
struct LayerSummary
{
    Format format = Format::Unknown;
    std::string
        encoding; ///< of its text: "UTF-8", "GB18030"; empty where a format leaves no choice
    std::vector<std::string> names; ///< of properties, in the order they were met
    std::vector<Group> groups;
    std::uint64_t read = 0;                            ///< features of the file, bad ones, too
    std::uint64_t good = 0;                            ///< those that were taken
    std::uint64_t points = 0;                          ///< vertices of the good ones
    std::array<std::uint64_t, kGeometryKinds> kinds{}; ///< of the good ones
    std::optional<Extent> extent;                      ///< of the good ones; none: no point
    Remarks remarks;

    /// Something of it cannot be taken; the remarks say what, and the good features are the others.
    [[nodiscard]] bool isRefused() const { return remarks.count(Level::Refused) > 0; }
    /// One more good feature.
    void count(const Feature& feature);
    /// What count() has counted in another one.
    void takeCounts(const LayerSummary& other);
};

struct Layer : LayerSummary
{
    std::vector<Feature> features; ///< the good ones, in the file's order
};

} // namespace sz::layers
