// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The duty people in hq.db.

#include "data/store/HqPeople.h"

#include <memory>

namespace sz::store {

class SqliteFile;

class SqliteHqPeople final : public HqPeople
{
public:
    /// Throws SQLite::Exception when a statement cannot be prepared (HqLog::open catches it).
    explicit SqliteHqPeople(SqliteFile& file);
    ~SqliteHqPeople() override;

    [[nodiscard]] Result<std::vector<PersonRecord>> all() const override;
    [[nodiscard]] Result<void> put(const PersonRecord& person) override;
    [[nodiscard]] Result<std::vector<GrantRecord>> grants(Instant since) const override;
    [[nodiscard]] Result<bool>
    hasSignedOn(const PersonCode& person, const DeskId& desk) const override;
    [[nodiscard]] Result<void> putGrant(const GrantRecord& grant) override;
    [[nodiscard]] Result<std::vector<TriesRecord>> tries() const override;
    [[nodiscard]] Result<void> putTries(const TriesRecord& tries) override;

private:
    struct Statements;
    std::string m_file;
    std::unique_ptr<Statements> m_sql;
};

} // namespace sz::store
