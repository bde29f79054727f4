// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/hq/StartClock.h"

#include <format>

namespace sz::hq {

Result<std::unique_ptr<Clock>>
startClock(store::HqLog& log, Instant system, const LogSink& sink, SteadyClock::Elapsed elapsed)
{
    const auto last = log.head().and_then(
        [&](std::uint64_t head) { return log.after(head > 0 ? head - 1 : 0, 1); });
    if (!last) {
        return std::unexpected(last.error());
    }
    const bool isBehind = !last->empty() && last->front().receivedAt > system;
    const Instant start = isBehind ? last->front().receivedAt : system;
    if (isBehind) {
        sink(
            {Level::Warning,
             "clock-behind-log",
             {{"log", std::format("{:%FT%T}Z", start)},
              {"by-seconds", std::to_string((start - system).count() / 1000)},
              {"next", "headquarters goes on from the log's time; if the system's clock is behind, "
                       "set it and restart headquarters"}}});
    }
    return std::make_unique<SteadyClock>(start, elapsed);
}

} // namespace sz::hq
