// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A passphrase from standard input, at a terminal without echo.

#include "data/desk/Profile.h"

#include <iosfwd>
#include <string>

namespace sz::ctl {

/// One line; the question is asked only at a terminal.
[[nodiscard]] std::string ask(const char* what, std::ostream& err);
/// Opens a protected desk's profile; nothing to do for another. Errors: as desk::unlockProfile.
[[nodiscard]] Result<void> unlockDesk(desk::Profile& profile, std::ostream& err);

} // namespace sz::ctl
