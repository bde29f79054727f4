// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One event of headquarters as a line a person can read and a tool can split.

#include "data/base/Clock.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace sz::hq {

enum class Level : std::uint8_t {
    Info,
    Warning,
    Error,
};

/// Never carries codes, keys or texts of incidents.
struct LogLine
{
    Level level = Level::Info;
    std::string event; ///< one word: "hello", "refused", "commit"
    std::vector<std::pair<std::string, std::string>> fields;
};

using LogSink = std::function<void(const LogLine&)>;

/// "2026-10-17T06:24:00.120Z info hello desk=D05-01 unit=D05"; values with blanks or controls are
/// quoted and escaped.
[[nodiscard]] std::string formatLine(const LogLine& line, Instant at);

} // namespace sz::hq
