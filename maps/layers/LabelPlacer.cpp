// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/layers/LabelPlacer.h"

#include <algorithm>

namespace sz::maps {

void LabelPlacer::block(const QRectF& rect)
{
    m_taken.push_back(rect);
}

bool LabelPlacer::isFree(std::span<const QRectF> boxes) const
{
    return std::ranges::none_of(boxes, [this](const QRectF& box) {
        return std::ranges::any_of(
            m_taken, [&box](const QRectF& taken) { return taken.intersects(box); });
    });
}

bool LabelPlacer::place(std::span<const QRectF> boxes)
{
    if (!isFree(boxes)) {
        return false;
    }
    m_taken.insert(m_taken.end(), boxes.begin(), boxes.end());
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
