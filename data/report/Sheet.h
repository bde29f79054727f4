// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A scorecard as a file: what it was made from and every figure, so that somebody else can make it again and compare.

#include "data/report/History.h"
#include "data/report/Scorecard.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sz::report {

struct StatedUnit
{
    UnitCode unit;
    /// By figureName, and "score" (thousandths of a point) and "rank"; no value: none could be given.
    std::map<std::string, std::optional<std::int64_t>> figures;
    std::string band; ///< Chinese name; empty: none
};

struct Sheet
{
    std::string planCode;
    std::string planDigest; ///< of the whole folder; empty: not known
    OperationId operation;
    UnitCode seenBy;
    Period period;
    Instant asOf;
    std::uint64_t first = 0;
    std::uint64_t head = 0;
    std::uint64_t entries = 0;
    std::string logDigest; ///< hex, see History
    std::string formulaZh;
    std::string formulaEn;
    UnitCode only;                 ///< the part of one unit; empty: all units
    std::vector<StatedUnit> units; ///< as in the scorecard
};

/// Makes it the part of one unit; empty: it stays whole.
void keepOnly(Sheet& sheet, const UnitCode& unit);

[[nodiscard]] Sheet
sheetOf(const Scorecard& card, const History& history, const std::string& planDigest);
/// JSON with two spaces a level, ending in a newline.
[[nodiscard]] std::string toJson(const Sheet& sheet);
/// Errors: FileMalformed (no JSON, no scorecard, a field missing or of another type, another format).
[[nodiscard]] Result<Sheet> readSheet(std::string_view json);

/// A cell of a CSV: quoted where needed; what a spreadsheet would take for a formula (= + - @, tab) gets a leading apostrophe,
/// unless it is a number.
[[nodiscard]] std::string csvCell(const std::string& text);
/// UTF-8 with a mark in front, CRLF; `heads` are the names of unit, then of all figures in the order of Figure, then of score and
/// rank; `unitName` says how a unit is called.
[[nodiscard]] std::string toCsv(
    const Sheet& sheet,
    const std::vector<std::string>& heads,
    const std::function<std::string(const UnitCode&)>& unitName);

struct Difference
{
    UnitCode unit;
    std::string figure;
    bool isStated = false; ///< false: the file does not say
    bool isMade = false;   ///< false: not made any more
    std::optional<std::int64_t> stated;
    std::optional<std::int64_t> made;
};

struct Comparison
{
    std::size_t agreed = 0;
    std::vector<Difference> differences; ///< by unit and name
    bool isOtherPlan = false;            ///< both digests are known and differ
    bool isOtherLog = false; ///< entries up to the same number differ, or are of another operation

    [[nodiscard]] bool isSame() const { return differences.empty() && !isOtherLog; }
};

/// What a file states against what was made anew from the log.
[[nodiscard]] Comparison compare(const Sheet& stated, const Sheet& made);

} // namespace sz::report
