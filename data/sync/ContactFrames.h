// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Keys of sealed contacts over the session: all of them frame 19, told apart by key 1.

#include "data/base/Clock.h"
#include "data/base/Ids.h"
#include "data/base/Result.h"
#include "data/log/Cbor.h"

#include <optional>
#include <variant>
#include <vector>

namespace sz::sync {

/// Desk → headquarters: keep these keys. Each belongs to a contact that this desk sealed in an entry headquarters holds.
struct KeepContactKeys
{
    struct One
    {
        ContactId contact;
        IncidentId incident;
        Bytes key; ///< 32
    };
    std::vector<One> keys; ///< at most kMaxContactKeys
};
inline constexpr std::size_t kMaxContactKeys = 64;

/// Headquarters → desk: these are kept. Of the others it knows no entry (yet): send them again later.
struct ContactKeysKept
{
    std::vector<ContactId> contacts;
};

/// Desk → headquarters: the key of this contact, please; the entry that tells of it is in the log.
struct AskContactKey
{
    ContactId contact;
    IncidentId incident;
    std::string opening; ///< ULID text of this desk's ContactOpened
};

/// Headquarters → desk. Codes: ContactExpired, NotFound (its desk has not sent it yet), NotAllowed, Busy.
struct ContactKeyGiven
{
    ContactId contact;
    Bytes key; ///< 32; empty when `code` says why not
    Code code = Code::Internal;
};

using ContactFrame = std::variant<KeepContactKeys, ContactKeysKept, AskContactKey, ContactKeyGiven>;

[[nodiscard]] log::Fields packContact(const KeepContactKeys& frame);
[[nodiscard]] log::Fields packContact(const ContactKeysKept& frame);
[[nodiscard]] log::Fields packContact(const AskContactKey& frame);
[[nodiscard]] log::Fields packContact(const ContactKeyGiven& frame);
/// Nothing: of a kind this version does not know. Marks wrong fields in the reader.
[[nodiscard]] std::optional<ContactFrame> readContactFrame(log::FieldReader& in);

} // namespace sz::sync
