// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One typed line about a post, an area or a loan: pure, so that it is tested without a window.

#include "data/model/ShiftActs.h"

#include <QString>

#include <optional>

namespace sz::widgets {

/// "在岗", "离岗 14:00 去现场", "无应答 打了两次"; also zaigang, here, away, no. A clock time is the next such one. Empty: no such word.
[[nodiscard]] std::optional<model::SetPresence>
typedPresence(const QString& text, const PostCode& post, Instant now, int utcOffsetMinutes);

/// "王伟 李娜 12-01 12-31": who leads, a deputy, from which day, until which: all but the first may be left out. A date alone is the
/// first day. Empty: no name, or a last day before the first.
[[nodiscard]] std::optional<model::PutInCharge> typedCharge(
    const QString& text,
    const UnitCode& area,
    const PostCode& leader,
    Instant now,
    int utcOffsetMinutes);

/// "3", "48h": so long from now; "12-01": that day; "12-01 12-05": from the one to the end of the other. Nothing for anything else, for
/// more than 366 days and for what is over.
struct LoanTime
{
    Instant from;
    Instant until;
};
[[nodiscard]] std::optional<LoanTime>
typedLoanTime(const QString& text, Instant now, int utcOffsetMinutes);

/// "40 武昌区 3", "40 东湖 绿道 12-01 12-05": people, whom or where, when; without a time one day from now.
struct TypedLoan
{
    int people = 0;
    QString where;
    LoanTime time;
};
[[nodiscard]] std::optional<TypedLoan>
typedLoan(const QString& text, Instant now, int utcOffsetMinutes);

} // namespace sz::widgets
