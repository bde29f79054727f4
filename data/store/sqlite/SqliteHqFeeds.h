// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The feeds in hq.db.

#include "data/store/HqFeeds.h"

#include <memory>
#include <string>

namespace sz::store {

class SqliteFile;

class SqliteHqFeeds final : public HqFeeds
{
public:
    /// Throws SQLite::Exception when a statement cannot be prepared (HqLog::open catches it).
    explicit SqliteHqFeeds(SqliteFile& file);
    ~SqliteHqFeeds() override;

    [[nodiscard]] Result<std::map<UnitCode, FeedHead>> heads() const override;
    [[nodiscard]] Result<void>
    place(const UnitCode& unit, std::uint64_t number, const FeedHead& head) override;
    [[nodiscard]] Result<FeedPart>
    after(const UnitCode& unit, std::uint64_t seq, std::size_t maxItems, std::size_t maxBytes)
        const override;
    [[nodiscard]] Result<Digest> hashAt(const UnitCode& unit, std::uint64_t seq) const override;
    [[nodiscard]] Result<std::vector<log::FeedItem>>
    missing(const UnitCode& unit, const log::Subject& subject, std::uint64_t below) const override;

private:
    struct Statements;
    std::string m_file;
    std::unique_ptr<Statements> m_sql;
};

} // namespace sz::store
