// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The feeds in PostgreSQL.

#include "data/store/HqFeeds.h"
#include "data/store/pg/PgSession.h"

namespace sz::store {

/// Rows of unit, seq, hash.
[[nodiscard]] std::map<UnitCode, FeedHead> readHeads(const PgRows& rows);

class PgHqFeeds final : public HqFeeds
{
public:
    explicit PgHqFeeds(PgSession& session) : m_session(session) {}

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
    PgSession& m_session;
};

} // namespace sz::store
