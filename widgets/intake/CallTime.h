// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The time of a call as typed: 14:22, 14:22:10, 1422.

#include "data/base/Clock.h"

#include <QString>

#include <optional>

namespace sz::widgets {

/// The moment at or before `now` with that local clock time, at most a day back. `given` (to the millisecond) when the
/// text still says its clock time. Empty for anything that is no time.
[[nodiscard]] std::optional<Instant>
callTime(const QString& typed, Instant given, Instant now, int utcOffsetMinutes);

} // namespace sz::widgets
