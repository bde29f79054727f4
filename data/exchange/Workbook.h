// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Sheets as a spreadsheet program saves them, cell by cell: .xlsx (ECMA-376, ISO/IEC 29500) or text with separators.

#include "data/base/Hash.h"
#include "data/exchange/TextDecode.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace sz::exchange {

/// Bounds: a file from outside must not cost more than it can be worth.
inline constexpr std::uintmax_t kMostBookBytes = 64U << 20U; ///< of the file
inline constexpr std::size_t kMostPartBytes = 128U << 20U;   ///< of one part, unpacked
inline constexpr std::size_t kMostAllBytes = 256U << 20U;    ///< of all parts that are read
inline constexpr std::size_t kMostParts = 4'096;
inline constexpr std::size_t kMostSheets = 256;
inline constexpr std::size_t kMostCells =
    1'000'000; ///< of all sheets, those of merged areas included
inline constexpr std::uint32_t kMostRows = 1'048'576;
inline constexpr std::uint32_t kMostColumns = 16'384;

enum class CellFault : std::uint8_t {
    None,
    NoValue,    ///< a formula that was never computed; we compute none
    ErrorValue, ///< #REF!
    Damaged,    ///< characters that the encoding does not have
    OpenQuote, ///< of a text file: a quote in this line is never closed; the cell is the whole line
};

struct BookCell
{
    std::uint32_t row = 0;    ///< 0-based
    std::uint32_t column = 0; ///< 0-based
    std::string text; ///< as stored; of a number with a date's format the date: "2026-11-22 08:30"
    std::optional<double> number; ///< when it is stored as one
    CellFault fault = CellFault::None;
    bool isMerged = false; ///< stands here because an area is merged; its text is the area's
};

struct BookSheet
{
    std::string name;
    bool isHidden = false;
    std::vector<BookCell> cells; ///< by row, then column; empty ones left out

    /// Null: empty.
    [[nodiscard]] const BookCell* at(std::uint32_t row, std::uint32_t column) const;
    [[nodiscard]] const std::string& textAt(std::uint32_t row, std::uint32_t column) const;
    [[nodiscard]] std::uint32_t rows() const;    ///< one more than the last that has a cell
    [[nodiscard]] std::uint32_t columns() const; ///< the same
};

struct Workbook
{
    std::string name; ///< of the file, without folder
    Digest digest{};  ///< SHA-256 of its bytes
    std::vector<BookSheet> sheets;
    std::optional<Encoding> encoding;      ///< of text; none: .xlsx
    bool isFrom1904 = false;               ///< serial numbers count from 1904-01-01
    std::vector<std::string> outsideLinks; ///< targets outside the file, none of them opened
};

/// "B7", "AA12", of a 0-based row and column.
[[nodiscard]] std::string cellName(std::uint32_t row, std::uint32_t column);
/// 0-based, of "B" or of a number from 1; none: neither.
[[nodiscard]] std::optional<std::uint32_t> columnNamed(std::string_view name);

/// By its bytes, whatever it is called. Errors: FileUnreadable, FileTooLarge (detail: what is), FileMalformed (detail "xls": the old
/// format, or one with a password; "empty"; else what is broken). Nothing outside the file is opened, no formula computed, no
/// macro run. Thread: any, not gui.
/// Read by the confined child (data/confine): one that crashes is FileMalformed, one that wants too much memory or time
/// FileTooLarge, detail "reader …"; without sanzhen-parser FileUnreadable.
[[nodiscard]] Result<Workbook> openWorkbook(const std::filesystem::path& file);
/// In this process: for the child and for tests.
[[nodiscard]] Result<Workbook> workbookOf(std::string name, BytesView bytes);

} // namespace sz::exchange
