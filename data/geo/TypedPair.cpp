// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/geo/TypedPair.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>

namespace sz::geo {
namespace {

struct Named
{
    std::string_view word; ///< lower case
    Datum datum;
};

/// The longer before what is in them.
constexpr std::array kNames{Named{"wgs-84", Datum::Wgs84},      Named{"wgs84", Datum::Wgs84},
                            Named{"gcj-02", Datum::Gcj02},      Named{"gcj02", Datum::Gcj02},
                            Named{"bd-09", Datum::Bd09},        Named{"bd09", Datum::Bd09},
                            Named{"cgcs2000", Datum::Cgcs2000}, Named{"高德", Datum::Gcj02},
                            Named{"腾讯", Datum::Gcj02},        Named{"百度", Datum::Bd09}};

/// Signs and words that stand beside numbers and say nothing the numbers do not.
constexpr std::array<std::string_view, 24> kAside{
    "东经", "北纬", "经度", "纬度", "longitude", "latitude", "lon", "lat", "°", "º", "：", "，",
    "、",   "；",   "。",   "（",   "）",        "　",       ":",   ";",   "(", ")", "e",  "n"};

void replaceAll(std::string& text, std::string_view what, std::string_view by)
{
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
        text.replace(at, what.size(), by);
    }
}

std::string lowered(std::string_view text)
{
    std::string out(text);
    for (char& c : out) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return out;
}

struct Number
{
    double value = 0;
    int decimals = 0;
};

std::optional<Number> numberOf(std::string_view word)
{
    Number number;
    const char* const end = word.data() + word.size();
    const auto [stop, fault] =
        std::from_chars(word.data(), end, number.value, std::chars_format::fixed);
    if (fault != std::errc() || stop != end || !std::isfinite(number.value)) {
        return std::nullopt;
    }
    const auto dot = word.find('.');
    number.decimals = dot == std::string_view::npos ? 0 : static_cast<int>(word.size() - dot) - 1;
    return number;
}

std::vector<std::string_view> wordsOf(std::string_view text)
{
    constexpr std::string_view kBetween = " ,\t";
    std::vector<std::string_view> words;
    for (auto at = text.find_first_not_of(kBetween); at != std::string_view::npos;
         at = text.find_first_not_of(kBetween, at)) {
        const auto end = std::min(text.find_first_of(kBetween, at), text.size());
        words.push_back(text.substr(at, end - at));
        at = end;
    }
    return words;
}

constexpr double kLeastEast = 100'000;
constexpr double kMostEast = 900'000;
constexpr double kLeastNorth = 1'000'000; ///< 9° N
constexpr double kMostNorth = 7'000'000;
constexpr double kZone = 1'000'000; ///< what the number of a zone counts in an easting
constexpr int kFirstZone = 25;
constexpr int kLastZone = 45;

int zoneIn(double east)
{
    return static_cast<int>(east / kZone);
}

bool isEast(double value)
{
    if (!(value >= kLeastEast && value < (kLastZone + 1) * kZone)) {
        return false;
    }
    const int zone = zoneIn(value);
    const double rest = zone >= kFirstZone && zone <= kLastZone ? value - zone * kZone : value;
    return rest >= kLeastEast && rest <= kMostEast;
}

bool isNorth(double value)
{
    return value >= kLeastNorth && value <= kMostNorth;
}

bool isLatitude(double value)
{
    return std::abs(value) <= 90;
}

/// As longitude, latitude or east, north.
std::optional<TypedPair> arranged(const Number& a, const Number& b)
{
    for (const auto& [x, y] : {std::pair(a.value, b.value), std::pair(b.value, a.value)}) {
        if (isEast(x) && isNorth(y)) {
            return TypedPair{{x, y}, true, {}};
        }
        if (a.decimals >= 2 && b.decimals >= 2 && std::abs(x) <= 180 && isLatitude(y)) {
            return TypedPair{{x, y}, false, {}};
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<TypedPair> typedPair(std::string_view typed)
{
    constexpr std::size_t kLongest = 120;
    if (typed.size() > kLongest) {
        return std::nullopt;
    }
    std::string text = lowered(typed);
    std::optional<CoordinateSystem> system;
    for (const Named& one : kNames) {
        if (!system && text.find(one.word) != std::string::npos) {
            system = CoordinateSystem{one.datum, {}};
            replaceAll(text, one.word, " ");
        }
    }
    for (const std::string_view aside : kAside) {
        replaceAll(text, aside, " ");
    }
    const auto words = wordsOf(text);
    const auto a = words.size() == 2 ? numberOf(words[0]) : std::nullopt;
    const auto b = words.size() == 2 ? numberOf(words[1]) : std::nullopt;
    auto pair = a && b ? arranged(*a, *b) : std::nullopt;
    if (!pair || (pair->isPlane && system && system->datum != Datum::Cgcs2000)) {
        return std::nullopt; // no map of the web has metres
    }
    pair->system = pair->isPlane ? std::nullopt : system;
    return pair;
}

std::vector<CoordinateSystem> readingsOf(const TypedPair& typed, double centreLon)
{
    if (typed.system) {
        return {*typed.system};
    }
    if (!typed.isPlane) {
        return {{Datum::Wgs84, {}}, {Datum::Gcj02, {}}, {Datum::Bd09, {}}};
    }
    if (const int zone = zoneIn(typed.pair.first); zone > 0) {
        return {{Datum::Gauss, {zone, true}}};
    }
    const auto zone = zoneOf(centreLon);
    return zone ? std::vector<CoordinateSystem>{{Datum::Gauss, {zone->number, false}}}
                : std::vector<CoordinateSystem>();
}

} // namespace sz::geo
