// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/layers/files/RingGroups.h"

#include <algorithm>
#include <cmath>

namespace sz::layers {
namespace {

struct Outer
{
    std::size_t polygon = 0;
    double area = 0;
    geo::Pair least;
    geo::Pair most;
};

Outer outerOf(const FilePoints& ring, std::size_t polygon, double area)
{
    Outer out{polygon, area, ring.front(), ring.front()};
    for (const geo::Pair p : ring) {
        out.least = {std::min(out.least.first, p.first), std::min(out.least.second, p.second)};
        out.most = {std::max(out.most.first, p.first), std::max(out.most.second, p.second)};
    }
    return out;
}

bool isInBox(const Outer& outer, geo::Pair p)
{
    return p.first >= outer.least.first && p.first <= outer.most.first
           && p.second >= outer.least.second && p.second <= outer.most.second;
}

bool isWithin(const FilePoints& ring, geo::Pair p)
{
    bool isIn = false;
    for (std::size_t i = 0, k = ring.size() - 1; i < ring.size(); k = i++) {
        const geo::Pair a = ring[i];
        const geo::Pair b = ring[k];
        if ((a.second > p.second) != (b.second > p.second)
            && p.first < (b.first - a.first) * (p.second - a.second) / (b.second - a.second)
                             + a.first) {
            isIn = !isIn;
        }
    }
    return isIn;
}

} // namespace

double doubleArea(const FilePoints& ring)
{
    double sum = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const geo::Pair a = ring[i];
        const geo::Pair b = ring[(i + 1) % ring.size()];
        sum += (a.first - ring[0].first) * (b.second - ring[0].second)
               - (b.first - ring[0].first) * (a.second - ring[0].second);
    }
    return sum;
}

std::optional<std::vector<std::vector<FilePoints>>>
groupRings(std::vector<FilePoints> rings, std::int64_t& budget)
{
    std::vector<std::vector<FilePoints>> out;
    std::erase_if(rings, [](const FilePoints& ring) { return ring.empty(); });
    std::vector<double> areas(rings.size());
    std::ranges::transform(rings, areas.begin(), doubleArea);
    const bool isTurned = !areas.empty() && areas.front() > 0;
    const auto isOuter = [&](std::size_t i) { return isTurned ? areas[i] >= 0 : areas[i] <= 0; };
    std::vector<Outer> outers;
    for (std::size_t i = 0; i < rings.size(); ++i) {
        if (isOuter(i)) {
            outers.push_back(outerOf(rings[i], out.size(), std::abs(areas[i])));
            out.emplace_back().push_back(std::move(rings[i]));
        }
    }
    std::ranges::sort(outers, {}, &Outer::area);
    for (std::size_t i = 0; i < rings.size(); ++i) {
        if (isOuter(i)) {
            continue;
        }
        const geo::Pair first = rings[i].front();
        const auto found = std::ranges::find_if(outers, [&](const Outer& one) {
            --budget;
            if (budget < 0 || !isInBox(one, first)) {
                return false;
            }
            budget -= static_cast<std::int64_t>(out[one.polygon].front().size());
            return isWithin(out[one.polygon].front(), first);
        });
        if (budget < 0) {
            return std::nullopt;
        }
        if (found == outers.end()) {
            out.emplace_back();
        }
        (found == outers.end() ? out.back() : out[found->polygon]).push_back(std::move(rings[i]));
    }
    return out;
}

} // namespace sz::layers
