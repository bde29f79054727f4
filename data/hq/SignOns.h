// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Somebody wants to sit at a desk: who, may they, is it them, and for how long.

#include "data/hq/Quota.h"
#include "data/hq/SystemDesk.h"

namespace sz::hq {

/// One try, on its way through the slow part. Holds secrets: never logged, gone when it is answered.
struct SignOnTry
{
    sync::SignOn frame;
    store::DeskRecord desk;
    std::optional<Verifier> known; ///< none: nobody of that code
    // after check():
    bool isRight = false;
    std::optional<Verifier> chosen; ///< of the new password
};

/// Thread: the engine's, but for check().
class SignOns
{
public:
    SignOns(
        Ledger& ledger,
        SystemDesk& system,
        std::shared_ptr<const plan::Plan> plan,
        OperationId operation,
        const net::Identity& authority);
    /// Grants are signed with this one's key from now on.
    void setAuthority(const net::Identity& authority);

    /// Errors: PersonLocked, Busy (too many tries of this desk). They are refusals, too.
    [[nodiscard]] Result<SignOnTry>
    begin(sync::SignOn frame, const store::DeskRecord& desk, Instant now);
    /// The slow part: tens of milliseconds and 19 MiB. Touches nothing but its argument. Thread: any.
    static void check(SignOnTry& one);
    /// Inside a transaction; the answer, or the code and detail of the refusal in it. Errors: the store's.
    [[nodiscard]] Result<sync::SignedOn> finish(const SignOnTry& one, Instant now);

private:
    [[nodiscard]] Result<sync::SignedOn> wrong(const SignOnTry& one, Instant now);
    [[nodiscard]] Result<sync::SignedOn>
    take(const SignOnTry& one, const store::PersonRecord& person, plan::Role role, Instant now);
    [[nodiscard]] Result<void>
    keepChosen(const SignOnTry& one, const store::PersonRecord& person, Instant now);

    Ledger& m_ledger;
    SystemDesk& m_system;
    std::shared_ptr<const plan::Plan> m_plan; // shared with the engine
    OperationId m_operation;
    std::optional<SigningKey> m_key;
    UlidMaker m_ids;
    std::map<DeskId, Quota> m_quotas;
};

} // namespace sz::hq
