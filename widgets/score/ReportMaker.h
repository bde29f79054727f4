// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Scorecard and brief of a period, made from the log away from the gui thread. Values go in and come out.

#include "data/desk/Desk.h"
#include "data/report/Brief.h"
#include "data/report/Sheet.h"

#include <QFuture>

#include <functional>
#include <memory>

namespace sz::widgets {

/// A log and whose view of the matter it is.
struct ReportSource
{
    report::LogSource log;
    UnitCode seenBy;
};
/// Called on a pool thread.
using OpenReport = std::function<Result<ReportSource>()>;

/// The desk's own log.db through a connection of its own: what headquarters has numbered, nothing that is unsent.
[[nodiscard]] OpenReport openOwnLog(const desk::Desk& desk);

struct ReportWish
{
    report::Period period;
    Instant asOf;
    Instant nextChange;     ///< of the brief
    std::uint64_t last = 0; ///< up to and with this log number; 0: all there is
};

struct MadeReport
{
    std::shared_ptr<const report::Scorecard> card; ///< never null
    report::Sheet sheet;
    report::Brief brief;
};

/// Everything a report is made with, whoever asks for it. Outlives what it started.
struct ReportGround
{
    OpenReport open;
    std::shared_ptr<const plan::Plan> plan;
    std::filesystem::path planFolder; ///< for its digest; empty: not known
    /// What planners did, as this desk knows it now; empty: the plan's hours. Asked in the gui thread only.
    std::function<std::shared_ptr<const model::ShiftState>()> shift = {};
};
[[nodiscard]] ReportGround groundOf(const desk::Desk& desk);

/// Errors: those of the log.
[[nodiscard]] QFuture<Result<MadeReport>>
makeReport(const ReportGround& ground, const ReportWish& wish);

/// The stretches an officer asks for; all end now.
enum class ReportSpan : std::uint8_t {
    Shift, ///< of the post; the day where the plan has no roster for it
    Day,   ///< since local midnight
    Week,  ///< seven local days, today included
    Month, ///< since the first of the month
};
[[nodiscard]] ReportWish
wishFor(const ReportGround& ground, const PostCode& post, ReportSpan span, Instant now);
/// The duty of the post now, by the roster as it was written and agreed to; none: the plan does not know the post.
[[nodiscard]] std::optional<plan::Duty>
dutyOf(const ReportGround& ground, const PostCode& post, Instant now);

} // namespace sz::widgets
