// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/layers/judge/Convert.h"

#include <algorithm>
#include <cmath>
#include <format>

namespace sz::layers {
namespace {

/// Where a pair was found that means nothing in its system.
struct Stray
{
    geo::Pair pair;
};

FeatureRef refOf(const FeatureHead& head)
{
    return {head.number, head.id, head.name, head.line};
}

std::optional<Stray>
convert(const FilePoints& from, const geo::CoordinateSystem& system, std::vector<Wgs84>& to)
{
    to.reserve(to.size() + from.size());
    for (const geo::Pair pair : from) {
        const auto point = geo::toWgs84(pair, system);
        if (!point) {
            return Stray{pair};
        }
        to.push_back(*point);
    }
    return std::nullopt;
}

std::optional<Stray>
convert(const FileGeometry& from, const geo::CoordinateSystem& system, Geometry& to)
{
    if (auto stray = convert(from.points, system, to.points)) {
        return stray;
    }
    for (const FilePoints& line : from.lines) {
        if (auto stray = convert(line, system, to.lines.emplace_back())) {
            return stray;
        }
    }
    for (const std::vector<FilePoints>& polygon : from.polygons) {
        Polygon& made = to.area.polygons.emplace_back();
        for (const FilePoints& ring : polygon) {
            if (auto stray = convert(ring, system, made.rings.emplace_back())) {
                return stray;
            }
        }
    }
    return std::nullopt;
}

} // namespace

std::string looksLike(geo::Pair pair)
{
    const double x = pair.first;
    const double y = pair.second;
    if (std::abs(x) <= 90 && std::abs(y) <= 180) {
        return "swapped";
    }
    const bool isNorth = y > 100'000 && y < 6'500'000;
    if (isNorth && x >= 25'000'000 && x < 46'000'000) {
        return std::format("gk{}", static_cast<int>(x / 1'000'000));
    }
    if (isNorth && x > 100'000 && x < 900'000) {
        return "gk";
    }
    constexpr double kMercator = 20'037'509; // half the equator of EPSG:3857
    return std::abs(x) > 1000 && std::abs(x) < kMercator && std::abs(y) < kMercator ? "3857" : "";
}

void UniqueIds::take(FeatureHead& head, Remarks& remarks)
{
    if (head.id.empty() || m_next.try_emplace(head.id, 2).second) {
        return;
    }
    Remark remark{.matter = Matter::SameId, .feature = refOf(head), .text = head.id};
    std::string id;
    do {
        id = std::format("{}~{}", head.id, m_next[head.id]++);
    } while (!m_next.try_emplace(id, 2).second);
    head.id = std::move(id);
    remark.other = head.id;
    remarks.add(std::move(remark));
}

void Converter::chooseSystems()
{
    while (m_systems.size() < m_raw.groups.size()) {
        const StatedSystem& stated = m_raw.groups[m_systems.size()].system;
        const bool isUnknown = stated.isStated() && !stated.known;
        if (m_from && stated.isStated() && stated.known != m_from) {
            m_raw.remarks.add({.matter = Matter::SystemOverridden, .text = stated.text});
        } else if (!m_from && isUnknown) {
            m_raw.remarks.add({.matter = Matter::UnknownSystem, .text = stated.text});
        }
        m_systems.push_back(
            m_from      ? m_from
            : isUnknown ? std::nullopt
                        : std::optional(stated.known.value_or(geo::CoordinateSystem{})));
    }
}

std::optional<Feature> Converter::take(RawFeature&& raw)
{
    chooseSystems();
    m_ids.take(raw.head, m_raw.remarks);
    const auto& system = m_systems.at(raw.head.group);
    if (!system) {
        return std::nullopt; // its group is refused
    }
    Feature feature{std::move(raw.head), {}};
    const FileGeometry numbers = std::move(raw.geometry); // freed at the end of this feature
    const FeatureRef ref = refOf(feature.head);
    if (numbers.isEmpty()) {
        m_raw.remarks.add({.matter = Matter::NoPlace, .feature = ref});
    }
    if (const auto stray = convert(numbers, *system, feature.geometry)) {
        refuse(stray->pair, *system, ref, feature.head.group);
        return std::nullopt;
    }
    const auto isShort = [](const std::vector<Wgs84>& line) { return line.size() < 2; };
    if (std::ranges::any_of(feature.geometry.lines, isShort)) {
        m_raw.remarks.add(
            {.matter = Matter::BadGeometry, .feature = ref, .text = "line", .other = "line"});
        return std::nullopt;
    }
    if (!m_rings) {
        m_rings.emplace(
            m_raw.winding, m_raw.remarks); // the reader has said by now which way they run
    }
    return m_rings->repair(feature.geometry.area, ref) ? std::optional(std::move(feature))
                                                       : std::nullopt;
}

void Converter::refuse(
    geo::Pair pair,
    const geo::CoordinateSystem& system,
    const FeatureRef& ref,
    std::uint32_t group)
{
    const bool isPlane = system.isPlane();
    m_raw.remarks.add(
        {.matter = isPlane ? Matter::NotThisSystem : Matter::NotDegrees,
         .feature = ref,
         .text = isPlane ? m_raw.groups[group].system.text : looksLike(pair),
         .x = pair.first,
         .y = pair.second});
}

void Converter::finish(LayerSummary& summary)
{
    chooseSystems();
    const bool isSaid = std::ranges::any_of(
        m_raw.groups, [](const Group& group) { return group.system.isStated(); });
    summary.read = m_raw.nextNumber() - 1;
    // GeoJSON without "crs" is WGS-84 by its standard.
    if (!m_from && !isSaid && m_raw.format != Format::GeoJson && summary.read > 0) {
        m_raw.remarks.add({.matter = Matter::NoSystem});
    }
    if (summary.read == 0 && m_raw.remarks.count(Level::Refused) == 0) {
        m_raw.remarks.add({.matter = Matter::Empty});
    }
    if (m_raw.heights > 0) {
        m_raw.remarks.add({.matter = Matter::Heights, .a = m_raw.heights});
    }
    summary.format = m_raw.format;
    summary.encoding = std::move(m_raw.encoding);
    summary.names = std::move(m_raw.names);
    summary.groups = std::move(m_raw.groups);
    summary.remarks = std::move(m_raw.remarks);
}

Layer converted(RawLayer&& raw, const std::optional<geo::CoordinateSystem>& from)
{
    Layer layer;
    Converter converter(raw, from);
    layer.features.reserve(raw.features.size());
    for (RawFeature& one : raw.features) {
        if (auto feature = converter.take(std::move(one))) {
            layer.count(*feature);
            layer.features.push_back(std::move(*feature));
        }
    }
    converter.finish(layer);
    return layer;
}

} // namespace sz::layers
