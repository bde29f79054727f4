// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/roster/sheet/PeopleCell.h"

#include <algorithm>
#include <array>

namespace sz::roster {
namespace {

constexpr std::size_t kLongestName = 60; ///< bytes: twenty Han characters
constexpr std::size_t kPhoneDigits = 7;

constexpr std::array<std::string_view, 12> kBetween{"、", "，", "；", "／", ",",  ";",
                                                    "/",  "&",  "\n", "\r", "＆", "|"};
constexpr std::array<std::string_view, 4> kSpaces{" ", "\u3000", "\t", "\u00A0"};
constexpr std::array<std::string_view, 15> kNobodyWords{
    "-", "—", "——", "－", "–", "无", "休", "休息", "空", "\\", "×", "✕", "轮休", "空缺", "缺"};

std::size_t charLength(std::string_view text)
{
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    return std::min(length, text.size());
}

std::size_t charCount(std::string_view text)
{
    std::size_t n = 0;
    for (; !text.empty(); ++n) {
        text.remove_prefix(charLength(text));
    }
    return n;
}

template <std::size_t N>
std::size_t markAt(std::string_view text, const std::array<std::string_view, N>& marks)
{
    const auto it =
        std::ranges::find_if(marks, [&](std::string_view one) { return text.starts_with(one); });
    return it == marks.end() ? 0 : it->size();
}

/// Parts between marks; empty ones dropped.
template <std::size_t N>
std::vector<std::string> parts(std::string_view text, const std::array<std::string_view, N>& marks)
{
    std::vector<std::string> found(1);
    while (!text.empty()) {
        if (const std::size_t mark = markAt(text, marks); mark > 0) {
            found.emplace_back();
            text.remove_prefix(mark);
        } else {
            const std::size_t length = charLength(text);
            found.back() += text.substr(0, length);
            text.remove_prefix(length);
        }
    }
    std::erase_if(found, [](const std::string& one) { return one.empty(); });
    return found;
}

/// The text without what stands in brackets, which goes to `aside`. A bracket never closed is left where it is.
std::string withoutBrackets(std::string_view text, std::string& aside)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kBrackets{
        {{"（", "）"}, {"(", ")"}, {"【", "】"}, {"[", "]"}}};
    std::string rest;
    while (!text.empty()) {
        const auto bracket = std::ranges::find_if(
            kBrackets, [&](const auto& one) { return text.starts_with(one.first); });
        const std::size_t close =
            bracket == kBrackets.end() ? std::string_view::npos : text.find(bracket->second);
        if (close != std::string_view::npos) {
            aside += (aside.empty() ? "" : " ")
                     + std::string(text.substr(0, close + bracket->second.size()));
            text.remove_prefix(close + bracket->second.size());
        } else {
            const std::size_t length = charLength(text);
            rest += text.substr(0, length);
            text.remove_prefix(length);
        }
    }
    return rest;
}

bool isLatin(std::string_view word)
{
    return std::ranges::all_of(word, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '\''
               || c == '-';
    });
}

bool isSingle(std::string_view word)
{
    return charCount(word) == 1 && static_cast<unsigned char>(word.front()) >= 0x80;
}

/// Digits and what stands between those of a telephone number.
bool isPhone(std::string_view word)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const auto digits = static_cast<std::size_t>(std::ranges::count_if(word, isDigit));
    return digits >= kPhoneDigits
           && std::ranges::all_of(word, [&](char c) { return isDigit(c) || c == '-' || c == '+'; });
}

/// "王伟13800000000": the number goes.
void cutPhone(std::string& word, std::string& aside)
{
    const auto from = word.find_first_of("+0123456789");
    if (from != std::string::npos && from > 0 && isPhone(std::string_view(word).substr(from))) {
        aside += (aside.empty() ? "" : " ") + word.substr(from);
        word.resize(from);
        while (word.ends_with(':') || word.ends_with("：")) {
            word.resize(word.size() - (word.ends_with(':') ? 1 : 3));
        }
    }
}

/// Words of a part put together again where they are one name.
std::vector<std::string> names(const std::vector<std::string>& words)
{
    if (words.size() == 3 && std::ranges::all_of(words, isSingle)) {
        return {words[0] + words[1] + words[2]};
    }
    std::vector<std::string> found;
    bool isOpen = false; ///< a single character waits for its second
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool joins = isOpen && isSingle(words[i]);
        const bool follows = i > 0 && isLatin(words[i]) && isLatin(words[i - 1]);
        if (joins) {
            found.back() += words[i];
        } else if (follows) {
            found.back() += " " + words[i];
        } else {
            found.push_back(words[i]);
        }
        isOpen = !joins && isSingle(words[i]);
    }
    return found;
}

/// Marks that turn the direction of what follows, or show nothing: a name with one is not the name that is read.
bool hasHiddenMark(std::string_view name)
{
    constexpr std::array<std::string_view, 15> kMarks{
        "\u200B", "\u200C", "\u200D", "\u200E", "\u200F", "\u202A", "\u202B", "\u202C",
        "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069", "\uFEFF"};
    return std::ranges::any_of(kMarks, [&](std::string_view mark) { return name.contains(mark); });
}

/// Printable, no digit: names have none, so a number is a slip.
bool isName(std::string_view name)
{
    constexpr std::array<std::string_view, 6> kPointers{"同上", "同前", "同左",
                                                        "〃",   "待定", "待补"};
    return !std::ranges::contains(kPointers, name) && !hasHiddenMark(name)
           && std::ranges::none_of(name, [](char c) {
                  const auto byte = static_cast<unsigned char>(c);
                  return byte < 0x20 || byte == 0x7F || (c >= '0' && c <= '9')
                         || std::string_view("=+@<>{}\"#%?!*").contains(c);
              });
}

} // namespace

PeopleCell peopleOf(std::string_view cell)
{
    PeopleCell people;
    const std::string plain = withoutBrackets(cell, people.leftOut);
    for (const std::string& part : parts(plain, kBetween)) {
        std::vector<std::string> words = parts(part, kSpaces);
        for (std::string& word : words) {
            cutPhone(word, people.leftOut);
        }
        std::erase_if(words, [&](const std::string& word) {
            if (isPhone(word)) {
                people.leftOut += (people.leftOut.empty() ? "" : " ") + word;
                return true;
            }
            return std::ranges::contains(kNobodyWords, std::string_view(word));
        });
        for (std::string& name : names(words)) {
            const bool isLong = name.size() > kLongestName;
            if (isLong || !isName(name)) {
                people.fault = isLong ? NameFault::TooLong : NameFault::NotAName;
                people.bad = std::move(name);
                return people;
            }
            if (!std::ranges::contains(people.names, name)) {
                people.names.push_back(std::move(name));
            }
        }
    }
    people.isBlank = people.names.empty();
    return people;
}

} // namespace sz::roster
