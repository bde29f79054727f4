// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/layers/MarkClusterer.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace sz::maps {

namespace {

constexpr double kFanSpacing = 44;  ///< pixels between neighbours on the ring
constexpr std::size_t kFanMost = 8; ///< more than these stay one cluster

/// Cells of a hash grid as wide as the cluster radius: near points are in the same or a neighbouring cell.
class Grid
{
public:
    explicit Grid(double cell) : m_cell(cell) {}

    void add(Mercator p, std::size_t index)
    {
        m_cells[key(column(p.x), column(p.y))].push_back(index);
    }

    template <class Visit>
    void visitNear(Mercator p, Visit visit) const
    {
        for (std::int64_t dy = -1; dy <= 1; ++dy) {
            for (std::int64_t dx = -1; dx <= 1; ++dx) {
                const auto it = m_cells.find(key(column(p.x) + dx, column(p.y) + dy));
                if (it != m_cells.end()) {
                    std::ranges::for_each(it->second, visit);
                }
            }
        }
    }

private:
    [[nodiscard]] std::int64_t column(double v) const
    {
        return static_cast<std::int64_t>(std::floor(v / m_cell));
    }
    [[nodiscard]] static std::int64_t key(std::int64_t x, std::int64_t y)
    {
        return x * 1'000'003 + y;
    }

    double m_cell;
    std::unordered_map<std::int64_t, std::vector<std::size_t>> m_cells;
};

std::vector<std::size_t> worstFirst(std::span<const Mark> marks)
{
    std::vector<std::size_t> order(marks.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(
        order, [&marks](std::size_t a, std::size_t b) { return isWorse(marks[a], marks[b]); });
    return order;
}

/// Offsets of n neighbours on a ring, the first straight up.
Mercator onRing(Mercator centre, std::size_t i, std::size_t n, double zoom)
{
    const double turn = 2 * std::numbers::pi / static_cast<double>(n);
    const double radius = kFanSpacing / 2 / std::sin(turn / 2) / worldPixels(zoom);
    const double angle = turn * static_cast<double>(i) - std::numbers::pi / 2;
    return {centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)};
}

} // namespace

QString firstWord(const Mark& mark)
{
    return (mark.shortLabel.isEmpty() ? mark.label : mark.shortLabel).section(u' ', 0, 0);
}

bool isWorse(const Mark& a, const Mark& b)
{
    if (a.lamp != b.lamp) {
        return a.lamp > b.lamp;
    }
    return a.grade != b.grade ? a.grade < b.grade : a.id < b.id;
}

std::vector<Mercator> drawnPositions(std::span<const Mark> marks, double zoom)
{
    std::vector<Mercator> at(marks.size());
    std::ranges::transform(marks, at.begin(), [](const Mark& m) { return toMercator(m.at); });
    if (zoom < kFanZoom) {
        return at;
    }
    std::map<std::pair<double, double>, std::vector<std::size_t>> sharing;
    for (const std::size_t i : worstFirst(marks)) {
        if (marks[i].isApproximate) {
            sharing[{at[i].x, at[i].y}].push_back(i);
        }
    }
    for (const auto& [point, members] : sharing) {
        for (std::size_t i = 0;
             i < members.size() && members.size() > 1 && members.size() <= kFanMost; ++i) {
            at[members[i]] = onRing({point.first, point.second}, i, members.size(), zoom);
        }
    }
    return at;
}

std::vector<Cluster> clusterMarks(std::span<const Mark> marks, double zoom, double radius)
{
    const std::vector<Mercator> at = drawnPositions(marks, zoom);
    const double reach = radius / worldPixels(zoom);
    Grid grid(reach);
    for (std::size_t i = 0; i < at.size(); ++i) {
        grid.add(at[i], i);
    }
    std::vector<bool> isTaken(marks.size(), false);
    std::vector<Cluster> clusters;
    for (const std::size_t lead : worstFirst(marks)) {
        if (isTaken[lead]) {
            continue;
        }
        Cluster cluster{at[lead], {}};
        grid.visitNear(at[lead], [&](std::size_t i) {
            if (!isTaken[i] && std::hypot(at[i].x - at[lead].x, at[i].y - at[lead].y) < reach) {
                isTaken[i] = true;
                cluster.members.push_back(i);
            }
        });
        std::ranges::sort(cluster.members, [&marks](std::size_t a, std::size_t b) {
            return isWorse(marks[a], marks[b]);
        });
        clusters.push_back(std::move(cluster));
    }
    return clusters;
}

} // namespace sz::maps
