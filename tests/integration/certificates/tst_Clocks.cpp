// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Threats 14 and 1 (findings/trust.md §2): wrong clocks change no lamp and no order; a stolen desk is out at once.
#include "tests/integration/certificates/Post.h"
#include "tests/support/SamplePlan.h"

#include <QTest>

#include <atomic>

using namespace sz;
using namespace sz::test;

namespace {

std::atomic<std::int64_t> g_elapsed{0}; ///< milliseconds that have passed at headquarters

Millis elapsed()
{
    return Millis{g_elapsed.load()};
}

struct Place
{
    std::unique_ptr<ManualClock> clock;
    std::unique_ptr<Seat> seat;
};

/// One headquarters and desks of the command office, each with a clock of its own.
class Floor
{
public:
    Floor() : hqClock(m_start, &elapsed), post(hqClock) {}

    Place add(Millis error)
    {
        std::string code;
        post.with([&](hq::Engine& engine) {
            code = engine.makeEnrolCode(UnitCode("HQ"), Minutes{60 * 24 * 500}).value();
        });
        const auto folder = m_folder.filePath(QString::number(places.size())).toStdString();
        auto profile = desk::enrol(folder, post.at(), code, post.firstPin()).value();
        desk::saveProfile(profile).value();
        Place out{std::make_unique<ManualClock>(hqClock.now() + error), nullptr};
        out.seat = std::make_unique<Seat>(std::move(profile), *out.clock);
        return out;
    }
    /// Time passes for everybody until it is so; in steps of 50 ms, each of a real millisecond or more.
    bool waitUntil(const std::function<bool()>& isSo)
    {
        return QTest::qWaitFor(
            [&] {
                pass(Millis{50});
                return isSo();
            },
            20'000);
    }
    void pass(Millis time)
    {
        g_elapsed += time.count();
        for (Place& place : places) {
            place.clock->advance(time);
            place.seat->run();
        }
    }
    [[nodiscard]] bool areAllLive() const
    {
        return std::ranges::all_of(places, [](auto& p) { return p.seat->isLive(); });
    }
    /// All desks show the time of headquarters, but for what is on its way.
    [[nodiscard]] bool isOneTime() const
    {
        return std::ranges::all_of(places, [&](auto& p) {
            return std::chrono::abs(p.seat->duty() - hqClock.now()) <= Millis{1000};
        });
    }
    [[nodiscard]] std::vector<model::Lamp> lamps(const IncidentId& id) const
    {
        std::vector<model::Lamp> out;
        for (const Place& place : places) {
            const auto it = place.seat->incidents().find(id);
            out.push_back(
                it == place.seat->incidents().end() ? model::Lamp::None
                                                    : it->second->lampAt(place.seat->duty()));
        }
        return out;
    }
    [[nodiscard]] std::vector<std::string> trace(const Place& place, const IncidentId& id) const
    {
        std::vector<std::string> out;
        for (const auto& line : place.seat->incidents().at(id)->trace) {
            out.push_back(line.entry);
        }
        return out;
    }

private:
    Instant m_start = SystemClock().now();
    QTemporaryDir m_folder;

public:
    SteadyClock hqClock;
    Post post;
    std::vector<Place> places;
};

model::ReportIncident reportAt(Instant now)
{
    model::ReportIncident act;
    act.title = "燃气泄漏";
    act.kind = samplePlan()->kinds.front().code;
    act.grade = plan::Grade::III;
    act.place.text = "唐家墩街";
    act.place.area = 24;
    act.place.district = samplePlan()->area(24)->district;
    act.receivedAt = now;
    return act;
}

bool allEqual(const std::vector<model::Lamp>& lamps, model::Lamp wanted)
{
    return std::ranges::all_of(lamps, [&](model::Lamp lamp) { return lamp == wanted; });
}

} // namespace

class tst_Clocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { g_elapsed = 0; }
    void wrongClocksShowTheSameLamps();
    void aClockThatJumpsDuringAStep();
    void theSystemsClockAtHeadquartersMayBeSetBack();
    void aStolenDeskIsOutAtOnceAndStaysOut();
    void aDiskImageStartedElsewhereIsAFork();
};

