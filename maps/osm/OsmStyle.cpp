// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/osm/OsmStyle.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>

namespace sz::maps::osm {
namespace {

std::string_view valueOf(Tags tags, std::string_view key)
{
    const auto it = std::ranges::find(tags, key, &Tag::first);
    return it == tags.end() ? std::string_view() : it->second;
}

bool isOneOf(std::string_view value, std::initializer_list<std::string_view> list)
{
    return std::ranges::find(list, value) != list.end();
}

Kind roadOf(std::string_view highway)
{
    if (highway.ends_with("_link")) {
        highway.remove_suffix(5);
    }
    struct Row
    {
        std::string_view name;
        Kind kind;
    };
    static constexpr std::array kRows{
        Row{"motorway", Kind::Motorway},  Row{"trunk", Kind::Trunk},
        Row{"primary", Kind::Primary},    Row{"secondary", Kind::Secondary},
        Row{"tertiary", Kind::Tertiary},  Row{"residential", Kind::Minor},
        Row{"unclassified", Kind::Minor}, Row{"living_street", Kind::Minor},
        Row{"pedestrian", Kind::Minor},   Row{"road", Kind::Minor},
        Row{"service", Kind::Service},    Row{"footway", Kind::Path},
        Row{"path", Kind::Path},          Row{"cycleway", Kind::Path},
        Row{"steps", Kind::Path},         Row{"track", Kind::Path}};
    const auto it = std::ranges::find(kRows, highway, &Row::name);
    return it == kRows.end() ? Kind::None : it->kind;
}

Kind groundOf(Tags tags)
{
    const auto natural = valueOf(tags, "natural");
    const auto landuse = valueOf(tags, "landuse");
    const auto leisure = valueOf(tags, "leisure");
    if (natural == "water" || isOneOf(landuse, {"reservoir", "basin"})
        || isOneOf(valueOf(tags, "waterway"), {"riverbank", "dock"})) {
        return Kind::Water;
    }
    if (!valueOf(tags, "building").empty() && valueOf(tags, "building") != "no") {
        return Kind::Building;
    }
    if (isOneOf(natural, {"wood", "scrub", "grassland", "wetland"})
        || isOneOf(landuse, {"forest", "grass", "meadow", "orchard", "cemetery", "village_green"})
        || isOneOf(leisure, {"park", "garden", "golf_course", "nature_reserve", "pitch"})) {
        return Kind::Green;
    }
    if (isOneOf(landuse, {"residential", "industrial", "commercial", "retail"})) {
        return Kind::Built;
    }
    return Kind::None;
}

struct Look
{
    int from;
    QRgb fill;
    QRgb casing;
    double at12; ///< width at zoom 12
    double at16;
};

const Look& lookOf(Kind kind)
{
    static constexpr std::array kLooks{
        Look{99, 0, 0, 0, 0},                      // None
        Look{10, 0xFFCFE5C3, 0xFFCFE5C3, 0, 0},    // Green
        Look{10, 0xFFE9E4DC, 0xFFE9E4DC, 0, 0},    // Built
        Look{0, 0xFFA9CFE3, 0xFF8FBBD4, 0, 0},     // Water
        Look{15, 0xFFD6CCC2, 0xFFB8ACA0, 0, 0},    // Building
        Look{11, 0xFFA9CFE3, 0xFFA9CFE3, 1, 3},    // Stream
        Look{15, 0xFFB09A84, 0xFFB09A84, 0.6, 1},  // Path
        Look{10, 0xFF8A8A8A, 0xFF8A8A8A, 1.2, 2},  // Rail
        Look{15, 0xFFFFFFFF, 0xFFC9C2BA, 1, 4},    // Service
        Look{13, 0xFFFFFFFF, 0xFFC0B8AF, 1.2, 7},  // Minor
        Look{12, 0xFFFFFFFF, 0xFFB0A79C, 1.8, 9},  // Tertiary
        Look{11, 0xFFFBF0B8, 0xFFC9AE5A, 2.2, 11}, // Secondary
        Look{9, 0xFFFCDDA0, 0xFFC99A45, 2.8, 13},  // Primary
        Look{8, 0xFFF9C08A, 0xFFC27D3B, 3.2, 14},  // Trunk
        Look{7, 0xFFEF9F8F, 0xFFB8604F, 3.6, 15}}; // Motorway
    return kLooks.at(static_cast<std::size_t>(kind));
}

} // namespace

Kind kindOf(Tags tags)
{
    if (isOneOf(valueOf(tags, "tunnel"), {"yes", "culvert"})) {
        return Kind::None;
    }
    if (const auto highway = valueOf(tags, "highway"); !highway.empty()) {
        return valueOf(tags, "area") == "yes" ? Kind::None : roadOf(highway);
    }
    if (isOneOf(valueOf(tags, "railway"), {"rail", "light_rail", "subway", "tram", "monorail"})) {
        return Kind::Rail;
    }
    if (isOneOf(valueOf(tags, "waterway"), {"river", "canal", "stream", "drain"})) {
        return Kind::Stream;
    }
    return groundOf(tags);
}

int shownFrom(Kind kind)
{
    return lookOf(kind).from;
}

QColor fillOf(Kind kind)
{
    return QColor::fromRgb(lookOf(kind).fill);
}

QColor casingOf(Kind kind)
{
    return QColor::fromRgb(lookOf(kind).casing);
}

QColor ground()
{
    return QColor::fromRgb(0xFFF4F1EB);
}

double widthOf(Kind kind, int zoom)
{
    const Look& look = lookOf(kind);
    const double grow = std::pow(look.at16 / std::max(look.at12, 0.1), 0.25);
    return std::max(0.5, look.at12 * std::pow(grow, zoom - 12));
}

QString nameOf(Tags tags)
{
    for (const std::string_view key : {"name:zh-Hans", "name:zh", "name"}) {
        if (const auto name = valueOf(tags, key); !name.empty()) {
            return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))
                .simplified()
                .left(40);
        }
    }
    return {};
}

PlaceLook placeLook(Tags tags)
{
    const auto place = valueOf(tags, "place");
    struct Row
    {
        std::string_view name;
        PlaceLook look;
    };
    static constexpr std::array kPlaces{Row{"city", {6, 90, 22, true, false}},
                                        Row{"district", {9, 80, 18, true, false}},
                                        Row{"town", {10, 70, 15, true, false}},
                                        Row{"suburb", {11, 60, 14, false, false}},
                                        Row{"quarter", {13, 50, 13, false, false}},
                                        Row{"neighbourhood", {14, 40, 12, false, false}},
                                        Row{"village", {13, 45, 12, false, true}},
                                        Row{"hamlet", {15, 20, 11, false, true}},
                                        Row{"island", {12, 48, 13, false, false}}};
    if (const auto it = std::ranges::find(kPlaces, place, &Row::name); it != kPlaces.end()) {
        return it->look;
    }
    if (isOneOf(valueOf(tags, "railway"), {"station", "halt"})
        || valueOf(tags, "station") == "subway") {
        return {13, 42, 12, false, true};
    }
    if (isOneOf(valueOf(tags, "amenity"), {"hospital", "university", "college"})) {
        return {14, 36, 11, false, true};
    }
    if (isOneOf(valueOf(tags, "amenity"), {"school", "police", "fire_station", "townhall"})) {
        return {15, 30, 11, false, true};
    }
    return {};
}

} // namespace sz::maps::osm
