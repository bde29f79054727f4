// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The desks headquarters knows, and the one-time codes that make new ones.

#include "data/base/Clock.h"
#include "data/base/Hash.h"
#include "data/base/Ids.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sz::store {

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

/// Part of HqLog; shares its thread and transactions. Errors everywhere: those of a store (5xx,
/// NoSpace).
class HqDesks
{
public:
    virtual ~HqDesks() = default;

    /// In order of id.
    [[nodiscard]] virtual Result<std::vector<DeskRecord>> all() const = 0;
    /// Errors: StoreWrite when the id or the key is there already.
    [[nodiscard]] virtual Result<void> add(const DeskRecord& desk) = 0;
    [[nodiscard]] virtual Result<void>
    setChain(const DeskId& desk, std::uint64_t lastCounter, const Digest& author) = 0;
    [[nodiscard]] virtual Result<void>
    setFingerprint(const DeskId& desk, const std::string& fingerprint) = 0;
    [[nodiscard]] virtual Result<void> revoke(const DeskId& desk, Instant at) = 0;

    /// Codes are kept as hashes only.
    [[nodiscard]] virtual Result<void>
    addCode(const Digest& hash, const UnitCode& unit, Instant expiresAt) = 0;
    [[nodiscard]] virtual Result<std::optional<EnrolCode>> code(const Digest& hash) const = 0;
    [[nodiscard]] virtual Result<void>
    useCode(const Digest& hash, const DeskId& desk, Instant at) = 0;
};

} // namespace sz::store
