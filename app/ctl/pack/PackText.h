// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A pack's report in words of one language, or as JSON.

#include "data/packs/PackCheck.h"

#include <string>

namespace sz::ctl {

/// Several lines, each ended.
[[nodiscard]] std::string packText(const packs::PackReport& report, bool isChinese);
[[nodiscard]] std::string
refusalText(const std::string& file, const packs::Problem& problem, bool isChinese);

/// One object on one line; sentences in both languages.
[[nodiscard]] std::string packJson(const packs::PackReport& report);
[[nodiscard]] std::string refusalJson(const std::string& file, const packs::Problem& problem);

} // namespace sz::ctl
