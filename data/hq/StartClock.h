// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Threat 14 (findings/trust.md): a machine whose clock went back while it was off must not receive before what it has received.

#include "data/base/Clock.h"
#include "data/hq/LogLine.h"
#include "data/store/HqLog.h"

#include <memory>

namespace sz::hq {

/// The clock a headquarters serves with: from `system` on, or from the log's last entry when that is later; then by time
/// that passes. Being behind the log is told to `sink` as `clock-behind-log`. Desks whose own clock then differs from it
/// tell their operator by themselves. Errors: the store's.
[[nodiscard]] Result<std::unique_ptr<Clock>> startClock(
    store::HqLog& log,
    Instant system,
    const LogSink& sink,
    SteadyClock::Elapsed elapsed = &SteadyClock::sinceBoot);

} // namespace sz::hq
