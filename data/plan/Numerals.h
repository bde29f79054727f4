// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Numbers as people say them in a report: 32, 1,354, 二三十, 十几, 上百, 三万.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace sz::plan {

/// A number in a text. A vague one counts with the least it can mean: 二三十 = 20, 十几 = 11, 几十 = 20, 上百 = 100.
struct Numeral
{
    std::int64_t value = 0;
    std::size_t begin = 0; ///< bytes
    std::size_t end = 0;

    bool operator==(const Numeral&) const = default;
};

/// All numbers of a UTF-8 text in their order, not overlapping; values are capped at 10^12, decimals
/// are cut off.
[[nodiscard]] std::vector<Numeral> numeralsIn(std::string_view text);

} // namespace sz::plan
