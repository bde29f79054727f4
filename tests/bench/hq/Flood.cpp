// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// flood: threat 3 (findings/trust.md §2). One desk sends ten times its quota; what passes between two others must not take more
// than twice as long as before. That nothing of the flood itself is lost is tst_Flood's business, and is looked at here too.
#include "data/hq/Quota.h"
#include "tests/bench/hq/HqBenches.h"
#include "tests/bench/hq/Staff.h"
#include "tests/unit/hq/Author.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <memory>
#include <mutex>
#include <thread>

namespace sz::bench {
namespace {

using Steady = std::chrono::steady_clock;

constexpr int kRounds = 5;
constexpr int kActs = 200; ///< of each kind a round: a thousand, so that p99 is the tenth worst
constexpr int kWarmUp = 20;
constexpr double kTimes = 10; ///< the quota
constexpr double kGoalRatio = 2;
constexpr int kBetweenMs =
    40; ///< acts; with what an act takes, below the quota of the one who acts
constexpr std::size_t kLargeBatch = 250;
constexpr std::uint64_t kCredits = 16;
constexpr std::uint64_t kActsAnIncident = 50;
constexpr auto kPatience = std::chrono::seconds(10);

double msOf(Steady::duration took)
{
    return std::chrono::duration<double, std::milli>(took).count();
}

/// One end of a real link that has been greeted.
class End
{
public:
    End(const test::Enrolled& desk, std::uint16_t port)
        : author(
              desk.answer.operation,
              desk.answer.desk,
              desk.answer.unit,
              *SigningKey::fromSeed(desk.key.seed())),
          m_isIn(wire.open(port, desk.credentials()))
    {
        wire.send(desk.hello());
        m_isIn = m_isIn && wire.next<sync::Welcome>();
    }

    [[nodiscard]] bool isIn() const { return m_isIn; }

    test::Author author;
    test::Wire wire;

private:
    bool m_isIn;
};

/// Takes its feed on a thread of its own and says when a given entry came.
class Listener
{
public:
    Listener(const test::Enrolled& desk, std::uint16_t port) : m_end(desk, port)
    {
        m_end.wire.send(sync::Credit{kCredits});
        m_thread = std::thread([this] { listen(); });
    }
    /// At once when headquarters has ended, else when the next wait is over.
    ~Listener()
    {
        m_isOver = true;
        m_thread.join();
    }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    [[nodiscard]] bool isIn() const { return m_end.isIn(); }
    void expect(Bytes raw)
    {
        const std::scoped_lock lock(m_mutex);
        m_expected = std::move(raw);
        m_cameAt.reset();
    }
    /// Nothing when it did not come.
    [[nodiscard]] std::optional<Steady::time_point> cameAt()
    {
        std::unique_lock lock(m_mutex);
        m_news.wait_for(lock, kPatience, [&] { return m_cameAt.has_value(); });
        return m_cameAt;
    }

private:
    void listen()
    {
        while (!m_isOver) {
            const auto feed = m_end.wire.next<sync::Feed>();
            if (!feed) {
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
                continue;
            }
            const auto now = Steady::now();
            m_end.wire.send(sync::Credit{1});
            const std::scoped_lock lock(m_mutex);
            if (std::ranges::contains(feed->items, m_expected, &log::FeedItem::raw)) {
                m_cameAt = now;
                m_news.notify_all();
            }
        }
    }

    End m_end;
    std::mutex m_mutex; // guards the two below
    Bytes m_expected;
    std::optional<Steady::time_point> m_cameAt;
    std::condition_variable m_news;
    std::atomic<bool> m_isOver = false;
    std::thread m_thread;
};

/// Sends ten times its quota and takes no "later" for an answer: at the next beat it sends the same again, or what comes behind.
class Rogue
{
public:
    Rogue(const test::Enrolled& desk, std::uint16_t port, std::size_t batch)
        : m_end(desk, port), m_batch(batch)
    {
        m_incident = m_end.author.write(test::report(*test::samplePlan(), "泛洪"));
    }
    ~Rogue() { stop(); }
    Rogue(const Rogue&) = delete;
    Rogue& operator=(const Rogue&) = delete;

