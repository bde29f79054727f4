// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Findings as sentences, in the language of the terminal.

#include "data/audit/Findings.h"

namespace sz::ctl {

/// Where and what, in one line.
[[nodiscard]] std::string inWords(const audit::Finding& finding, bool isChinese);
/// Error of a call that could not be carried out.
[[nodiscard]] std::string inWords(const Error& error, bool isChinese);

} // namespace sz::ctl
