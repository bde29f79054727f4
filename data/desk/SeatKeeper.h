// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Who sits at this desk, with headquarters or without: the directory, the grant, the cached verifiers, the tries.

#include "data/desk/DeskValues.h"
#include "data/model/RefusalBook.h"
#include "data/store/DeskLog.h"
#include "data/sync/SeatFrames.h"

#include <map>

namespace sz::desk {

/// Remembers all of it in log.db, so that a restart without headquarters changes nothing. Thread: store. Errors: the
/// store's, beside those named.
class SeatKeeper
{
public:
    SeatKeeper(const DeskOptions& options, store::DeskLog& log);

    /// Reads what the desk remembers. A grant that is over, or not genuine, is forgotten.
    [[nodiscard]] Result<void> load(Instant now);

    [[nodiscard]] const SeatStatus& status() const { return m_status; }
    /// Null: nobody, or nobody is needed.
    [[nodiscard]] const model::Grant* grant() const;
    /// May anything be done here now? Errors: SignOnNeeded, GrantExpired.
    [[nodiscard]] Result<void> mayAct(Instant now) const;

    /// Headquarters told who may sign on. `hasAllBeenTold`: it knows of everything that happened here, so its word on locks
    /// stands.
    [[nodiscard]] Result<void> take(const sync::People& people, bool hasAllBeenTold);
    /// A person is asked for here while headquarters looks at the password.
    void begin(const sync::SignOn& asked);
    void abandon(const Error& why);
    [[nodiscard]] bool isWaiting() const { return m_asked.has_value(); }
    /// Headquarters' answer to what was begun. Errors: its codes, BadSignature.
    [[nodiscard]] Result<model::Grant> take(const sync::SignedOn& answer);
    /// Without headquarters. Errors: SignOnNeeded (never signed on here before), SignOnWrong, PersonLocked, PostNotYours.
    [[nodiscard]] Result<model::Grant> signOnOffline(const sync::SignOn& asked, Instant now);
    [[nodiscard]] Result<void> leave();
    /// Headquarters does not accept who sits here.
    [[nodiscard]] Result<void> refuse(Code code);
    [[nodiscard]] Result<void> unlock(const PersonCode& person);

private:
    [[nodiscard]] bool isGenuine(const model::SignedGrant& grant) const;
    [[nodiscard]] Result<void> keep(const model::SignedGrant& grant);
    [[nodiscard]] Result<void> remember(const PersonCode& person, const std::string& secret);
    [[nodiscard]] Result<void> wrong(const PersonCode& person, Instant now);
    [[nodiscard]] Result<void> forgetTries(const PersonCode& person);
    [[nodiscard]] Result<model::Tries> tries(const PersonCode& person) const;
    [[nodiscard]] const model::Person* person(const PersonCode& code) const;

    const DeskOptions& m_options;
    store::DeskLog& m_log;
    SeatStatus m_status;
    std::optional<sync::SignOn> m_asked;
};

} // namespace sz::desk
