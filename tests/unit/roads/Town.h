// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Road nets for tests, laid out in metres east and north of one place.

#include "data/roads/RoadNet.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <numbers>
#include <utility>
#include <vector>

namespace sz::test {

inline constexpr Wgs84 kTownCentre{114.3, 30.6};

[[nodiscard]] inline Wgs84 metresFrom(double east, double north)
{
    constexpr double kPerDegree = 6'371'008.8 * std::numbers::pi / 180;
    return {
        kTownCentre.lon + east / (kPerDegree * std::cos(kTownCentre.lat * std::numbers::pi / 180)),
        kTownCentre.lat + north / kPerDegree};
}

class Town
{
public:
    std::uint32_t point(double east, double north)
    {
        m_net.points.push_back(metresFrom(east, north));
        return static_cast<std::uint32_t>(m_net.points.size() - 1);
    }
    void stretch(
        std::uint32_t from,
        std::uint32_t to,
        float kmh,
        bool isOneWay = false,
        bool isJoined = true)
    {
        m_net.stretches.push_back({from, to, kmh, isOneWay, isJoined});
    }
    /// A road through new points.
    std::vector<std::uint32_t> road(
        std::initializer_list<std::pair<double, double>> points,
        float kmh,
        bool isOneWay = false,
        bool isJoined = true)
    {
        std::vector<std::uint32_t> out;
        for (const auto& [east, north] : points) {
            out.push_back(point(east, north));
            if (out.size() > 1) {
                stretch(out[out.size() - 2], out.back(), kmh, isOneWay, isJoined);
            }
        }
        return out;
    }
    [[nodiscard]] roads::RoadNet net() const
    {
        roads::RoadNet net = m_net;
        net.facts.name = "示例";
        net.facts.source = "town.osm.pbf";
        net.facts.built = fromUtcMs(1'795'000'000'000);
        net.facts.southWest = net.facts.northEast = net.points.front();
        for (const Wgs84& p : net.points) {
            net.facts.southWest = {
                std::min(net.facts.southWest.lon, p.lon), std::min(net.facts.southWest.lat, p.lat)};
            net.facts.northEast = {
                std::max(net.facts.northEast.lon, p.lon), std::max(net.facts.northEast.lat, p.lat)};
        }
        net.facts.points = net.points.size();
        net.facts.stretches = net.stretches.size();
        return net;
    }

private:
    roads::RoadNet m_net;
};

} // namespace sz::test
