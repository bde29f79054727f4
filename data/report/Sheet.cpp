// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/report/Sheet.h"

#include "data/base/Bytes.h"

#include <algorithm>
#include <set>

namespace sz::report {
namespace {

constexpr const char* kScore = "score";
constexpr const char* kRank = "rank";

} // namespace

Sheet sheetOf(const Scorecard& card, const History& history, const std::string& planDigest)
{
    Sheet sheet{
        card.plan->code,
        planDigest,
        history.operation,
        history.seenBy,
        card.period,
        card.asOf,
        history.first,
        history.head,
        history.entries,
        toHex(history.digest),
        formulaText(card.plan->score, true),
        formulaText(card.plan->score, false),
        {},
        {}};
    for (const UnitCard& unit : card.units) {
        StatedUnit stated{
            unit.unit, {}, unit.points.band != nullptr ? unit.points.band->nameZh : std::string()};
        for (std::size_t i = 0; i < kFigures; ++i) {
            stated.figures[std::string(figureName(static_cast<Figure>(i)))] = unit.values[i];
        }
        stated.figures[kScore] = unit.points.score;
        stated.figures[kRank] =
            unit.rank > 0 ? std::optional<std::int64_t>(unit.rank) : std::nullopt;
        sheet.units.push_back(std::move(stated));
    }
    return sheet;
}

void keepOnly(Sheet& sheet, const UnitCode& unit)
{
    if (!unit.empty()) {
        sheet.only = unit;
        std::erase_if(sheet.units, [&](const StatedUnit& one) { return one.unit != unit; });
    }
}

Comparison compare(const Sheet& stated, const Sheet& made)
{
    using Figures = std::map<std::pair<UnitCode, std::string>, std::optional<std::int64_t>>;
    const auto figuresOf = [](const Sheet& sheet) {
        Figures all;
        for (const StatedUnit& unit : sheet.units) {
            for (const auto& [name, value] : unit.figures) {
                all[{unit.unit, name}] = value;
            }
        }
        return all;
    };
    const Figures then = figuresOf(stated);
    const Figures now = figuresOf(made);
    std::set<std::pair<UnitCode, std::string>> keys;
    for (const Figures* const all : {&then, &now}) {
        for (const auto& one : *all) {
            keys.insert(one.first);
        }
    }
    Comparison out;
    for (const auto& key : keys) {
        const auto a = then.find(key);
        const auto b = now.find(key);
        const bool isStated = a != then.end();
        const bool isMade = b != now.end();
        if (isStated && isMade && a->second == b->second) {
            ++out.agreed;
            continue;
        }
        out.differences.push_back(
            {key.first, key.second, isStated, isMade, isStated ? a->second : std::nullopt,
             isMade ? b->second : std::nullopt});
    }
    out.isOtherPlan = !stated.planDigest.empty() && !made.planDigest.empty()
                      && stated.planDigest != made.planDigest;
    out.isOtherLog = stated.operation != made.operation || stated.entries != made.entries
                     || stated.logDigest != made.logDigest;
    return out;
}

} // namespace sz::report
