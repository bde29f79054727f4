// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Keys of sealed contacts, kept beside the log and destroyed at their end: the one thing in the house that is ever deleted.

#include "data/base/Clock.h"
#include "data/base/Ids.h"
#include "data/base/Result.h"
#include "data/vault/Aead.h"

#include <memory>
#include <optional>

namespace sz::store {

struct ContactKey
{
    ContactId contact;
    IncidentId incident;
    DeskId desk; ///< that sealed it
    Instant until;
    std::shared_ptr<const vault::SecretKey> key; // shared: keys are not copied
    bool isConfirmed = false;                    ///< at a desk: headquarters has it, too
};

/// Thread: one. Errors everywhere: those of a store (5xx, NoSpace, Io).
class ContactKeys
{
public:
    virtual ~ContactKeys() = default;
    /// Durable when it returns. One that is there already stays as it is.
    [[nodiscard]] virtual Result<void> put(const ContactKey& key) = 0;
    /// Nothing when there is none (any more).
    [[nodiscard]] virtual Result<std::optional<ContactKey>> find(const ContactId& contact) = 0;
    /// Destroys those whose time has come, so that their bytes are in none of the store's files; returns how many. What
    /// could not be finished is finished by the next call.
    [[nodiscard]] virtual Result<std::uint64_t> expire(Instant now) = 0;
};

} // namespace sz::store
