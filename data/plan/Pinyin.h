// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Pinyin of names the plan's files do not spell: character by character, by ICU's Han-Latin rules as of build time.

#include <string>
#include <string_view>

namespace sz::plan {

struct Pinyin
{
    std::string syllables; ///< joined, without tones: "xiehe yiyuan" as "xieheyiyuan"
    std::string initials;  ///< "xhyy"
};

/// ASCII letters and digits stand for themselves, in lower case; all else without a reading is left out. Characters with
/// several readings get their usual one, but for a few words of place names (银行, 重庆, 黄陂). Bad UTF-8 ends it. Thread: any.
[[nodiscard]] Pinyin pinyinOf(std::string_view utf8);

/// The usual reading of one character, "huang"; a lower-case letter or digit is its own; empty when there is none.
[[nodiscard]] std::string_view readingOf(char32_t character);
/// Whether letters are a whole syllable: "huang", not "hua n".
[[nodiscard]] bool isSyllable(std::string_view letters);
/// Whether they begin one: "zhu", "q", but not "rd".
[[nodiscard]] bool beginsSyllable(std::string_view letters);

} // namespace sz::plan
