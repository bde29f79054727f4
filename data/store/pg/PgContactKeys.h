// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Keys of sealed contacts in PostgreSQL: shared by all headquarters.

#include "data/store/ContactKeys.h"
#include "data/store/pg/PgSession.h"

namespace sz::store {

/// What PostgreSQL deletes stays in its pages until VACUUM, and in its WAL until that is recycled (data/store/README.md).
class PgContactKeys final : public ContactKeys
{
public:
    explicit PgContactKeys(PgSession& session) : m_session(session) {}

    [[nodiscard]] Result<void> put(const ContactKey& key) override;
    [[nodiscard]] Result<std::optional<ContactKey>> find(const ContactId& contact) override;
    [[nodiscard]] Result<std::uint64_t> expire(Instant now) override;

private:
    PgSession& m_session;
};

} // namespace sz::store
