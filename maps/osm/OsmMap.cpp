// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/osm/OsmMap.h"

#include <algorithm>
#include <unordered_map>

namespace sz::maps::osm {
namespace {

using Ids = std::vector<std::int64_t>;

struct RawWay
{
    std::int64_t id = 0;
    Kind kind = Kind::None;
    QString name;
    Ids nodes;
};

struct RawRelation
{
    Kind kind = Kind::None;
    QString name;
    Ids ways;
};

bool isMultipolygon(Tags tags)
{
    return std::ranges::any_of(
        tags, [](const Tag& t) { return t.first == "type" && t.second == "multipolygon"; });
}

void sortUnique(Ids& ids)
{
    std::ranges::sort(ids);
    const auto [first, last] = std::ranges::unique(ids);
    ids.erase(first, last);
}

class Loader
{
public:
    Loader(std::filesystem::path file, std::function<bool(double)> progress)
        : m_file(std::move(file)), m_progress(std::move(progress))
    {
    }

    Result<OsmMap> load()
    {
        return pass(0, {{}, {}, [this](const Relation& r) { take(r); }})
            .and_then([this](const Head& head) {
                m_head = head;
                sortUnique(m_wantedWays);
                return pass(1, {{}, [this](const Way& w) { take(w); }, {}});
            })
            .and_then([this](const Head&) -> Result<Head> {
                sortUnique(m_wantedNodes);
                if (m_wantedNodes.size() > kMostNodes) {
                    return fail(Code::FileMalformed, "too-large", m_file.string());
                }
                m_places.resize(m_wantedNodes.size(), {-1, -1});
                return pass(2, {[this](const Node& n) { take(n); }, {}, {}});
            })
            .and_then([this](const Head&) { return assembled(); });
    }

private:
    Result<Head> pass(int which, const Visitor& visitor)
    {
        return readOsm(m_file, visitor, [this, which](std::uint64_t done, std::uint64_t all) {
            const double share =
                static_cast<double>(done) / static_cast<double>(std::max<std::uint64_t>(all, 1));
            return !m_progress || m_progress((which + share) / 3);
        });
    }

    void take(const Relation& relation)
    {
        const Kind kind = isMultipolygon(relation.tags) ? kindOf(relation.tags) : Kind::None;
        if (!isArea(kind)) {
            return;
        }
        RawRelation raw{kind, nameOf(relation.tags), {}};
        for (const Member& member : relation.members) {
            if (member.kind == Member::Kind::Way) {
                raw.ways.push_back(member.id);
            }
        }
        m_wantedWays.insert(m_wantedWays.end(), raw.ways.begin(), raw.ways.end());
        m_relations.push_back(std::move(raw));
    }

    void take(const Way& way)
    {
        Kind kind = kindOf(way.tags);
        const bool isClosed = way.nodes.size() > 3 && way.nodes.front() == way.nodes.back();
        if (isArea(kind) && !isClosed) {
            kind = Kind::None;
        }
        const bool isPart = std::ranges::binary_search(m_wantedWays, way.id);
        if ((kind == Kind::None && !isPart) || way.nodes.size() < 2) {
            return;
        }
        m_wantedNodes.insert(m_wantedNodes.end(), way.nodes.begin(), way.nodes.end());
        m_ways.push_back({way.id, kind, nameOf(way.tags), Ids(way.nodes.begin(), way.nodes.end())});
    }

    void take(const Node& node)
    {
        const Mercator at = toMercator(node.at);
        const auto it = std::ranges::lower_bound(m_wantedNodes, node.id);
        if (it != m_wantedNodes.end() && *it == node.id) {
            m_places[static_cast<std::size_t>(it - m_wantedNodes.begin())] = {at.x, at.y};
        }
        if (node.tags.empty()) {
            return;
        }
        const PlaceLook look = placeLook(node.tags);
        if (look.from < 99) {
            if (QString name = nameOf(node.tags); !name.isEmpty()) {
                m_map.places.push_back({at, look, std::move(name)});
            }
        }
    }

