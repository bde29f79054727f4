// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The duty people headquarters knows, what each has been granted, and who has erred too often.

#include "data/base/Secret.h"
#include "data/model/Seat.h"

namespace sz::store {

/// One duty person. Never removed: what they did stays theirs.
struct PersonRecord
{
    model::Person person; ///< isLocked is not kept here
    Verifier verifier;
    bool mustChange = false; ///< a start password
    Instant addedAt;
    std::optional<Instant> disabledAt;
};

/// One sign-on with what became of it.
struct GrantRecord
{
    model::Grant grant;
    std::optional<Instant> endedAt; ///< signed off, or somebody else signed on there
    std::uint64_t endedCounter = 0; ///< of the desk's entry that said so; 0: by headquarters
};

struct TriesRecord
{
    PersonCode person;
    DeskId desk;
    model::Tries tries;
};

/// Part of HqLog; shares its thread and transactions. Errors everywhere: those of a store (5xx, NoSpace), StoreCorrupt for
/// a row that cannot be read.
class HqPeople
{
public:
    virtual ~HqPeople() = default;

    /// In order of code.
    [[nodiscard]] virtual Result<std::vector<PersonRecord>> all() const = 0;
    /// Adds, or replaces the one with that code.
    [[nodiscard]] virtual Result<void> put(const PersonRecord& person) = 0;

    /// Those whose rights ended after `since`, in order of id.
    [[nodiscard]] virtual Result<std::vector<GrantRecord>> grants(Instant since) const = 0;
    /// Has the person ever signed on at this desk, with headquarters' consent?
    [[nodiscard]] virtual Result<bool>
    hasSignedOn(const PersonCode& person, const DeskId& desk) const = 0;
    /// Adds, or replaces the one with that id.
    [[nodiscard]] virtual Result<void> putGrant(const GrantRecord& grant) = 0;

    /// Those with wrong tries or a lock.
    [[nodiscard]] virtual Result<std::vector<TriesRecord>> tries() const = 0;
    [[nodiscard]] virtual Result<void> putTries(const TriesRecord& tries) = 0;
};

} // namespace sz::store
