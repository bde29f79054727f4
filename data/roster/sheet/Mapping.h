// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What stands where in a roster sheet. Guessed, saved as TOML, edited, used again next month.

#include "data/exchange/Workbook.h"
#include "data/plan/files/FaultList.h"
#include "data/roster/Roster.h"

#include <expected>
#include <map>

namespace sz::roster {

enum class Layout : std::uint8_t {
    List, ///< a row for each duty, or for each day with a column for each post
    Grid, ///< days across, posts or shifts down, people in the cells
};

/// A column whose cells are the people of one post (and shift).
struct PeopleColumn
{
    std::uint32_t column = 0;
    std::string post;  ///< as in Mapping::post
    std::string shift; ///< may be empty: the row's, or the whole day
    bool operator==(const PeopleColumn&) const = default;
};

/// Columns and rows are 0-based here, letters and numbers from 1 in TOML.
struct Mapping
{
    Layout layout = Layout::List;
    std::string sheet;                       ///< empty: every sheet that is not hidden
    std::uint32_t head = 0;                  ///< row of the columns' names, or of the days
    std::optional<std::uint32_t> dateColumn; ///< List
    std::optional<std::uint32_t> shiftColumn;
    std::optional<std::uint32_t> postColumn;
    std::optional<std::uint32_t> unitColumn;
    std::optional<std::uint32_t> peopleColumn; ///< List
    std::vector<PeopleColumn> peopleColumns;   ///< List
    std::string unit;                          ///< code: names of posts are this unit's; empty: any
    std::string post;                          ///< of all cells, where no column says; name or code
    std::string shift;                         ///< the same
    std::optional<std::chrono::year_month>
        month; ///< of days without one; none: as the sheet's titles say
    std::map<std::string, std::string> posts; ///< the sheet's word → code or name
    std::map<std::string, std::string>
        shifts; ///< the sheet's word → name of a shift, or hours "08:30-20:30"
    bool operator==(const Mapping&) const = default;

    /// What is not said and has to be, in both languages; none: it can be read.
    [[nodiscard]] std::optional<plan::Sentence> missing() const;
};

/// As TOML, with a line on top saying what it is.
[[nodiscard]] std::string mappingText(const Mapping& mapping);
/// Faults name file and line.
[[nodiscard]] std::expected<Mapping, std::vector<plan::Fault>>
readMapping(const std::filesystem::path& file);

/// By the names of columns, the days in a row, the posts and shifts the roster knows. Days without year are nearest to `near`. It may
/// miss something: see Mapping::missing(). The first sheet in which it finds most counts; `sheet` stays empty.
[[nodiscard]] Mapping guessMapping(const exchange::Workbook& book, const Roster& roster, Day near);

} // namespace sz::roster
