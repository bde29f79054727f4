// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/osm/RoadBuilder.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>

namespace sz::maps::osm {
namespace {

constexpr double kMileKm = 1.609'344;
constexpr double kWalkingKmh = 7;
constexpr double kLeastTagged = 5;
constexpr double kMostTagged = 130;

struct Class
{
    std::string_view name;
    double kmh; ///< permitted where no sign says otherwise, as streets of a Chinese city are signed
};

constexpr std::array kClasses{
    Class{"motorway", 100},     Class{"motorway_link", 50},  Class{"trunk", 80},
    Class{"trunk_link", 50},    Class{"primary", 60},        Class{"primary_link", 40},
    Class{"secondary", 50},     Class{"secondary_link", 40}, Class{"tertiary", 40},
    Class{"tertiary_link", 30}, Class{"unclassified", 40},   Class{"residential", 30},
    Class{"road", 30},          Class{"living_street", 20},  Class{"service", 20},
};

std::string_view valueOf(Tags tags, std::string_view key)
{
    const auto it = std::ranges::find(tags, key, &Tag::first);
    return it == tags.end() ? std::string_view() : it->second;
}

/// "60", "60 km/h", "40 mph", "60;40" (the first), "walk". None: a word for a law ("CN:urban"), or nothing one can drive at.
std::optional<double> taggedSpeed(std::string_view text)
{
    if (text == "walk") {
        return kWalkingKmh;
    }
    double value = 0;
    const auto [end, bad] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (bad != std::errc{}) {
        return std::nullopt;
    }
    std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
    unit = unit.substr(0, unit.find(';'));
    if (unit.contains("mph")) {
        value *= kMileKm;
    } else if (unit.contains("knots")) {
        return std::nullopt;
    }
    return value >= kLeastTagged && value <= kMostTagged ? std::optional(value) : std::nullopt;
}

/// The most particular word counts.
bool isClosed(Tags tags)
{
    if (valueOf(tags, "emergency") == "yes") {
        return false;
    }
    for (const std::string_view key : {"motor_vehicle", "vehicle", "access"}) {
        if (const std::string_view word = valueOf(tags, key); !word.empty()) {
            return word == "no" || word == "private";
        }
    }
    return false;
}

bool isTagged(Tags tags, std::string_view key)
{
    const std::string_view word = valueOf(tags, key);
    return !word.empty() && word != "no";
}

RoadLook::Way wayOf(Tags tags, std::string_view highway)
{
    const std::string_view word = valueOf(tags, "oneway");
    if (word == "yes" || word == "true" || word == "1") {
        return RoadLook::Way::Forward;
    }
    if (word == "-1" || word == "reverse") {
        return RoadLook::Way::Backward;
    }
    const std::string_view junction = valueOf(tags, "junction");
    const bool isImplied =
        junction == "roundabout" || junction == "circular" || highway == "motorway";
    return word.empty() && isImplied ? RoadLook::Way::Forward : RoadLook::Way::Both;
}

} // namespace

RoadLook roadLook(Tags tags)
{
    const std::string_view highway = valueOf(tags, "highway");
    const auto known = std::ranges::find(kClasses, highway, &Class::name);
    if (known == kClasses.end() || isClosed(tags) || valueOf(tags, "area") == "yes") {
        return {};
    }
    const bool isJoined =
        !highway.starts_with("motorway") && !isTagged(tags, "bridge") && !isTagged(tags, "tunnel");
    return {
        wayOf(tags, highway), taggedSpeed(valueOf(tags, "maxspeed")).value_or(known->kmh),
        isJoined};
}

} // namespace sz::maps::osm
