// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Scorecards as text for a terminal, in its language.

#include "data/report/Sheet.h"

#include <iosfwd>

namespace sz::ctl {

/// What a report is printed with: names of the plan, its clock, the language.
struct ReportTongue
{
    const plan::Plan& plan;
    bool isChinese = false;

    [[nodiscard]] std::string unit(const UnitCode& code) const;
    [[nodiscard]] std::string moment(Instant at) const; ///< "2026-11-22 18:20" local
    [[nodiscard]] const char* word(const char* zh, const char* en) const
    {
        return isChinese ? zh : en;
    }
};

/// "done_in_time 12": names stay as files have them, so that they can be typed again.
[[nodiscard]] std::string valueText(const std::string& figure, std::optional<std::int64_t> value);
/// Period, log, formula and one line a unit.
void printSheet(
    const report::Scorecard& card,
    const report::Sheet& sheet,
    const ReportTongue& tongue,
    std::ostream& out);
/// Every figure of a unit, and how its score comes about.
void printUnit(
    const report::Scorecard& card,
    const report::UnitCard& unit,
    const ReportTongue& tongue,
    std::ostream& out);
/// One line a row: log number, incident, step, from, limit, end, seconds or rating; tabs between.
void printRows(const std::vector<report::Row>& rows, const ReportTongue& tongue, std::ostream& out);

} // namespace sz::ctl
