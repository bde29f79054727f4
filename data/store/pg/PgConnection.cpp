// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/pg/PgConnection.h"

#include <array>
#include <format>
#include <string_view>

namespace sz::store {
namespace {

// What a headquarters that hangs may cost the others (less than the silence a desk puts up with), and
// that "committed" means on disk.
constexpr auto kSettings = R"(
SET synchronous_commit = on;
SET lock_timeout = '4s';
SET idle_in_transaction_session_timeout = '6s';
SET default_transaction_isolation = 'read committed';
SET client_min_messages = warning)";
constexpr auto kIsDurable =
    "SELECT current_setting('fsync') || current_setting('full_page_writes')";

using ResultPtr = std::unique_ptr<PGresult, decltype(&PQclear)>;

ResultPtr owned(PGresult* result)
{
    return {result, PQclear};
}

std::string oneLine(const char* message)
{
    std::string out = message == nullptr ? "" : message;
    for (char& c : out) {
        c = c == '\n' ? ' ' : c;
    }
    while (out.ends_with(' ')) {
        out.pop_back();
    }
    return out;
}

Code codeOf(std::string_view state)
{
    if (state == "53100") {
        return Code::NoSpace;
    }
    if (state.starts_with("58")) {
        return Code::Io;
    }
    if (state == "XX001" || state == "XX002") {
        return Code::StoreCorrupt;
    }
    if (state == "55P03" || state == "57014" || state == "40P01" || state == "40001") {
        return Code::StoreLocked;
    }
    return Code::StoreWrite;
}

bool isGood(const PGresult* result)
{
    const ExecStatusType status = PQresultStatus(result);
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

std::string whereOf(const PGconn* link)
{
    const auto text = [](const char* part) { return std::string(part == nullptr ? "" : part); };
    return std::format("postgresql://{}/{}", text(PQhost(link)), text(PQdb(link)));
}

} // namespace

PgConnection::PgConnection(PGconn* link) : m_link(link), m_where(whereOf(link)) {}

PgConnection::~PgConnection() = default;

Result<std::unique_ptr<PgConnection>> PgConnection::open(const std::string& url)
{
    constexpr std::array kWords{"dbname",           "connect_timeout",
                                "client_encoding",  "application_name",
                                "tcp_user_timeout", static_cast<const char*>(nullptr)};
    const std::array kValues{url.c_str(),  "3",     "UTF8",
                             "sanzhen-hq", "10000", static_cast<const char*>(nullptr)};
    std::unique_ptr<PgConnection> made(
        new PgConnection(PQconnectdbParams(kWords.data(), kValues.data(), 1)));
    if (!made->isUp()) {
        return std::unexpected(made->error(nullptr));
    }
    return made->setUp().transform([&] { return std::move(made); });
}

Result<void> PgConnection::setUp()
{
    PQsetNoticeProcessor(m_link.get(), [](void*, const char*) {}, nullptr);
    return runText(kSettings)
        .and_then([&] { return run(kIsDurable); })
        .and_then([&](const PgRows& rows) -> Result<void> {
            if (rows.text(0, 0) != "onon") {
                return fail(
                    Code::StoreOpen, "the server runs without fsync or full_page_writes", m_where);
            }
            return {};
        });
}

bool PgConnection::isUp() const
{
    return PQstatus(m_link.get()) == CONNECTION_OK;
}

bool PgConnection::isInTransaction() const
{
    const PGTransactionStatusType status = PQtransactionStatus(m_link.get());
    return status == PQTRANS_INTRANS || status == PQTRANS_INERROR;
}

Error PgConnection::error(const PGresult* result) const
{
    const char* state = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_SQLSTATE);
    if (!isUp() || state == nullptr) {
        return {Code::StoreOpen, oneLine(PQerrorMessage(m_link.get())), m_where};
    }
    const char* message = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    return {codeOf(state), std::format("{} (SQLSTATE {})", oneLine(message), state), m_where};
}

