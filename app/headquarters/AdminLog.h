// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What an administrator did leaves a line in headquarters' log: who may come in is nobody's private matter.

#include "data/base/Clock.h"
#include "data/hq/LogLine.h"
#include "data/store/HqLog.h"

#include <optional>
#include <string>
#include <vector>

namespace sz::headquarters {

/// The line for a command that changes something (enrol-code, revoke, person-…), done or refused; nothing for one that only
/// reads or writes its own line. Names unit, desk and person; never a code, a password or its verifier.
[[nodiscard]] std::optional<hq::LogLine>
adminLine(const std::vector<std::string>& words, const Result<std::string>& answer);

/// While nobody serves there is no log to write into: the line waits in the store (the last 200 of them) …
[[nodiscard]] Result<void> keepLine(store::HqLog& log, const hq::LogLine& line, Instant at);
/// … and is told by the next start, with the moment it was done as "done-at". Errors of both: the store's.
[[nodiscard]] Result<void> tellKeptLines(store::HqLog& log, const hq::LogSink& sink);

} // namespace sz::headquarters
