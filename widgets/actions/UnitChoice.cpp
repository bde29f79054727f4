// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/UnitChoice.h"

#include "data/plan/Typed.h"
#include "widgets/actions/TypedLimit.h"

#include <algorithm>

namespace sz::widgets {

namespace {

constexpr std::size_t kMost = 12;

std::string plainUtf8(QStringView typed)
{
    return plainTyped(typed.trimmed().toString()).toStdString();
}

bool isFullName(const plan::Unit& unit, const std::string& typed)
{
    const std::string word = plan::folded(typed);
    const std::string zh = plan::folded(unit.name.zh);
    const std::string_view stem = plan::stemOf(zh);
    const auto is = [&word](const std::string& name) { return plan::folded(name) == word; };
    const plan::Name& n = unit.name;
    return word == zh || word == stem || is(n.shortZh) || is(n.en) || is(n.shortEn) || is(n.pinyin)
           || is(n.initials) || is(unit.mark) || is(unit.markEn) || is(unit.code.str())
           || std::ranges::any_of(unit.aliases, is);
}

} // namespace

bool canTakeOrders(const plan::Unit& unit)
{
    return unit.kind == plan::UnitKind::District || unit.kind == plan::UnitKind::Line
           || unit.kind == plan::UnitKind::Street;
}

UnitChoice chooseUnit(const plan::PlaceFinder& finder, QStringView typed)
{
    const std::string word = plainUtf8(typed);
    UnitChoice choice;
    choice.candidates = finder.findUnits(word, kMost);
    std::erase_if(choice.candidates, [](const plan::Unit* unit) { return !canTakeOrders(*unit); });
    std::vector<const plan::Unit*> full;
    std::ranges::copy_if(
        choice.candidates, std::back_inserter(full),
        [&word](const plan::Unit* unit) { return isFullName(*unit, word); });
    choice.isExact = !full.empty();
    if (choice.isExact) {
        choice.candidates = std::move(full);
    }
    if (choice.candidates.size() == 1) {
        choice.unit = choice.candidates.front();
    }
    return choice;
}

std::vector<const plan::Unit*>
unitsNamed(const plan::PlaceFinder& finder, QStringView typed, std::size_t limit)
{
    const std::string word = plainUtf8(typed);
    std::vector<const plan::Unit*> all = finder.findUnits(word, kMost);
    std::vector<const plan::Unit*> full;
    std::ranges::copy_if(all, std::back_inserter(full), [&word](const plan::Unit* unit) {
        return isFullName(*unit, word);
    });
    std::vector<const plan::Unit*>& found = full.empty() ? all : full;
    found.resize(std::min(found.size(), limit));
    return found;
}

} // namespace sz::widgets
