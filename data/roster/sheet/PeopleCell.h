// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Who stands in one cell of a roster.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sz::roster {

enum class NameFault : std::uint8_t {
    None,
    NotAName, ///< digits or marks
    TooLong,
};

struct PeopleCell
{
    std::vector<std::string> names; ///< each once, in the order written
    bool isBlank = false;           ///< nothing, a dash, 无, 休: nobody is planned
    NameFault fault = NameFault::None;
    std::string bad;     ///< the part that is no name
    std::string leftOut; ///< telephone numbers and remarks in brackets, which are not kept
};

/// Parts between 、 ， , ; ； / ／ &, line ends and spaces. "王 伟" (one character, a space, one character) is one name, as offices
/// write them to stand below longer ones; so are Latin words in a row. Numbers of seven digits or more and what stands in brackets
/// are left out and told.
[[nodiscard]] PeopleCell peopleOf(std::string_view cell);

} // namespace sz::roster
