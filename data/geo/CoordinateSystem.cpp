// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/geo/CoordinateSystem.h"

#include "data/geo/Datum.h"

#include <cctype>
#include <charconv>
#include <cmath>
#include <format>

namespace sz::geo {
namespace {

std::optional<int> numberIn(std::string_view text)
{
    int out = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(out)
                                                                    : std::nullopt;
}

std::string plainName(std::string_view name)
{
    std::string out;
    for (const char c : name) {
        if (c != '-' && c != '_' && c != ' ') {
            out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        }
    }
    return out;
}

std::optional<CoordinateSystem> byEpsg(std::string_view digits)
{
    const auto code = numberIn(digits);
    if (!code) {
        return std::nullopt;
    }
    if (*code == 4326) {
        return CoordinateSystem{Datum::Wgs84, {}};
    }
    if (*code == 4490) {
        return CoordinateSystem{Datum::Cgcs2000, {}};
    }
    const auto zone = zoneOfEpsg(*code);
    return zone ? std::optional(CoordinateSystem{Datum::Gauss, *zone}) : std::nullopt;
}

// A zone has a number from 25 to 45, its meridian is three times as much: they cannot be mistaken for each other.
std::optional<CoordinateSystem> byZone(std::string_view digits)
{
    const auto number = numberIn(digits);
    if (!number) {
        return std::nullopt;
    }
    const bool isZone = *number >= 25 && *number <= 45;
    const bool isMeridian = *number >= 75 && *number <= 135 && *number % 3 == 0;
    if (!isZone && !isMeridian) {
        return std::nullopt;
    }
    return CoordinateSystem{Datum::Gauss, {isZone ? *number : *number / 3, isZone}};
}

Result<Pair> inDegrees(Pair pair)
{
    if (!(std::abs(pair.first) <= 180)) {
        return fail(Code::BadArgument, std::format("longitude {} is not within ±180", pair.first));
    }
    if (!(std::abs(pair.second) <= 90)) {
        return fail(Code::BadArgument, std::format("latitude {} is not within ±90", pair.second));
    }
    return pair;
}

} // namespace

Result<CoordinateSystem> systemFrom(std::string_view name)
{
    const std::string plain = plainName(name);
    std::optional<CoordinateSystem> found;
    if (plain == "wgs84") {
        found = {Datum::Wgs84, {}};
    } else if (plain == "cgcs2000") {
        found = {Datum::Cgcs2000, {}};
    } else if (plain == "gcj02") {
        found = {Datum::Gcj02, {}};
    } else if (plain == "bd09" || plain == "bd09ll") {
        found = {Datum::Bd09, {}};
    } else if (plain.starts_with("epsg:")) {
        found = byEpsg(std::string_view(plain).substr(5));
    } else if (plain.starts_with("gk")) {
        found = byZone(std::string_view(plain).substr(2));
    }
    if (!found) {
        return fail(Code::BadArgument, std::string(name));
    }
    return *found;
}

Result<Wgs84> toWgs84(Pair pair, const CoordinateSystem& from)
{
    if (from.isPlane()) {
        if (const auto point = fromPlane({pair.first, pair.second}, from.zone)) {
            return *point;
        }
        return fail(
            Code::BadArgument, std::format(
                                   "east {} north {} is not in the zone of {}° E", pair.first,
                                   pair.second, from.zone.centralMeridian()));
    }
    return inDegrees(pair).transform([&](Pair p) -> Wgs84 {
        switch (from.datum) {
        case Datum::Gcj02:
            return toWgs84(Gcj02{p.first, p.second});
        case Datum::Bd09:
            return toWgs84(toGcj02(Bd09{p.first, p.second}));
        default:
            return {p.first, p.second};
        }
    });
}

Pair fromWgs84(Wgs84 point, const CoordinateSystem& to)
{
    switch (to.datum) {
    case Datum::Gauss: {
        const PlanePoint plane = toPlane(point, to.zone);
        return {plane.east, plane.north};
    }
    case Datum::Gcj02: {
        const Gcj02 there = toGcj02(point);
        return {there.lon, there.lat};
    }
    case Datum::Bd09: {
        const Bd09 there = toBd09(toGcj02(point));
        return {there.lon, there.lat};
    }
    case Datum::Wgs84:
    case Datum::Cgcs2000:
        break;
    }
    return {point.lon, point.lat};
}

} // namespace sz::geo
