// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The shift of GCJ-02 as it became public: two sums of sines over the offset from 105° E 35° N, on Krasovsky's ellipsoid.
#include "data/geo/Datum.h"

#include <cmath>
#include <numbers>

namespace sz::geo {
namespace {

using std::numbers::pi;

constexpr double kAxis = 6378245.0; ///< semi-major axis, m
constexpr double kSquaredEccentricity = 0.00669342162296594323;
constexpr double kBaiduTurn = pi * 3000.0 / 180.0;
constexpr double kClose = 1e-11; ///< degrees, 1 µm
constexpr int kMostRounds = 20;

struct Pair
{
    double lon = 0;
    double lat = 0;
};

double wave(double amplitude, double x, double frequency)
{
    return amplitude * std::sin(x * frequency * pi);
}

double shiftOfLat(double x, double y)
{
    const double bend =
        -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * std::sqrt(std::abs(x));
    const double waves = wave(20, x, 6) + wave(20, x, 2) + wave(20, y, 1) + wave(40, y, 1.0 / 3)
                         + wave(160, y, 1.0 / 12) + wave(320, y, 1.0 / 30);
    return bend + waves * 2.0 / 3.0;
}

double shiftOfLon(double x, double y)
{
    const double bend =
        300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * std::sqrt(std::abs(x));
    const double waves = wave(20, x, 6) + wave(20, x, 2) + wave(20, x, 1) + wave(40, x, 1.0 / 3)
                         + wave(150, x, 1.0 / 12) + wave(300, x, 1.0 / 30);
    return bend + waves * 2.0 / 3.0;
}

Pair shiftAt(double lon, double lat)
{
    if (!isShifted({lon, lat})) {
        return {};
    }
    const double x = lon - 105.0;
    const double y = lat - 35.0;
    const double phi = lat / 180.0 * pi;
    const double flat = 1 - kSquaredEccentricity * std::sin(phi) * std::sin(phi);
    const double meridian = kAxis * (1 - kSquaredEccentricity) / (flat * std::sqrt(flat));
    const double parallel = kAxis / std::sqrt(flat) * std::cos(phi);
    return {shiftOfLon(x, y) * 180.0 / (parallel * pi), shiftOfLat(x, y) * 180.0 / (meridian * pi)};
}

/// The point that `forward` takes to `wanted`; both shifts are smooth and small, so a few rounds are enough.
template <class Forward>
Pair undone(Pair wanted, Forward forward)
{
    Pair guess = wanted;
    for (int round = 0; round < kMostRounds; ++round) {
        const Pair there = forward(guess);
        const Pair off{there.lon - wanted.lon, there.lat - wanted.lat};
        guess = {guess.lon - off.lon, guess.lat - off.lat};
        if (std::abs(off.lon) < kClose && std::abs(off.lat) < kClose) {
            break;
        }
    }
    return guess;
}

} // namespace

bool isShifted(Wgs84 point)
{
    return point.lon >= 72.004 && point.lon <= 137.8347 && point.lat >= 0.8293
           && point.lat <= 55.8271;
}

Gcj02 toGcj02(Wgs84 point)
{
    const Pair shift = shiftAt(point.lon, point.lat);
    return {point.lon + shift.lon, point.lat + shift.lat};
}

Wgs84 toWgs84(Gcj02 point)
{
    // Whether there is a shift is the WGS-84 point's question; at the box's edge the answer may flip while iterating.
    if (!isShifted({point.lon, point.lat})) {
        return {point.lon, point.lat};
    }
    const Pair found = undone({point.lon, point.lat}, [](Pair p) {
        const Pair shift = shiftAt(p.lon, p.lat);
        return Pair{p.lon + shift.lon, p.lat + shift.lat};
    });
    return {found.lon, found.lat};
}

Bd09 toBd09(Gcj02 point)
{
    const double radius =
        std::hypot(point.lon, point.lat) + 0.00002 * std::sin(point.lat * kBaiduTurn);
    const double angle =
        std::atan2(point.lat, point.lon) + 0.000003 * std::cos(point.lon * kBaiduTurn);
    return {radius * std::cos(angle) + 0.0065, radius * std::sin(angle) + 0.006};
}

Gcj02 toGcj02(Bd09 point)
{
    const Pair found = undone({point.lon, point.lat}, [](Pair p) {
        const Bd09 there = toBd09(Gcj02{p.lon, p.lat});
        return Pair{there.lon, there.lat};
    });
    return {found.lon, found.lat};
}

} // namespace sz::geo
