// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What is said of a layer, for people and for programs.

#include "data/layers/Layer.h"

#include <string>
#include <string_view>

namespace sz::ctl {

/// `from`: the system that was asked for; empty: the file's own.
[[nodiscard]] std::string layerText(
    const layers::LayerSummary& layer,
    std::string_view file,
    std::string_view from,
    bool isChinese);
/// One object and a line end. Its remarks are the first fifty of each matter; "counts" has how many there are.
[[nodiscard]] std::string
layerJson(const layers::LayerSummary& layer, std::string_view file, std::string_view from);

} // namespace sz::ctl
