// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Whether what was typed in letters spells Chinese words, as an input method would take it.

#include <string>
#include <string_view>
#include <vector>

namespace sz::plan {

/// Somewhere in `text` (lower case, no punctuation; nothing goes over a line's end): each character by its whole syllable, by its
/// first letter or zh, ch, sh, the last one by any beginning of it. "yehuaqi", "yhuaq" and "yhq" all spell 液化气. Characters that
/// are read in several ways are found by each usual one (重庆 chongqing, 黄陂 huangpi). `letters`: a to z and digits, two at least.
[[nodiscard]] bool isSpeltIn(std::string_view letters, std::u32string_view text);

/// First letters of each way to divide `letters` into syllables, the last of which may be begun only: "yehuaqi" gives "yhq",
/// "xian" gives "xa" ("x" alone says too little). At most eight, without repetition, each of two letters at least.
[[nodiscard]] std::vector<std::string> initialsOfSpelling(std::string_view letters);

} // namespace sz::plan
