// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Double duty, short rest and gaps are told on the watch a day ahead, whoever planned them and whether or not the roster is open.
#include "data/model/ModeActs.h"
#include "data/plan/Places.h"
#include "tests/gui/WatchRoom.h"
#include "tests/support/ChineseScreen.h"
#include "widgets/shell/AlarmWatch.h"
#include "widgets/shell/ConflictWatch.h"
#include "widgets/watch/RosterStrip.h"

#include <QFile>

using namespace sz;
using namespace sz::test;
using namespace sz::widgets;
using namespace std::chrono_literals;

namespace {

struct Room : WatchRoom
{
    Room() : WatchRoom("HQ", samplePlan(), "HQ-chief") {}

    [[nodiscard]] const RosterStrip& strip() const { return *page->findChild<RosterStrip*>(); }
    /// One person in the shift of a post that holds this moment; empty: nobody.
    [[nodiscard]] bool assign(const char* post, Instant when, const std::string& person)
    {
        const auto duty = plan::dutyAt(*samplePlan(), PostCode(post), when);
        model::CellEdit edit;
        edit.post = PostCode(post);
        edit.day =
            std::chrono::floor<std::chrono::days>(duty->from + 8h).time_since_epoch().count();
        edit.shift = duty->shiftZh;
        edit.from = duty->from;
        edit.until = duty->until;
        if (!person.empty()) {
            edit.people = {person};
        }
        const UnitCode unit = samplePlan()->post(edit.post)->unit;
        auto done = desk->performShift(model::EditRoster{unit, {edit}, ""});
        return waitFor([&] { return done.isFinished(); }) && done.result().has_value();
    }
    [[nodiscard]] QString told()
    {
        const auto& watch = *page->findChild<ConflictWatch*>();
        clock.advance(1s);
        ticks.tick();
        const bool isSettled = waitFor([&] {
            ticks.tick();
            return watch.isSettled();
        });
        return isSettled ? strip().conflictText() : QStringLiteral("not settled");
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

    // The office has no cell on the strip: that nobody sits there tonight is said beside it. A district's cell says it itself.
    void aGapOfTheOffice()
    {
        Room room;
        QVERIFY(room.show());
        const Instant tonight = room.clock.now() + 8h;
        QVERIFY(room.assign("HQ-chief", tonight, ""));
        QVERIFY(waitFor([&] { return room.told().contains(QStringLiteral("缺岗 1")); }));
        QVERIFY2(
            room.strip().toolTip().contains(QStringLiteral("值班长：缺岗")),
            qPrintable(room.strip().toolTip()));
        QVERIFY(!room.strip().toolTip().contains(QStringLiteral("HQ-"))); // names, no codes
        QVERIFY(room.assign("HQ-chief", tonight, "王伟"));
        QVERIFY(waitFor([&] { return room.told().isEmpty(); }));
        QVERIFY(room.assign("D05-desk", tonight, ""));
        QVERIFY(waitFor([&] {
            std::ignore = room.told();
            return room.strip().gapText().contains(QStringLiteral("武昌"));
        }));
        QCOMPARE(room.strip().conflictText(), QString());
    }

    // All three at once, not a minute before a day is left.
    void adayAheadAndNoSooner()
    {
        Room room;
        QVERIFY(room.show());
        const auto night =
            plan::dutyAt(*samplePlan(), PostCode("HQ-chief"), room.clock.now() + 32h);
        QVERIFY(room.assign("HQ-chief", night->from, "王伟"));
        QVERIFY(room.assign("HQ-video", night->from, "王伟"));   // twice
        QVERIFY(room.assign("HQ-intake", night->from, ""));      // nobody
        QVERIFY(room.assign("HQ-deputy", night->until, "王伟")); // straight on
        QVERIFY(waitFor([&] { return room.desk->shift()->cells.size() == 4; }));
        room.clock.advance(night->from - 24h - room.clock.now() - 2s);
        QCOMPARE(room.told(), QString());
        room.clock.advance(Minutes(1));
        const QString told = room.told();
        QVERIFY2(told.contains(QStringLiteral("缺岗 1")), qPrintable(told));
        QVERIFY2(told.contains(QStringLiteral("重岗 1")), qPrintable(told));
        room.clock.advance(13h);
        QVERIFY2(room.told().contains(QStringLiteral("休息不足")), qPrintable(room.told()));
    }

    // The alarm meter counts the load of this shift: as long as the roster says, not as the plan's hours say.
    void theShiftIsTheRosters()
    {
        Room room;
        QVERIFY(room.show());
        const auto& alarms = *room.page->findChild<AlarmWatch*>();
        const Instant now = room.clock.now();
        const auto planned = plan::dutyAt(*samplePlan(), PostCode("HQ-chief"), now);
        QCOMPARE(toUtcMs(alarms.shiftStart(now)), toUtcMs(planned->from));
        QCOMPARE(toUtcMs(alarms.shiftEnd(now)), toUtcMs(planned->until));
        model::CellEdit edit;
        edit.post = PostCode("HQ-chief");
        edit.day =
            std::chrono::floor<std::chrono::days>(planned->from + 8h).time_since_epoch().count();
        edit.shift = planned->shiftZh;
        edit.from = planned->from + Minutes(30);
        edit.until = planned->until - 1h;
        edit.people = {"王伟"};
        auto done = room.desk->performShift(model::EditRoster{UnitCode("HQ"), {edit}, ""});
        QVERIFY(waitFor([&] { return room.desk->shift()->cells.size() == 1; }));
        QCOMPARE(toUtcMs(alarms.shiftStart(now)), toUtcMs(edit.from));
        QCOMPARE(toUtcMs(alarms.shiftEnd(now)), toUtcMs(edit.until));
    }

    // Minimum strength of roster.toml that holds in games time only: told from the switch on, of a district, too, whose cell is held.
    void gamesTimeAsksForMore()
    {
        const QTemporaryDir folder;
        QFile rules(folder.filePath(QLatin1StringView(roster::kRosterRuleFile)));
        QVERIFY(rules.open(QIODevice::WriteOnly));
        rules.write("[[minimum]]\npost = \"D05-desk\"\npeople = 2\nmode = \"games\"\n");
        rules.close();
        Room room;
        room.options.planFolder = folder.path().toStdString();
        room.sitAt("HQ-chief");
        QVERIFY(room.show());
        QCOMPARE(room.told(), QString());
        auto games = room.desk->setMode(model::StartMode{plan::Mode::Games, "马拉松"});
        QVERIFY(waitFor([&] { return games.isFinished(); }) && games.result().has_value());
        QVERIFY(waitFor([&] { return room.told().contains(QStringLiteral("缺岗")); }));
        QVERIFY2(
            room.strip().toolTip().contains(QStringLiteral("武昌区值班室")),
            qPrintable(room.strip().toolTip()));
        auto over = room.desk->setMode(model::EndMode{"赛事结束"});
        QVERIFY(waitFor([&] { return over.isFinished(); }) && over.result().has_value());
        room.clock.advance(Minutes(1));
        QVERIFY(waitFor([&] { return room.told().isEmpty(); }));
    }

    // So does roster_depth of limits.toml: the inspector's post has one team, two have to stand behind it.
    void gamesTimeAsksForDepth()
    {
        Room room;
        QVERIFY(room.show());
        QCOMPARE(room.told(), QString());
        auto games = room.desk->setMode(model::StartMode{plan::Mode::Games, "马拉松"});
        QVERIFY(waitFor([&] { return games.isFinished(); }) && games.result().has_value());
        QVERIFY(waitFor([&] { return room.told().contains(QStringLiteral("缺岗")); }));
        QVERIFY2(
            room.strip().toolTip().contains(QStringLiteral("督察岗：须有 2 个班组待命，只有 1 个")),
            qPrintable(room.strip().toolTip()));
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
