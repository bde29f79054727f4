// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// `sanzhenctl log …`: examines a log offline, and hands out the proof of one entry.

#include <ostream>
#include <span>
#include <string>

namespace sz::ctl {

/// log verify FILE|DIR [--key KEY] [--older CHECKPOINT] [--json] [--language zh_CN|en] and log prove ENTRY [--data DIR] --out FILE;
/// `args` begins after "log". Returns 0 when the log is sound or the proof is written, 1 when not, 2 when the call is wrong.
int runLog(std::span<const std::string> args, std::ostream& out, std::ostream& err);

} // namespace sz::ctl
