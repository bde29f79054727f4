// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sz::ctl {

/// Does the environment ask for Chinese (LC_ALL, LC_MESSAGES, LANG)? What every subcommand speaks unless told otherwise.
[[nodiscard]] bool speaksChinese();

} // namespace sz::ctl
