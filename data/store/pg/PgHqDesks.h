// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The desks in PostgreSQL.

#include "data/store/HqDesks.h"
#include "data/store/pg/PgSession.h"

namespace sz::store {

/// Rows of id, unit, public_key, fingerprint, name, enrolled_ms, revoked_ms, last_counter, author.
[[nodiscard]] std::vector<DeskRecord> readDesks(const PgRows& rows);

class PgHqDesks final : public HqDesks
{
public:
    explicit PgHqDesks(PgSession& session) : m_session(session) {}

    [[nodiscard]] Result<std::vector<DeskRecord>> all() const override;
    [[nodiscard]] Result<void> add(const DeskRecord& desk) override;
    [[nodiscard]] Result<void>
    setChain(const DeskId& desk, std::uint64_t lastCounter, const Digest& author) override;
    [[nodiscard]] Result<void>
    setFingerprint(const DeskId& desk, const std::string& fingerprint) override;
    [[nodiscard]] Result<void> revoke(const DeskId& desk, Instant at) override;
    [[nodiscard]] Result<void>
    addCode(const Digest& hash, const UnitCode& unit, Instant expiresAt) override;
    [[nodiscard]] Result<std::optional<EnrolCode>> code(const Digest& hash) const override;
    [[nodiscard]] Result<void> useCode(const Digest& hash, const DeskId& desk, Instant at) override;

private:
    [[nodiscard]] Result<void> run(const char* sql, const PgArguments& arguments);

    PgSession& m_session;
};

} // namespace sz::store
