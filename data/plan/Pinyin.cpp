// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/Pinyin.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <vector>

namespace sz::plan {
namespace {

#include "data/plan/PinyinTable.h"

constexpr char32_t kFirst = 0x3400;

/// Words whose characters are read otherwise than alone: those that names of roads and places are made of.
struct Word
{
    std::string_view text;
    std::array<std::string_view, 2> syllables;
};
constexpr std::array kWords{Word{"银行", {"yin", "hang"}},   Word{"商行", {"shang", "hang"}},
                            Word{"支行", {"zhi", "hang"}},   Word{"重庆", {"chong", "qing"}},
                            Word{"黄陂", {"huang", "pi"}},   Word{"厦门", {"xia", "men"}},
                            Word{"音乐", {"yin", "yue"}},    Word{"都市", {"du", "shi"}},
                            Word{"首都", {"shou", "du"}},    Word{"成都", {"cheng", "du"}},
                            Word{"校长", {"xiao", "zhang"}}, Word{"长官", {"zhang", "guan"}},
                            Word{"六安", {"lu", "an"}},      Word{"会计", {"kuai", "ji"}},
                            Word{"朝阳", {"chao", "yang"}}};

/// The character at `at`, which moves on; 0 at the end and for what is not UTF-8.
char32_t next(std::string_view text, std::size_t& at)
{
    if (at >= text.size()) {
        return 0;
    }
    const auto byte = [&text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned lead = byte(at);
    const std::size_t length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if ((lead >= 0x80 && lead < 0xC2) || at + length > text.size()) {
        return 0;
    }
    char32_t out = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        out = (out << 6U) | (byte(at + i) & 0x3FU);
    }
    at += length;
    return out;
}

// The table has them as they come.
const std::vector<std::string_view>& sortedSyllables()
{
    static const std::vector<std::string_view> kSorted = [] {
        std::vector<std::string_view> all(std::begin(kSyllables), std::end(kSyllables));
        std::ranges::sort(all);
        return all;
    }();
    return kSorted;
}

bool isAscii(char32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

} // namespace

std::string_view readingOf(char32_t character)
{
    static constexpr std::string_view kAscii =
        "0123456789abcdefghijklmnopqrstuvwxyz"; // a table: the view must outlive the call
    if (isAscii(character)) {
        return kAscii.substr(
            character <= '9' ? character - '0' : character - 'a' + std::size_t{10}, 1);
    }
    const bool isKnown = character >= kFirst && character - kFirst < std::size(kReadings);
    return isKnown ? kSyllables[kReadings[character - kFirst]] : std::string_view();
}

bool isSyllable(std::string_view letters)
{
    return !letters.empty() && std::ranges::binary_search(sortedSyllables(), letters);
}

bool beginsSyllable(std::string_view letters)
{
    const auto next = std::ranges::lower_bound(sortedSyllables(), letters);
    return !letters.empty() && next != sortedSyllables().end() && next->starts_with(letters);
}

Pinyin pinyinOf(std::string_view utf8)
{
    Pinyin out;
    std::size_t at = 0;
    while (at < utf8.size()) {
        const auto word = std::ranges::find_if(
            kWords, [&](const Word& w) { return utf8.substr(at).starts_with(w.text); });
        if (word != kWords.end()) {
            for (const std::string_view syllable : word->syllables) {
                out.syllables += syllable;
                out.initials += syllable.front();
            }
            at += word->text.size();
            continue;
        }
        char32_t c = next(utf8, at);
        if (c == 0) {
            break;
        }
        c = c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
        const std::string_view syllable = readingOf(c);
        out.syllables += syllable;
        out.initials += syllable.substr(0, 1);
    }
    return out;
}

} // namespace sz::plan
