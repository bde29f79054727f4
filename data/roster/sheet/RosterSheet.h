// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A roster sheet read cell by cell: duties that can come in, and every cell that cannot.

#include "data/roster/sheet/Mapping.h"

namespace sz::roster {

enum class CellRefusal : std::uint8_t {
    NotADay,
    NoDay, ///< people without a day
    NoPost,
    UnknownPost,
    AmbiguousPost,
    UnknownUnit,
    UnknownShift,
    NotAName,
    NameTooLong,
    NoValue,    ///< a formula without a stored value
    ErrorValue, ///< #REF!
    Damaged,
    OpenQuote,
    NoTime,      ///< of a calendar's event: no beginning, no end, or one that cannot be
    UnknownZone, ///< its time zone is not in the file and not a known one
    UnusualRule, ///< it repeats by the hour, or in a way that is not read
    TooOften,
};

struct RefusedCell
{
    std::string sheet;
    std::string
        cell; ///< "B7": what has to be put right: the day, the post, the shift, the unit, or the people themselves
    CellRefusal why = CellRefusal::NotADay;
    std::string value;    ///< shortened
    std::string detailZh; ///< UnknownShift: what the post has
    std::string detailEn;
    std::size_t people = 1; ///< cells of people that stay out because of it
};
[[nodiscard]] plan::Sentence sentenceOf(const RefusedCell& cell);

/// People at a post for one shift.
struct PlannedDuty
{
    std::string sheet;
    std::string cell;
    PostIndex post = 0;
    Day day = 0;
    Span time;
    std::string shift; ///< Chinese name
    std::vector<std::string> people;
};

/// What was not kept of a cell that came in: a telephone number, a remark.
struct LeftOut
{
    std::string sheet;
    std::string cell;
    std::string text;
};

struct SheetRoster
{
    std::vector<PlannedDuty> duties; ///< in the order of the sheets
    std::vector<RefusedCell> refused;
    std::vector<LeftOut> leftOut;
    std::vector<std::string> notRead; ///< sheets in which the mapping finds no day, and hidden ones
    std::vector<std::string>
        columnsNotRead;      ///< "E 副班长": something stands in them, the mapping names them not
    std::size_t cells = 0;   ///< with people in them, or meant to
    std::size_t outside = 0; ///< of these, before the first or after the last day asked for

    /// Cells of people that do not come in, whichever cell is to blame.
    [[nodiscard]] std::size_t refusedPeople() const;
};

/// Days asked for, both included; days without a year are nearest to `near`.
struct SheetDays
{
    Day near = 0;
    Validity only;
};

/// Cells = duties + refusedPeople() + outside; those that say nobody (休, 无, —) count for nothing. Errors: BadArgument (what the mapping does not
/// say), NotFound (no such sheet: its name). Thread: any, not gui.
[[nodiscard]] Result<SheetRoster> readSheets(
    const exchange::Workbook& book,
    const Mapping& mapping,
    const Roster& roster,
    const SheetDays& days);

/// The duties as assignments by name, after those the roster has.
void assign(Roster& roster, const SheetRoster& sheets);

} // namespace sz::roster
