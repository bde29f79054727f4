// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// snapshot-join: a real headquarters' engine and a new desk, frame by frame. Floor: the same desk follows the feed.
#include "data/hq/Engine.h"
#include "data/net/Authority.h"
#include "tests/bench/desk/DeskBenches.h"
#include "tests/bench/desk/LongFeed.h"
#include "tests/bench/hq/LogWriter.h"

#include <deque>
#include <print>

namespace sz::bench {
namespace {

constexpr double kGoalSeconds = 3;
constexpr int kRounds = 3;
constexpr net::ConnectionId kConnection = 1;
const UnitCode kUnit("HQ");
const OperationId kOperation("bench");

class City
{
public:
    City(const Setting& setting, std::shared_ptr<const plan::Plan> plan)
        : m_folder(setting.folder), m_plan(std::move(plan))
    {
    }

    [[nodiscard]] Result<void> fill(std::size_t entries)
    {
        std::filesystem::create_directories(m_folder / "hq");
        auto log = store::HqLog::open(m_folder / "hq");
        if (!log) {
            return std::unexpected(log.error());
        }
        m_log = std::move(*log);
        LogWriter writer(*m_log, *m_plan, kOperation, LogWriter::Feeds::OfficeAndDistrict);
        auto done = writer.open();
        while (done && writer.written() < entries) {
            done = writer.commit(
                writer.prepare(std::min<std::size_t>(10'000, entries - writer.written())));
        }
        m_entries = entries;
        return done.and_then([&] { return enrol(); }).and_then([&] { return start(); });
    }

    /// Seconds until the board is there.
    [[nodiscard]] Result<double> join(int round, bool takesSnapshot)
    {
        desk::DeskOptions o;
        o.profile.folder = m_folder / ("desk" + std::to_string(round));
        o.profile.unit = kUnit;
        o.profile.desk = m_desk.id;
        o.profile.operation = kOperation;
        o.profile.credentials.key = net::keyToPem(m_key);
        o.plan = m_plan;
        o.clock = &m_clock;
        o.hasSnapshots = takesSnapshot;
        bool isLive = false;
        std::size_t shown = 0;
        desk::DeskCore core(
            o,
            {[&](const desk::ChangeSet& c) { shown = c.changed.size(); },
             [&](const desk::LinkStatus& s) { isLive = s.state == desk::LinkState::Live; },
             [](const std::vector<desk::OutboxLine>&) {}, [](const desk::Notice&) {},
             [](desk::DeskCore::Weight, const std::string&) {}},
            {[] {}, [] {}, [&](Bytes bytes) { m_up.push_back(std::move(bytes)); }});
        if (auto ok = core.open(); !ok) {
            return std::unexpected(ok.error());
        }
        core.startLink();
        m_engine->opened(kConnection, {m_desk.id.value, m_desk.fingerprint, "127.0.0.1:1"});
        const double seconds = secondsOf([&] {
            core.linkUp();
            while (!m_up.empty() || !m_down.empty()) {
                while (!m_up.empty()) {
                    m_engine->message(kConnection, m_up.front());
                    m_up.pop_front();
                }
                while (!m_down.empty()) {
                    const Bytes frame = std::move(m_down.front());
                    m_down.pop_front();
                    core.linkMessage(frame);
                }
            }
        });
        m_engine->closed(kConnection);
        if (!isLive || core.log()->feedHead().seq != m_entries) {
            return fail(Code::Internal, "the desk did not come to the end of the feed");
        }
        return seconds;
    }

private:
    [[nodiscard]] Result<void> enrol()
    {
        m_desk.id = DeskId("new-1");
        m_desk.unit = kUnit;
        m_desk.key = m_key.publicKey();
        m_desk.fingerprint = "print";
        return m_log->begin()
            .and_then([&] { return m_log->news(); })
            .and_then([&](const store::HqNews&) { return m_log->desks().add(m_desk); })
            .and_then([&] { return m_log->commit(); });
    }

    [[nodiscard]] Result<void> start()
    {
        hq::EngineSpec spec{
            kOperation,
            "bench",
            m_plan,
            "",
            net::makeAuthority("bench", m_clock.now()),
            {},
            {},
            hq::SnapshotSpec{m_folder / "hq"}};
        auto engine = hq::Engine::open(
            std::move(spec), *m_log, m_clock,
            {[this](net::ConnectionId, Bytes bytes) { m_down.push_back(std::move(bytes)); },
             [](net::ConnectionId) {}},
            [](const hq::LogLine&) {});
        if (!engine) {
            return std::unexpected(engine.error());
        }
        m_engine = std::move(*engine);
        double longest = 0;
        do {
            longest = std::max(longest, secondsOf([&] { m_engine->tick(); }));
        } while (m_engine->shelf() != nullptr && m_engine->shelf()->isCutting());
        std::println(stderr, "snapshot-join: longest step of cutting {:.1f} ms", longest * 1000);
        return {};
    }

    std::filesystem::path m_folder;
    std::shared_ptr<const plan::Plan> m_plan; // shared with engine and desk
    SystemClock m_clock;
    std::unique_ptr<store::HqLog> m_log;
    std::unique_ptr<hq::Engine> m_engine;
    SigningKey m_key = SigningKey::generate();
    store::DeskRecord m_desk;
    std::deque<Bytes> m_up;
    std::deque<Bytes> m_down;
    std::uint64_t m_entries = 0;
};

} // namespace

Outcome snapshotJoin(const Setting& setting)
{
    const auto plan = samplePlanOfSource();
    if (!plan) {
        return std::unexpected(plan.error());
    }
    const std::size_t entries = setting.isQuick ? 60'000 : kLong;
    std::println(stderr, "snapshot-join: writing {} entries", entries);
    City city(setting, *plan);
    if (auto ok = city.fill(entries); !ok) {
        return std::unexpected(ok.error());
    }
    std::vector<double> ours;
    std::vector<double> floors;
    for (int n = 0; n < setting.count(kRounds, 1); ++n) {
        const auto quick = city.join(2 * n, true);
        const auto slow = quick ? city.join(2 * n + 1, false) : quick;
        if (!slow) {
            return std::unexpected(slow.error());
        }
        ours.push_back(*quick);
        floors.push_back(*slow);
    }
    return std::vector{Measured{
        "snapshot-join",
        median(ours),
        "s",
        median(floors),
        "the same desk by the feed",
        {Goal::Of::Value, kGoalSeconds},
        entries}};
}

} // namespace sz::bench
