// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What an outline from outside has to be, and what of it can be put right.

#include "data/layers/RawLayer.h"

namespace sz::layers {

/// Judges the polygons of one file; the work for all of them together is bounded.
class RingJudge
{
public:
    RingJudge(Winding winding, Remarks& remarks) : m_winding(winding), m_remarks(remarks) {}

    /// Closes rings, turns outer ones counterclockwise and holes clockwise, drops holes without area: remarked. False, remarked, for
    /// rings that are too short, enclose nothing or cross, and holes outside.
    [[nodiscard]] bool repair(MultiPolygon& area, const FeatureRef& feature);

private:
    bool repair(Polygon& polygon, const FeatureRef& feature);
    bool checkRing(const Ring& ring, std::size_t number, const FeatureRef& feature);
    bool checkHoles(const Polygon& polygon, const FeatureRef& feature);
    bool checkCrossings(const Polygon& polygon, const FeatureRef& feature);
    void say(Remark remark, const FeatureRef& feature);

    Winding m_winding;
    Remarks& m_remarks;
    std::int64_t m_pairs = 400'000'000; ///< of edges: a second or two
    std::int64_t m_edges = 500'000'000; ///< to see whether holes are inside
    std::int64_t m_closed = 0;
    std::int64_t m_turned = 0;
};

} // namespace sz::layers
