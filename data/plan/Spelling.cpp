// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/Spelling.h"

#include "data/plan/Pinyin.h"

#include <algorithm>
#include <array>

namespace sz::plan {
namespace {

constexpr std::size_t kMostLetters = 60; ///< longer than any name; keeps the search for a way short
constexpr std::size_t kMostDivisions = 8;
constexpr std::size_t kLongestSyllable = 6; ///< zhuang

struct OtherReading
{
    char32_t character;
    std::string_view syllable;
};

// Readings beside the usual one that stand in names of places, units and everyday reports.
constexpr std::array kOthers{
    OtherReading{U'陂', "pi"},    OtherReading{U'重', "chong"}, OtherReading{U'长', "zhang"},
    OtherReading{U'长', "chang"}, OtherReading{U'行', "hang"},  OtherReading{U'行', "xing"},
    OtherReading{U'乐', "yue"},   OtherReading{U'都', "du"},    OtherReading{U'都', "dou"},
    OtherReading{U'车', "ju"},    OtherReading{U'会', "kuai"},  OtherReading{U'区', "ou"},
    OtherReading{U'单', "shan"},  OtherReading{U'曾', "zeng"},  OtherReading{U'曾', "ceng"},
    OtherReading{U'朝', "chao"},  OtherReading{U'朝', "zhao"},  OtherReading{U'降', "xiang"},
    OtherReading{U'降', "jiang"}, OtherReading{U'调', "tiao"},  OtherReading{U'调', "diao"},
    OtherReading{U'传', "zhuan"}, OtherReading{U'传', "chuan"}, OtherReading{U'弹', "dan"},
    OtherReading{U'弹', "tan"},   OtherReading{U'藏', "zang"},  OtherReading{U'藏', "cang"},
    OtherReading{U'盛', "cheng"}, OtherReading{U'盛', "sheng"}, OtherReading{U'省', "xing"},
    OtherReading{U'校', "jiao"},  OtherReading{U'校', "xiao"},  OtherReading{U'率', "lv"},
    OtherReading{U'绿', "lv"},    OtherReading{U'旅', "lv"},    OtherReading{U'律', "lv"},
    OtherReading{U'铝', "lv"},    OtherReading{U'滤', "lv"},    OtherReading{U'女', "nv"},
    OtherReading{U'露', "lou"},   OtherReading{U'圩', "xu"},    OtherReading{U'圩', "wei"},
    OtherReading{U'堡', "pu"},    OtherReading{U'堡', "bao"},   OtherReading{U'柏', "bai"},
    OtherReading{U'柏', "bo"},    OtherReading{U'给', "ji"},    OtherReading{U'参', "shen"},
    OtherReading{U'差', "chai"},  OtherReading{U'没', "mo"},    OtherReading{U'没', "mei"},
    OtherReading{U'还', "huan"},  OtherReading{U'还', "hai"},   OtherReading{U'解', "xie"},
    OtherReading{U'种', "chong"}, OtherReading{U'宿', "xiu"},   OtherReading{U'石', "dan"},
    OtherReading{U'朴', "piao"},  OtherReading{U'仇', "qiu"},   OtherReading{U'任', "ren"},
    OtherReading{U'华', "hua"},   OtherReading{U'卜', "bu"},    OtherReading{U'万', "wan"},
};

class Speller
{
public:
    explicit Speller(std::u32string_view text) : m_text(text) {}

    [[nodiscard]] bool from(std::size_t at, std::string_view letters) const
    {
        if (letters.empty()) {
            return true;
        }
        if (at == m_text.size()) {
            return false;
        }
        const char32_t character = m_text[at];
        return by(readingOf(character), at, letters)
               || std::ranges::any_of(kOthers, [&](const OtherReading& other) {
                      return other.character == character && by(other.syllable, at, letters);
                  });
    }

private:
    [[nodiscard]] bool by(std::string_view syllable, std::size_t at, std::string_view letters) const
    {
        if (syllable.empty() || syllable.front() != letters.front()) {
            return false;
        }
        if (syllable.starts_with(letters)) {
            return true; // the last one, perhaps begun only
        }
        const auto goesOn = [&](std::size_t taken) { return from(at + 1, letters.substr(taken)); };
        if (letters.starts_with(syllable) && goesOn(syllable.size())) {
            return true;
        }
        const bool isPair =
            syllable.size() > 2 && syllable[1] == 'h' && letters.starts_with(syllable.substr(0, 2));
        return syllable.size() > 1 && (goesOn(1) || (isPair && goesOn(2)));
    }

    std::u32string_view m_text;
};

class Divider
{
public:
    std::vector<std::string> of(std::string_view letters)
    {
        next(letters, {});
        return std::move(m_found);
    }

private:
    void next(std::string_view left, const std::string& initials)
    {
        if (m_found.size() == kMostDivisions) {
            return;
        }
        if (left.empty()) {
            keep(initials);
            return;
        }
        for (std::size_t size = std::min(kLongestSyllable, left.size()); size > 0; --size) {
            if (isSyllable(left.substr(0, size))) {
                next(left.substr(size), initials + left.front());
            }
        }
        if (beginsSyllable(left)) {
            keep(initials + left.front()); // the last one is begun only
        }
    }
    void keep(const std::string& initials)
    {
        if (initials.size() > 1 && !std::ranges::contains(m_found, initials)
            && m_found.size() < kMostDivisions) {
            m_found.push_back(initials);
        }
    }

    std::vector<std::string> m_found;
};

} // namespace

bool isSpeltIn(std::string_view letters, std::u32string_view text)
{
    if (letters.size() < 2 || letters.size() > kMostLetters) {
        return false;
    }
    const Speller speller(text);
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (speller.from(at, letters)) {
            return true;
        }
    }
    return false;
}

std::vector<std::string> initialsOfSpelling(std::string_view letters)
{
    const bool areLetters =
        std::ranges::all_of(letters, [](char c) { return c >= 'a' && c <= 'z'; });
    return areLetters && letters.size() <= kMostLetters ? Divider().of(letters)
                                                        : std::vector<std::string>{};
}

} // namespace sz::plan
