// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A surge roster as a sheet: where, how many, and of whom; one row a place.

#include "data/exchange/Workbook.h"
#include "data/model/ShiftActs.h"
#include "data/plan/Plan.h"

namespace sz::roster {

enum class LoanFault : std::uint8_t {
    NoPlace,
    NoNumber, ///< not 1 to 100,000
    TooLong,  ///< more than 120 bytes
};
struct RefusedLoan
{
    std::uint32_t row = 0; ///< as the sheet counts, from 1
    LoanFault fault = LoanFault::NoPlace;
    std::string text; ///< of the cell
};
struct LoanSheet
{
    std::vector<model::LoanPart> parts; ///< in the order of the sheet
    std::vector<RefusedLoan> refused;
    std::int64_t people = 0; ///< sum of the parts
};

/// The first sheet that is shown: columns by their heads (去向/单位 unit, 地点/网格 place, 人数 people, or English), without heads place and
/// people. A place that is a unit's name or code is the unit. Rows without anything, and sums (合计, total), are passed over.
/// Errors: MissingField (no column of people).
[[nodiscard]] Result<LoanSheet> loansOf(const exchange::Workbook& book, const plan::Plan& plan);

/// As acts of at most kMostLoanParts.
[[nodiscard]] std::vector<model::LendList> loanActs(
    const LoanSheet& sheet,
    const UnitCode& unit,
    Instant from,
    Instant until,
    const std::string& text);

} // namespace sz::roster
