// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What sanzhenctl says when a call is wrong or cannot be carried out, in the language of the terminal.

#include "data/base/Result.h"

#include <iosfwd>
#include <string>

namespace sz::ctl {

/// One line without its end: "PLACE: SENTENCE [Code]". A detail of a low layer stands in English after a sentence of ours.
[[nodiscard]] std::string sentenceOf(const Error& error, bool isChinese);

/// Errors of a command line; `where` is the word that is wrong.
[[nodiscard]] std::unexpected<Error> noSuchOption(const std::string& word);
[[nodiscard]] std::unexpected<Error> noSuchWord(const std::string& word);
[[nodiscard]] std::unexpected<Error> valueMissing(const std::string& option);
[[nodiscard]] std::unexpected<Error> wordMissing(const std::string& what);
/// zh_CN or en. Errors: BadArgument.
[[nodiscard]] Result<bool> readLanguage(const std::string& value);

/// "sanzhenctl: SENTENCE", a line of its own, then the usage.
void tellMisuse(const Error& error, const char* usage, bool isChinese, std::ostream& err);

} // namespace sz::ctl
