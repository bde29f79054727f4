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
    /// Everybody has so many lines of it, and nothing of it is only here.
    bool haveAll(const IncidentId& id, std::size_t lines)
    {
        return waitUntil([&] {
            return std::ranges::all_of(places, [&](const Place& p) {
                const auto it = p.seat->incidents().find(id);
                return it != p.seat->incidents().end() && it->second->trace.size() == lines
                       && !it->second->hasUnsent;
            });
        });
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

/// What a seat was told of its clock, in order: seconds it is behind; 0: right again.
std::vector<int> toldOfClock(const Seat& seat)
{
    std::vector<int> out;
    for (const desk::Notice& notice : seat.notices()) {
        if (notice.kind == desk::Notice::Kind::ClockOff) {
            out.push_back(notice.count);
        }
    }
    return out;
}

/// Numbers without a gap, times that never go back.
bool isInOrder(const std::vector<store::NumberedEntry>& entries)
{
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].number != i + 1
            || (i > 0 && entries[i].receivedAt < entries[i - 1].receivedAt)) {
            return false;
        }
    }
    return true;
}

/// As headquarters took them, whatever the clocks of those who wrote them said.
bool isInOrder(const model::Incident& incident)
{
    std::uint64_t last = 0;
    for (const model::TraceLine& line : incident.trace) {
        if (line.number <= last) {
            return false;
        }
        last = line.number;
    }
    return true;
}

