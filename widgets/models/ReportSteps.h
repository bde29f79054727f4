// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The report chain of an incident: what has been told upwards, what is due, what has become known since.

#include "data/model/World.h"
#include "widgets/common/Painters.h"

#include <vector>

namespace sz::widgets {

/// Filed reports, the due one, and the final one still to come; at most `most` steps, the first always among them.
/// Empty when the incident needs no report.
[[nodiscard]] std::vector<ReportStep> reportSteps(
    const model::Incident& incident,
    const plan::Plan& plan,
    Instant now,
    std::size_t most = 5);

/// What the next report can tell.
struct NewFacts
{
    QString since; ///< "Since update 2"; empty while no report has been filed
    QString
        text; ///< what has been said since then, newest first; what that report itself changed when nothing has come
};
[[nodiscard]] NewFacts factsSinceReport(const model::Incident& incident, const plan::Plan& plan);

/// The same for the report itself to keep (model::FileReport::changes): only what is new, as much as an entry holds. Empty for
/// a first report and where nothing has come.
[[nodiscard]] QString changesSinceReport(const model::Incident& incident, const plan::Plan& plan);

/// Name of the report that F7 would draft: "first report", "update 3".
[[nodiscard]] QString nextReportName(const model::Incident& incident);

} // namespace sz::widgets
