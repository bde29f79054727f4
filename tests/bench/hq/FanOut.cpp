// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// fan-out-240 and desks-2000: what one act costs when many desks see it, and what a desk costs that only listens.
#include "tests/bench/hq/HqBenches.h"
#include "tests/bench/hq/Staff.h"
#include "tests/unit/hq/Author.h"
#include "tests/unit/net/LinkPair.h"

#include <atomic>
#include <thread>

namespace sz::bench {
namespace {

using Steady = std::chrono::steady_clock;

constexpr std::size_t kDesks = 240;
constexpr std::size_t kManyDesks = 2000;
constexpr int kActs = 300;
constexpr int kWarmUp = 10;
constexpr double kGoalMs = 10;
constexpr double kGoalKb = 64;
constexpr auto kPatience = std::chrono::seconds(60);
constexpr std::size_t kMessageBytes = 300;
constexpr std::uint8_t kFeedType = 7; // PROTOCOL.md

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

/// A desk that takes its feed and remembers when the last frame came. Its own thread, as every desk's link.
class Listener
{
public:
    explicit Listener(const test::Enrolled& desk)
        : m_desk(desk), m_link({
                            .up = [this] { sayHello(); },
                            .message = [this](const Bytes& bytes) { take(bytes); },
                            .down = [this](const Error&) { m_isDown = true; },
                        })
    {
    }
    ~Listener() { m_link.stop(); }

    void open(std::uint16_t port) { m_link.open({"127.0.0.1", port}, m_desk.credentials()); }

    [[nodiscard]] bool isIn() const { return m_messages > 0; }
    [[nodiscard]] bool isDown() const { return m_isDown; }
    [[nodiscard]] int frames() const { return m_frames; }
    [[nodiscard]] Steady::time_point lastAt() const { return m_lastAt.load(); }

private:
    void sayHello()
    {
        m_link.send(sync::encodeFrame(m_desk.hello()));
        m_link.send(sync::encodeFrame(sync::Credit{16}));
    }

    // Key 0 of the map comes first: the type.
    void take(const Bytes& bytes)
    {
        ++m_messages;
        if (bytes.size() > 2 && bytes[2] == kFeedType) {
            m_lastAt = Steady::now();
            ++m_frames;
            m_link.send(sync::encodeFrame(sync::Credit{1}));
        }
    }

    const test::Enrolled& m_desk;
    std::atomic<int> m_messages = 0;
    std::atomic<int> m_frames = 0;
    std::atomic<bool> m_isDown = false;
    std::atomic<Steady::time_point> m_lastAt;
    net::ClientLink m_link;
};

using Listeners = std::vector<std::unique_ptr<Listener>>;

// In small groups: a TLS handshake takes its time, and headquarters waits 10 s for one.
Result<Listeners> gather(const std::vector<test::Enrolled>& desks, std::uint16_t port)
{
    constexpr std::size_t kTogether = 50;
    Listeners all;
    for (const test::Enrolled& desk : desks) {
        all.push_back(std::make_unique<Listener>(desk));
        all.back()->open(port);
        if (all.size() % kTogether == 0 || all.size() == desks.size()) {
            const bool areIn = until([&] {
                return std::ranges::all_of(
                    all, [](const auto& l) { return l->isIn() || l->isDown(); });
            });
            if (!areIn || std::ranges::any_of(all, [](const auto& l) { return l->isDown(); })) {
                return fail(Code::LinkDown, std::format("desk {} did not come in", all.size()));
            }
        }
    }
    return all;
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
    [[nodiscard]] std::vector<double> reach(const Listeners& listeners)
    {
        std::vector<int> before;
        std::ranges::transform(
            listeners, std::back_inserter(before), [](const auto& l) { return l->frames(); });
        m_author.write(test::report(*test::samplePlan(), "全体可见"));
        const sync::Push push{m_author.batch(m_author.written())};
        const auto start = Steady::now();
        m_wire.send(push);
        const bool hasReached = until([&] {
            for (std::size_t i = 0; i < listeners.size(); ++i) {
                if (listeners[i]->frames() == before[i]) {
                    return false;
                }
            }
            return true;
        });
        std::vector<double> times;
        if (hasReached && m_wire.next<sync::Verdicts>()) {
            std::ranges::transform(listeners, std::back_inserter(times), [&](const auto& l) {
                return msOf(l->lastAt() - start);
            });
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
    const auto listeners = gather(*desks, hq.port());
    if (!listeners) {
        return std::unexpected(listeners.error());
    }
    Act act(actor, hq.port());
    Echo echo;
    if (!act.isIn() || !echo.isUp()) {
        return fail(Code::LinkDown, "no link");
    }
    std::vector<double> times;
    std::vector<double> trips;
    const int acts = setting.count(kActs, 3);
    for (int n = 0; n < acts + kWarmUp; ++n) {
        const std::vector<double> reached = act.reach(*listeners);
        if (reached.size() != listeners->size()) {
            return fail(Code::LinkDown, "an act did not reach every desk");
        }
        const double trip = echo.roundTripMs();
        if (n >= kWarmUp) {
            times.insert(times.end(), reached.begin(), reached.end());
            trips.push_back(trip);
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
        measured("fan-out-240-p50", 0.5, {Goal::Of::Value, kGoalMs})};
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
    const auto listeners = gather(*desks, hq.port());
    if (!listeners) {
        return std::unexpected(listeners.error());
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
