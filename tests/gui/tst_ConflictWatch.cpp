// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Double duty and short rest are told on the watch a day ahead, whoever planned them and whether or not the roster is open.
#include "data/plan/Places.h"
#include "tests/gui/WatchRoom.h"
#include "tests/support/ChineseScreen.h"
#include "widgets/watch/RosterStrip.h"

using namespace sz;
using namespace sz::test;
using namespace sz::widgets;
using namespace std::chrono_literals;

namespace {

struct Room : WatchRoom
{
    Room() : WatchRoom("HQ", samplePlan(), "HQ-chief") {}

    [[nodiscard]] const RosterStrip& strip() const { return *page->findChild<RosterStrip*>(); }
    /// One person in the shift of a post that holds this moment.
    [[nodiscard]] bool assign(const char* post, Instant when, const char* person)
    {
        const auto duty = plan::dutyAt(*samplePlan(), PostCode(post), when);
        model::CellEdit edit;
        edit.post = PostCode(post);
        edit.day =
            std::chrono::floor<std::chrono::days>(duty->from + 8h).time_since_epoch().count();
        edit.shift = duty->shiftZh;
        edit.from = duty->from;
        edit.until = duty->until;
        edit.people = {person};
        auto done = desk->performShift(model::EditRoster{UnitCode("HQ"), {edit}, ""});
        return waitFor([&] { return done.isFinished(); }) && done.result().has_value();
    }
    [[nodiscard]] QString told()
    {
        clock.advance(1s);
        ticks.tick();
        QCoreApplication::processEvents();
        return strip().conflictText();
    }
};

} // namespace

class tst_ConflictWatch : public QObject
{
    Q_OBJECT

    std::optional<ChineseScreen> m_chinese;

private Q_SLOTS:
    void init() { m_chinese.emplace(); }
    void cleanup() { m_chinese.reset(); }

    void oneAtTwoPostsTonight()
    {
        Room room;
        QVERIFY(room.show());
        QCOMPARE(room.told(), QString());
        const Instant tonight = room.clock.now() + 8h;
        QVERIFY(room.assign("HQ-chief", tonight, "王伟"));
        QVERIFY(waitFor([&] { return room.desk->shift()->cells.size() == 1; }));
        QCOMPARE(room.told(), QString());
        QVERIFY(room.assign("HQ-video", tonight, "王伟"));
        QVERIFY(waitFor([&] { return room.told().contains(QStringLiteral("重岗 1")); }));
        QVERIFY2(
            room.strip().toolTip().contains(QStringLiteral("王伟")),
            qPrintable(room.strip().toolTip()));
        QVERIFY(room.strip().accessibleName().contains(QStringLiteral("重岗")));
        QVERIFY(room.assign("HQ-video", tonight, "李娜"));
        QVERIFY(waitFor([&] { return room.told().isEmpty(); }));
    }

    // From the day shift straight into the night.
    void shortRest()
    {
        Room room;
        QVERIFY(room.show());
        QVERIFY(room.assign("HQ-chief", room.clock.now(), "王伟"));
        QVERIFY(room.assign("HQ-video", room.clock.now() + 8h, "王伟"));
        QVERIFY(waitFor([&] { return room.told().contains(QStringLiteral("休息不足")); }));
    }

    void whatIsDaysAwayIsTheRostersMatter()
    {
        Room room;
        QVERIFY(room.show());
        const Instant later = room.clock.now() + 72h;
        QVERIFY(room.assign("HQ-chief", later, "王伟"));
        QVERIFY(room.assign("HQ-video", later, "王伟"));
        QVERIFY(waitFor([&] { return room.desk->shift()->cells.size() == 2; }));
        QCOMPARE(room.told(), QString());
        room.clock.advance(60h);
        QVERIFY(room.told().contains(QStringLiteral("重岗 1")));
    }
};

QTEST_MAIN(tst_ConflictWatch)
#include "tst_ConflictWatch.moc"
