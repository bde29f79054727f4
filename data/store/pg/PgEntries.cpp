// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/pg/PgEntries.h"

namespace sz::store {

std::vector<NumberedEntry> readEntries(const PgRows& rows)
{
    std::vector<NumberedEntry> entries;
    entries.reserve(static_cast<std::size_t>(rows.count()));
    for (int row = 0; row < rows.count(); ++row) {
        entries.push_back(
            {rows.number(row, 0),
             rows.text(row, 1),
             DeskId(rows.text(row, 2)),
             rows.number(row, 3),
             rows.digest(row, 4),
             rows.instant(row, 5),
             static_cast<std::uint32_t>(rows.integer(row, 6)),
             {static_cast<log::SubjectKind>(rows.integer(row, 7)), rows.text(row, 8)},
             rows.bytes(row, 9)});
    }
    return entries;
}

} // namespace sz::store
