// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// fan-out-240 and desks-2000: what one act costs when many desks see it, and what a desk costs that only listens.
#include "tests/bench/hq/HqBenches.h"
#include "tests/bench/hq/LeanDesks.h"
#include "tests/bench/hq/Staff.h"
#include "tests/unit/hq/Author.h"
#include "tests/unit/net/LinkPair.h"

#include <fcntl.h>
#include <thread>
#include <unistd.h>

namespace sz::bench {
namespace {

using Steady = std::chrono::steady_clock;

constexpr std::size_t kDesks = 240;
constexpr std::size_t kManyDesks = 2000;
constexpr int kActs = 300;
constexpr int kWarmUp = 10;
constexpr double kGoalMs = 10;
constexpr double kGoalRatio = 12;
constexpr double kGoalKb = 64;
constexpr auto kPatience = std::chrono::seconds(60);
constexpr std::size_t kMessageBytes = 300;
constexpr std::size_t kSyncBytes = 4096;

double msOf(Steady::duration took)
{
    return std::chrono::duration<double, std::milli>(took).count();
}

template <class Condition>
bool until(Condition condition)
{
    const auto end = Steady::now() + kPatience;
    while (!condition()) {
        if (Steady::now() > end) {
            return false;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return true;
}

/// There and back over bare TLS and WebSocket.
class Echo
{
public:
    Echo() : m_server(m_city.server()) { m_desk.link().open(m_server.at(), m_city.desk("bench")); }

    [[nodiscard]] double roundTripMs()
    {
        const auto before = m_desk.messageCount();
        const auto start = Steady::now();
        m_desk.link().send(Bytes(kMessageBytes, 7));
        while (m_desk.messageCount() == before && Steady::now() - start < kPatience) {
            std::this_thread::yield();
        }
        return msOf(Steady::now() - start);
    }

    [[nodiscard]] bool isUp() const
    {
        return until([this] { return m_desk.ups() == 1; });
    }

private:
    test::City m_city;
    test::EchoServer m_server;
    test::Desk m_desk;
};

/// One page written over and synced, in the folder headquarters lives in.
class SyncProbe
{
public:
    explicit SyncProbe(const std::filesystem::path& file)
        : m_file(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600))
    {
        std::ignore = syncMs();
    }
    ~SyncProbe() { ::close(m_file); }
    SyncProbe(const SyncProbe&) = delete;
    SyncProbe& operator=(const SyncProbe&) = delete;

    [[nodiscard]] double syncMs()
    {
        const auto start = Steady::now();
        std::ignore = ::pwrite(m_file, m_page.data(), m_page.size(), 0);
        ::fdatasync(m_file);
        return msOf(Steady::now() - start);
    }

private:
    int m_file;
    Bytes m_page = Bytes(kSyncBytes, 7);
};

/// One who acts, and all who see it.
class Act
{
public:
    Act(const test::Enrolled& desk, std::uint16_t port)
        : m_author(
              desk.answer.operation,
              desk.answer.desk,
              desk.answer.unit,
              *SigningKey::fromSeed(desk.key.seed())),
          m_isIn(m_wire.open(port, desk.credentials()))
    {
        m_wire.send(desk.hello());
        m_isIn = m_isIn && m_wire.next<sync::Welcome>();
    }

    [[nodiscard]] bool isIn() const { return m_isIn; }

    /// Milliseconds until it reached each desk; fewer than there are desks when one did not get it.
    [[nodiscard]] std::vector<double> reach(const LeanDesks& listeners)
    {
        std::vector<int> before;
        for (std::size_t i = 0; i < listeners.size(); ++i) {
            before.push_back(listeners.frames(i));
        }
        m_author.write(test::report(*test::samplePlan(), "全体可见"));
        const sync::Push push{m_author.batch(m_author.written())};
        const auto start = Steady::now();
        m_wire.send(push);
        const bool hasReached = until([&] {
            for (std::size_t i = 0; i < listeners.size(); ++i) {
                if (listeners.frames(i) == before[i]) {
                    return false;
                }
            }
            return true;
        });
        std::vector<double> times;
        if (hasReached && m_wire.next<sync::Verdicts>()) {
            for (std::size_t i = 0; i < listeners.size(); ++i) {
                times.push_back(msOf(listeners.lastAt(i) - start));
            }
        }
        return times;
    }

private:
    test::Author m_author;
    test::Wire m_wire;
    bool m_isIn;
};

} // namespace

Outcome fanOut240(const Setting& setting)
{
    test::HqProcess hq(QString::fromStdString((setting.folder / "hq").string()));
    const auto count = static_cast<std::size_t>(setting.count(kDesks, 8));
    auto desks = enrolMany(hq, UnitCode("HQ"), count + 1);
    if (!desks) {
        return std::unexpected(desks.error());
    }
    const test::Enrolled actor = std::move(desks->back());
    desks->pop_back();
    hq.start();
    LeanDesks listeners;
    if (auto in = listeners.open(*desks, hq.port()); !in) {
        return std::unexpected(in.error());
    }
    SyncProbe disk(setting.folder / "sync");
    Act act(actor, hq.port());
    Echo echo;
    if (!act.isIn() || !echo.isUp()) {
        return fail(Code::LinkDown, "no link");
    }
    std::vector<double> times;
    std::vector<double> trips;
    std::vector<double> syncs;
    const int acts = setting.count(kActs, 3);
    for (int n = 0; n < acts + kWarmUp; ++n) {
        const std::vector<double> reached = act.reach(listeners);
        if (reached.size() != listeners.size()) {
            return fail(Code::LinkDown, "an act did not reach every desk");
        }
        const double trip = echo.roundTripMs();
        const double sync = disk.syncMs();
        if (n >= kWarmUp) {
            times.insert(times.end(), reached.begin(), reached.end());
            trips.push_back(trip);
            syncs.push_back(sync);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(7 + n % 13));
    }
    const auto measured = [&](const char* name, double share, Goal goal) {
        return Measured{
            name,
            percentile(times, share),
            "ms",
            percentile(trips, share),
            "300 B over bare TLS, same share",
            goal,
            times.size()};
    };
    return std::vector{
        measured("fan-out-240", 0.99, {Goal::Of::Value, kGoalMs}),
        measured("fan-out-240-ratio", 0.99, {Goal::Of::Ratio, kGoalRatio}),
        measured("fan-out-240-p50", 0.5, {Goal::Of::Value, kGoalMs}),
        // What the disk alone takes, between the acts: no headquarters can be durable sooner.
        Measured{
            "fan-out-240-disk",
            percentile(syncs, 0.99),
            "ms",
            percentile(syncs, 0.5),
            "the same, median",
            {Goal::Of::Value, kGoalMs},
            syncs.size()}};
}

Outcome desks2000(const Setting& setting)
{
    test::HqProcess hq(QString::fromStdString((setting.folder / "hq").string()));
    const auto count = static_cast<std::size_t>(setting.count(kManyDesks, 20));
    const auto desks = enrolMany(hq, UnitCode("HQ"), count);
    if (!desks) {
        return std::unexpected(desks.error());
    }
    hq.start();
    const double before = residentKb(hq.processId());
    LeanDesks listeners;
    if (auto in = listeners.open(*desks, hq.port()); !in) {
        return std::unexpected(in.error());
    }
    if (!listeners.areIn()) {
        return fail(Code::LinkDown, "a desk was dropped");
    }
    const double after = residentKb(hq.processId());
    return std::vector{Measured{
        "desks-2000",
        (after - before) / static_cast<double>(count),
        "KB",
        before / 1024,
        "MB of the process before the first",
        {Goal::Of::Value, kGoalKb},
        count}};
}

} // namespace sz::bench
