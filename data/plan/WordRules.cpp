// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the words of a report suggest. Plain looking-up: an operator must be able to see why.
#include "data/plan/Numerals.h"
#include "data/plan/Places.h"

#include <algorithm>
#include <array>

namespace sz::plan {
namespace {

/// A number belongs to a word when at most this many characters stand between them: "三十只崭新的液化气罐".
constexpr int kReach = 6;

struct Hit
{
    std::size_t begin = 0; ///< bytes
    std::size_t end = 0;
};

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string lowered(std::string_view text)
{
    std::string out(text);
    for (char& c : out) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return out;
}

/// A report, prepared once for all rules.
class Narrative
{
public:
    explicit Narrative(std::string_view text)
        : m_original(text), m_lower(lowered(text)), m_numbers(numeralsIn(text))
    {
    }

    /// Every place where one of the words stands; a hit inside a longer hit is dropped.
    [[nodiscard]] std::vector<Hit> hitsOf(const std::vector<std::string>& words) const
    {
        std::vector<Hit> hits;
        for (const auto& word : words) {
            addHits(hits, lowered(word));
        }
        std::ranges::sort(hits, [](const Hit& a, const Hit& b) {
            return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
        });
        std::vector<Hit> widest;
        for (const auto& hit : hits) {
            if (widest.empty() || hit.end > widest.back().end) {
                widest.push_back(hit);
            }
        }
        return widest;
    }

    [[nodiscard]] bool hasNumberBeside(const std::vector<Hit>& hits, int least) const
    {
        return std::ranges::any_of(m_numbers, [&](const Numeral& number) {
            return number.value >= least && std::ranges::any_of(hits, [&](const Hit& hit) {
                       return isBeside(number, hit);
                   });
        });
    }

    void addWords(std::vector<std::string>& words, const std::vector<Hit>& hits) const
    {
        for (const auto& hit : hits) {
            std::string word(m_original.substr(hit.begin, hit.end - hit.begin));
            if (std::ranges::find(words, word) == words.end()) {
                words.push_back(std::move(word));
            }
        }
    }

    /// Of several further words one explains the rule: the one that stands first in its list.
    void addFirstOf(std::vector<std::string>& words, const std::vector<std::string>& list) const
    {
        for (const auto& word : list) {
            if (const auto hits = hitsOf({word}); !hits.empty()) {
                addWords(words, hits);
                return;
            }
        }
    }

private:
    void addHits(std::vector<Hit>& hits, const std::string& word) const
    {
        for (auto at = word.empty() ? std::string::npos : m_lower.find(word);
             at != std::string::npos; at = m_lower.find(word, at + 1)) {
            if (isWholeWord(word, at)) {
                hits.push_back({at, at + word.size()});
            }
        }
    }

    /// Latin words must not begin or end inside another word, but for a plural s; Han has no such borders.
    [[nodiscard]] bool isWholeWord(const std::string& word, std::size_t at) const
    {
        const auto after = at + word.size();
        const bool isPlural = after < m_lower.size() && m_lower[after] == 's';
        const auto next = after + (isPlural ? 1 : 0);
        const bool startsInside = isLetter(word.front()) && at > 0 && isLetter(m_lower[at - 1]);
        const bool endsInside =
            isLetter(word.back()) && next < m_lower.size() && isLetter(m_lower[next]);
        return !startsInside && !endsInside;
    }

    [[nodiscard]] bool isBeside(const Numeral& number, const Hit& hit) const
    {
        return number.end <= hit.begin ? isNear(number.end, hit.begin)
                                       : number.begin >= hit.end && isNear(hit.end, number.begin);
    }

    /// At most kReach characters and no end of a clause in between.
    [[nodiscard]] bool isNear(std::size_t from, std::size_t to) const
    {
        constexpr std::array<std::string_view, 9> kEnds{"。", "，", "；", "！", "？",
                                                        ";",  "!",  "?",  "\n"};
        const auto between = m_original.substr(from, to - from);
        const bool isCut = std::ranges::any_of(kEnds, [&](std::string_view end) {
            return between.find(end) != std::string_view::npos;
        });
        const auto characters =
            std::ranges::count_if(between, [](char c) { return (c & 0xC0) != 0x80; });
        return !isCut && characters <= kReach;
    }

    std::string_view m_original;
    std::string m_lower;
    std::vector<Numeral> m_numbers;
};

/// The words that made the rule match; empty when it does not.
std::vector<std::string> matched(const WordRule& rule, const Narrative& narrative)
{
    const auto main = narrative.hitsOf(rule.words);
    const auto also = narrative.hitsOf(rule.withAlso);
    const bool isMissing = main.empty() || (!rule.withAlso.empty() && also.empty())
                           || (!rule.atPlace.empty() && narrative.hitsOf(rule.atPlace).empty());
    std::vector<std::string> words;
    if (isMissing
        || (rule.countAtLeast > 0 && !narrative.hasNumberBeside(main, rule.countAtLeast))) {
        return words;
    }
    narrative.addWords(words, main);
    narrative.addFirstOf(words, rule.withAlso);
    return words;
}

Suggestion suggestionOf(const Plan& plan, const WordRule& rule, std::vector<std::string> words)
{
    const Kind* kind = plan.kind(rule.kind);
    Suggestion suggestion;
    suggestion.kind = rule.kind;
    suggestion.grade = rule.grade.value_or(kind != nullptr ? kind->grade : Grade::IV);
    suggestion.ruleId = rule.id;
    suggestion.words = std::move(words);
    suggestion.gradeReasonZh = rule.reasonZh;
    suggestion.gradeReasonEn = rule.reasonEn;
    return suggestion;
}

} // namespace

std::optional<Suggestion> suggest(const Plan& plan, std::string_view text)
{
    const Narrative narrative(text);
    const WordRule* best = nullptr;
    std::vector<std::string> words;
    for (const auto& rule : plan.wordRules) {
        if (best != nullptr && rule.weight <= best->weight) {
            continue;
        }
        if (auto found = matched(rule, narrative); !found.empty()) {
            best = &rule;
            words = std::move(found);
        }
    }
    return best != nullptr ? std::optional(suggestionOf(plan, *best, std::move(words)))
                           : std::nullopt;
}

} // namespace sz::plan
