// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What an index needs of an entry, read without making a value of the rest: a million of them are gone through at once.

#include "data/log/Entry.h"

#include <string_view>

namespace sz::log {

/// Parts of an encoded entry; the views last as long as its bytes.
struct EntryHead
{
    Ulid id;
    std::string_view desk;
    HybridTime time;
    std::uint32_t type = 0;
    std::uint32_t typeVersion = 1;
    SubjectKind kind = SubjectKind::Operation;
    std::string_view subject;
    BytesView body;
};

/// Agrees with decodeEntry on every entry that decodes; of others it may read what decodeEntry refuses. Errors: BadEncoding.
[[nodiscard]] Result<EntryHead> peekEntry(BytesView raw);

} // namespace sz::log
