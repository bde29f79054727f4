// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The desks in hq.db.

#include "data/store/HqDesks.h"

#include <memory>

namespace sz::store {

class SqliteFile;

class SqliteHqDesks final : public HqDesks
{
public:
    /// Throws SQLite::Exception when a statement cannot be prepared (HqLog::open catches it).
    explicit SqliteHqDesks(SqliteFile& file);
    ~SqliteHqDesks() override;

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
    struct Statements;
    std::string m_file;
    std::unique_ptr<Statements> m_sql;
};

} // namespace sz::store
