// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Whether a warning that lies over the map holds: one that is over, was taken back or is an exercise must not look like one that
// does.

#include "data/base/Clock.h"
#include "data/layers/Layer.h"
#include "maps/overlay/Overlays.h"

#include <QString>

namespace sz::widgets {

/// Of a CAP file, all its areas together (CAP-v1.2 §3.2.1, §3.2.2).
struct WarningState
{
    bool isExercise = false;  ///< status is not Actual: exercise, test, system, draft
    bool isCancelled = false; ///< msgType Cancel
    bool hasEnd = false;      ///< every area says when it expires
    Instant expires;          ///< the last of them

    [[nodiscard]] bool isOver(Instant now) const
    {
        return isCancelled || (hasEnd && expires <= now);
    }
};

/// Takes in one area more; `isFirst`: nothing was taken in before.
void addWarning(
    WarningState& state,
    const layers::LayerSummary& layer,
    const layers::Feature& feature,
    bool isFirst);
/// "over since 17 Oct 14:00", "cancelled by its sender", "exercise, no real warning"; empty: it holds.
[[nodiscard]] QString warningText(const WarningState& state, Instant now, int utcOffsetMinutes);
/// Grey when it is over, a drill's colour and hatching when it is an exercise; else as it was.
[[nodiscard]] maps::OverlayStyle
warningStyle(maps::OverlayStyle style, const WarningState& state, Instant now);

} // namespace sz::widgets
