// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Headquarters' events on stderr: for a person, or for a collector.

#include "data/hq/LogLine.h"

#include <string>

namespace sz::headquarters {

enum class LogFormat : std::uint8_t {
    Text,
    Json, ///< one object a line: time, level, event, and the fields as texts
};

[[nodiscard]] std::string formatJson(const hq::LogLine& line, Instant at);
/// A sink that writes whole lines to stderr. Thread: any.
[[nodiscard]] hq::LogSink stderrLog(LogFormat format);

} // namespace sz::headquarters
