// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What programs without Qt say in the language of the terminal: errors carry English, the reader may need Chinese.

#include "data/base/Result.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sz::words {

/// True when the environment asks for Chinese (LC_ALL, LC_MESSAGES, LANG).
[[nodiscard]] bool speaksChinese();

/// One detail that our own layers give, and what is said of it. "{}" stands for a part that differs: what stands there in the
/// detail goes into the sentences, in the same order; a sentence may leave out the last ones.
struct Phrase
{
    const char* detail;
    const char* en;
    const char* zh;
};

/// The sentence of the first phrase whose detail `text` is, as a whole; nothing when it is of none.
[[nodiscard]] std::optional<std::string>
spoken(std::span<const Phrase> phrases, std::string_view text, bool isChinese);

/// Phrases of what every program can meet: numbers, ports and passwords on its command line.
[[nodiscard]] std::span<const Phrase> commonPhrases();

/// What a code of a low layer (files, SQLite, PostgreSQL) means, with a next step; its detail, in English, may follow. Nothing
/// for codes that our own phrases speak of.
[[nodiscard]] std::optional<std::string> lowLayer(const Error& error, bool isChinese);

/// One line for an error: the phrase of its detail, or what its code means and the detail; then the code.
/// "PLACE: SENTENCE [Code]". `phrases` go before the common ones.
[[nodiscard]] std::string
oneLine(const Error& error, std::span<const Phrase> phrases, bool isChinese);

} // namespace sz::words
