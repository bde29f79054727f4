// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One connection to PostgreSQL: statements prepared once, many at a time in one round trip.

#include "data/store/pg/PgValues.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace sz::store {

/// A statement with its arguments. `sql` is a constant that outlives the connection.
struct PgStep
{
    const char* sql;
    PgArguments arguments;
};

/// Errors everywhere: StoreOpen (not reachable, or the connection is lost: `isUp()` is false then),
/// StoreLocked (waited too long for somebody), NoSpace, Io, StoreCorrupt, StoreWrite; the detail
/// carries the SQLSTATE, `where` names the database without its password. Thread: one.
class PgConnection
{
public:
    /// Connects within 3 s and sets what we rely on: durable commits, UTF-8, an end to waiting (4 s
    /// for a lock, 6 s idle in a transaction). Refuses a server that runs without fsync.
    [[nodiscard]] static Result<std::unique_ptr<PgConnection>> open(const std::string& url);
    ~PgConnection();
    PgConnection(const PgConnection&) = delete;
    PgConnection& operator=(const PgConnection&) = delete;

    /// Runs one statement to its end.
    [[nodiscard]] Result<PgRows> run(const char* sql, const PgArguments& arguments = {});
    /// Runs all in one round trip; the first that fails is told, those after it are not run.
    [[nodiscard]] Result<void> runAll(const std::vector<PgStep>& steps);
    /// Runs a "COPY … FROM STDIN (FORMAT binary)" with these rows.
    [[nodiscard]] Result<void> copyIn(const char* sql, const Bytes& rows);
    /// Runs text that is no constant and may hold several statements (migrations).
    [[nodiscard]] Result<void> runText(const std::string& sql);

    [[nodiscard]] bool isUp() const;
    /// True inside BEGIN … COMMIT, also when a statement in it has failed.
    [[nodiscard]] bool isInTransaction() const;

    /// For poll().
    [[nodiscard]] int socket() const { return PQsocket(m_link.get()); }

    /// Takes what has been notified since the last call. Errors: StoreOpen.
    [[nodiscard]] Result<bool> wasNotified();

    /// "postgresql://host/database": for messages.
    [[nodiscard]] const std::string& where() const { return m_where; }

private:
    struct Close
    {
        void operator()(PGconn* link) const { PQfinish(link); }
    };

    explicit PgConnection(PGconn* link);
    [[nodiscard]] Result<void> setUp();
    [[nodiscard]] Result<const char*> prepared(const char* sql, const PgArguments& arguments);
    [[nodiscard]] Result<void> prepareAll(const std::vector<PgStep>& steps);
    [[nodiscard]] Result<void> sendAll(const std::vector<PgStep>& steps);
    [[nodiscard]] Result<void> readAll(std::size_t steps);
    [[nodiscard]] Error error(const PGresult* result) const;

    std::unique_ptr<PGconn, Close> m_link;
    std::string m_where;
    std::map<const char*, std::string> m_names; // statements prepared on this connection
};

} // namespace sz::store
