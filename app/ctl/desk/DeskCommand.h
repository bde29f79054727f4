// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// `sanzhenctl desk`: seals a desk's files under a passphrase, and opens them again.

#include <iosfwd>
#include <span>
#include <string>

namespace sz::ctl {

/// desk protect|unprotect|status FOLDER [--keyring]. The passphrase comes from standard input, without echo at a terminal,
/// never from the command line. Exit codes: 0 done, 1 failed, 2 not understood.
int runDesk(std::span<const std::string> args, std::ostream& out, std::ostream& err);

} // namespace sz::ctl
