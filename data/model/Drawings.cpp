// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/Drawings.h"

#include "data/model/RuleBase.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <limits>
#include <numbers>

namespace sz::model {
namespace {

constexpr std::size_t kUlidLength = 26;

struct Extent
{
    Wgs84 min{180, 90};
    Wgs84 max{-180, -90};

    void include(Wgs84 p)
    {
        min = {std::min(min.lon, p.lon), std::min(min.lat, p.lat)};
        max = {std::max(max.lon, p.lon), std::max(max.lat, p.lat)};
    }
    [[nodiscard]] bool contains(Wgs84 p) const // false for what is no number
    {
        return p.lon >= min.lon - kGroundMargin && p.lon <= max.lon + kGroundMargin
               && p.lat >= min.lat - kGroundMargin && p.lat <= max.lat + kGroundMargin;
    }
};

Extent extentOf(const plan::Plan& plan)
{
    Extent extent;
    for (const plan::Area& area : plan.areas) {
        extent.include(area.label);
        for (const Polygon& polygon : area.outline.polygons) {
            std::ranges::for_each(polygon.rings.front(), [&extent](Wgs84 p) { extent.include(p); });
        }
    }
    return extent;
}

class DrawingRule : public RuleBase
{
public:
    DrawingRule(const plan::Plan& plan, const DrawingState& now, const Actor& actor)
        : RuleBase(plan, nullptr, actor), m_now(now)
    {
    }

    Result<void> operator()(const Draw& a) const
    {
        return may(plan::Right::AddNote)
            .and_then([&] {
                return need(
                    canTake(a.kind, a.form), Code::BadArgument, "form: not one this kind can take");
            })
            .and_then([&] { return cornersOk(a); })
            .and_then([&] {
                return a.kind == DrawingKind::Note ? words(a.words, "words") : Result<void>{};
            })
            .and_then([&] {
                return need(
                    a.words.size() <= kLongestDrawingWords, Code::BadArgument, "words: too long");
            })
            .and_then([&] {
                return need(
                    a.incident.empty() || a.incident.value.size() == kUlidLength, Code::BadArgument,
                    "incident: not an incident");
            })
            .and_then([&] {
                return need(
                    m_now.standing() < kMostDrawings, Code::LimitOutOfRange,
                    std::format("{} drawings are on the map", kMostDrawings));
            });
    }

    Result<void> operator()(const EraseDrawing& a) const
    {
        const auto it = m_now.drawings.find(a.drawing);
        if (it == m_now.drawings.end()) {
            return fail(Code::NotFound, "no such drawing");
        }
        const Drawing& drawing = it->second;
        return may(plan::Right::AddNote)
            .and_then([&] {
                return need(
                    isOffice(m_actor) || drawing.author.unit == m_actor.unit, Code::NotAllowed,
                    "another unit's drawing");
            })
            .and_then(
                [&] { return need(!drawing.erased, Code::AlreadyDone, "it is erased already"); })
            .and_then([&] {
                return need(
                    a.reason.size() <= kLongestDrawingWords, Code::BadArgument, "reason: too long");
            });
    }

private:
    [[nodiscard]] Result<void> cornersOk(const Draw& a) const
    {
        const std::size_t least = leastCorners(a.form);
        const std::size_t most = a.form == DrawingForm::Point ? 1 : kMostCorners;
        if (a.corners.size() < least || a.corners.size() > most) {
            return fail(
                Code::BadArgument,
                std::format(
                    "corners: {}, where {} to {} are asked for", a.corners.size(), least, most));
        }
        const Extent extent = extentOf(m_plan);
        const auto out =
            std::ranges::find_if_not(a.corners, [&extent](Wgs84 p) { return extent.contains(p); });
        return need(
            out == a.corners.end(), Code::BadArgument,
            std::format(
                "corners: number {} lies outside the operation", out - a.corners.begin() + 1));
    }

    const DrawingState& m_now;
};

struct Metres
{
    double x = 0;
    double y = 0;
};

/// A flat picture of the ground round a point.
class Flat
{
public:
    explicit Flat(Wgs84 middle)
        : m_middle(middle), m_east(kDegree * std::cos(middle.lat * std::numbers::pi / 180))
    {
    }
    [[nodiscard]] Metres operator()(Wgs84 p) const
    {
        return {(p.lon - m_middle.lon) * m_east, (p.lat - m_middle.lat) * kDegree};
    }

private:
    static constexpr double kDegree = 6371008.8 * std::numbers::pi / 180;
    Wgs84 m_middle;
    double m_east;
};

/// From the origin.
double distanceToSegment(Metres a, Metres b)
{
    const Metres d{b.x - a.x, b.y - a.y};
    const double length = d.x * d.x + d.y * d.y;
    const double t = length > 0 ? std::clamp(-(a.x * d.x + a.y * d.y) / length, 0.0, 1.0) : 0;
    return std::hypot(a.x + t * d.x, a.y + t * d.y);
}

bool isOriginInside(const std::vector<Metres>& ring)
{
    bool isIn = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const Metres a = ring[i];
        const Metres b = ring[j];
        if ((a.y > 0) != (b.y > 0) && 0 < (b.x - a.x) * (0 - a.y) / (b.y - a.y) + a.x) {
            isIn = !isIn;
        }
    }
    return isIn;
}

} // namespace

std::size_t DrawingState::standing() const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(drawings, [](const auto& one) { return !one.second.erased; }));
}

void foldDrawing(DrawingState& state, const log::Entry& entry)
{
    const auto act = decodeDrawingAct(entry);
    if (!act || !*act) {
        return;
    }
    const ShiftAuthor author{entry.time.wall, entry.desk,   entry.unit,
                             entry.post,      entry.person, entry.id.text()};
    if (const auto* drawn = std::get_if<Draw>(&**act)) {
        state.drawings.try_emplace(author.entry, Drawing{*drawn, author, {}});
        return;
    }
    const auto& erased = std::get<EraseDrawing>(**act);
    const auto it = state.drawings.find(erased.drawing);
    if (it != state.drawings.end() && !it->second.erased) {
        it->second.erased = Drawing::Erased{erased.reason, author};
    }
}

Result<void> checkDrawing(
    const plan::Plan& plan,
    const DrawingState& now,
    const Actor& actor,
    const DrawingAct& act)
{
    return std::visit(DrawingRule(plan, now, actor), act);
}

double distanceTo(const Draw& drawn, Wgs84 point)
{
    std::vector<Metres> corners;
    std::ranges::transform(drawn.corners, std::back_inserter(corners), Flat(point));
    if (corners.empty()) {
        return std::numeric_limits<double>::infinity();
    }
    if (drawn.form == DrawingForm::Area) {
        if (isOriginInside(corners)) {
            return 0;
        }
        corners.push_back(corners.front());
    }
    double nearest = std::hypot(corners.front().x, corners.front().y);
    for (std::size_t i = 1; i < corners.size(); ++i) {
        nearest = std::min(nearest, distanceToSegment(corners[i - 1], corners[i]));
    }
    return nearest;
}

bool isOnGround(const plan::Plan& plan, Wgs84 point)
{
    return extentOf(plan).contains(point);
}

} // namespace sz::model
