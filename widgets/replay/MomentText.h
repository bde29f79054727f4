// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A moment as an officer types it, and as the screen tells it.

#include "data/base/Clock.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <variant>

namespace sz::widgets {

/// Where to go: a moment, or just behind the entry with a log number.
using TypedMoment = std::variant<Instant, std::uint64_t>;

/// "14:02", "1402", "14:02:30", "10-17 14:02", "2026-10-17 14:02", "10-17" (its end), "#8812". A time without a date is of the
/// day of `about`; a date without a year is of the year of `about`. Full-width digits and colons as an input method gives them
/// are as good. Nothing when it cannot be meant.
[[nodiscard]] std::optional<TypedMoment>
typedMoment(const QString& text, Instant about, int utcOffsetMinutes);

/// "Sat 17 Oct 14:02:11" / 10月17日 周六 14:02:11.
[[nodiscard]] QString momentText(Instant at, int utcOffsetMinutes);

} // namespace sz::widgets
