// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Cells of one worksheet part. Private to data/exchange.

#include "data/exchange/Workbook.h"
#include "data/exchange/XlsxParts.h"

namespace sz::exchange {

/// What all sheets of a book share.
struct XlsxShared
{
    std::vector<std::string> texts;
    std::vector<bool> isDate; ///< of each cell format
    bool isFrom1904 = false;
};

[[nodiscard]] std::vector<std::string> sharedTexts(pugi::xml_node root);
[[nodiscard]] std::vector<bool> dateStyles(pugi::xml_node root);
[[nodiscard]] bool isFrom1904(pugi::xml_node workbook);

/// By row, then column; merged areas filled with what stands at their first cell, within the rows and columns that are used.
/// Errors: FileTooLarge ("cells"), FileMalformed (a cell's name).
[[nodiscard]] Result<std::vector<BookCell>>
sheetCells(pugi::xml_node root, const XlsxShared& shared, std::size_t most);

} // namespace sz::exchange
