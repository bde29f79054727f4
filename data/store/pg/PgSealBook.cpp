// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/pg/PgSealBook.h"

#include "data/store/pg/PgHqReader.h"

namespace sz::store {
namespace {

// A holder whose machine lost its power must not hold the lock for hours.
constexpr auto kSettings = "SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 2; "
                           "SET tcp_keepalives_count = 3";
constexpr auto kClaim = "INSERT INTO signed_head (key) VALUES ($1) ON CONFLICT DO NOTHING";
constexpr auto kKey = "SELECT key FROM signed_head";
// "SZSG"; one database may hold several operations, each in its schema.
constexpr auto kTake =
    "SELECT pg_try_advisory_lock(1398428487, hashtext(current_schema()))::int::bigint";
constexpr auto kLast = "SELECT size, checkpoint, heads FROM signed_head";
constexpr auto kPut = R"(
UPDATE signed_head SET size = $2, checkpoint = $3, heads = $4 WHERE size = $1 RETURNING size)";

SignedHead headOf(const PgRows& rows)
{
    return rows.count() == 0 ? SignedHead{}
                             : SignedHead{rows.number(0, 0), rows.text(0, 1), rows.text(0, 2)};
}

} // namespace

PgSealBook::PgSealBook(std::string url) : m_url(std::move(url)) {}

Result<PgRows> PgSealBook::ask(const char* sql, const PgArguments& arguments)
{
    if (m_link == nullptr || !m_link->isUp()) {
        m_isOurs = false;
        auto opened = PgConnection::open(m_url);
        if (!opened) {
            return std::unexpected(opened.error());
        }
        m_link = std::move(*opened);
        if (auto ok = m_link->runText(kSettings); !ok) {
            return std::unexpected(ok.error());
        }
    }
    return m_link->run(sql, arguments);
}

Result<std::string> PgSealBook::key(const std::string& own)
{
    return ask(kClaim, PgArguments().with(own)).and_then([&](const PgRows&) { return knownKey(); });
}

Result<std::string> PgSealBook::knownKey()
{
    return ask(kKey).transform(
        [](const PgRows& rows) { return rows.count() == 0 ? std::string() : rows.text(0, 0); });
}

Result<bool> PgSealBook::take()
{
    if (m_isOurs && m_link->isUp()) { // whether the server still knows, put() will find out
        return true;
    }
    return ask(kTake).transform([&](const PgRows& rows) {
        m_isOurs = rows.integer(0, 0) == 1;
        return m_isOurs;
    });
}

Result<SignedHead> PgSealBook::last()
{
    return ask(kLast).transform(headOf);
}

// On the connection that has the lock, or not at all.
Result<bool> PgSealBook::put(std::uint64_t before, const SignedHead& next)
{
    if (!m_isOurs || m_link == nullptr || !m_link->isUp()) {
        m_isOurs = false;
        return false;
    }
    PgArguments arguments;
    arguments.with(before).with(next.size).with(next.checkpoint).with(next.heads);
    return m_link->run(kPut, arguments).transform([](const PgRows& rows) {
        return rows.count() == 1;
    });
}

Result<std::pair<std::string, SignedHead>> readSignedHead(const std::string& url)
{
    PgSealBook book(url);
    return book.knownKey().and_then([&](const std::string& key) {
        return book.last().transform([&](const SignedHead& head) { return std::pair{key, head}; });
    });
}

Result<void> writeSignedHead(const std::string& url, const std::string& key, const SignedHead& head)
{
    PgSealBook book(url);
    return book.key(key)
        .and_then([&](const std::string&) { return book.take(); })
        .and_then([&](bool) { return book.put(0, head); })
        .and_then([](bool isPut) -> Result<void> {
            return isPut ? Result<void>() : fail(Code::Busy, "something has been signed there");
        });
}

} // namespace sz::store
