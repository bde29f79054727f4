// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// desk-to-desk: the office acts, a real headquarters passes it on, the district's window paints. Floor: one TLS round trip.
#include "data/net/Authority.h"
#include "tests/bench/Bench.h"
#include "tests/bench/PaintWatch.h"
#include "tests/bench/Seat.h"
#include "tests/integration/hq/HqProcess.h"
#include "tests/unit/net/LinkPair.h"
#include "widgets/watch/BoardView.h"

#include <condition_variable>
#include <format>
#include <mutex>

namespace sz::bench {
namespace {

constexpr int kActs = 100;
constexpr int kWarmUp = 5;
constexpr int kIncidents = 6; ///< all of them on the screen
constexpr int kPatienceMs = 20'000;
constexpr double kGoalMs = 150;
constexpr std::size_t kMessageBytes = 300;
const UnitCode kDistrict{"D05"};

/// There and back over the very links the desks use, between threads of this process.
class EchoFloor
{
public:
    EchoFloor() : m_server(m_city.server()), m_link(callbacks())
    {
        m_link.open(m_server.at(), m_city.desk("bench"));
        std::unique_lock lock(m_mutex);
        m_news.wait_for(lock, std::chrono::seconds{10}, [this] { return m_isUp; });
    }
    ~EchoFloor() { m_link.stop(); }

    [[nodiscard]] double roundTripMs()
    {
        QElapsedTimer clock;
        clock.start();
        std::unique_lock lock(m_mutex);
        const int before = m_answers;
        m_link.send(Bytes(kMessageBytes, 7));
        m_news.wait_for(lock, std::chrono::seconds{10}, [&] { return m_answers > before; });
        return static_cast<double>(clock.nsecsElapsed()) / 1e6;
    }

private:
    net::ClientLink::Callbacks callbacks()
    {
        return {
            [this] { tell([this] { m_isUp = true; }); },
            [this](const Bytes&) { tell([this] { ++m_answers; }); }, [](const Error&) {}};
    }
    template <class Change>
    void tell(Change change)
    {
        const std::scoped_lock lock(m_mutex);
        change();
        m_news.notify_all();
    }

    test::City m_city;
    test::EchoServer m_server;
    std::mutex m_mutex;
    std::condition_variable m_news;
    bool m_isUp = false;
    int m_answers = 0;
    net::ClientLink m_link;
};

Result<desk::Profile>
enrolled(const test::HqProcess& hq, const std::filesystem::path& folder, const UnitCode& unit)
{
    auto profile = desk::enrol(
        folder, {"127.0.0.1", hq.port()}, hq.enrolCode(unit.value.c_str()), hq.authority());
    if (!profile) {
        return profile;
    }
    return desk::saveProfile(*profile).transform([&] { return *profile; });
}

bool isLive(const desk::Desk& desk)
{
    return desk.link().state == desk::LinkState::Live;
}

/// Office and district at one headquarters, with incidents both see.
class Pair
{
public:
    Pair(
        const desk::Profile& office,
        const desk::Profile& district,
        std::shared_ptr<const plan::Plan> plan)
        : m_plan(std::move(plan)), m_district(district, m_plan, true)
    {
        desk::Desk::Options o;
        o.profile = office;
        o.plan = m_plan;
        o.clock = &m_clock;
        m_office = std::make_unique<desk::Desk>(std::move(o));
    }

    [[nodiscard]] Seat& district() { return m_district; }

    [[nodiscard]] Result<void> open()
    {
        m_office->start();
        if (auto ok = m_district.open(); !ok) {
            return ok;
        }
        if (!until([&] { return isLive(*m_office) && isLive(m_district.desk()); }, kPatienceMs)) {
            return fail(Code::LinkDown, "the desks did not become live");
        }
        for (int n = 0; n < kIncidents; ++n) {
            std::ignore = m_office->perform({}, report(n));
        }
        const bool isThere =
            until([&] { return m_district.visible().size() == kIncidents; }, kPatienceMs);
        return isThere ? Result<void>{}
                       : fail(Code::LinkDown, "the district did not see the incidents");
    }

    [[nodiscard]] Result<double> noteMs(PaintWatch& watch, int n)
    {
        const auto visible = m_district.visible();
        const IncidentId on = visible.at(static_cast<std::size_t>(n) % visible.size());
        const std::string text = std::format("第 {} 次记录：现场秩序正常，已通知街道", n);
        watch.start([&](const model::Incident& i) {
            const auto* note =
                i.id == on ? std::get_if<model::AddNote>(i.trace.back().act.get()) : nullptr;
            return note != nullptr && note->text == text;
        });
        const auto receipt = m_office->perform(on, model::AddNote{text});
        const auto ms = watch.wait();
        return ms ? Result<double>{*ms} : fail(Code::Busy, "the other desk did not paint the act");
    }

private:
    [[nodiscard]] model::ReportIncident report(int n) const
    {
        model::ReportIncident r;
        r.title = std::format("示例事件 {}", n);
        r.kind = m_plan->kinds.front().code;
        r.place.district = kDistrict;
        r.place.area = m_plan->district(kDistrict)->areas.front();
        r.place.text = "示例地点";
        r.receivedAt = m_clock.now();
        return r;
    }

    SystemClock m_clock;
    std::shared_ptr<const plan::Plan> m_plan;
    Seat m_district;
    std::unique_ptr<desk::Desk> m_office;
};

} // namespace

Outcome deskToDesk(const Setting& setting)
{
    auto plan = benchPlan();
    if (!plan) {
        return std::unexpected(plan.error());
    }
    test::HqProcess hq(QString::fromStdString((setting.folder / "hq").string()));
    hq.start();
    const auto office = enrolled(hq, setting.folder / "office", UnitCode("HQ"));
    const auto district = enrolled(hq, setting.folder / "district", kDistrict);
    if (!office || !district) {
        return std::unexpected(office ? district.error() : office.error());
    }
    Pair pair(*office, *district, *plan);
    if (auto ok = pair.open(); !ok) {
        return std::unexpected(ok.error());
    }
    PaintWatch watch(pair.district().desk(), *pair.district().board().viewport());
    EchoFloor floor;
    std::vector<double> values;
    std::vector<double> trips;
    const int count = setting.count(kActs, 5) + kWarmUp;
    for (int n = 0; n < count; ++n) {
        const auto ms = pair.noteMs(watch, n);
        if (!ms) {
            return std::unexpected(ms.error());
        }
        const double trip = floor.roundTripMs();
        if (n >= kWarmUp) {
            values.push_back(*ms);
            trips.push_back(trip);
        }
        rest(7 + n % 13); // so that acts fall anywhere between two ticks
    }
    return std::vector{Measured{
        "desk-to-desk",
        percentile(values, 0.95),
        "ms",
        percentile(trips, 0.95),
        "300 B round trip p95",
        {Goal::Of::Value, kGoalMs},
        values.size()}};
}

} // namespace sz::bench
