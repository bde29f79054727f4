// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Rows of a sheet that cannot be taken: where, which field, why, and the row itself, so that nothing is lost.

#include "data/exchange/SheetColumns.h"
#include "data/exchange/SheetText.h"
#include "data/plan/files/FaultList.h"

namespace sz::exchange {

enum class Refusal : std::uint8_t {
    Empty, ///< of a field that must be there
    TooLong,
    UnknownUnit,
    AmbiguousUnit, ///< the name of two units
    NotADate,
    NoLimit,      ///< neither in the row nor an end of the campaign
    Twice,        ///< the key stands in an earlier row
    Damaged,      ///< characters that the encoding does not have
    Unclosed,     ///< a quotation mark is never closed
    TooManyCells, ///< more than the head
};

struct RefusedRow
{
    std::uint64_t line = 0; ///< of the file, 1-based
    std::uint64_t row = 0;  ///< below the head, 1-based
    Refusal why = Refusal::Empty;
    std::optional<SheetField> field; ///< none: the row as a whole
    std::string value;               ///< of the cell, shortened
    std::uint64_t other = 0;         ///< Twice: line where it stands first
    std::string raw;                 ///< the row as it stands in the file, in UTF-8
};

/// Why, in one sentence of each language, without line and field.
[[nodiscard]] plan::Sentence sentenceOf(const RefusedRow& row);

/// The head and these rows as a sheet to correct and import again: UTF-8 with byte order mark, commas, one more column with the
/// reason (`isChinese`: in which language).
[[nodiscard]] std::string
refusedSheet(const SheetText& sheet, const std::vector<RefusedRow>& rows, bool isChinese);

} // namespace sz::exchange
