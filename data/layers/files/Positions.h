// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The nested lists of numbers a GeoJSON geometry is written in, taken before its type is known.

#include "data/layers/RawLayer.h"

namespace sz::layers {

/// Positions lie all at the same depth: 1 a point, 2 a line, 3 a polygon, 4 several. Faults are remembered, not thrown.
class Positions
{
public:
    /// A list begins, ends; a number stands in it; something else does.
    void open() { ++m_depth; }
    void close();
    void number(double value);
    void stray() { m_isBad = true; }

    [[nodiscard]] bool isOpen() const { return m_depth > 0; }
    [[nodiscard]] std::size_t count() const { return m_points.size(); }
    [[nodiscard]] std::int64_t heights() const { return m_heights; }
    /// Into the geometry of that type. Empty when it fits; else what is wrong, a word of Matter::BadGeometry.
    [[nodiscard]] std::string take(std::string_view type, FileGeometry& into);

private:
    [[nodiscard]] FilePoints points(std::size_t from, std::size_t to) const;
    [[nodiscard]] std::vector<FilePoints> lists(std::size_t from, std::size_t to) const;

    FilePoints m_points;
    std::vector<std::size_t> m_listEnds;  ///< in m_points
    std::vector<std::size_t> m_groupEnds; ///< in m_listEnds
    geo::Pair m_pair;
    int m_numbers = 0; ///< of the position that is open
    int m_depth = 0;
    int m_level = 0; ///< depth of positions; 0: none yet
    std::int64_t m_heights = 0;
    bool m_isBad = false;
    bool m_hasHole = false; ///< an empty list inside
};

} // namespace sz::layers
