// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The little that makes prepared statements short to use: named values in, typed columns out.

#include "data/base/Bytes.h"
#include "data/base/Clock.h"
#include "data/base/Hash.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

namespace sz::store {

/// One run of a prepared statement: binds by name, resets the statement when it ends. Throws
/// SQLite::Exception.
class Run
{
public:
    explicit Run(SQLite::Statement& statement) : m_statement(statement) {}

    ~Run() { m_statement.tryReset(); }

    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;

    Run& with(const char* name, std::int64_t value);
    Run& with(const char* name, std::uint64_t value);

    Run& with(const char* name, Instant value) { return with(name, toUtcMs(value)); }

    Run& with(const char* name, const std::string& value);
    Run& with(const char* name, BytesView value);
    Run& withNull(const char* name);

    /// For statements without rows.
    void exec() { m_statement.exec(); }

    [[nodiscard]] bool next() { return m_statement.executeStep(); }

    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::uint64_t count(int column) const;

    [[nodiscard]] Instant instant(int column) const { return fromUtcMs(integer(column)); }

    [[nodiscard]] bool isNull(int column) const { return m_statement.isColumnNull(column); }

    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] Bytes bytes(int column) const;
    /// Zeros when the stored value has another length.
    [[nodiscard]] Digest digest(int column) const;

private:
    SQLite::Statement& m_statement;
};

} // namespace sz::store
