// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A CSV text of which two columns are to be replaced and every other byte kept.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sz::ctl {

/// Points into the text it was cut from.
struct PointRow
{
    int line = 0;                        ///< 1-based
    std::string_view text;               ///< the record without its line end
    std::string_view end;                ///< "\n", "\r\n" or nothing
    std::vector<std::string_view> cells; ///< with their quotes and spaces
};

struct PointTable
{
    std::string_view mark; ///< a byte order mark, or nothing
    PointRow head;
    std::vector<PointRow> rows; ///< blank ones, too: without cells
    char separator = ',';
    std::size_t first = 0;  ///< column of longitude or east
    std::size_t second = 0; ///< column of latitude or north
};

/// Why a text is no such table.
enum class TableFault {
    Empty,
    Utf16,
    NoPair,    ///< no two columns with known names
    Ambiguous, ///< x and y only: surveyors mean north and east by them, programs east and north
    OpenQuote,
};

/// Cut at commas, semicolons or tabs, whichever the head has. UTF-8 or GBK; quotes as in RFC 4180.
[[nodiscard]] std::optional<PointTable> cutTable(std::string_view text, TableFault& why);
/// What a cell says: without quotes and spaces around.
[[nodiscard]] std::string cellText(std::string_view cell);

} // namespace sz::ctl
