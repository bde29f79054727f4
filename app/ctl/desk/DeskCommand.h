// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// `sanzhenctl desk …`: a desk's own files, while its console is closed.

#include <ostream>
#include <span>
#include <string>

namespace sz::ctl {

/// rebuild DIR: makes view.db anew from log.db and lets the console make search.db anew.
/// protect DIR [--keyring], unprotect DIR, status DIR: seals the desk's files under a passphrase and opens them again.
/// `args` begins after "desk". A passphrase comes from standard input, without echo at a terminal, never from the command line.
/// Returns 0, 1 when it cannot be done (also: a console has the folder open), 2 when the call is wrong.
int runDesk(std::span<const std::string> args, std::ostream& out, std::ostream& err);

} // namespace sz::ctl
