// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Remarks in words, in both languages.

#include "data/layers/Remark.h"
#include "data/plan/files/FaultList.h"

#include <cstdint>
#include <string_view>

namespace sz::layers {

/// How one could do otherwise: by an option of the command, on a terminal, or by a choice, in a window.
enum class Remedy : std::uint8_t { Option, Choice };
/// What it says, without the feature.
[[nodiscard]] plan::Sentence sentenceOf(const Remark& remark, Remedy remedy = Remedy::Option);
/// "feature 3 (id D05, 武昌), line 12"; empty when it is about the whole file.
[[nodiscard]] plan::Sentence placeOf(const FeatureRef& feature);
/// "refused", "repaired", … with its Chinese.
[[nodiscard]] plan::Sentence levelText(Level level);
/// Text from outside on a terminal: at most 120 bytes, controls and marks that turn the direction of writing as □, bytes that are no
/// UTF-8 as �.
[[nodiscard]] std::string shown(std::string_view text);

} // namespace sz::layers
