// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The daily brief (值班要情) drafted from its figures. Every number in it is a link that names its rows.

#include "data/plan/ReportFields.h"
#include "data/report/Brief.h"
#include "data/report/Sheet.h"

#include <QString>

namespace sz::widgets {

struct BriefDraft
{
    QString html;                               ///< for a QTextDocument; links are "rows:N"
    std::vector<std::vector<report::Row>> rows; ///< by N
    std::vector<QString> titles;                ///< by N: what the rows are
};

/// `unit`: whose brief it is; `shift`: "day shift" or empty. Lists name at most ten incidents, then how many more.
/// `fields`: what kinds ask for; answers to others show by their codes.
[[nodiscard]] BriefDraft draftBrief(
    const plan::Plan& plan,
    const report::Brief& brief,
    const report::Sheet& sheet,
    const UnitCode& unit,
    const QString& shift,
    const plan::ReportFields& fields = {});

} // namespace sz::widgets
