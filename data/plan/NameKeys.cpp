// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/NameKeys.h"

#include <algorithm>

namespace sz::plan {

NameKeys keysOf(const Name& name)
{
    const auto zh = folded(name.zh);
    return {
        zh,
        std::string(stemOf(zh)),
        folded(name.shortZh),
        folded(name.en),
        folded(name.shortEn),
        folded(name.pinyin),
        folded(name.initials)};
}

void BestFit::add(Fit other, bool byInitials)
{
    if (other > fit) {
        fit = other;
        isByInitials = byInitials;
    }
}

// Inside counts for names, not for initials: "jd" would otherwise fit every 街道.
BestFit fitOf(std::string_view typed, const NameKeys& keys)
{
    BestFit best;
    for (const auto* key :
         {&keys.zh, &keys.stem, &keys.shortZh, &keys.en, &keys.shortEn, &keys.pinyin}) {
        best.add(fitOf(typed, *key), false);
    }
    if (const auto fit = fitOf(typed, keys.initials); fit >= Fit::Prefix) {
        best.add(fit, true);
    }
    if (typed.size() < 3 && best.fit == Fit::Inside) {
        best.fit = Fit::None; // two letters stand inside half of all pinyin
    }
    return best;
}

int scoreOf(const BestFit& best, const NameKeys& keys)
{
    return scoreOf(best, static_cast<int>(std::min<std::size_t>(keys.zh.size(), 99)));
}

int scoreOf(const BestFit& best, int length)
{
    if (best.fit == Fit::None) {
        return 0;
    }
    return static_cast<int>(best.fit) * 1000 + (best.isByInitials ? 0 : 1) - length;
}

} // namespace sz::plan
