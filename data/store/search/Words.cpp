// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/search/Words.h"

#include "data/plan/Spelling.h"
#include "data/store/search/InitialsTable.h"

#include <algorithm>
#include <cstdint>

namespace sz::store {
namespace {

constexpr char32_t kFirst = 0x3400;
constexpr char32_t kLast = 0x9FFF;
constexpr char32_t kBorder = U'\n';
constexpr std::size_t kPair = 2;
constexpr std::size_t kFour = 4;
constexpr std::size_t kMostWords = 8; ///< somebody pasted a report

// 0 at the end and at bytes that are no UTF-8.
char32_t take(std::string_view& text)
{
    if (text.empty()) {
        return 0;
    }
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<std::uint8_t>(text[i]) : std::uint8_t{0};
    };
    const std::uint8_t first = byte(0);
    const std::size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (size > text.size() || (first >= 0x80 && first < 0xC2) || first > 0xF4) {
        return 0;
    }
    char32_t out = size == 1 ? first : first & (0x7FU >> size);
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(i) & 0xC0) != 0x80) {
            return 0;
        }
        out = out << 6 | (byte(i) & 0x3FU);
    }
    text.remove_prefix(size);
    return out;
}

void put(std::string& out, char32_t c)
{
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | c >> 6);
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0 | c >> 12);
        out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | c >> 18);
        out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
        out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    }
}

bool isAsciiWord(char32_t c)
{
    return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9');
}

// 0 for what is left out.
char32_t plain(char32_t c)
{
    if (c >= 0xFF01 && c <= 0xFF5E) {
        c -= 0xFEE0; // full width
    }
    if (c >= U'A' && c <= U'Z') {
        c += U'a' - U'A';
    }
    if (c < 0x80) {
        return isAsciiWord(c) || c == kBorder ? c : 0;
    }
    const bool isMark = c < 0xC0 || (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F)
                        || (c >= 0xFE00 && c <= 0xFFEF) || c == 0xFEFF;
    return isMark ? 0 : c;
}

char initialOf(char32_t c)
{
    if (isAsciiWord(c)) {
        return static_cast<char>(c);
    }
    if (c < kFirst || c > kLast || kInitials[c - kFirst] == '.') {
        return 0;
    }
    return kInitials[c - kFirst];
}

std::string initialsOf(std::u32string_view text)
{
    std::string out;
    for (const char32_t c : text) {
        if (const char letter = c == kBorder ? '\n' : initialOf(c); letter != 0) {
            out += letter;
        }
    }
    return out;
}

// Words as somebody typed them, divided at spaces.
std::vector<std::string> wordsOf(std::string_view typed)
{
    std::vector<std::string> words(1);
    while (const char32_t c = take(typed)) {
        if (c == U' ' || c == 0x3000 || c == U'\t' || c == kBorder) {
            words.emplace_back();
        } else if (const char32_t kept = plain(c)) {
            put(words.back(), kept);
        }
    }
    std::erase(words, std::string());
    if (words.size() > kMostWords) {
        words.resize(kMostWords);
    }
    return words;
}

bool isAscii(std::string_view word)
{
    return std::ranges::all_of(word, [](char c) { return static_cast<std::uint8_t>(c) < 0x80; });
}

// A token shorter than those of the column is looked up as the beginning of one.
std::string
phrase(const char* column, std::string_view mark, const std::string& word, std::size_t whole)
{
    std::string out = std::string("{") + column + "} : \"";
    out.append(mark).append(word).append("\"");
    return plainOf(word).size() < whole ? out + " *" : out;
}

} // namespace

std::u32string plainOf(std::string_view utf8)
{
    std::u32string out;
    while (const char32_t c = take(utf8)) {
        if (const char32_t kept = plain(c)) {
            out += kept;
        }
    }
    return out;
}

void Initials::learn(std::string_view name, std::string_view initials)
{
    std::u32string plainName = plainOf(name);
    if (plainName.size() == initials.size() && plainName.size() > 1
        && initialsOf(plainName) != initials) {
        m_exceptions.push_back({std::move(plainName), std::string(initials)});
    }
}

std::string Initials::of(std::string_view text) const
{
    std::u32string chars = plainOf(text);
    for (const Exception& one : m_exceptions) {
        for (auto at = chars.find(one.name); at != std::u32string::npos;
             at = chars.find(one.name, at + one.name.size())) {
            std::ranges::copy(one.initials, chars.begin() + static_cast<std::ptrdiff_t>(at));
        }
    }
    return initialsOf(chars);
}

void tokenize(
    std::string_view utf8,
    bool isQuery,
    const std::function<bool(std::string_view token)>& give)
{
    const bool isInitials = !utf8.empty() && utf8.front() == kInitialsMark;
    const std::u32string chars = plainOf(isInitials ? utf8.substr(1) : utf8);
    const std::size_t whole = isInitials ? kFour : kPair;
    std::string token;
    for (std::size_t at = 0; at < chars.size(); ++at) {
        token.clear();
        std::size_t size = 0;
        while (size < whole && at + size < chars.size() && chars[at + size] != kBorder) {
            put(token, chars[at + size++]);
        }
        const bool isWanted = size == whole || !isQuery || (at == 0 && chars.size() < whole);
        if (size > 0 && isWanted && !give(token)) {
            return;
        }
    }
}

TypedWords::TypedWords(std::string_view typed)
{
    for (const std::string& word : wordsOf(typed)) {
        m_words.push_back({plainOf(word), isAscii(word) ? word : std::string()});
        m_hasLetters = m_hasLetters || std::ranges::any_of(m_words.back().letters, [](char c) {
                           return c >= 'a' && c <= 'z';
                       });
    }
}

bool TypedWords::in(std::u32string_view plain, std::string_view initials) const
{
    return std::ranges::all_of(m_words, [&](const Word& word) {
        return plain.contains(word.plain)
               || (!word.letters.empty()
                   && (initials.contains(word.letters) || plan::isSpeltIn(word.letters, plain)));
    });
}

bool hasWords(std::string_view typed, std::string_view words, std::string_view initials)
{
    return TypedWords(typed).in(plainOf(words), initials);
}

bool maySpell(std::string_view typed)
{
    return std::ranges::any_of(wordsOf(typed), [](const std::string& word) {
        return isAscii(word) && !plan::initialsOfSpelling(word).empty();
    });
}

std::string expressionFor(std::string_view typed)
{
    std::string out;
    for (const std::string& word : wordsOf(typed)) {
        std::string one = phrase("text", {}, word, kPair);
        if (isAscii(word)) {
            const auto byInitials = [](const std::string& initials) {
                return " OR " + phrase("initials", {&kInitialsMark, 1}, initials, kFour);
            };
            one = "(" + one + byInitials(word);
            for (const std::string& initials : plan::initialsOfSpelling(word)) {
                one += initials == word ? std::string() : byInitials(initials);
            }
            one += ")";
        }
        out += (out.empty() ? "" : " AND ") + one;
    }
    return out;
}

} // namespace sz::store
