// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Transverse Mercator after C. F. F. Karney, "Transverse Mercator with an accuracy of a few nanometers", J. Geodesy 85 (2011).
#include "data/geo/GaussKruger.h"

#include <array>
#include <cmath>
#include <numbers>

namespace sz::geo {
namespace {

using std::numbers::pi;

constexpr double kAxis = 6378137.0; ///< CGCS2000, m
constexpr double kFlattening = 1 / 298.257222101;
constexpr double kFalseEast = 500'000.0;
constexpr double kZoneStep = 1'000'000.0;
constexpr double kFarthest = 4.0; ///< degrees from the central meridian
constexpr int kFirstZone = 25;
constexpr int kLastZone = 45;

constexpr double kN = kFlattening / (2 - kFlattening);
const double kEccentricity = std::sqrt(kFlattening * (2 - kFlattening));

/// Radius of the circle as long as a meridian.
constexpr double rectifyingRadius()
{
    constexpr double n2 = kN * kN;
    return kAxis / (1 + kN) * (1 + n2 * (1.0 / 4 + n2 * (1.0 / 64 + n2 / 256)));
}

using Series = std::array<double, 6>;

constexpr double powered(int exponent)
{
    double out = 1;
    for (int i = 0; i < exponent; ++i) {
        out *= kN;
    }
    return out;
}

// Karney's equations 35 and 36: row j − 1 has the factors of n^j, n^(j+1), … of sin 2jξ.
constexpr Series sumUp(const std::array<std::array<double, 6>, 6>& factors)
{
    Series out{};
    for (std::size_t j = 0; j < out.size(); ++j) {
        for (std::size_t k = 0; j + k < out.size(); ++k) {
            out.at(j) += factors.at(j).at(k) * powered(static_cast<int>(j + k) + 1);
        }
    }
    return out;
}

constexpr Series kForward = sumUp({{
    {1.0 / 2, -2.0 / 3, 5.0 / 16, 41.0 / 180, -127.0 / 288, 7891.0 / 37800},
    {13.0 / 48, -3.0 / 5, 557.0 / 1440, 281.0 / 630, -1983433.0 / 1935360},
    {61.0 / 240, -103.0 / 140, 15061.0 / 26880, 167603.0 / 181440},
    {49561.0 / 161280, -179.0 / 168, 6601661.0 / 7257600},
    {34729.0 / 80640, -3418889.0 / 1995840},
    {212378941.0 / 319334400},
}});
constexpr Series kBack = sumUp({{
    {1.0 / 2, -2.0 / 3, 37.0 / 96, -1.0 / 360, -81.0 / 512, 96199.0 / 604800},
    {1.0 / 48, 1.0 / 15, -437.0 / 1440, 46.0 / 105, -1118711.0 / 3870720},
    {17.0 / 480, -37.0 / 840, -209.0 / 4480, 5569.0 / 90720},
    {4397.0 / 161280, -11.0 / 504, -830251.0 / 7257600},
    {4583.0 / 161280, -108847.0 / 3991680},
    {20648693.0 / 638668800},
}});

/// Tangent of the conformal latitude from that of the geographic one.
double conformal(double tau)
{
    const double sigma =
        std::sinh(kEccentricity * std::atanh(kEccentricity * tau / std::hypot(1, tau)));
    return tau * std::hypot(1, sigma) - sigma * std::hypot(1, tau);
}

/// The way back, by Newton's method.
double geographic(double wanted)
{
    double tau = wanted;
    for (int round = 0; round < 8; ++round) {
        const double there = conformal(tau);
        const double step = (wanted - there) / std::hypot(1, there)
                            * (1 + (1 - kEccentricity * kEccentricity) * tau * tau)
                            / ((1 - kEccentricity * kEccentricity) * std::hypot(1, tau));
        tau += step;
        if (std::abs(step) < 1e-14 * std::max(1.0, std::abs(tau))) {
            break;
        }
    }
    return tau;
}

double falseEast(GaussZone zone)
{
    return kFalseEast + (zone.isPrefixed ? zone.number * kZoneStep : 0);
}

} // namespace

std::optional<GaussZone> zoneOf(double lon)
{
    const int number = static_cast<int>(std::floor(lon / 3 + 0.5));
    if (!(lon >= 73.5 && lon <= 136.5) || number < kFirstZone) {
        return std::nullopt;
    }
    return GaussZone{std::min(number, kLastZone), false};
}

std::optional<GaussZone> zoneOfEpsg(int code)
{
    constexpr int kPrefixed = 4513;
    constexpr int kPlain = 4534;
    if (code < kPrefixed || code > kPlain + kLastZone - kFirstZone) {
        return std::nullopt;
    }
    const bool isPrefixed = code < kPlain;
    return GaussZone{kFirstZone + code - (isPrefixed ? kPrefixed : kPlain), isPrefixed};
}

PlanePoint toPlane(Wgs84 point, GaussZone zone)
{
    const double lambda = (point.lon - zone.centralMeridian()) * pi / 180;
    const double tau = conformal(std::tan(point.lat * pi / 180));
    const double xi = std::atan2(tau, std::cos(lambda));
    const double eta = std::asinh(std::sin(lambda) / std::hypot(tau, std::cos(lambda)));
    double north = xi;
    double east = eta;
    for (std::size_t j = 0; j < kForward.size(); ++j) {
        const double k = 2.0 * static_cast<double>(j + 1);
        north += kForward.at(j) * std::sin(k * xi) * std::cosh(k * eta);
        east += kForward.at(j) * std::cos(k * xi) * std::sinh(k * eta);
    }
    return {falseEast(zone) + rectifyingRadius() * east, rectifyingRadius() * north};
}

std::optional<Wgs84> fromPlane(PlanePoint point, GaussZone zone)
{
    const double xi = point.north / rectifyingRadius();
    const double eta = (point.east - falseEast(zone)) / rectifyingRadius();
    if (!(std::abs(eta) <= kFarthest * pi / 180) || !(std::abs(xi) <= pi / 2)) {
        return std::nullopt;
    }
    double north = xi;
    double east = eta;
    for (std::size_t j = 0; j < kBack.size(); ++j) {
        const double k = 2.0 * static_cast<double>(j + 1);
        north -= kBack.at(j) * std::sin(k * xi) * std::cosh(k * eta);
        east -= kBack.at(j) * std::cos(k * xi) * std::sinh(k * eta);
    }
    const double tau = geographic(std::sin(north) / std::hypot(std::sinh(east), std::cos(north)));
    return Wgs84{
        zone.centralMeridian() + std::atan2(std::sinh(east), std::cos(north)) * 180 / pi,
        std::atan(tau) * 180 / pi};
}

} // namespace sz::geo