    /// Points that the extract does not hold are left out.
    [[nodiscard]] std::vector<QPointF> pointsOf(const Ids& nodes) const
    {
        std::vector<QPointF> points;
        points.reserve(nodes.size());
        for (const std::int64_t id : nodes) {
            const auto it = std::ranges::lower_bound(m_wantedNodes, id);
            const QPointF at = m_places[static_cast<std::size_t>(it - m_wantedNodes.begin())];
            if (at.x() >= 0) {
                points.push_back(at);
            }
        }
        return points;
    }

    void add(Shape shape)
    {
        std::erase_if(shape.lines, [](const auto& line) { return line.size() < 2; });
        if (shape.lines.empty()) {
            return;
        }
        for (const auto& line : shape.lines) {
            for (const QPointF& p : line) {
                shape.box.include(Mercator{p.x(), p.y()});
            }
        }
        ++m_map.count;
        m_map.shapes[static_cast<std::size_t>(shape.kind)].push_back(std::move(shape));
    }

    /// Ways joined where they meet. What does not close (cut at the extract's edge) is closed straight.
    [[nodiscard]] std::vector<Ids> ringsOf(const RawRelation& relation) const
    {
        std::vector<Ids> open;
        for (const std::int64_t id : relation.ways) {
            if (const auto it = m_byId.find(id); it != m_byId.end()) {
                open.push_back(m_ways[it->second].nodes);
            }
        }
        std::vector<Ids> rings;
        while (!open.empty()) {
            Ids ring = std::move(open.back());
            open.pop_back();
            while (ring.front() != ring.back()) {
                const auto next = std::ranges::find_if(open, [&](const Ids& way) {
                    return way.front() == ring.back() || way.back() == ring.back();
                });
                if (next == open.end()) {
                    break;
                }
                if (next->back() == ring.back()) {
                    std::ranges::reverse(*next);
                }
                ring.insert(ring.end(), next->begin() + 1, next->end());
                std::swap(*next, open.back());
                open.pop_back();
            }
            rings.push_back(std::move(ring));
        }
        return rings;
    }

    Result<OsmMap> assembled()
    {
        for (std::size_t i = 0; i < m_ways.size(); ++i) {
            m_byId.emplace(m_ways[i].id, i);
        }
        for (const RawRelation& relation : m_relations) {
            Shape shape{relation.kind, {}, {}, relation.name};
            for (const Ids& ring : ringsOf(relation)) {
                shape.lines.push_back(pointsOf(ring));
            }
            add(std::move(shape));
        }
        for (const RawWay& way : m_ways) {
            if (way.kind != Kind::None) {
                add({way.kind, {}, {pointsOf(way.nodes)}, way.name});
            }
        }
        std::ranges::stable_sort(
            m_map.places, std::greater(), [](const Place& p) { return p.look.weight; });
        if (m_map.count == 0 && m_map.places.empty()) {
            return fail(Code::FileMalformed, "empty", m_file.string());
        }
        bound();
        return std::move(m_map);
    }

    void bound()
    {
        if (m_head.southWest && m_head.northEast) {
            m_map.box.include(toMercator(*m_head.southWest));
            m_map.box.include(toMercator(*m_head.northEast));
        }
        if (m_map.box.isEmpty() || m_map.box.width() <= 0 || m_map.box.height() <= 0) {
            m_map.box = {};
            for (const auto& kind : m_map.shapes) {
                std::ranges::for_each(kind, [this](const Shape& s) { m_map.box.include(s.box); });
            }
            std::ranges::for_each(
                m_map.places, [this](const Place& p) { m_map.box.include(p.at); });
        }
    }

    std::filesystem::path m_file;
    std::function<bool(double)> m_progress;
    Head m_head;
    OsmMap m_map;
    std::vector<RawRelation> m_relations;
    std::vector<RawWay> m_ways;
    std::unordered_map<std::int64_t, std::size_t> m_byId;
    Ids m_wantedWays;
    Ids m_wantedNodes;
    std::vector<QPointF> m_places; ///< of m_wantedNodes; -1: not in the extract
};

} // namespace

Result<OsmMap>
loadOsm(const std::filesystem::path& file, const std::function<bool(double)>& progress)
{
    return Loader(file, progress).load();
}

} // namespace sz::maps::osm