    void start()
    {
        m_isEnding = !m_end.isIn();
        m_isSound = m_end.isIn();
        m_thread = std::thread([this] { flood(); });
    }
    void stop()
    {
        m_isEnding = true;
        if (m_thread.joinable()) {
            m_thread.join();
        }
    }

    /// After stop(): what headquarters took and what it put off, in entries; in order and without a gap, or the flood ended early.
    [[nodiscard]] std::uint64_t accepted() const { return m_accepted; }
    [[nodiscard]] std::uint64_t later() const { return m_later; }
    [[nodiscard]] std::uint64_t sent() const { return m_sent; }
    /// An accepted batch, to its verdicts; the median. Another's act waits about as long behind it.
    [[nodiscard]] double batchMs() const { return median(m_batchMs); }
    [[nodiscard]] double perSecond() const
    {
        return static_cast<double>(m_sent) * 1000 / msOf(m_flooded);
    }
    [[nodiscard]] bool isSound() const { return m_isSound; }

private:
    void flood()
    {
        const auto beat =
            std::chrono::duration_cast<Steady::duration>(std::chrono::duration<double>(
                static_cast<double>(m_batch) / (hq::QuotaSpec{}.perSecond * kTimes)));
        const auto start = Steady::now();
        for (auto next = start + beat; !m_isEnding && m_isSound; next += beat) {
            write();
            m_end.wire.send(sync::Push{m_end.author.batch(m_accepted + 1, m_accepted + m_batch)});
            m_sent += m_batch;
            m_isSound = hear();
            std::this_thread::sleep_until(next);
        }
        m_flooded += Steady::now() - start;
    }

    void write()
    {
        while (m_end.author.written() < m_accepted + m_batch) {
            if (m_end.author.written() % kActsAnIncident == 0) {
                m_incident = m_end.author.write(test::report(*test::samplePlan(), "泛洪"));
            }
            m_end.author.write(model::AddNote{"x"}, m_incident);
        }
    }

    [[nodiscard]] bool hear()
    {
        const std::uint64_t first = m_accepted + 1;
        const auto start = Steady::now();
        const auto answer = m_end.wire.next<sync::Verdicts>();
        if (!answer || answer->verdicts.size() != m_batch
            || answer->verdicts.front().counter != first) {
            return false;
        }
        const sync::VerdictKind kind = answer->verdicts.front().kind;
        (kind == sync::VerdictKind::Accepted ? m_accepted : m_later) += m_batch;
        if (kind == sync::VerdictKind::Accepted) {
            m_batchMs.push_back(msOf(Steady::now() - start));
        }
        return (kind == sync::VerdictKind::Accepted || kind == sync::VerdictKind::Later)
               && std::ranges::all_of(
                   answer->verdicts, [&](const sync::Verdict& v) { return v.kind == kind; });
    }

    End m_end;
    std::size_t m_batch;
    std::string m_incident;
    std::atomic<bool> m_isEnding = false;
    bool m_isSound = true; // these belong to the thread until stop()
    std::uint64_t m_accepted = 0;
    std::uint64_t m_later = 0;
    std::uint64_t m_sent = 0;
    std::vector<double> m_batchMs; ///< of those that were accepted
    Steady::duration m_flooded{1};
    std::thread m_thread;
};

/// Two desks that go about their work.
class Calm
{
public:
    Calm(const test::Enrolled& actor, const test::Enrolled& other, std::uint16_t port)
        : m_actor(actor, port), m_other(other, port)
    {
    }
    [[nodiscard]] bool isIn() const { return m_actor.isIn() && m_other.isIn(); }