constexpr Millis kAlarm{10'000}; ///< threat 14: told within

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
    void aClockThatJumpsIsToldEachTime();
    void headquartersComesBackAnHourBehind();
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
    QVERIFY(floor.haveAll(id, 1));
    QVERIFY(floor.places[4].seat->core().perform(id, model::AddNote{"已派人"}));
    QVERIFY(floor.haveAll(id, 2));
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

// The operator knows within ten seconds, each time anew, and what is written before anybody knows stands where it belongs.
void tst_Clocks::aClockThatJumpsIsToldEachTime()
{
    Floor floor;
    floor.places.push_back(floor.add(Millis{0}));
    floor.places.push_back(floor.add(Millis{0}));
    QVERIFY(floor.waitUntil([&] { return floor.areAllLive() && floor.isOneTime(); }));
    Seat& calm = *floor.places[0].seat;
    Seat& wrong = *floor.places[1].seat;
    const auto told = calm.core().perform({}, reportAt(calm.duty()));
    QVERIFY(told);
    const IncidentId id = told->incident;
    std::size_t lines = 1;
    QVERIFY(floor.haveAll(id, lines));
    QVERIFY(toldOfClock(wrong).empty());
    const auto isToldWithinTheLimit = [&](int seconds) {
        const Millis before = elapsed();
        const bool isTold = floor.waitUntil([&] {
            const auto notices = toldOfClock(wrong);
            return !notices.empty() && std::abs(notices.back() - seconds) <= (seconds == 0 ? 0 : 5);
        });
        qInfo(
            "%d s: told after %lld ms", seconds,
            static_cast<long long>((elapsed() - before).count()));
        return isTold && elapsed() - before <= kAlarm;
    };
    // Nobody does anything: it is a heartbeat that tells.
    for (const Minutes jump : {Minutes{10}, Minutes{-10}}) {
        floor.places[1].clock->advance(jump);
        QVERIFY(isToldWithinTheLimit(static_cast<int>(-std::chrono::seconds(jump).count())));
        floor.places[1].clock->advance(-jump);
        QVERIFY(isToldWithinTheLimit(0));
    }
    for (const Minutes jump : {Minutes{10}, Minutes{-10}, Minutes{10}}) {
        const std::size_t notices = toldOfClock(wrong).size();
        floor.places[1].clock->advance(jump);
        QVERIFY(wrong.core().perform(id, model::AddNote{"不知时钟已跳"}));
        QVERIFY(calm.core().perform(id, model::AddNote{"照常"}));
        const int behind = static_cast<int>(-std::chrono::seconds(jump).count());
        QVERIFY(isToldWithinTheLimit(behind));
        QVERIFY(wrong.core().perform(id, model::AddNote{"已知"}));
        floor.places[1].clock->advance(-jump);
        QVERIFY(calm.core().perform(id, model::AddNote{"仍照常"}));
        QVERIFY(isToldWithinTheLimit(0));
        QCOMPARE(toldOfClock(wrong).size(), notices + 2);
        QVERIFY(floor.waitUntil([&] { return floor.areAllLive() && floor.isOneTime(); }));
        lines += 4;
        QVERIFY(floor.haveAll(id, lines));
    }
    QVERIFY(toldOfClock(calm).empty());
    QCOMPARE(floor.trace(floor.places[0], id), floor.trace(floor.places[1], id));
    QVERIFY(isInOrder(*calm.incidents().at(id)));
    QVERIFY(isInOrder(floor.post.entries()));
    QCOMPARE(floor.lamps(id)[0], floor.lamps(id)[1]);
}

// Its machine was off for five minutes and came back an hour behind: it goes on from its log, and every desk says that times differ.
void tst_Clocks::headquartersComesBackAnHourBehind()
{
    Floor floor;
    floor.places.push_back(floor.add(Millis{0}));
    floor.places.push_back(floor.add(Millis{0}));
    QVERIFY(floor.waitUntil([&] { return floor.areAllLive() && floor.isOneTime(); }));
    Seat& seat = *floor.places[0].seat;
    const auto told = seat.core().perform({}, reportAt(seat.duty()));
    QVERIFY(told);
    const IncidentId id = told->incident;
    QVERIFY(floor.haveAll(id, 1));
    QVERIFY(seat.core().perform(id, model::AddNote{"停机之前"}));
    QVERIFY(floor.haveAll(id, 2));
    const auto before = floor.post.entries();
    QVERIFY(isInOrder(before));

    const Minutes off{5};
    g_elapsed += Millis{off}.count();
    for (Place& place : floor.places) {
        place.clock->advance(off);
    }
    const auto events = floor.post.restart(floor.hqClock.now() - std::chrono::hours{1}, &elapsed);
    QCOMPARE(events, std::vector<std::string>{"clock-behind-log"});
    QVERIFY(floor.post.now() >= before.back().receivedAt);
    QVERIFY(floor.post.now() < before.back().receivedAt + Minutes{1});
    const Millis restarted = elapsed();
    const auto areTold = [&](auto isSo) {
        return floor.waitUntil([&] {
            return floor.areAllLive() && std::ranges::all_of(floor.places, [&](const Place& p) {
                       const auto notices = toldOfClock(*p.seat);
                       return !notices.empty() && isSo(notices.back());
                   });
        });
    };
    QVERIFY(areTold([](int seconds) { return std::abs(seconds + 300) < 30; }));
    qInfo("told after %lld ms", static_cast<long long>((elapsed() - restarted).count()));
    QVERIFY(elapsed() - restarted <= kAlarm);

    // What comes now stands behind what was there, and all screens go by the one time.
    for (Place& place : floor.places) {
        QVERIFY(place.seat->core().perform(id, model::AddNote{"恢复之后"}));
    }
    QVERIFY(floor.haveAll(id, 4));
    const auto after = floor.post.entries();
    QVERIFY(isInOrder(after));
    QVERIFY(after.size() >= before.size() + 2);
    for (std::size_t i = 0; i < before.size(); ++i) {
        QCOMPARE(after[i].id, before[i].id);
        QCOMPARE(after[i].receivedAt, before[i].receivedAt);
    }
    for (const Place& place : floor.places) {
        QCOMPARE(floor.trace(place, id), floor.trace(floor.places[0], id));
        QVERIFY(isInOrder(*place.seat->incidents().at(id)));
        QVERIFY(std::chrono::abs(place.seat->duty() - floor.post.now()) <= Millis{1000});
    }
    QVERIFY(allEqual(floor.lamps(id), floor.lamps(id)[0]));

    // Its clock is set and it is started again: nothing to tell any more.
    QVERIFY(floor.post.restart(floor.hqClock.now(), &elapsed).empty());
    QVERIFY(areTold([](int seconds) { return seconds == 0; }));
    QVERIFY(floor.waitUntil([&] { return floor.isOneTime(); }));
    QVERIFY(seat.core().perform(id, model::AddNote{"时钟已校"}));
    QVERIFY(floor.haveAll(id, 5));
    QVERIFY(isInOrder(floor.post.entries()));
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
