// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/roster/Merge.h"

#include <algorithm>
#include <set>

namespace sz::roster {
namespace {

std::vector<std::string> sorted(std::vector<std::string> people)
{
    std::ranges::sort(people);
    people.erase(std::ranges::unique(people).begin(), people.end());
    return people;
}

/// A cell that is not there was not touched: it is as the base has it.
std::vector<std::string> valueOf(const Cells& cells, const CellKey& key, const Cells& base)
{
    if (const auto it = cells.find(key); it != cells.end()) {
        return sorted(it->second);
    }
    const auto it = base.find(key);
    return it == base.end() ? std::vector<std::string>() : sorted(it->second);
}

} // namespace

Merged merged(const Cells& base, const Edition& first, const Edition& second)
{
    std::set<CellKey> keys;
    for (const Cells* cells : {&base, &first.cells, &second.cells}) {
        for (const auto& [key, people] : *cells) {
            keys.insert(key);
        }
    }
    Merged merge;
    for (const CellKey& key : keys) {
        const auto before = valueOf(base, key, base);
        const auto one = valueOf(first.cells, key, base);
        const auto two = valueOf(second.cells, key, base);
        if (one != before && two != before && one != two) {
            merge.conflicts.push_back(
                {key, before, {first.planner, {{key, one}}}, {second.planner, {{key, two}}}});
            merge.cells[key] = before;
            continue;
        }
        merge.cells[key] = one != before ? one : two;
        const bool isFirst = one != before;
        const bool isSecond = two != before;
        merge.fromBoth += isFirst && isSecond ? 1U : 0U;
        merge.fromFirst += isFirst && !isSecond ? 1U : 0U;
        merge.fromSecond += isSecond && !isFirst ? 1U : 0U;
    }
    return merge;
}

Result<Merged> decided(Merged merge, const CellKey& key, std::vector<std::string> people)
{
    const auto it = std::ranges::find(merge.conflicts, key, &CellConflict::key);
    if (it == merge.conflicts.end()) {
        return fail(Code::NothingAsked, "no conflict in this cell", key.post.value);
    }
    merge.conflicts.erase(it);
    merge.cells[key] = sorted(std::move(people));
    return merge;
}

Cells cellsOf(const Roster& roster, const DutyTable& table)
{
    Cells cells;
    for (PostIndex post = 0; post < roster.posts.size(); ++post) {
        for (const Stint& stint : table.of(post)) {
            const Instant from = table.timeOf(stint).from;
            if (table.range().holds(from)) {
                const CellKey key{
                    roster.posts[post].code, roster.localDay(from),
                    table.shiftName(stint.shift).zh};
                cells[key].push_back(roster.people[stint.person].name);
            }
        }
    }
    for (auto& [key, people] : cells) {
        people = sorted(std::move(people));
    }
    return cells;
}

} // namespace sz::roster
