// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Keeps account of what part of the view is taken, so that no two things with words lie over each other.

#include <QRectF>

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace sz::maps {

/// Greedy: who asks first gets the place. View coordinates, logical pixels.
class LabelPlacer
{
public:
    /// Taken without asking: cards, discs, chips.
    void block(const QRectF& rect);
    /// True when none of the boxes touches anything taken.
    [[nodiscard]] bool isFree(std::span<const QRectF> boxes) const;
    [[nodiscard]] bool isFree(const QRectF& box) const { return isFree(std::span(&box, 1)); }
    /// Takes the boxes if they are free.
    bool place(std::span<const QRectF> boxes);
    bool place(const QRectF& box) { return place(std::span(&box, 1)); }
    /// Area in square pixels by which a box overlaps what is taken.
    [[nodiscard]] double overlap(const QRectF& box) const;

private:
    [[nodiscard]] bool isTaken(const QRectF& box) const;

    std::vector<QRectF> m_taken;
    std::unordered_map<std::int64_t, std::vector<std::size_t>>
        m_cells; ///< what touches each square of kCell pixels: a thousand chips ask eight times each
};

} // namespace sz::maps
