// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Two planners edited the same week without seeing each other: what both meant, and where they disagree.

#include "data/roster/DutyTable.h"

#include <compare>
#include <map>

namespace sz::roster {

struct CellKey
{
    PostCode post;
    Day day = 0;       ///< on which the shift begins
    std::string shift; ///< its Chinese name
    auto operator<=>(const CellKey&) const = default;
};
/// Who is planned, without order; no names: nobody. A key that is not there is a cell nobody touched.
using Cells = std::map<CellKey, std::vector<std::string>>;

struct Edition
{
    std::string planner;
    Cells cells;
};

/// Both changed it, to different people. Neither is thrown away.
struct CellConflict
{
    CellKey key;
    std::vector<std::string> base;
    Edition first; ///< one cell each, and who wrote it
    Edition second;
};

struct Merged
{
    Cells cells; ///< where they disagree: as it was, until somebody decides
    std::vector<CellConflict> conflicts;
    std::size_t fromFirst = 0; ///< cells only the first changed
    std::size_t fromSecond = 0;
    std::size_t fromBoth = 0; ///< changed to the same
};

/// The order of the two does not matter but for what is called first and second.
[[nodiscard]] Merged merged(const Cells& base, const Edition& first, const Edition& second);
/// Somebody decided: the conflict goes, the cell is theirs. Errors: NothingAsked (no conflict in that cell).
[[nodiscard]] Result<Merged>
decided(Merged merge, const CellKey& key, std::vector<std::string> people);

/// The cells of a roster spread out: by the day on which each duty begins, of those that begin in the table's range.
[[nodiscard]] Cells cellsOf(const Roster& roster, const DutyTable& table);

} // namespace sz::roster
