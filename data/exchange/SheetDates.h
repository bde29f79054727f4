// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Dates as offices write them.

#include "data/base/Clock.h"

#include <optional>
#include <string_view>

namespace sz::exchange {

/// 2026-11-30, 2026/11/30, 2026.11.30, 20261130, 2026年11月30日, 11月30日, 11-30, each with or without a clock time (18:00). Local
/// time, `utcOffsetMinutes` east of Greenwich. Without a clock time it is the last second of the day; without a year the one that
/// brings it nearest to `near`. Nothing when it is no such date (2026-02-30).
[[nodiscard]] std::optional<Instant>
sheetDate(std::string_view text, Instant near, int utcOffsetMinutes);

} // namespace sz::exchange
