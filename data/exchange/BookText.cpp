// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/exchange/BookText.h"

#include <algorithm>

namespace sz::exchange {
namespace {

void putCell(std::string& out, const BookCell& cell)
{
    if (cell.fault == CellFault::NoValue || cell.fault == CellFault::ErrorValue) {
        out += kDamaged;
    }
    if (!cell.text.contains(',') && !cell.text.contains('"') && !cell.text.contains('\n')
        && !cell.text.contains('\r')) {
        out += cell.text;
        return;
    }
    out += '"';
    for (const char c : cell.text) {
        if (c == '"') {
            out += '"';
        }
        out += c == '\n' || c == '\r' ? ' ' : c;
    }
    out += '"';
}

} // namespace

std::string csvOf(const BookSheet& sheet)
{
    std::string out;
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    for (const BookCell& cell : sheet.cells) {
        for (; row < cell.row; ++row) {
            out += '\n';
            column = 0;
        }
        for (; column < cell.column; ++column) {
            out += ',';
        }
        putCell(out, cell);
    }
    if (!out.empty()) {
        out += '\n';
    }
    return out;
}

} // namespace sz::exchange