Result<const char*> PgConnection::prepared(const char* sql, const PgArguments& arguments)
{
    if (const auto it = m_names.find(sql); it != m_names.end()) {
        return it->second.c_str();
    }
    const std::string name = std::format("s{}", m_names.size());
    const auto result = owned(
        PQprepare(m_link.get(), name.c_str(), sql, arguments.count(), arguments.types().data()));
    if (!isGood(result.get())) {
        return std::unexpected(error(result.get()));
    }
    return m_names.emplace(sql, name).first->second.c_str();
}

Result<PgRows> PgConnection::run(const char* sql, const PgArguments& arguments)
{
    return prepared(sql, arguments).and_then([&](const char* name) -> Result<PgRows> {
        auto result = owned(PQexecPrepared(
            m_link.get(), name, arguments.count(), arguments.pointers().data(),
            arguments.lengths().data(), arguments.formats().data(), 1));
        if (!isGood(result.get())) {
            return std::unexpected(error(result.get()));
        }
        return PgRows(result.release());
    });
}

Result<void> PgConnection::runText(const std::string& sql)
{
    const auto result = owned(PQexec(m_link.get(), sql.c_str()));
    if (!isGood(result.get())) {
        return std::unexpected(error(result.get()));
    }
    return {};
}

Result<void> PgConnection::copyIn(const char* sql, const Bytes& rows)
{
    const auto begun = owned(PQexec(m_link.get(), sql));
    if (PQresultStatus(begun.get()) != PGRES_COPY_IN) {
        return std::unexpected(error(begun.get()));
    }
    const bool isSent =
        PQputCopyData(
            m_link.get(), reinterpret_cast<const char*>(rows.data()), static_cast<int>(rows.size()))
            == 1
        && PQputCopyEnd(m_link.get(), nullptr) == 1;
    Result<void> done = isSent ? Result<void>{} : std::unexpected(error(nullptr));
    while (const auto result = owned(PQgetResult(m_link.get()))) {
        if (done && !isGood(result.get())) {
            done = std::unexpected(error(result.get()));
        }
    }
    return done;
}

Result<void> PgConnection::runAll(const std::vector<PgStep>& steps)
{
    if (auto ready = prepareAll(steps); !ready) {
        return ready;
    }
    if (PQenterPipelineMode(m_link.get()) != 1) {
        return std::unexpected(error(nullptr));
    }
    auto done = sendAll(steps).and_then([&] { return readAll(steps.size()); });
    PQexitPipelineMode(m_link.get());
    return done;
}

Result<void> PgConnection::prepareAll(const std::vector<PgStep>& steps)
{
    for (const PgStep& step : steps) {
        if (auto name = prepared(step.sql, step.arguments); !name) {
            return std::unexpected(name.error());
        }
    }
    return {};
}

Result<void> PgConnection::sendAll(const std::vector<PgStep>& steps)
{
    for (const auto& [sql, arguments] : steps) {
        const int sent = PQsendQueryPrepared(
            m_link.get(), m_names.at(sql).c_str(), arguments.count(), arguments.pointers().data(),
            arguments.lengths().data(), arguments.formats().data(), 1);
        if (sent != 1) {
            return std::unexpected(error(nullptr));
        }
    }
    if (PQpipelineSync(m_link.get()) != 1) {
        return std::unexpected(error(nullptr));
    }
    return {};
}

// Each statement answers with its result and a null; after an error the rest say "aborted"; the sync
// comes last, so that the connection is in step again.
Result<void> PgConnection::readAll(std::size_t steps)
{
    Result<void> done;
    for (std::size_t i = 0; i < steps; ++i) {
        const auto result = owned(PQgetResult(m_link.get()));
        if (done && !isGood(result.get())) {
            done = std::unexpected(error(result.get()));
        }
        if (result == nullptr) {
            return done; // the link is gone
        }
        PQclear(PQgetResult(m_link.get()));
    }
    PQclear(PQgetResult(m_link.get()));
    return done;
}

Result<bool> PgConnection::wasNotified()
{
    if (PQconsumeInput(m_link.get()) != 1) {
        return std::unexpected(error(nullptr));
    }
    bool was = false;
    while (PGnotify* notice = PQnotifies(m_link.get())) {
        was = true;
        PQfreemem(notice);
    }
    return was;
}

} // namespace sz::store
