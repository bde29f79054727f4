// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The mode of the operation in words: now, since when and by whom, and what a switch changes.

#include "data/desk/DeskValues.h"
#include "data/plan/RosterDepth.h"

#include <QString>
#include <QStringList>

namespace sz::widgets {

/// "games time" / 赛时.
[[nodiscard]] QString modeText(plan::Mode mode);
/// The word in the top bar; says so while the switch is not with headquarters.
[[nodiscard]] QString modeBadgeText(const desk::ModeStatus& mode);
/// "Thu 17 Oct 08:00 · Duty chief · games time: marathon", one line.
[[nodiscard]] QString turnText(const plan::Plan& plan, const model::ModeTurn& turn);
/// Since when, by whom and why; roll calls; posts that are not held deep enough. Plain text of several lines.
[[nodiscard]] QString modeTip(const plan::Plan& plan, const desk::ModeStatus& mode, Instant now);

/// What a switch changes for a grade: "sign for 10 min → 5 min · done 1 d → 12 h"; empty: nothing.
[[nodiscard]] QString
limitChangeText(const plan::Plan& plan, plan::Grade grade, plan::Mode from, plan::Mode to);
/// The same for all grades, lamps, double posts and roll calls, one thing a line; never empty.
[[nodiscard]] QStringList changeLines(const plan::Plan& plan, plan::Mode from, plan::Mode to);
/// Posts of the mode behind which too few teams stand: "Inspector: 1 of 2"; empty: all are held.
[[nodiscard]] QStringList depthGaps(const plan::Plan& plan, plan::Mode mode, Instant now);

} // namespace sz::widgets
