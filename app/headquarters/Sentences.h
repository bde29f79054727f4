// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What went wrong, as a sentence with a next step, in the language of the terminal.

#include "data/base/Result.h"

#include <string>

namespace sz::headquarters {

/// True when the terminal's language is Chinese (LC_ALL, LC_MESSAGES, LANG).
[[nodiscard]] bool isChinese();
[[nodiscard]] std::string sentence(const Error& error, bool inChinese);
[[nodiscard]] std::string usage(bool inChinese);

} // namespace sz::headquarters
