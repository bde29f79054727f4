// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/layers/text/RemarkText.h"

namespace sz::layers {

/// Of a remark that refuses; `text` and `other` as they may be shown.
[[nodiscard]] plan::Sentence
refusalText(const Remark& remark, const std::string& text, const std::string& other, Remedy remedy);

} // namespace sz::layers
