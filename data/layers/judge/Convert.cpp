// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/layers/judge/Convert.h"

#include "data/layers/judge/Rings.h"

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

template <class Visit>
void forEachPoint(const Geometry& geometry, Visit visit)
{
    std::ranges::for_each(geometry.points, visit);
    for (const auto& line : geometry.lines) {
        std::ranges::for_each(line, visit);
    }
    for (const Polygon& polygon : geometry.area.polygons) {
        for (const Ring& ring : polygon.rings) {
            std::ranges::for_each(ring, visit);
        }
    }
}

/// The one and only id of each feature: a later one that has been seen gets a number behind it.
class UniqueIds
{
public:
    explicit UniqueIds(Remarks& remarks) : m_remarks(remarks) {}

    void take(FeatureHead& head)
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
        m_remarks.add(std::move(remark));
    }

private:
    Remarks& m_remarks;
    std::unordered_map<std::string, int> m_next;
};

class Converter
{
public:
    Converter(RawLayer&& raw, const std::optional<geo::CoordinateSystem>& from)
        : m_raw(std::move(raw)), m_from(from)
    {
        m_layer.format = m_raw.format;
        m_layer.encoding = std::move(m_raw.encoding);
        m_layer.names = std::move(m_raw.names);
        m_layer.groups = std::move(m_raw.groups);
        m_layer.remarks = std::move(m_raw.remarks);
        m_layer.read = m_raw.nextNumber() - 1;
    }

    Layer run()
    {
        chooseSystems();
        RingJudge rings(m_raw.winding, m_layer.remarks);
        UniqueIds ids(m_layer.remarks);
        m_layer.features.reserve(m_raw.features.size());
        for (RawFeature& raw : m_raw.features) {
            if (m_raw.stop.stop_requested()) {
                break;
            }
            ids.take(raw.head);
            take(std::move(raw), rings);
        }
        if (m_layer.read == 0 && !m_layer.isRefused()) {
            m_layer.remarks.add({.matter = Matter::Empty});
        }
        if (m_raw.heights > 0) {
            m_layer.remarks.add({.matter = Matter::Heights, .a = m_raw.heights});
        }
        return std::move(m_layer);
    }

private:
    // GeoJSON without "crs" is WGS-84 by its standard.
    [[nodiscard]] bool mustSay() const
    {
        return m_layer.format != Format::GeoJson && m_layer.read > 0;
    }

    void chooseSystems()
    {
        for (const Group& group : m_layer.groups) {
            const StatedSystem& stated = group.system;
            const bool isUnknown = stated.isStated() && !stated.known;
            if (m_from && stated.isStated() && stated.known != m_from) {
                m_layer.remarks.add({.matter = Matter::SystemOverridden, .text = stated.text});
            } else if (!m_from && isUnknown) {
                m_layer.remarks.add({.matter = Matter::UnknownSystem, .text = stated.text});
            }
            m_systems.push_back(
                m_from      ? m_from
                : isUnknown ? std::nullopt
                            : std::optional(stated.known.value_or(geo::CoordinateSystem{})));
        }
        const bool isSaid = std::ranges::any_of(
            m_layer.groups, [](const Group& group) { return group.system.isStated(); });
        if (!m_from && !isSaid && mustSay()) {
            m_layer.remarks.add({.matter = Matter::NoSystem});
        }
    }

    void take(RawFeature&& raw, RingJudge& rings)
    {
        const auto& system = m_systems.at(raw.head.group);
        if (!system) {
            return; // its group is refused
        }
        Feature feature{std::move(raw.head), {}};
        const FileGeometry numbers = std::move(raw.geometry); // freed at the end of this feature
        const FeatureRef ref = refOf(feature.head);
        if (numbers.isEmpty()) {
            m_layer.remarks.add({.matter = Matter::NoPlace, .feature = ref});
        }
        if (const auto stray = convert(numbers, *system, feature.geometry)) {
            return refuse(*stray, *system, ref, feature.head.group);
        }
        const auto isShort = [](const std::vector<Wgs84>& line) { return line.size() < 2; };
        if (std::ranges::any_of(feature.geometry.lines, isShort)) {
            m_layer.remarks.add(
                {.matter = Matter::BadGeometry, .feature = ref, .text = "line", .other = "line"});
            return;
        }
        if (rings.repair(feature.geometry.area, ref)) {
            measure(feature.geometry);
            m_layer.features.push_back(std::move(feature));
        }
    }

    void refuse(
        const Stray& stray,
        const geo::CoordinateSystem& system,
        const FeatureRef& ref,
        std::uint32_t group)
    {
        const bool isPlane = system.isPlane();
        m_layer.remarks.add(
            {.matter = isPlane ? Matter::NotThisSystem : Matter::NotDegrees,
             .feature = ref,
             .text = isPlane ? m_layer.groups[group].system.text : looksLike(stray.pair),
             .x = stray.pair.first,
             .y = stray.pair.second});
    }

    void measure(const Geometry& geometry)
    {
        forEachPoint(geometry, [&](Wgs84 p) {
            ++m_layer.points;
            Extent& box = m_layer.extent ? *m_layer.extent : m_layer.extent.emplace(p, p);
            box.southWest = {
                std::min(box.southWest.lon, p.lon), std::min(box.southWest.lat, p.lat)};
            box.northEast = {
                std::max(box.northEast.lon, p.lon), std::max(box.northEast.lat, p.lat)};
        });
    }

    RawLayer m_raw;
    const std::optional<geo::CoordinateSystem>& m_from;
    std::vector<std::optional<geo::CoordinateSystem>> m_systems;
    Layer m_layer;
};

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

Layer converted(RawLayer&& raw, const std::optional<geo::CoordinateSystem>& from)
{
    return Converter(std::move(raw), from).run();
}

} // namespace sz::layers
