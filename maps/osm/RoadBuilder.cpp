// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/osm/RoadBuilder.h"

#include "data/packs/Pack.h"
#include "data/roads/RoadFile.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>
#include <utility>

namespace sz::maps::osm {
namespace {

constexpr double kReadingShare = 0.8; ///< of the time; the rest is writing
constexpr double kAway = std::numeric_limits<double>::quiet_NaN();
constexpr std::uint32_t kUnused = std::numeric_limits<std::uint32_t>::max();

struct RawRoad
{
    RoadLook look;
    std::size_t first = 0; ///< of m_ends
    std::size_t count = 0;
};

class Builder
{
public:
    Builder(const RoadOrder& order, const std::function<bool(double)>& go)
        : m_order(order), m_go(go)
    {
    }

    Result<RoadsMade> build()
    {
        if (!tell(0)) {
            return fail(Code::Cancelled, "stopped", m_order.source.string());
        }
        return pass(0, {{}, [this](const Way& way) { take(way); }, {}})
            .and_then([this](const Head& head) -> Result<Head> {
                m_net.facts.dated = head.dated;
                m_wanted = m_ends;
                std::ranges::sort(m_wanted);
                const auto twice = std::ranges::unique(m_wanted);
                m_wanted.erase(twice.begin(), twice.end());
                if (m_wanted.size() > roads::kMostPoints || m_ends.size() > roads::kMostStretches) {
                    return refused("too-large");
                }
                m_places.assign(m_wanted.size(), {kAway, kAway});
                return pass(1, {[this](const Node& node) { take(node); }, {}, {}});
            })
            .and_then([this](const Head&) { return assembled(); });
    }

private:
    Result<Head> pass(int which, const Visitor& visitor)
    {
        return readOsm(
            m_order.source, visitor, [this, which](std::uint64_t done, std::uint64_t all) {
                const double share = static_cast<double>(done)
                                     / static_cast<double>(std::max<std::uint64_t>(all, 1));
                return tell((which + share) / 2 * kReadingShare);
            });
    }

    bool tell(double share) const { return !m_go || m_go(share); }

    [[nodiscard]] std::unexpected<Error> refused(const char* why) const
    {
        return fail(Code::FileMalformed, why, m_order.source.string());
    }

    void take(const Way& way)
    {
        const RoadLook look = roadLook(way.tags);
        if (look.way == RoadLook::Way::None || way.nodes.size() < 2) {
            return;
        }
        m_roads.push_back({look, m_ends.size(), way.nodes.size()});
        m_ends.insert(m_ends.end(), way.nodes.begin(), way.nodes.end());
    }

    void take(const Node& node)
    {
        const auto it = std::ranges::lower_bound(m_wanted, node.id);
        if (it != m_wanted.end() && *it == node.id) {
            m_places[static_cast<std::size_t>(it - m_wanted.begin())] = node.at;
        }
    }

    Result<RoadsMade> assembled()
    {
        m_numbers.assign(m_wanted.size(), kUnused);
        for (const RawRoad& road : m_roads) {
            addRoad(road);
        }
        if (m_net.stretches.empty()) {
            return refused("no-roads");
        }
        const auto [west, east] = std::ranges::minmax(m_net.points, {}, &Wgs84::lon);
        const auto [south, north] = std::ranges::minmax(m_net.points, {}, &Wgs84::lat);
        if (std::max(east.lon - west.lon, north.lat - south.lat) > roads::kMostDegrees) {
            return refused("too-large");
        }
        name();
        m_made.points = m_net.points.size();
        m_made.stretches = m_net.stretches.size();
        const auto written =
            roads::writeRoads(std::move(m_net), m_order.target, [this](double share) {
                return tell(kReadingShare + share * (1 - kReadingShare));
            });
        return written.transform([this] {
            std::ignore = tell(1); // it is there: too late to stop
            return m_made;
        });
    }

    void name()
    {
        const std::string source = m_order.source.filename().string();
        const std::string stem = m_order.source.stem().stem().string();
        const std::string wanted = packs::plainLine(m_order.name.empty() ? stem : m_order.name);
        m_net.facts.source = packs::plainLine(source);
        m_net.facts.source = m_net.facts.source.empty() ? "osm.pbf" : m_net.facts.source;
        m_net.facts.name = wanted.empty() ? m_net.facts.source : wanted;
        m_net.facts.built = m_order.now;
    }

    /// A way goes on behind a point that the extract does not hold.
    void addRoad(const RawRoad& road)
    {
        std::optional<std::uint32_t> before;
        for (std::size_t i = road.first; i < road.first + road.count; ++i) {
            const auto here = pointOf(m_ends[i]);
            m_made.missing += here ? 0UZ : 1UZ;
            if (before && here && *before != *here) {
                addStretch(road.look, *before, *here);
            }
            before = here;
        }
    }

    void addStretch(const RoadLook& look, std::uint32_t from, std::uint32_t to)
    {
        if (look.way == RoadLook::Way::Backward) {
            std::swap(from, to);
        }
        m_net.stretches.push_back(
            {from, to, static_cast<float>(look.kmh), look.way != RoadLook::Way::Both,
             look.isJoined});
        m_made.km += distanceMetres(m_net.points[from], m_net.points[to]) / 1000;
    }

    std::optional<std::uint32_t> pointOf(std::int64_t node)
    {
        const auto it = std::ranges::lower_bound(m_wanted, node);
        const auto place = static_cast<std::size_t>(it - m_wanted.begin());
        if (std::isnan(m_places[place].lon)) {
            return std::nullopt;
        }
        if (m_numbers[place] == kUnused) {
            m_numbers[place] = static_cast<std::uint32_t>(m_net.points.size());
            m_net.points.push_back(m_places[place]);
        }
        return m_numbers[place];
    }

    const RoadOrder& m_order;
    const std::function<bool(double)>& m_go;
    std::vector<RawRoad> m_roads;
    std::vector<std::int64_t> m_ends;     ///< nodes of all ways, one after another
    std::vector<std::int64_t> m_wanted;   ///< each once, sorted
    std::vector<Wgs84> m_places;          ///< of m_wanted; NaN: not in the extract
    std::vector<std::uint32_t> m_numbers; ///< in the net
    roads::RoadNet m_net;
    RoadsMade m_made;
};

} // namespace

Result<RoadsMade> buildRoads(const RoadOrder& order, const std::function<bool(double)>& go)
{
    return Builder(order, go).build();
}

} // namespace sz::maps::osm
