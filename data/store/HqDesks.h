// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The desks headquarters knows, and the one-time codes that make new ones.

#include "data/base/Clock.h"
#include "data/base/Hash.h"
#include "data/base/Ids.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sz::store {

class SqliteFile;

/// One enrolled console and how far its own chain is known.
struct DeskRecord
{
    DeskId id;
    UnitCode unit;
    PublicKey key{};
    std::string fingerprint; ///< hex SHA-256 of its certificate (DER); empty: it cannot connect
    std::string name;        ///< host name as told by the desk
    Instant enrolledAt;
    std::optional<Instant> revokedAt;
    std::uint64_t lastCounter = 0; ///< last own entry received, accepted or refused
    Digest author{};               ///< author chain there
};

struct EnrolCode
{
    UnitCode unit;
    Instant expiresAt;
    std::optional<Instant> usedAt;
    DeskId desk; ///< the desk enrolled with it; empty while unused
};

/// Part of HqLog; shares its file, thread and transactions. Errors everywhere: those of a store
/// (5xx, NoSpace).
class HqDesks
{
public:
    /// Throws SQLite::Exception when a statement cannot be prepared (HqLog::open catches it).
    explicit HqDesks(SqliteFile& file);
    ~HqDesks();

    /// In order of id.
    [[nodiscard]] Result<std::vector<DeskRecord>> all() const;
    /// Errors: StoreWrite when the id or the key is there already.
    [[nodiscard]] Result<void> add(const DeskRecord& desk);
    [[nodiscard]] Result<void>
    setChain(const DeskId& desk, std::uint64_t lastCounter, const Digest& author);
    [[nodiscard]] Result<void> setFingerprint(const DeskId& desk, const std::string& fingerprint);
    [[nodiscard]] Result<void> revoke(const DeskId& desk, Instant at);

    /// Codes are kept as hashes only.
    [[nodiscard]] Result<void> addCode(const Digest& hash, const UnitCode& unit, Instant expiresAt);
    [[nodiscard]] Result<std::optional<EnrolCode>> code(const Digest& hash) const;
    [[nodiscard]] Result<void> useCode(const Digest& hash, const DeskId& desk, Instant at);

private:
    struct Statements;
    std::string m_file;
    std::unique_ptr<Statements> m_sql;
};

} // namespace sz::store