void tst_Clocks::wrongClocksShowTheSameLamps()
{
    Floor floor;
    const std::chrono::days year{365};
    for (const Millis error :
         {Millis{0}, Millis{Minutes{10}}, Millis{Minutes{-10}}, Millis{year}, Millis{-year}}) {
        floor.places.push_back(floor.add(error));
    }
    QVERIFY(floor.waitUntil([&] { return floor.areAllLive() && floor.isOneTime(); }));
    // The desk that is a year ahead reports; the one that is a year behind notes.
    auto& ahead = *floor.places[3].seat;
    const auto told = ahead.core().perform({}, reportAt(ahead.duty()));
    QVERIFY(told);
    const IncidentId id = told->incident;
    const auto hasAll = [&](std::size_t lines) {
        return floor.waitUntil([&] {
            return std::ranges::all_of(floor.places, [&](const Place& p) {
                const auto it = p.seat->incidents().find(id);
                return it != p.seat->incidents().end() && it->second->trace.size() == lines
                       && !it->second->hasUnsent;
            });
        });
    };
    QVERIFY(hasAll(1));
    QVERIFY(floor.places[4].seat->core().perform(id, model::AddNote{"已派人"}));
    QVERIFY(hasAll(2));
    for (const Place& place : floor.places) {
        QCOMPARE(floor.trace(place, id), floor.trace(floor.places[0], id));
        const Instant at = place.seat->incidents().at(id)->trace[0].at;
        QVERIFY(std::chrono::abs(at - floor.hqClock.now()) < Millis{Minutes{2}});
    }
    // The first step's limit passes: every desk says so within ten seconds of each other.
    const auto* step = floor.places[0].seat->incidents().at(id)->nextStep(floor.hqClock.now());
    QVERIFY(step != nullptr);
    const Millis left = step->due - floor.hqClock.now();
    QVERIFY(left > Millis{0});
    QVERIFY(!allEqual(floor.lamps(id), model::Lamp::Late));
    while (floor.hqClock.now() < step->due - Millis{5000}) {
        floor.pass(Millis{500});
        QTest::qWait(1);
    }
    for (const model::Lamp lamp : floor.lamps(id)) {
        QVERIFY(lamp != model::Lamp::Late);
    }
    // In steps: what is on a wire while ten seconds pass at once would be taken for a clock that is ten seconds off.
    for (int i = 0; i < 20; ++i) {
        floor.pass(Millis{500});
        QTest::qWait(10);
    }
    QVERIFY(allEqual(floor.lamps(id), model::Lamp::Late));
}

