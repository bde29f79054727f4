// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// postgres-append: whole group commits of the store. Floor: COPY of the same rows into a table without index or rule.
#include "data/store/pg/PgHqLog.h"
#include "data/store/pg/PgSession.h"
#include "tests/bench/hq/HqBenches.h"
#include "tests/bench/hq/LogWriter.h"
#include "tests/support/PgServer.h"

#include <QDir>

namespace sz::bench {
namespace {

using Steady = std::chrono::steady_clock;

constexpr std::size_t kGroup = 4000; ///< what waits after one commit at 50,000 a second and 80 ms
constexpr int kGroups = 40;
constexpr int kSingles = 300;
constexpr int kWarmUp = 3;
constexpr double kGoalPerSecond = 50; // thousand

double secondsOf(Steady::duration took)
{
    return std::chrono::duration<double>(took).count();
}

/// The rows as COPY … (FORMAT binary) takes them.
class CopyText
{
public:
    CopyText()
    {
        m_bytes = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0};
    }

    void add(const store::NumberedEntry& e)
    {
        big(10, 2);
        number(e.number);
        bytes(viewOf(e.id));
        bytes(viewOf(e.desk.value));
        number(e.counter);
        bytes(e.author);
        number(static_cast<std::uint64_t>(toUtcMs(e.receivedAt)));
        number(e.serial);
        number(static_cast<std::uint64_t>(e.subject.kind));
        bytes(viewOf(e.subject.id));
        bytes(e.raw);
    }

    [[nodiscard]] const Bytes& finish()
    {
        big(0xffff, 2);
        return m_bytes;
    }

private:
    void big(std::uint64_t value, int size)
    {
        for (int shift = (size - 1) * 8; shift >= 0; shift -= 8) {
            m_bytes.push_back(static_cast<std::uint8_t>(value >> shift));
        }
    }

    void number(std::uint64_t value)
    {
        big(8, 4);
        big(value, 8);
    }

    void bytes(BytesView value)
    {
        big(value.size(), 4);
        m_bytes.insert(m_bytes.end(), value.begin(), value.end());
    }

    Bytes m_bytes;
};

/// The least one can do: one table, no index, no rule, a transaction a group.
class BareTable
{
public:
    explicit BareTable(const std::string& url) : m_link(PQconnectdb(url.c_str()), PQfinish)
    {
        command("CREATE TABLE bare (number bigint, id text, desk text, counter bigint, author "
                "bytea, received_ms bigint, "
                "serial bigint, subject_kind bigint, subject_id text, raw bytea)");
    }

    void copy(const Bytes& rows)
    {
        command("COPY bare FROM STDIN (FORMAT binary)");
        PQputCopyData(
            m_link.get(), reinterpret_cast<const char*>(rows.data()),
            static_cast<int>(rows.size()));
        PQputCopyEnd(m_link.get(), nullptr);
        while (PGresult* result = PQgetResult(m_link.get())) {
            check(result);
        }
    }

private:
    void command(const char* sql) { check(PQexec(m_link.get(), sql)); }

    void check(PGresult* result)
    {
        const ExecStatusType status = PQresultStatus(result);
        PQclear(result);
        if (status != PGRES_COMMAND_OK && status != PGRES_COPY_IN) {
            throw std::runtime_error(PQerrorMessage(m_link.get()));
        }
    }

    std::unique_ptr<PGconn, decltype(&PQfinish)> m_link;
};

/// Store and bare table, in turn, so that both meet the same minutes.
class Race
{
public:
    Race(store::HqLog& log, const plan::Plan& plan, const std::string& url, LogWriter::Feeds feeds)
        : m_writer(log, plan, OperationId("bench"), feeds), m_bare(url)
    {
    }

    [[nodiscard]] Result<void> open() { return m_writer.open(); }

    /// Seconds of each, in order of rounds.
    [[nodiscard]] Result<void>
    run(int rounds, std::size_t group, std::vector<double>& ours, std::vector<double>& bare)
    {
        for (int round = 0; round < rounds + kWarmUp; ++round) {
            const auto entries = m_writer.prepare(group);
            CopyText text;
            std::ranges::for_each(entries, [&](const auto& entry) { text.add(entry); });
            const Bytes& rows = text.finish();
            const auto start = Steady::now();
            if (auto ok = m_writer.commit(entries); !ok) {
                return ok;
            }
            const auto middle = Steady::now();
            m_bare.copy(rows);
            const auto end = Steady::now();
            if (round >= kWarmUp) {
                ours.push_back(secondsOf(middle - start));
                bare.push_back(secondsOf(end - middle));
            }
        }
        return {};
    }

private:
    LogWriter m_writer;
    BareTable m_bare;
};

double thousandsPerSecond(const std::vector<double>& seconds, std::size_t group)
{
    double sum = 0;
    std::ranges::for_each(seconds, [&](double s) { sum += s; });
    return static_cast<double>(seconds.size() * group) / sum / 1000;
}

/// Seconds of the store's commits and of the bare ones.
struct Times
{
    std::vector<double> ours;
    std::vector<double> bare;
};

Result<Times> race(
    test::PgServer& server,
    const std::filesystem::path& folder,
    const plan::Plan& plan,
    LogWriter::Feeds feeds,
    int rounds,
    std::size_t group)
{
    const std::string url = server.newDatabase();
    auto log = store::openPgHqLog(folder, url);
    if (!log) {
        return std::unexpected(log.error());
    }
    Times times;
    Race race(**log, plan, url, feeds);
    return race.open()
        .and_then([&] { return race.run(rounds, group, times.ours, times.bare); })
        .transform([&] { return std::move(times); });
}

} // namespace

Outcome postgresAppend(const Setting& setting)
{
    using enum LogWriter::Feeds;
    auto plan = plan::loadPlan(SANZHEN_SOURCE_DIR "/resources/plans/wuhan");
    if (!plan) {
        return std::unexpected(plan.error().error);
    }
    test::PgServer server;
    const auto run = [&](LogWriter::Feeds feeds, int rounds, std::size_t group) {
        return race(server, setting.folder, plan->plan, feeds, rounds, group);
    };
    const auto log = run(None, setting.count(kGroups, 2), kGroup);
    const auto whole = log ? run(OfficeAndDistrict, setting.count(kGroups, 2), kGroup) : log;
    const auto one = whole ? run(OfficeAndDistrict, setting.count(kSingles, 5), 1) : whole;
    if (!one) {
        return std::unexpected(one.error());
    }
    const auto rate = [](const char* name, const Times& times, const char* floor) {
        return Measured{
            name,
            thousandsPerSecond(times.ours, kGroup),
            "k/s",
            thousandsPerSecond(times.bare, kGroup),
            floor,
            {Goal::Of::AtLeast, kGoalPerSecond},
            times.ours.size()};
    };
    return std::vector{
        rate("postgres-append", *log, "bare COPY of the same rows, 4000 a commit"),
        rate(
            "postgres-append-feeds", *whole,
            "the same; ours sets each entry into two feeds besides"),
        Measured{
            "postgres-commit",
            median(one->ours) * 1000,
            "ms",
            median(one->bare) * 1000,
            "bare COPY of one row, median",
            {Goal::Of::Value, 10},
            one->ours.size()}};
}

} // namespace sz::bench
