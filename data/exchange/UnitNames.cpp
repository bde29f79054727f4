// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/exchange/UnitNames.h"

#include "data/plan/Typed.h"

#include <algorithm>
#include <array>

namespace sz::exchange {
namespace {

constexpr int kByCode = 0;
constexpr int kByName = 1; ///< of a unit that takes orders
constexpr int kByStem = 2;
constexpr int kByOther = 3;

bool takesOrders(const plan::Unit& unit)
{
    return unit.kind == plan::UnitKind::District || unit.kind == plan::UnitKind::Line
           || unit.kind == plan::UnitKind::Street;
}

constexpr std::array<std::string_view, 8> kBetween{"、", "，", "；", "／", ",", ";", "/", "\n"};
constexpr std::array<std::string_view, 2> kSpaces{" ", "\u3000"};

/// Parts between any of the marks; empty ones dropped.
template <std::size_t N>
std::vector<std::string_view>
parts(std::string_view text, const std::array<std::string_view, N>& marks)
{
    std::vector<std::string_view> found;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= text.size();) {
        const auto mark = std::ranges::find_if(
            marks, [&](std::string_view one) { return text.substr(at).starts_with(one); });
        const bool isEnd = at == text.size();
        if (mark == marks.end() && !isEnd) {
            ++at;
            continue;
        }
        if (at > begin) {
            found.push_back(text.substr(begin, at - begin));
        }
        at += isEnd ? 1 : mark->size();
        begin = at;
    }
    return found;
}

} // namespace

UnitNames::UnitNames(const plan::Plan& plan)
{
    for (const plan::Unit& unit : plan.units) {
        const int rank = takesOrders(unit) ? kByName : kByOther;
        add(unit.code.value, unit.code, kByCode);
        for (const std::string* name :
             {&unit.name.zh, &unit.name.en, &unit.name.shortZh, &unit.name.shortEn}) {
            add(*name, unit.code, rank);
        }
        for (const std::string& alias : unit.aliases) {
            add(alias, unit.code, rank);
        }
        if (takesOrders(unit)) {
            add(plan::stemOf(unit.name.zh), unit.code, kByStem);
        }
    }
}

void UnitNames::add(std::string_view name, const UnitCode& unit, int rank)
{
    std::string key = plan::folded(name);
    if (key.empty()) {
        return;
    }
    const auto [it, isNew] = m_names.try_emplace(std::move(key), Named{unit, rank, false});
    Named& known = it->second;
    if (isNew || known.unit == unit) {
        known.rank = std::min(known.rank, rank);
    } else if (rank < known.rank) {
        known = {unit, rank, false};
    } else if (rank == known.rank) {
        known.isAmbiguous = true;
    }
}

std::expected<UnitCode, UnitNames::Why> UnitNames::find(std::string_view typed) const
{
    const auto it = m_names.find(plan::folded(typed));
    if (it == m_names.end()) {
        return std::unexpected(Why::Unknown);
    }
    if (it->second.isAmbiguous) {
        return std::unexpected(Why::Ambiguous);
    }
    return it->second.unit;
}

// A name may hold a space itself ("Public security"): a part is one unit before it is several.
UnitNames::Several UnitNames::several(std::string_view cell) const
{
    Several found;
    const auto take = [&](std::string_view one) {
        const auto unit = find(one);
        if (unit && !std::ranges::contains(found.units, *unit)) {
            found.units.push_back(*unit);
        } else if (!unit && found.bad.empty()) {
            found.bad = one;
            found.why = unit.error();
        }
    };
    for (const std::string_view part : parts(cell, kBetween)) {
        const auto words = parts(part, kSpaces);
        if (words.size() <= 1 || find(part)) {
            take(part);
        } else {
            std::ranges::for_each(words, take);
        }
    }
    return found;
}

} // namespace sz::exchange
