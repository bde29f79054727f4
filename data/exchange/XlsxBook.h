// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// .xlsx: XML parts in a ZIP file. Private to data/exchange.

#include "data/exchange/Workbook.h"

namespace sz::exchange {

/// As workbookOf(), of bytes that begin like a ZIP file.
[[nodiscard]] Result<Workbook> xlsxBook(BytesView bytes);

/// Text of a stored date, "2026-11-22" or "2026-11-22 08:30"; of less than a day "08:30". None: no date that a sheet can hold.
[[nodiscard]] std::optional<std::string> serialText(double serial, bool isFrom1904);
/// Does a number format (ECMA-376 18.8.30) show a date or a time?
[[nodiscard]] bool isDateFormat(std::string_view format);

} // namespace sz::exchange
