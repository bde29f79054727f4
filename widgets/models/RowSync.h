// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Turns one list of values into another by single inserts, removals and moves, so that views keep their place.

#include <algorithm>
#include <vector>

namespace sz::widgets {

/// `Ops` gives insert(row, value), remove(row) and move(from, to), each of which changes `current` and tells the views.
/// Keys are unique within each list. Values of kept rows are not touched: compare them afterwards.
template <class T, class Key, class Ops>
void syncRows(const std::vector<T>& current, const std::vector<T>& wanted, Key key, Ops&& ops)
{
    const auto rowOf = [&key](const std::vector<T>& rows, const T& value) {
        return std::ranges::find_if(rows, [&](const T& row) { return key(row) == key(value); })
               - rows.begin();
    };
    for (auto row = std::ssize(current) - 1; row >= 0; --row) {
        if (rowOf(wanted, current[static_cast<std::size_t>(row)]) == std::ssize(wanted)) {
            ops.remove(static_cast<int>(row));
        }
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const auto at = rowOf(current, wanted[i]);
        if (at == std::ssize(current)) {
            ops.insert(static_cast<int>(i), wanted[i]);
        } else if (at != static_cast<std::ptrdiff_t>(i)) {
            ops.move(
                static_cast<int>(at),
                static_cast<int>(i)); // always upwards: rows before i are settled
        }
    }
}

} // namespace sz::widgets
