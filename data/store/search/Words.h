// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Text as the search index sees it: characters without their dress, pinyin initials, overlapping pairs and fours.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace sz::store {

/// Letters and digits in lower case and half width; spaces, marks and punctuation left out. `\n` stays as a border that no
/// match crosses. Bad UTF-8 ends the text.
[[nodiscard]] std::u32string plainOf(std::string_view utf8);

/// First letters of pinyin by ICU's reading of each character, put right for names that are read otherwise.
class Initials
{
public:
    /// Remembers a name whose initials are not those of its characters one by one (黄陂 hp). Others cost nothing.
    void learn(std::string_view name, std::string_view initials);
    /// One letter a character; letters and digits stand for themselves, characters without a reading for nothing.
    [[nodiscard]] std::string of(std::string_view text) const;

private:
    struct Exception
    {
        std::u32string name;
        std::string initials;
    };
    std::vector<Exception> m_exceptions;
};

/// Begins a text of initials: it is cut into fours, other text into pairs.
inline constexpr char kInitialsMark = '\x01';

/// Calls `give` with each token (UTF-8) in order of place. A document gives its tail, too (so that each character begins a
/// token); a query gives only whole tokens, or one short one.
void tokenize(
    std::string_view utf8,
    bool isQuery,
    const std::function<bool(std::string_view token)>& give);

/// What somebody typed, divided at spaces, to be looked for in many texts.
class TypedWords
{
public:
    explicit TypedWords(std::string_view typed);

    /// Whether a letter is among them: without one no initials can match.
    [[nodiscard]] bool hasLetters() const { return m_hasLetters; }
    /// Whether each stands in `plain` (plainOf a text) or, letters, in its initials, or spells some of it in pinyin.
    [[nodiscard]] bool in(std::u32string_view plain, std::string_view initials) const;

private:
    struct Word
    {
        std::u32string plain;
        std::string letters; ///< empty unless it may be initials
    };
    std::vector<Word> m_words;
    bool m_hasLetters = false;
};

/// Whether every word typed stands in a text, or (letters) in its initials or its pinyin.
[[nodiscard]] bool
hasWords(std::string_view typed, std::string_view words, std::string_view initials);

/// The FTS5 expression for what somebody typed: every word must be there, letters also as initials. Letters that can be pinyin
/// are looked for by its initials, too: more is found than was meant, hasWords() says what. Empty when there is nothing to look
/// for.
[[nodiscard]] std::string expressionFor(std::string_view typed);
/// Whether some of it may be pinyin, so that what is found has to be looked at again.
[[nodiscard]] bool maySpell(std::string_view typed);

} // namespace sz::store
