// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// `sanzhenctl pack …`: base map packs, examined before they are given to a desk.

#include <ostream>
#include <span>
#include <string>

namespace sz::ctl {

/// pack build …: see BuildCommand. pack check FILE… [--json] [--deep] [--language zh_CN|en]; `args` begins after "pack". Tells on `out` what each file holds
/// or why it is refused; --json: one object a line. Returns 0 when every file can be used as it is, 1 when one is refused
/// or has tiles that cannot be drawn, 2 when the call is wrong.
int runPack(std::span<const std::string> args, std::ostream& out, std::ostream& err);

} // namespace sz::ctl
