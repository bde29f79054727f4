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

} // namespace sz::widgets
