// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/sim/Rot.h"

#include "data/base/Bytes.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <format>

namespace sz::sim {

std::uint64_t rot(const std::filesystem::path& file, const std::string& table, Random& random)
{
    SQLite::Database db(file.string(), SQLite::OPEN_READWRITE);
    const std::string key = table == "feed" ? "seq" : "number";
    const auto rows =
        db.execAndGet(std::format("SELECT count(*) FROM {} WHERE length(raw)>0", table)).getInt64();
    if (rows == 0) {
        return 0;
    }
    db.exec(std::format("DROP TRIGGER IF EXISTS {}_edit", table));
    SQLite::Statement row(
        db, std::format(
                "SELECT {}, raw FROM {} WHERE length(raw)>0 ORDER BY {} LIMIT 1 OFFSET ?", key,
                table, key));
    row.bind(1, static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(rows))));
    row.executeStep();
    const auto at = row.getColumn(0).getInt64();
    const auto* data = static_cast<const std::uint8_t*>(row.getColumn(1).getBlob());
    Bytes raw(data, data + row.getColumn(1).getBytes());
    row.reset();
    raw[static_cast<std::size_t>(random.below(raw.size()))] ^=
        static_cast<std::uint8_t>(1U << random.below(8));
    SQLite::Statement change(db, std::format("UPDATE {} SET raw = ? WHERE {} = ?", table, key));
    change.bind(1, raw.data(), static_cast<int>(raw.size()));
    change.bind(2, at);
    change.exec();
    return static_cast<std::uint64_t>(at);
}

} // namespace sz::sim