void tst_Clocks::aClockThatJumpsDuringAStep()
{
    Floor floor;
    floor.places.push_back(floor.add(Millis{0}));
    floor.places.push_back(floor.add(Millis{0}));
    QVERIFY(floor.waitUntil([&] { return floor.areAllLive(); }));
    for (const Millis jump :
         {Millis{Minutes{10}}, Millis{Minutes{-10}}, Millis{std::chrono::days(365)},
          Millis{std::chrono::days(-365)}}) {
        floor.places[1].clock->advance(jump);
        const Millis before = elapsed();
        QVERIFY(floor.waitUntil([&] { return floor.isOneTime() && floor.areAllLive(); }));
        qInfo(
            "right again after %lld ms of its time",
            static_cast<long long>((elapsed() - before).count()));
        QVERIFY(elapsed() - before <= Millis{10'000});
    }
    // The console's own clock does not even follow such a jump.
    const SteadyClock console(SystemClock().now());
    QVERIFY(std::chrono::abs(console.now() - SystemClock().now()) < Millis{5000});
    const SteadyClock counted(fromUtcMs(1000), &elapsed);
    g_elapsed += 7;
    QCOMPARE(toUtcMs(counted.now()), std::int64_t{1007});
}

// Its engine goes by time that passes; nothing of it reads the system's clock, which here stands at another year.
void tst_Clocks::theSystemsClockAtHeadquartersMayBeSetBack()
{
    Floor floor;
    floor.places.push_back(floor.add(Millis{0}));
    QVERIFY(floor.waitUntil([&] { return floor.areAllLive(); }));
    g_elapsed += Millis{std::chrono::hours(24 * 300)}.count(); // far from the system's clock
    floor.places[0].clock->advance(std::chrono::hours(24 * 300));
    QVERIFY(floor.waitUntil([&] { return floor.areAllLive() && floor.isOneTime(); }));
    auto& seat = *floor.places[0].seat;
    const auto told = seat.core().perform({}, reportAt(seat.duty()));
    QVERIFY(told);
    QVERIFY(floor.waitUntil([&] {
        const auto it = seat.incidents().find(told->incident);
        return it != seat.incidents().end() && it->second->serial > 0;
    }));
    const Instant at = seat.incidents().at(told->incident)->trace[0].at;
    QVERIFY(std::chrono::abs(at - floor.hqClock.now()) < Millis{Minutes{2}});
}

void tst_Clocks::aStolenDeskIsOutAtOnceAndStaysOut()
{
    Floor floor;
    floor.places.push_back(floor.add(Millis{0}));
    floor.places.push_back(floor.add(Millis{0}));
    QVERIFY(floor.waitUntil([&] { return floor.areAllLive(); }));
    const DeskId stolen = floor.places[1].seat->onDisk().desk;
    const Millis before = elapsed();
    floor.post.with([&](hq::Engine& engine) { QVERIFY(engine.revoke(stolen)); });
    auto& seat = *floor.places[1].seat;
    QVERIFY(floor.waitUntil([&] { return seat.status().state == desk::LinkState::Refused; }));
    qInfo(
        "out after %lld ms of virtual time", static_cast<long long>((elapsed() - before).count()));
    QVERIFY(elapsed() - before <= Millis{5000});
    QCOMPARE(seat.status().reason, Code::Revoked);
    QCOMPARE(floor.post.live(), std::size_t{1});
    for (int i = 0; i < 5; ++i) {
        seat.core().reconnect();
        QVERIFY(floor.waitUntil([&] { return seat.status().state == desk::LinkState::Refused; }));
        QCOMPARE(seat.status().reason, Code::Revoked);
    }
    QCOMPARE(floor.post.live(), std::size_t{1});
}

void tst_Clocks::aDiskImageStartedElsewhereIsAFork()
{
    Floor floor;
    floor.places.push_back(floor.add(Millis{0}));
    auto& original = *floor.places[0].seat;
    QVERIFY(floor.waitUntil([&] { return floor.areAllLive(); }));
    const auto profile = original.onDisk();
    QTemporaryDir elsewhere;
    const auto copied = std::filesystem::path(elsewhere.path().toStdString()) / "image";
    std::filesystem::copy(profile.folder, copied, std::filesystem::copy_options::recursive);
    const auto told = original.core().perform({}, reportAt(original.duty()));
    QVERIFY(told);
    QVERIFY(floor.waitUntil([&] { return original.status().unsent == 0; }));

    Place copy{std::make_unique<ManualClock>(floor.hqClock.now()), nullptr};
    copy.seat = std::make_unique<Seat>(*desk::loadProfile(copied), *copy.clock);
    Seat& image = *copy.seat;
    floor.places.push_back(std::move(copy));
    QVERIFY(floor.waitUntil([&] { return image.status().state == desk::LinkState::Refused; }));
    QCOMPARE(image.status().reason, Code::ForkDetected);
    // Acting on its own makes it no better, and the original goes on.
    QVERIFY(image.core().perform({}, reportAt(image.duty())));
    QVERIFY(image.core().perform({}, reportAt(image.duty())));
    image.core().reconnect();
    QVERIFY(floor.waitUntil([&] { return image.status().state == desk::LinkState::Refused; }));
    QCOMPARE(image.status().reason, Code::ForkDetected);
    QVERIFY(floor.waitUntil([&] { return original.isLive(); }));
    QVERIFY(original.core().perform(told->incident, model::AddNote{"仍是本席"}));
    QVERIFY(floor.waitUntil([&] { return original.status().unsent == 0; }));
}

QTEST_GUILESS_MAIN(tst_Clocks)
#include "tst_Clocks.moc"
