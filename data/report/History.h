// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A log folded up to a number: the incidents a report of a period needs, and what it was read from.

#include "data/model/World.h"

#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace sz::report {

struct LogEntry
{
    std::uint64_t number = 0;
    std::uint32_t serial = 0; ///< see log::FeedItem
    BytesView raw;            ///< good until the visit returns; empty: given up
};

/// A log of one moment, wherever it lies. Thread: one.
struct LogSource
{
    OperationId operation;
    std::uint64_t head = 0; ///< highest number
    /// Every entry up to and with a number; those of one incident in order. May be walked more than once.
    std::function<Result<void>(std::uint64_t last, const std::function<void(const LogEntry&)>&)>
        walk;
};

struct History
{
    std::vector<model::IncidentPtr> incidents; ///< by id
    OperationId operation;
    UnitCode seenBy;
    std::uint64_t first = 0;   ///< lowest number of an entry that was folded; 0: none was
    std::uint64_t head = 0;    ///< up to and with this one
    std::uint64_t entries = 0; ///< that were folded
    Digest
        digest{}; ///< SHA-256 over number (8 bytes big endian) and hash of each of them, ascending: two logs agree on them or not
};

struct HistoryWish
{
    Instant from; ///< incidents with an entry from here on, and those that are open
    std::uint64_t last = std::numeric_limits<std::uint64_t>::max(); ///< no later number
    UnitCode seenBy{"HQ"}; ///< only what this unit is told of
};

/// Errors: those of the source; BadArgument when `last` is given and the log does not reach it. Thread: any; a second for
/// 10,000 incidents.
[[nodiscard]] Result<History>
readHistory(const plan::Plan& plan, const LogSource& source, const HistoryWish& wish);

} // namespace sz::report
