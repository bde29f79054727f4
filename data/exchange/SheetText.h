// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A sheet of rows as a file holds it: text, separator, head. Nothing is known of what its rows mean.

#include "data/base/Hash.h"
#include "data/exchange/TextDecode.h"

#include <filesystem>
#include <string>
#include <vector>

namespace sz::exchange {

/// Larger files are refused: 155,000 rows are about 20 MB.
inline constexpr std::uintmax_t kMostSheetBytes = 256U << 20U;
/// A quoted cell of more bytes is a quote that somebody forgot to close.
inline constexpr std::size_t kLongestCell = 16 * 1024;

struct SheetText
{
    std::string name; ///< of the file, without folder
    Digest digest{};  ///< SHA-256 of its bytes
    std::string part; ///< of a workbook: the name of the sheet that was taken
    std::string text; ///< UTF-8; of a workbook its sheet as text with commas, line n is row n
    std::optional<Encoding> encoding; ///< none: .xlsx
    char separator = ',';             ///< , ; or tab
    std::vector<std::string> head;
    int headLine = 1;        ///< 1-based; titles may stand above
    std::size_t bodyAt = 0;  ///< offset of the first row below the head
    int bodyLine = 2;        ///< its line
    std::uint64_t lines = 0; ///< from the head on: not fewer than there are rows
    std::vector<std::vector<std::string>> sample; ///< the first rows below the head, at most 20
};

/// Reads it whole; a workbook is read by the confined child. Of a workbook (.xlsx) the visible sheet whose head is best recognised is taken, the first of several alike.
/// Errors: FileUnreadable, FileTooLarge, FileMalformed (detail "xls": the old format or one with a password, save it as .xlsx;
/// "empty"; else what is broken in a workbook). Thread: any, not gui.
[[nodiscard]] Result<SheetText> openSheet(const std::filesystem::path& file);
/// The same from bytes, in this process.
[[nodiscard]] Result<SheetText> sheetOf(std::string name, BytesView bytes);

/// "UTF-8", "GB18030", "XLSX"
[[nodiscard]] std::string formatName(const SheetText& sheet);

} // namespace sz::exchange
