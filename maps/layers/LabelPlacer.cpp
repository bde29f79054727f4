// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/layers/LabelPlacer.h"

#include <algorithm>
#include <cmath>

namespace sz::maps {

namespace {

constexpr double kCell = 128;

/// Until `visit` says that it is enough.
template <class Visit>
bool anyCell(const QRectF& box, Visit visit)
{
    const auto cell = [](double v) { return static_cast<std::int64_t>(std::floor(v / kCell)); };
    for (std::int64_t y = cell(box.top()); y <= cell(box.bottom()); ++y) {
        for (std::int64_t x = cell(box.left()); x <= cell(box.right()); ++x) {
            if (visit(x * 1'000'003 + y)) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

void LabelPlacer::block(const QRectF& rect)
{
    anyCell(rect, [this](std::int64_t key) {
        m_cells[key].push_back(m_taken.size());
        return false;
    });
    m_taken.push_back(rect);
}

bool LabelPlacer::isTaken(const QRectF& box) const
{
    return anyCell(box, [&](std::int64_t key) {
        const auto it = m_cells.find(key);
        return it != m_cells.end() && std::ranges::any_of(it->second, [&](std::size_t i) {
                   return m_taken[i].intersects(box);
               });
    });
}

bool LabelPlacer::isFree(std::span<const QRectF> boxes) const
{
    return std::ranges::none_of(boxes, [this](const QRectF& box) { return isTaken(box); });
}

bool LabelPlacer::place(std::span<const QRectF> boxes)
{
    if (!isFree(boxes)) {
        return false;
    }
    std::ranges::for_each(boxes, [this](const QRectF& box) { block(box); });
    return true;
}

double LabelPlacer::overlap(const QRectF& box) const
{
    double sum = 0;
    for (const QRectF& taken : m_taken) {
        const QRectF common = taken.intersected(box);
        sum += common.width() * common.height();
    }
    return sum;
}

} // namespace sz::maps
