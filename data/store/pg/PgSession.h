// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the parts of the PostgreSQL store share: one connection that comes back, one transaction at a time that
// holds the head row, and the rows that wait for its commit.

#include "data/store/pg/PgConnection.h"

#include <optional>

namespace sz::store {

/// Rows of one table that are sent together.
class PgBulk
{
public:
    /// `copy`: "COPY … (FORMAT binary)" with the same columns, for many rows; null: never.
    PgBulk(const char* sql, std::vector<PgType> types, const char* copy = nullptr);

    template <class... Values>
    void add(const Values&... values)
    {
        std::size_t column = 0;
        (m_columns[column++].add(values), ...);
    }

    [[nodiscard]] std::size_t count() const { return m_columns.front().count(); }

    /// Null when the rows are few, or cannot be copied.
    [[nodiscard]] const char* copy() const { return count() >= kManyRows ? m_copy : nullptr; }
    /// All rows as COPY takes them.
    [[nodiscard]] Bytes copied() const;
    /// The columns as $1, $2, …
    [[nodiscard]] PgStep step() const;
    void clear();

private:
    static constexpr std::size_t kManyRows = 200; ///< below, one more round trip costs more

    const char* m_sql;
    const char* m_copy;
    std::vector<PgColumn> m_columns;
};

/// Where the head row stood.
struct PgMark
{
    std::uint64_t number = 0;
    std::uint64_t revision = 0;
};

/// Errors: those of PgConnection. Thread: one.
class PgSession
{
public:
    explicit PgSession(std::string url);
    ~PgSession();

    /// Connects when there is no connection. After a failure the next try waits a second, so that a
    /// dead host does not hold up the thread at every call.
    [[nodiscard]] Result<void> ensure();

    /// Locks the head row; nobody else commits until the end. Returns where it stood.
    [[nodiscard]] Result<PgMark> begin();
    /// Sends what waits, moves the head and tells the others. On failure nothing remains, unless the
    /// connection broke: then nobody knows.
    [[nodiscard]] Result<void> commit();
    void rollback();

    [[nodiscard]] bool isOpen() const { return m_mark.has_value(); }

    /// The revision this transaction makes.
    [[nodiscard]] std::uint64_t revision() const { return m_mark->revision + 1; }

    /// Asks. In a transaction what waits is not seen: `flush()` first where that matters. Outside
    /// of one a lost connection is tried once more.
    [[nodiscard]] Result<PgRows> ask(const char* sql, const PgArguments& arguments = {});
    /// Sends what waits.
    [[nodiscard]] Result<void> flush();
    /// Runs work that writes: inside the open transaction, or one of its own.
    template <class Work>
    [[nodiscard]] Result<void> change(Work work)
    {
        if (isOpen()) {
            return work();
        }
        auto done = begin().and_then([&](const PgMark&) { return work(); }).and_then([&] {
            return commit();
        });
        if (!done) {
            rollback();
        }
        return done;
    }

    [[nodiscard]] const std::string& where() const { return m_where; }

    PgBulk entries;
    PgBulk places;
    PgBulk batches;
    PgBulk refused;
    // Only the last value of each key is sent.
    std::map<std::string, std::pair<std::uint64_t, Digest>> heads;  ///< unit → seq, hash
    std::map<std::string, std::pair<std::uint64_t, Digest>> chains; ///< desk → counter, author
    std::map<std::int64_t, std::int64_t> serials;                   ///< day → last
    std::uint64_t lastNumber = 0; ///< of the entries that wait or were sent in this transaction

private:
    [[nodiscard]] std::vector<PgBulk*> bulks();
    void addLastOnes(std::vector<PgStep>& steps);
    [[nodiscard]] Result<void> copyMany();
    [[nodiscard]] std::vector<PgStep> waiting();
    void forget();

    std::string m_url;
    std::string m_where = "postgresql";
    std::unique_ptr<PgConnection> m_link;
    std::optional<PgMark> m_mark; ///< of the open transaction
    std::chrono::steady_clock::time_point m_notBefore;
    Error m_lastFailure;
};

} // namespace sz::store
