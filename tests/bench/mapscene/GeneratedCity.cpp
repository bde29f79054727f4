// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/mapscene/GeneratedCity.h"

#include <cmath>
#include <format>

namespace sz::bench {
namespace {

struct Box
{
    double west = 180;
    double south = 90;
    double east = -180;
    double north = -90;
};

Box boxOf(const plan::Plan& plan)
{
    Box box;
    for (const plan::Area& area : plan.areas) {
        for (const Polygon& polygon : area.outline.polygons) {
            for (const Wgs84 p : polygon.rings.front()) {
                box.west = std::min(box.west, p.lon);
                box.east = std::max(box.east, p.lon);
                box.south = std::min(box.south, p.lat);
                box.north = std::max(box.north, p.lat);
            }
        }
    }
    return box;
}

/// A smooth bend of the ground: neighbours stay neighbours.
Wgs84 bent(Wgs84 p, double step)
{
    return {
        p.lon + 0.18 * step * std::sin(p.lat * 2.3 / step + p.lon * 41),
        p.lat + 0.18 * step * std::cos(p.lon * 2.1 / step + p.lat * 37)};
}

Ring cellRing(Wgs84 corner, double width, double height, int corners)
{
    const int perSide = std::max(1, corners / 4);
    const double step = std::min(width, height);
    Ring ring;
    const auto side = [&](Wgs84 from, double dx, double dy) {
        for (int i = 0; i < perSide; ++i) {
            const double t = static_cast<double>(i) / perSide;
            ring.push_back(bent({from.lon + dx * t, from.lat + dy * t}, step));
        }
    };
    side(corner, width, 0);
    side({corner.lon + width, corner.lat}, 0, height);
    side({corner.lon + width, corner.lat + height}, -width, 0);
    side({corner.lon, corner.lat + height}, 0, -height);
    ring.push_back(ring.front());
    return ring;
}

} // namespace

layers::Layer generatedNet(const plan::Plan& plan, int count, int corners, const char* prefix)
{
    const Box box = boxOf(plan);
    const int columns = static_cast<int>(std::ceil(std::sqrt(count)));
    const int rows = (count + columns - 1) / columns;
    const double width = (box.east - box.west) / columns;
    const double height = (box.north - box.south) / rows;
    layers::Layer layer;
    layer.format = layers::Format::GeoJson;
    layer.groups.resize(1);
    for (int i = 0; i < count; ++i) {
        layers::Feature feature;
        feature.head.id = std::format("{}{}", prefix, i + 1);
        feature.head.number = static_cast<std::uint32_t>(i + 1);
        const Wgs84 corner{box.west + width * (i % columns), box.south + height * (i / columns)};
        feature.geometry.area.polygons.push_back({{cellRing(corner, width, height, corners)}});
        layer.features.push_back(std::move(feature));
    }
    return layer;
}

plan::PlaceShapes generatedShapes(const plan::Plan& plan)
{
    constexpr int kStreetCorners = 120;
    constexpr int kCommunityCorners = 24;
    const auto shapesFor = [&plan](auto& shapes, const auto& things, int corners) {
        const layers::Layer net = generatedNet(plan, static_cast<int>(things.size()), corners, "S");
        for (std::size_t i = 0; i < things.size(); ++i) {
            shapes.push_back({things[i].code, {}, net.features[i].geometry.area});
        }
    };
    std::vector<plan::StreetShape> streets;
    std::vector<plan::CommunityShape> communities;
    shapesFor(streets, plan.streets, kStreetCorners);
    shapesFor(communities, plan.communities, kCommunityCorners);
    return {std::move(streets), std::move(communities)};
}

std::map<IncidentId, model::IncidentPtr>
generatedIncidents(const plan::Plan& plan, int count, Instant now)
{
    std::mt19937 random(11);
    std::normal_distribution<double> spread(0, 0.12);
    std::map<IncidentId, model::IncidentPtr> out;
    for (int i = 0; i < count; ++i) {
        auto incident = std::make_shared<model::Incident>();
        incident->id = IncidentId(std::format("{:026}", i));
        incident->title = std::format("占道经营 {}", i);
        incident->grade = static_cast<plan::Grade>(1 + i % 4);
        incident->reportedAt = now;
        incident->place.point =
            Wgs84{plan.centre.lon + spread(random), plan.centre.lat + spread(random)};
        incident->place.isApproximate = false;
        out.emplace(incident->id, std::move(incident));
    }
    return out;
}

void changeOne(std::map<IncidentId, model::IncidentPtr>& incidents, std::mt19937& random)
{
    std::uniform_int_distribution<std::size_t> any(0, incidents.size() - 1);
    std::normal_distribution<double> shift(0, 0.002);
    const auto it = incidents.find(IncidentId(std::format("{:026}", any(random))));
    auto changed = std::make_shared<model::Incident>(*it->second);
    changed->place.point->lon += shift(random);
    changed->place.point->lat += shift(random);
    it->second = std::move(changed);
}

} // namespace sz::bench
