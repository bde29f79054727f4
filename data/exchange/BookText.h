// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A sheet of a workbook as text with commas, so that whatever reads rows reads it, too. Private to data/exchange.

#include "data/exchange/Workbook.h"

namespace sz::exchange {

/// Line n is row n. Line breaks inside a cell become spaces; a formula without a value and an error value become a damaged cell
/// (kDamaged), which no reader takes for words.
[[nodiscard]] std::string csvOf(const BookSheet& sheet);

} // namespace sz::exchange
