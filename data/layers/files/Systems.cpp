// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/layers/files/Systems.h"

#include "data/layers/RawLayer.h"

#include <algorithm>
#include <cmath>

namespace sz::layers {
namespace {

constexpr std::size_t kLongestWkt = 64 * 1024;

std::string lower(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return out;
}

/// The first text in quotes behind a keyword, spaces for underscores; empty: none.
std::string quotedBehind(std::string_view wkt, std::string_view keyword)
{
    const auto at = wkt.find(keyword);
    const auto begin = at == std::string_view::npos ? at : wkt.find('"', at);
    const auto end = begin == std::string_view::npos ? begin : wkt.find('"', begin + 1);
    if (end == std::string_view::npos) {
        return {};
    }
    std::string out(wkt.substr(begin + 1, end - begin - 1));
    std::ranges::replace(out, '_', ' ');
    return out;
}

/// PARAMETER["Central_Meridian",114.0]
std::optional<double> parameter(std::string_view wkt, std::string_view name)
{
    const auto at = wkt.find(name);
    const auto begin = at == std::string_view::npos ? at : wkt.find(',', at);
    const auto end = begin == std::string_view::npos ? begin : wkt.find_first_of(",]", begin + 1);
    if (end == std::string_view::npos) {
        return std::nullopt;
    }
    std::string_view text = wkt.substr(begin + 1, end - begin - 1);
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    text = text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
    return numberOf(text);
}

std::optional<geo::Datum> datumOf(std::string_view wkt)
{
    const auto has = [&](std::string_view word) {
        return wkt.find(word) != std::string_view::npos;
    };
    if (has("china_2000") || has("cgcs2000") || has("china geodetic coordinate system 2000")
        || has("china 2000")) {
        return geo::Datum::Cgcs2000;
    }
    if (has("wgs_1984") || has("wgs 84") || has("wgs84") || has("world geodetic system 1984")) {
        return geo::Datum::Wgs84;
    }
    return std::nullopt;
}

/// Upon WGS-84 it is the same within the decimetre between the datums.
std::optional<geo::CoordinateSystem> gaussOf(std::string_view wkt)
{
    const bool isGauss = wkt.find("gauss") != std::string_view::npos
                         || wkt.find("transverse") != std::string_view::npos;
    const auto meridian = parameter(
        wkt, wkt.find("central_meridian") != std::string_view::npos
                 ? "central_meridian"
                 : "longitude of natural origin");
    const auto east = parameter(
        wkt,
        wkt.find("false_easting") != std::string_view::npos ? "false_easting" : "false easting");
    const bool isIso = wkt.find("scale factor at natural origin") != std::string_view::npos;
    const auto scale = parameter(wkt, isIso ? "scale factor at natural origin" : "scale_factor");
    const auto north = parameter(
        wkt,
        wkt.find("false_northing") != std::string_view::npos ? "false_northing" : "false northing");
    if (!isGauss || !meridian || !east || scale.value_or(1) != 1 || north.value_or(0) != 0) {
        return std::nullopt;
    }
    const int number = static_cast<int>(std::lround(*meridian / 3));
    const bool isPlain = *east == 500'000;
    const bool isPrefixed = *east == number * 1'000'000.0 + 500'000;
    if (*meridian != number * 3.0 || number < 25 || number > 45 || (!isPlain && !isPrefixed)) {
        return std::nullopt;
    }
    return geo::CoordinateSystem{geo::Datum::Gauss, {number, isPrefixed}};
}

} // namespace

StatedSystem systemOfName(std::string_view name)
{
    StatedSystem out{std::string(name)};
    const std::string plain = lower(name);
    const auto known = [&](std::string_view text) {
        const auto found = geo::systemFrom(text);
        return found ? std::optional(*found) : std::nullopt;
    };
    if (plain.ends_with("crs84")) {
        out.known = geo::CoordinateSystem{};
    } else if (const auto at = plain.rfind("epsg"); at != std::string::npos) {
        const auto digits = plain.find_last_not_of("0123456789") + 1;
        out.known = known("epsg:" + plain.substr(digits));
    } else {
        out.known = known(plain);
    }
    return out;
}

StatedSystem systemOfWkt(std::string_view text)
{
    const std::string wkt = lower(text.substr(0, kLongestWkt));
    const bool isPlane =
        wkt.find("projcs") != std::string::npos || wkt.find("projcrs") != std::string::npos;
    StatedSystem out{quotedBehind(text, "[")};
    if (out.text.empty()) {
        out.text = text.substr(0, 60);
        return out;
    }
    const auto datum = datumOf(wkt);
    if (!datum) {
        return out;
    }
    out.known = isPlane ? gaussOf(wkt) : std::optional(geo::CoordinateSystem{*datum, {}});
    return out;
}

} // namespace sz::layers
