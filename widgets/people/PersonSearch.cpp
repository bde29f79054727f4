// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/people/PersonSearch.h"

#include "data/plan/Typed.h"

#include <algorithm>
#include <array>

namespace sz::widgets {
namespace {

constexpr int kNoFit = 9;

int rankOf(const model::Person& person, const std::string& typed)
{
    if (typed.empty()) {
        return 0;
    }
    const std::array words{person.code.value, person.name, person.pinyin, person.initials};
    int best = kNoFit;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string word = plan::folded(words[i]);
        if (word == typed) {
            best = std::min(best, 0);
        } else if (word.starts_with(typed)) {
            best = std::min(best, 1);
        } else if (word.contains(typed)) {
            best = std::min(best, 2);
        }
    }
    return best;
}

} // namespace

std::vector<const model::Person*>
findPeople(const std::vector<model::Person>& people, const QString& typed)
{
    const std::string word = plan::folded(typed.trimmed().toStdString());
    std::vector<std::pair<int, const model::Person*>> ranked;
    for (const model::Person& person : people) {
        if (const int rank = rankOf(person, word); rank != kNoFit) {
            ranked.emplace_back(rank, &person);
        }
    }
    std::ranges::stable_sort(ranked, {}, [](const auto& one) { return one.first; });
    std::vector<const model::Person*> out;
    for (const auto& [rank, person] : ranked) {
        out.push_back(person);
    }
    return out;
}

} // namespace sz::widgets
