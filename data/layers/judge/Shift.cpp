// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/layers/judge/Shift.h"

#include "data/geo/Datum.h"
#include "data/layers/judge/Crossings.h"
#include "data/plan/Places.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

namespace sz::layers {
namespace {

constexpr std::size_t kMostLooks = 4000;
constexpr double kCell = 1e-4;            ///< degrees, some 10 m
constexpr double kNear = 150;             ///< metres: the same place
constexpr std::size_t kLongestText = 200; ///< bytes of a property in which a district is looked for
constexpr std::int64_t kLeastNet = 3;
constexpr std::int64_t kLeastPercent = 5;

/// What a feature says of where it is.
struct Sample
{
    Wgs84 point;
    UnitCode district{}; ///< named by a property; empty: none, or two
    std::optional<Wgs84> known{};
};

std::int64_t cellOf(Wgs84 p)
{
    const auto x = static_cast<std::int64_t>(std::floor(p.lon / kCell));
    const auto y = static_cast<std::int64_t>(std::floor(p.lat / kCell));
    return x * 10'000'000 + y;
}

} // namespace

class ShiftJudge::Ground
{
public:
    explicit Ground(const std::shared_ptr<const plan::Plan>& plan) : m_plan(*plan), m_index(plan)
    {
        for (const plan::Area& area : m_plan.areas) {
            takeOutline(area.outline);
        }
        for (const plan::KeyPlace& place : m_plan.keyPlaces) {
            m_places.emplace(place.name.zh, place.point);
        }
        for (const plan::Street& street : m_plan.streets) {
            if (street.seat) {
                m_places.emplace(street.name.zh, *street.seat);
                m_places.emplace(street.officialName, *street.seat);
            }
        }
    }

    [[nodiscard]] Sample sampleOf(const Feature& feature) const
    {
        Sample out{anyPoint(feature.geometry)};
        for (const Property& one : feature.head.properties) {
            if (one.kind == ValueKind::Text && one.text.size() <= kLongestText) {
                nameDistrict(one.text, out);
            }
        }
        const auto known = m_places.find(feature.head.name);
        if (known != m_places.end()) {
            out.known = known->second;
        }
        return out;
    }

    [[nodiscard]] bool isInCity(Wgs84 p) const { return m_index.areaAt(p) != 0; }

    /// Higher is better.
    [[nodiscard]] int fit(const Sample& sample, Wgs84 p) const
    {
        const plan::Area* area = m_plan.area(m_index.areaAt(p));
        int out = area != nullptr ? 1 : 0;
        out += area != nullptr && area->district == sample.district ? 3 : 0;
        out += sample.known && distanceMetres(p, *sample.known) < kNear ? 5 : 0;
        out += isOnOutline(p) ? 1 : 0;
        return out - (isInRiver(p) ? 1 : 0);
    }

private:
    void takeOutline(const MultiPolygon& outline)
    {
        for (const Polygon& polygon : outline.polygons) {
            for (const Ring& ring : polygon.rings) {
                for (const Wgs84 p : ring) {
                    m_cells.insert(cellOf(p));
                }
            }
        }
    }

    // A vertex, not a middle: outlines that are the plan's own lie upon it.
    static Wgs84 anyPoint(const Geometry& geometry)
    {
        if (!geometry.points.empty()) {
            return geometry.points.front();
        }
        return !geometry.lines.empty() ? geometry.lines.front().front()
                                       : geometry.area.polygons.front().rings.front().front();
    }

    void nameDistrict(const std::string& text, Sample& sample) const
    {
        for (const plan::District& one : m_plan.districts) {
            if (!one.name.zh.empty() && text.find(one.name.zh) != std::string::npos) {
                const bool isAnother =
                    !sample.district.value.empty() && sample.district != one.code;
                sample.district = isAnother ? UnitCode("-") : one.code;
            }
        }
    }

    [[nodiscard]] bool isOnOutline(Wgs84 p) const
    {
        for (const double dx : {-kCell, 0.0, kCell}) {
            for (const double dy : {-kCell, 0.0, kCell}) {
                if (m_cells.contains(cellOf({p.lon + dx, p.lat + dy}))) {
                    return true;
                }
            }
        }
        return false;
    }

    [[nodiscard]] bool isInRiver(Wgs84 p) const
    {
        return std::ranges::any_of(m_plan.rivers, [&](const plan::River& river) {
            return std::ranges::any_of(river.outline.polygons, [&](const Polygon& polygon) {
                const auto holds = [&](const Ring& ring) { return isInside(ring, p); };
                return std::ranges::count_if(polygon.rings, holds) % 2 == 1;
            });
        });
    }

    const plan::Plan& m_plan;
    plan::PlaceIndex m_index;
    std::unordered_set<std::int64_t> m_cells;
    std::unordered_map<std::string, Wgs84> m_places;
};

namespace {

struct Votes
{
    const char* system;
    std::int64_t better = 0;
    std::int64_t worse = 0;

    [[nodiscard]] std::int64_t net() const { return better - worse; }
    void add(int asIs, int other)
    {
        better += other > asIs ? 1 : 0;
        worse += other < asIs ? 1 : 0;
    }
};

} // namespace

ShiftJudge::ShiftJudge(const std::shared_ptr<const plan::Plan>& plan)
    : m_ground(std::make_unique<const Ground>(plan))
{
}

ShiftJudge::~ShiftJudge() = default;

// How many will come is not known: when there are too many looks, every other one is dropped and half as many are taken.
void ShiftJudge::look(const Feature& feature)
{
    if (m_next++ % m_step != 0 || kindOf(feature.geometry) == GeometryKind::None) {
        return;
    }
    if (m_looks.size() == kMostLooks) {
        for (std::size_t i = 0; i < kMostLooks / 2; ++i) {
            m_looks[i] = m_looks[i * 2];
        }
        m_looks.resize(kMostLooks / 2);
        m_step *= 2;
    }
    const Sample sample = m_ground->sampleOf(feature);
    const Wgs84 p = sample.point;
    m_looks.push_back(
        {m_ground->fit(sample, p), m_ground->fit(sample, geo::toWgs84(geo::Gcj02{p.lon, p.lat})),
         m_ground->fit(sample, geo::toWgs84(geo::toGcj02(geo::Bd09{p.lon, p.lat}))),
         !feature.geometry.points.empty(), !m_ground->isInCity(p)});
}

void ShiftJudge::judge(Remarks& remarks) const
{
    Votes gcj{"gcj02"};
    Votes bd{"bd09"};
    std::int64_t points = 0;
    std::int64_t outside = 0;
    for (const Look& one : m_looks) {
        gcj.add(one.asIs, one.gcj);
        bd.add(one.asIs, one.bd);
        if (one.isPoint) { // the corner of an outline lies on a border
            ++points;
            outside += one.isOutside ? 1 : 0;
        }
    }
    const auto samples = static_cast<std::int64_t>(m_looks.size());
    const Votes& best = bd.net() > gcj.net() ? bd : gcj;
    if (best.net() >= std::max(kLeastNet, samples * kLeastPercent / 100)) {
        remarks.add(
            {.matter = Matter::LooksShifted, .text = best.system, .a = best.better, .b = samples});
    }
    if (outside > 0) {
        remarks.add({.matter = Matter::OutsidePlan, .a = outside, .b = points});
    }
}

void judgeShift(Layer& layer, const std::shared_ptr<const plan::Plan>& plan)
{
    ShiftJudge judge(plan);
    for (const Feature& feature : layer.features) {
        judge.look(feature);
    }
    judge.judge(layer.remarks);
}

} // namespace sz::layers
