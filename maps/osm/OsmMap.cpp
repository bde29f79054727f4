// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/osm/OsmMap.h"

#include "maps/geo/InnerPoint.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace sz::maps::osm {
namespace {

using Ids = std::vector<std::int64_t>;

/// What a thing is called, when somebody may look for it.
struct Label
{
    NameKind kind = NameKind::None; ///< None: nobody does
    QString english;
};

struct RawWay
{
    std::int64_t id = 0;
    Kind kind = Kind::None;
    QString name;
    Label label;
    Ids nodes;
};

struct RawRelation
{
    Kind kind = Kind::None;
    QString name;
    Label label;
    Ids ways;
};

Label labelOf(Tags tags, const QString& name)
{
    const NameKind kind = name.isEmpty() ? NameKind::None : nameKindOf(tags);
    return kind == NameKind::None ? Label() : Label{kind, englishNameOf(tags)};
}

bool isLine(NameKind kind)
{
    return kind == NameKind::Road || kind == NameKind::Water || kind == NameKind::Bridge;
}

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
        const QString name = isMultipolygon(relation.tags) ? nameOf(relation.tags) : QString();
        const Label label = labelOf(relation.tags, name);
        if (!isArea(kind) && label.kind == NameKind::None) {
            return;
        }
        RawRelation raw{isArea(kind) ? kind : Kind::None, name, label, {}};
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
        QString name = nameOf(way.tags);
        Label label = labelOf(way.tags, name);
        const bool isOf = kind != Kind::None || isPart || label.kind != NameKind::None;
        if (!isOf || way.nodes.size() < 2) {
            return;
        }
        m_wantedNodes.insert(m_wantedNodes.end(), way.nodes.begin(), way.nodes.end());
        m_ways.push_back(
            {way.id, kind, std::move(name), std::move(label),
             Ids(way.nodes.begin(), way.nodes.end())});
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
        QString name = nameOf(node.tags);
        if (name.isEmpty()) {
            return;
        }
        const Label label = labelOf(node.tags, name);
        if (label.kind != NameKind::None && label.kind != NameKind::Road) {
            m_traces.push_back({name, label.english, label.kind, {QPointF(at.x, at.y)}});
        }
        const PlaceLook look = placeLook(node.tags);
        if (look.from < 99) {
            m_map.places.push_back({at, look, std::move(name)});
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

    /// Where the name of a ground stands: inside it, however it is bent.
    static std::optional<QPointF> pointIn(const std::vector<std::vector<QPointF>>& rings)
    {
        maps::Shape ground;
        for (const auto& ring : rings) {
            Line line;
            for (const QPointF& p : ring) {
                line.push_back({p.x(), p.y()});
                ground.box.include(Mercator{p.x(), p.y()});
            }
            if (line.size() > 2) {
                ground.rings.push_back(std::move(line));
            }
        }
        if (ground.box.isEmpty()) {
            return std::nullopt;
        }
        const auto at = ground.rings.empty() ? std::nullopt : innerPoint(ground, ground.box);
        const Mercator p = at.value_or(ground.box.centre());
        return QPointF(p.x, p.y);
    }

    void
    note(const QString& name, const Label& label, const std::vector<std::vector<QPointF>>& lines)
    {
        if (label.kind == NameKind::None || lines.empty() || lines.front().empty()) {
            return;
        }
        const bool isClosed =
            lines.front().size() > 3 && lines.front().front() == lines.front().back();
        if (isLine(label.kind) && (!isClosed || label.kind == NameKind::Road)) {
            m_traces.push_back({name, label.english, label.kind, lines.front()});
        } else if (const auto at = pointIn(lines)) {
            m_traces.push_back({name, label.english, label.kind, {*at}});
        }
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
            note(relation.name, relation.label, shape.lines);
            if (relation.kind != Kind::None) {
                add(std::move(shape));
            }
        }
        for (const RawWay& way : m_ways) {
            if (way.kind != Kind::None || way.label.kind != NameKind::None) {
                Shape shape{way.kind, {}, {pointsOf(way.nodes)}, way.name};
                note(way.name, way.label, shape.lines);
                if (way.kind != Kind::None) {
                    add(std::move(shape));
                }
            }
        }
        m_map.names = gatherNames(std::move(m_traces));
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
    std::vector<NameTrace> m_traces;
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
