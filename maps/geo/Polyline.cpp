// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/geo/Polyline.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace sz::maps {

namespace {

/// Without std::hypot's care for overflow, which lengths below 1 do not need: several times faster.
double norm(double x, double y)
{
    return std::sqrt(x * x + y * y);
}

double length(Mercator a, Mercator b)
{
    return norm(b.x - a.x, b.y - a.y);
}

Mercator towards(Mercator from, Mercator to, double share)
{
    return {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
}

double distanceToSegment(Mercator p, Mercator a, Mercator b)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double square = dx * dx + dy * dy;
    const double t =
        square > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0.0, 1.0) : 0.0;
    return norm(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

/// Share of an edge that is cut off at either end: a quarter of a long one would move the border too far.
double cutShare(Mercator a, Mercator b, double reach)
{
    const double edge = length(a, b);
    return edge > 0 ? std::min(0.25, reach / edge) : 0.25;
}

Line cutCorners(const Line& line, double reach)
{
    const bool isClosed = line.front() == line.back();
    Line out;
    out.reserve(line.size() * 2);
    if (!isClosed) {
        out.push_back(line.front());
    }
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const double share = cutShare(line[i], line[i + 1], reach);
        if (isClosed || i > 0) {
            out.push_back(towards(line[i], line[i + 1], share));
        }
        if (isClosed || i + 2 < line.size()) {
            out.push_back(towards(line[i + 1], line[i], share));
        }
    }
    out.push_back(isClosed ? out.front() : line.back());
    return out;
}

void keepFarthest(
    const Line& line,
    std::size_t first,
    std::size_t last,
    double tolerance,
    std::vector<bool>& keep)
{
    std::vector<std::pair<std::size_t, std::size_t>> spans{{first, last}};
    while (!spans.empty()) {
        const auto [from, to] = spans.back();
        spans.pop_back();
        double worst = tolerance;
        std::size_t at = 0;
        for (std::size_t i = from + 1; i < to; ++i) {
            const double d = distanceToSegment(line[i], line[from], line[to]);
            if (d > worst) {
                worst = d;
                at = i;
            }
        }
        if (at != 0) {
            keep[at] = true;
            spans.emplace_back(from, at);
            spans.emplace_back(at, to);
        }
    }
}

std::size_t farthestFromStart(const Line& line)
{
    std::size_t at = 0;
    double worst = -1;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const double d = length(line.front(), line[i]);
        if (d > worst) {
            worst = d;
            at = i;
        }
    }
    return at;
}

enum class Side : std::uint8_t {
    Left,
    Right,
    Top,
    Bottom,
};

bool isInside(QPointF p, const QRectF& r, Side side)
{
    switch (side) {
    case Side::Left:
        return p.x() >= r.left();
    case Side::Right:
        return p.x() <= r.right();
    case Side::Top:
        return p.y() >= r.top();
    case Side::Bottom:
        return p.y() <= r.bottom();
    }
    return true;
}

QPointF crossing(QPointF a, QPointF b, const QRectF& r, Side side)
{
    if (side == Side::Left || side == Side::Right) {
        const double x = side == Side::Left ? r.left() : r.right();
        return {x, a.y() + (b.y() - a.y()) * (x - a.x()) / (b.x() - a.x())};
    }
    const double y = side == Side::Top ? r.top() : r.bottom();
    return {a.x() + (b.x() - a.x()) * (y - a.y()) / (b.y() - a.y()), y};
}

QPolygonF clipSide(const QPolygonF& in, const QRectF& r, Side side)
{
    QPolygonF out;
    out.reserve(in.size() + 4);
    for (qsizetype i = 0; i < in.size(); ++i) {
        const QPointF a = in[i];
        const QPointF b = in[(i + 1) % in.size()];
        const bool aIn = isInside(a, r, side);
        const bool bIn = isInside(b, r, side);
        if (aIn) {
            out.append(a);
        }
        if (aIn != bIn) {
            out.append(crossing(a, b, r, side));
        }
    }
    return out;
}

