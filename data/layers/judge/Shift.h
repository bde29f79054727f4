// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Whether a layer's points look as if they were of another datum, by what a plan knows of the city.

#include "data/layers/Layer.h"
#include "data/plan/Plan.h"

#include <memory>
#include <vector>

namespace sz::layers {

/// Looks at features as they go by, at some two to four thousand of them, spread evenly.
class ShiftJudge
{
public:
    explicit ShiftJudge(const std::shared_ptr<const plan::Plan>& plan);
    ~ShiftJudge();
    ShiftJudge(const ShiftJudge&) = delete;
    ShiftJudge& operator=(const ShiftJudge&) = delete;

    void look(const Feature& feature);
    /// Remarks what judgeShift does.
    void judge(Remarks& remarks) const;

private:
    class Ground;
    /// How well one feature fits as it is, as GCJ-02 and as BD-09.
    struct Look
    {
        int asIs = 0;
        int gcj = 0;
        int bd = 0;
        bool isPoint = false;
        bool isOutside = false;
    };

    std::unique_ptr<const Ground> m_ground;
    std::vector<Look> m_looks;
    std::size_t m_step = 1;
    std::size_t m_next = 0; ///< number of the feature that comes
};

/// Looks at some two thousand features as they are, and as if they were GCJ-02 or BD-09: do they lie in the plan's areas, in the
/// district their properties name, near the plan's place of the same name, on its outlines, out of its rivers? Remarks
/// LooksShifted when another datum fits clearly better, and OutsidePlan for points in no area.
void judgeShift(Layer& layer, const std::shared_ptr<const plan::Plan>& plan);

} // namespace sz::layers
