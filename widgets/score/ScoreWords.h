// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Figures of a scorecard in words.

#include "data/report/Scorecard.h"
#include "widgets/score/ReportMaker.h"

#include <QString>

namespace sz::widgets {

/// "limits broken", "sign-for p90": what a figure is, in full.
[[nodiscard]] QString figureText(report::Figure figure);
/// "p50".
[[nodiscard]] QString percentText(report::Figure figure);
/// "1,354", "6:41" of a time, "4.25" of the mean; a dash when there is none.
[[nodiscard]] QString figureValue(report::Figure figure, std::optional<std::int64_t> value);
/// "98.4", or why there is no score.
[[nodiscard]] QString scoreText(const report::Points& points, int decimals);
/// How the score came about: "60 × 47/54 = 52.222 · … · − 2.4 warnings 12 · = 85.9".
[[nodiscard]] QString pointsText(const plan::ScoreRule& rule, const report::Points& points);
[[nodiscard]] QString spanText(ReportSpan span);
/// "17 Oct 08:30 – 14:23", local.
[[nodiscard]] QString periodText(const report::Period& period, int utcOffsetMinutes);
/// "log #1–#8834, 4,812 entries".
[[nodiscard]] QString logText(const report::Sheet& sheet);

} // namespace sz::widgets
