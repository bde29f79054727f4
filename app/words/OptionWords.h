// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Boost's complaints about a command line, in the language of the terminal and naming the word that is wrong.

#include <boost/program_options/errors.hpp>

#include <string>

namespace sz::words {

/// A command that is none; get it said like everything else that is wrong with a command line.
struct UnknownCommand : boost::program_options::error
{
    explicit UnknownCommand(std::string word)
        : error("unknown command " + word), name(std::move(word))
    {
    }
    std::string name;
};

/// A word that stands without an option is missing: `revoke` without DESK.
struct MissingWord : boost::program_options::error
{
    MissingWord(std::string english, std::string inChinese)
        : error(english), chinese(std::move(inChinese))
    {
    }
    std::string chinese;
};

/// One sentence, no line break.
[[nodiscard]] std::string inWords(const boost::program_options::error& error, bool isChinese);

} // namespace sz::words
