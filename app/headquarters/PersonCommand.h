// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// From the command line of `sanzhen-hq person …` to the words for headquarters. No password is ever on it.

#include "app/headquarters/People.h"

namespace sz::headquarters {

struct PersonCall
{
    std::string verb; ///< add, list, reset, disable
    std::string number;
    std::string unit;
    std::string name;
    std::vector<std::string> posts;
    std::string pinyin;
    std::string initials;
    bool isAsked =
        false; ///< the password comes from the terminal or stdin; else a start password is made
};

struct PreparedCall
{
    std::vector<std::string> words;
    std::string startSecret; ///< to print once it is done; empty: none was made
};

/// Errors: BadArgument, those of readSecret.
[[nodiscard]] Result<PreparedCall> prepare(const PersonCall& call, bool isChinese);

} // namespace sz::headquarters
