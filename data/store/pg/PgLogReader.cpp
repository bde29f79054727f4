// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/pg/PgLogReader.h"

#include "data/store/pg/PgSession.h"

namespace sz::store {

Result<void> eachPgEntry(
    const std::string& url,
    const std::function<void(std::uint64_t number, BytesView raw)>& visit)
{
    constexpr auto kPage =
        "SELECT number, raw FROM entry WHERE number > $1 ORDER BY number LIMIT 5000";
    PgSession session(url);
    std::uint64_t last = 0;
    while (true) {
        const auto rows =
            session.ensure().and_then([&] { return session.ask(kPage, PgArguments().with(last)); });
        if (!rows) {
            return std::unexpected(rows.error());
        }
        for (int row = 0; row < rows->count(); ++row) {
            last = rows->number(row, 0);
            visit(last, rows->bytes(row, 1));
        }
        if (rows->count() == 0) {
            return {};
        }
    }
}

} // namespace sz::store
