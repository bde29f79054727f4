// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// hq-restart: kill -9 to a desk's welcome. Floor: the same with an empty log.
#include "tests/bench/hq/HqBenches.h"
#include "tests/bench/hq/LogWriter.h"
#include "tests/bench/hq/Staff.h"
#include "tests/unit/hq/Author.h"

#include <algorithm>
#include <print>

namespace sz::bench {
namespace {

using Steady = std::chrono::steady_clock;

constexpr std::size_t kEntries = 1'000'000;
constexpr std::size_t kQuickEntries = 2'000;
constexpr std::size_t kGroup = 10'000;
constexpr int kRounds = 7;
constexpr double kGoalMs = 1800;

/// One headquarters that is killed again and again, and a desk that waits for it.
class Patient
{
public:
    explicit Patient(const std::filesystem::path& folder)
        : m_hq(QString::fromStdString(folder.string()))
    {
    }

    [[nodiscard]] Result<void> fill(std::size_t entries, const plan::Plan& plan)
    {
        auto desks = enrolMany(m_hq, UnitCode("HQ"), 1);
        if (!desks) {
            return std::unexpected(desks.error());
        }
        m_desk.emplace(std::move(desks->front()));
        m_author.emplace(
            m_desk->answer.operation, m_desk->answer.desk, m_desk->answer.unit,
            *SigningKey::fromSeed(m_desk->key.seed()));
        auto log = store::HqLog::open(m_hq.folder().toStdString());
        if (!log) {
            return std::unexpected(log.error());
        }
        LogWriter writer(
            **log, plan, m_desk->answer.operation, LogWriter::Feeds::OfficeAndDistrict);
        if (auto ok = writer.open(); !ok) {
            return ok;
        }
        while (writer.written() < entries) {
            const std::size_t left = entries - writer.written();
            if (auto ok = writer.commit(writer.prepare(std::min(kGroup, left))); !ok) {
                return ok;
            }
        }
        m_entries = entries;
        return {};
    }

    /// Milliseconds from the kill to the welcome that names the right head.
    [[nodiscard]] Result<double> killedToServing()
    {
        if (!m_hq.isRunning()) {
            m_hq.start();
        }
        if (auto ok = push(); !ok) {
            return std::unexpected(ok.error());
        }
        const auto start = Steady::now();
        m_hq.kill();
        m_hq.start();
        test::Wire wire;
        const auto welcome = hello(wire);
        const std::chrono::duration<double, std::milli> took = Steady::now() - start;
        if (!welcome || welcome->feedHead != m_entries
            || welcome->received != m_author->written()) {
            return fail(Code::LinkDown, "headquarters came back with another log");
        }
        return took.count();
    }

private:
    [[nodiscard]] std::optional<sync::Welcome> hello(test::Wire& wire)
    {
        if (!wire.open(m_hq.port(), m_desk->credentials())) {
            return std::nullopt;
        }
        wire.send(m_desk->hello(m_author->written()));
        return wire.next<sync::Welcome>();
    }

    // So that there is something in the WAL when it dies.
    [[nodiscard]] Result<void> push()
    {
        test::Wire wire;
        if (!hello(wire)) {
            return fail(Code::LinkDown, "no welcome");
        }
        m_author->write(test::report(*test::samplePlan(), "停电"));
        wire.send(sync::Push{m_author->batch(m_author->written())});
        const auto verdicts = wire.next<sync::Verdicts>();
        if (!verdicts || verdicts->verdicts.front().kind != sync::VerdictKind::Accepted) {
            return fail(Code::LinkDown, "no verdict");
        }
        ++m_entries;
        return {};
    }

    test::HqProcess m_hq;
    std::optional<test::Enrolled> m_desk;
    std::optional<test::Author> m_author;
    std::uint64_t m_entries = 0;
};

Result<std::vector<double>> measure(Patient& patient, int rounds)
{
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        const auto ms = patient.killedToServing();
        if (!ms) {
            return std::unexpected(ms.error());
        }
        times.push_back(*ms);
    }
    return times;
}

} // namespace

Outcome hqRestart(const Setting& setting)
{
    const auto plan = test::samplePlan();
    Patient full(setting.folder / "full");
    Patient empty(setting.folder / "empty");
    const std::size_t entries = setting.isQuick ? kQuickEntries : kEntries;
    std::println(stderr, "hq-restart: writing {} entries", entries);
    auto filled = full.fill(entries, *plan).and_then([&] { return empty.fill(0, *plan); });
    if (!filled) {
        return std::unexpected(filled.error());
    }
    const int rounds = setting.count(kRounds, 1);
    const auto times = measure(full, rounds);
    const auto floor = times ? measure(empty, rounds) : times;
    if (!floor) {
        return std::unexpected(floor.error());
    }
    return std::vector{Measured{
        "hq-restart",
        std::ranges::max(*times),
        "ms",
        std::ranges::max(*floor),
        "worst with an empty log",
        {Goal::Of::Value, kGoalMs},
        times->size()}};
}

} // namespace sz::bench
