// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The duty people in PostgreSQL.

#include "data/store/HqPeople.h"
#include "data/store/pg/PgSession.h"

namespace sz::store {

class PgHqPeople final : public HqPeople
{
public:
    explicit PgHqPeople(PgSession& session) : m_session(session) {}

    [[nodiscard]] Result<std::vector<PersonRecord>> all() const override;
    [[nodiscard]] Result<void> put(const PersonRecord& person) override;
    [[nodiscard]] Result<std::vector<GrantRecord>> grants(Instant since) const override;
    [[nodiscard]] Result<bool>
    hasSignedOn(const PersonCode& person, const DeskId& desk) const override;
    [[nodiscard]] Result<void> putGrant(const GrantRecord& grant) override;
    [[nodiscard]] Result<std::vector<TriesRecord>> tries() const override;
    [[nodiscard]] Result<void> putTries(const TriesRecord& tries) override;

    /// Has anything changed after a revision?
    [[nodiscard]] Result<bool> hasChangedSince(std::uint64_t revision) const;

private:
    [[nodiscard]] Result<void> run(const char* sql, const PgArguments& arguments);

    PgSession& m_session;
};

} // namespace sz::store