    /// Milliseconds from one desk to the other, act by act; shorter when one did not arrive.
    [[nodiscard]] std::vector<double> times(int acts)
    {
        std::vector<double> out;
        for (int n = 0; n < acts; ++n) {
            const auto took = act();
            if (!took) {
                break;
            }
            out.push_back(*took);
            std::this_thread::sleep_for(std::chrono::milliseconds(kBetweenMs - 7 + n % 13));
        }
        return out;
    }

private:
    [[nodiscard]] std::optional<double> act()
    {
        m_actor.author.write(test::report(*test::samplePlan(), "积水"));
        const std::uint64_t counter = m_actor.author.written();
        m_other.expect(m_actor.author.raw(counter));
        const sync::Push push{m_actor.author.batch(counter)};
        const auto start = Steady::now();
        m_actor.wire.send(push);
        const auto came = m_other.cameAt();
        const auto verdicts = m_actor.wire.next<sync::Verdicts>();
        const bool isTaken =
            came && verdicts && verdicts->verdicts.front().kind == sync::VerdictKind::Accepted;
        return isTaken ? std::optional(msOf(*came - start)) : std::nullopt;
    }

    End m_actor;
    Listener m_other;
};

/// One way to flood, and what the two others felt of it.
struct Way
{
    const char* name;
    std::unique_ptr<Rogue> rogue;
    std::vector<double> times = {};
};

void tell(const Way& way)
{
    std::fprintf(
        stderr,
        "%s: %llu entries sent at %.0f a second, %llu accepted (a batch in %.1f ms), %llu put "
        "off\n",
        way.name, static_cast<unsigned long long>(way.rogue->sent()), way.rogue->perSecond(),
        static_cast<unsigned long long>(way.rogue->accepted()), way.rogue->batchMs(),
        static_cast<unsigned long long>(way.rogue->later()));
}

/// Adds a round's times. Errors: LinkDown when somebody was not answered as he should be.
Result<void> measure(Calm& calm, int acts, std::vector<double>& times)
{
    const std::vector<double> round = calm.times(acts);
    times.insert(times.end(), round.begin(), round.end());
    return round.size() == static_cast<std::size_t>(acts)
               ? Result<void>()
               : fail(Code::LinkDown, "an act of the others did not arrive");
}

Result<void> measure(Calm& calm, int acts, Way& way)
{
    way.rogue->start();
    auto done = measure(calm, acts, way.times);
    way.rogue->stop();
    return way.rogue->isSound()
               ? done
               : fail(Code::LinkDown, "the rogue desk was not answered as it should be");
}

} // namespace

Outcome flood(const Setting& setting)
{
    test::HqProcess hq(QString::fromStdString((setting.folder / "hq").string()));
    hq.setLogFile(QString::fromStdString((setting.folder / "hq.log").string()));
    const auto desks = enrolMany(hq, UnitCode("HQ"), 4); // of the office: all see all
    if (!desks) {
        return std::unexpected(desks.error());
    }
    hq.start();
    Calm calm((*desks)[0], (*desks)[1], hq.port());
    if (!calm.isIn()) {
        return fail(Code::LinkDown, "no link");
    }
    // Few frames of many acts, and as many frames as can be made of it.
    std::array ways{
        Way{"flood", std::make_unique<Rogue>((*desks)[2], hq.port(), kLargeBatch)},
        Way{"flood-small", std::make_unique<Rogue>((*desks)[3], hq.port(), 1)}};
    std::ignore = calm.times(setting.count(kWarmUp, 2));
    std::vector<double> quiet;
    const int acts = setting.count(kActs, 5);
    // By turns: whatever else the machine does meanwhile is done to all three.
    for (int round = 0; round < setting.count(kRounds, 2); ++round) {
        auto done = measure(calm, acts, quiet);
        for (Way& way : ways) {
            done = done.and_then([&] { return measure(calm, acts, way); });
        }
        if (!done) {
            return std::unexpected(done.error());
        }
    }
    hq.terminate();
    std::vector<Measured> out;
    const auto add = [&](const std::string& name, const Way& way, double share) {
        out.push_back(
            {name,
             percentile(way.times, share),
             "ms",
             percentile(quiet, share),
             "the same, nobody floods",
             {Goal::Of::Ratio, kGoalRatio},
             way.times.size()});
    };
    for (const Way& way : ways) {
        tell(way);
        add(way.name, way, 0.99);
        add(std::string(way.name) + "-p50", way, 0.5);
    }
    return out;
}

} // namespace sz::bench
