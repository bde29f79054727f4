// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// `sanzhenctl layer check …`: what a map file holds, or why it is refused.

#include <ostream>
#include <span>
#include <string>

namespace sz::ctl {

/// layer check FILE [--json] [--from SYSTEM] [--plan DIR] [--language zh_CN|en]; `args` begins after "layer". Returns 0 when all of the
/// file can be taken, 1 when it or a feature of it is refused, 2 when the call is wrong. Also a look for
/// shifted points, against the plan given or the shipped one; the text says which.
int runLayer(std::span<const std::string> args, std::ostream& out, std::ostream& err);

} // namespace sz::ctl