/// Liang-Barsky: the part of a segment inside a rectangle as two shares of its length.
std::optional<std::pair<double, double>> insideShares(QPointF a, QPointF b, const QRectF& r)
{
    double t0 = 0;
    double t1 = 1;
    const QPointF d = b - a;
    const std::array<std::pair<double, double>, 4> edges{
        {{-d.x(), a.x() - r.left()},
         {d.x(), r.right() - a.x()},
         {-d.y(), a.y() - r.top()},
         {d.y(), r.bottom() - a.y()}}};
    for (const auto& [p, q] : edges) {
        if (p == 0.0) {
            if (q < 0) {
                return std::nullopt;
            }
            continue;
        }
        const double t = q / p;
        (p < 0 ? t0 : t1) = p < 0 ? std::max(t0, t) : std::min(t1, t);
        if (t0 > t1) {
            return std::nullopt;
        }
    }
    return std::pair{t0, t1};
}

} // namespace

Line smoothed(const Line& line, double reach, int rounds)
{
    Line out = line;
    for (int i = 0; i < rounds && out.size() > 2; ++i) {
        out = cutCorners(out, reach);
    }
    return out;
}

Line simplified(const Line& line, double tolerance)
{
    if (line.size() < 4) {
        return line;
    }
    const std::size_t last = line.size() - 1;
    std::vector<bool> keep(line.size(), false);
    keep[0] = keep[last] = true;
    if (line.front() == line.back()) {
        const std::size_t far = farthestFromStart(line);
        keep[far] = true;
        keepFarthest(line, 0, far, tolerance, keep);
        keepFarthest(line, far, last, tolerance, keep);
        if (std::ranges::count(keep, true) < 4) {
            keep[far / 2] = keep[(far + last) / 2] = true;
        }
    } else {
        keepFarthest(line, 0, last, tolerance, keep);
    }
    Line out;
    for (std::size_t i = 0; i <= last; ++i) {
        if (keep[i]) {
            out.push_back(line[i]);
        }
    }
    return out;
}

QPolygonF clippedRing(const Line& ring, const QTransform& toPixels, const QRectF& rect)
{
    QPolygonF poly;
    poly.reserve(static_cast<qsizetype>(ring.size()));
    for (const Mercator& p : ring) {
        poly.append(toPixels.map(QPointF(p.x, p.y)));
    }
    for (const Side side : {Side::Left, Side::Right, Side::Top, Side::Bottom}) {
        poly = clipSide(poly, rect, side);
    }
    return poly;
}

std::vector<LineRun> clippedLine(const Line& line, const QTransform& toPixels, const QRectF& rect)
{
    std::vector<LineRun> runs;
    bool isOpen = false;
    double walked = 0;
    QPointF a = toPixels.map(QPointF(line.front().x, line.front().y));
    for (std::size_t i = 1; i < line.size(); ++i) {
        const QPointF b = toPixels.map(QPointF(line[i].x, line[i].y));
        const double step = std::hypot(b.x() - a.x(), b.y() - a.y());
        const auto shares = insideShares(a, b, rect);
        if (shares) {
            if (!isOpen || shares->first > 0) {
                runs.push_back({{a + (b - a) * shares->first}, walked + step * shares->first});
            }
            runs.back().points.append(a + (b - a) * shares->second);
        }
        isOpen = shares && shares->second >= 1;
        walked += step;
        a = b;
    }
    return runs;
}

bool ringsContain(const std::vector<Line>& rings, Mercator p)
{
    bool isIn = false;
    for (const Line& ring : rings) {
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const Mercator a = ring[i - 1];
            const Mercator b = ring[i];
            if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) {
                isIn = !isIn;
            }
        }
    }
    return isIn;
}

double distanceToRings(const std::vector<Line>& rings, Mercator p)
{
    double best = std::numeric_limits<double>::max();
    for (const Line& ring : rings) {
        for (std::size_t i = 1; i < ring.size(); ++i) {
            best = std::min(best, distanceToSegment(p, ring[i - 1], ring[i]));
        }
    }
    return best;
}

} // namespace sz::maps
