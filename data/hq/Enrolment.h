// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How a console becomes a desk of the operation: a printed one-time code for a certificate over the
// desk's own key.

#include "data/hq/Ledger.h"
#include "data/net/Authority.h"

#include <string>
#include <unordered_map>

namespace sz::hq {

/// Codes that were tried in vain, by host, so that nobody guesses them.
class AttemptLimit
{
public:
    static constexpr std::size_t kMost = 5;
    static constexpr Minutes kWindow{1};

    [[nodiscard]] bool isOver(const std::string& host, Instant now);
    void count(const std::string& host, Instant now);

private:
    std::unordered_map<std::string, std::vector<Instant>> m_failures;
};

/// A code "XXXX-XXXX-XXXX" (60 random bits, Crockford base 32) for one desk of a unit; only its hash is
/// kept. Errors: the store's.
[[nodiscard]] Result<std::string>
makeEnrolCode(store::HqDesks& desks, const UnitCode& unit, Instant expiresAt);

/// Thread: the engine's.
class Enrolment
{
public:
    /// `certificateClock`: what dates certificates; the system's but in tests, whatever day a drill plays.
    Enrolment(
        store::HqLog& log,
        Ledger& ledger,
        OperationId operation,
        net::Identity authority,
        const Clock& certificateClock);

    /// Errors: Busy (too many wrong codes from this host), EnrolCodeBad (unknown, used, or no proof
    /// of the key), EnrolCodeExpired, LinkRefused (the key belongs to another desk), and the
    /// store's. The desk that has used a code gets its answer again, for the first may have been
    /// lost.
    [[nodiscard]] Result<sync::Enrolled>
    enrol(const sync::Enrol& request, const std::string& host, Instant now);

    /// A new certificate over the key the desk was registered with. Errors: BadCertificate, and the store's.
    [[nodiscard]] Result<sync::Renewed> renew(const store::DeskRecord& desk);
    /// From here on this one signs. The PEM begins with its certificate; former ones, still trusted, may follow.
    void setAuthority(net::Identity authority) { m_authority = std::move(authority); }
    [[nodiscard]] const net::Identity& authority() const { return m_authority; }
    [[nodiscard]] Instant certificateNow() const { return m_certificateClock.now(); }

private:
    [[nodiscard]] Result<store::EnrolCode>
    validCode(const Digest& hash, const sync::Enrol& request, Instant now);
    [[nodiscard]] Result<DeskId> deskFor(const store::EnrolCode& code, const PublicKey& key) const;
    [[nodiscard]] DeskId freeId(const UnitCode& unit) const;
    [[nodiscard]] Result<void>
    write(const store::DeskRecord& desk, const Digest& code, Instant now);
    [[nodiscard]] Result<sync::Enrolled> issue(
        const DeskId& id,
        const store::EnrolCode& code,
        const Digest& hash,
        const sync::Enrol& request,
        Instant now);

    store::HqLog& m_log;
    Ledger& m_ledger;
    OperationId m_operation;
    net::Identity m_authority;
    const Clock& m_certificateClock;
    AttemptLimit m_limit;
};

/// What a desk signs to show that it holds its key: "sanzhen enrol 1" ‖ code as sent.
[[nodiscard]] Bytes enrolProof(const std::string& code);

} // namespace sz::hq
