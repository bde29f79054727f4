// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What an operator types, brought to one form before it is compared with names, pinyin and initials.

#include <string>
#include <string_view>
#include <vector>

namespace sz::plan {

/// ASCII and full-width letters in lower case, ü as v, without spaces, hyphens, dots and apostrophes; all else, Han
/// characters outside the basic plane included, byte for byte.
[[nodiscard]] std::string folded(std::string_view text);

/// The parts between spaces (also the full-width one), each folded; empty parts dropped.
[[nodiscard]] std::vector<std::string> foldedWords(std::string_view text);

/// A Han name without its last generic part: 唐家墩街 → 唐家墩. Unchanged when nothing would remain but one character.
[[nodiscard]] std::string_view stemOf(std::string_view name);

/// How well `typed` fits `name`; both folded. Higher is better.
enum class Fit : int {
    None = 0,
    Inside = 1,
    Prefix = 2,
    Exact = 3,
};
[[nodiscard]] Fit fitOf(std::string_view typed, std::string_view name);

} // namespace sz::plan
