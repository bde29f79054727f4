// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Games time by keys: switched, seen by everybody, refused to who may not, and what it does to a new report.
#include "tests/gui/WatchRoom.h"
#include "tests/support/ChineseScreen.h"
#include "widgets/actions/FindPalette.h"
#include "widgets/common/Toast.h"
#include "widgets/frame/NoticeStrip.h"
#include "widgets/frame/TopBarParts.h"
#include "widgets/watch/RosterStrip.h"

using namespace sz;
using namespace sz::test;
using namespace sz::widgets;

namespace {

struct ModeRoom : WatchRoom
{
    using WatchRoom::WatchRoom;

    [[nodiscard]] const BadgeLabel* badge() const
    {
        return page->findChild<BadgeLabel*>(QStringLiteral("modeBadge"));
    }
    [[nodiscard]] bool waitForMode(plan::Mode mode) const
    {
        return waitFor([&] { return desk->mode().mode == mode; });
    }
    [[nodiscard]] int assignMinutes(const IncidentId& id) const
    {
        const auto& steps = desk->incident(id)->steps;
        const auto step = std::ranges::find(steps, model::StepKind::Assign, &model::Step::kind);
        return static_cast<int>(std::chrono::floor<Minutes>(step->due - step->since).count());
    }
};

} // namespace

class tst_Mode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsAndEndsByTyping_data()
    {
        QTest::addColumn<bool>("isChinese");
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("end");
        QTest::addColumn<QString>("normalWord");
        QTest::addColumn<QString>("gamesWord");
        QTest::addColumn<QString>("arrow");
        QTest::newRow("Chinese words")
            << true << QStringLiteral("赛时 马拉松赛期间") << QStringLiteral("平时 赛事结束")
            << QStringLiteral("平时") << QStringLiteral("赛时 · 未发")
            << QStringLiteral("平时 → 赛时");
        QTest::newRow("pinyin initials")
            << true << QStringLiteral("ss 马拉松赛期间") << QStringLiteral("ps 赛事结束")
            << QStringLiteral("平时") << QStringLiteral("赛时 · 未发")
            << QStringLiteral("平时 → 赛时");
        QTest::newRow("English") << false << QStringLiteral("games marathon")
                                 << QStringLiteral("normal it is over")
                                 << QStringLiteral("normal times")
                                 << QStringLiteral("games time · unsent")
                                 << QStringLiteral("normal times → games time");
    }

    void startsAndEndsByTyping()
    {
        QFETCH(bool, isChinese);
        QFETCH(QString, start);
        QFETCH(QString, end);
        QFETCH(QString, normalWord);
        QFETCH(QString, gamesWord);
        QFETCH(QString, arrow);
        std::optional<ChineseScreen> chinese;
        if (isChinese) {
            chinese.emplace();
        }
        ModeRoom room("HQ", samplePlan(), "HQ-chief");
        QVERIFY(room.show());
        QCOMPARE(room.badge()->text(), normalWord);
        const auto before = room.perform({}, plainReport("甲", plan::Grade::III));
        QCOMPARE(room.assignMinutes(before), 10);

        room.command(start);
        QVERIFY2(room.chips().contains(arrow), qPrintable(room.chips()));
        QVERIFY2(room.chips().contains(QStringLiteral("10")), qPrintable(room.chips()));
        room.key(Qt::Key_Return);
        QCOMPARE(room.sheet(), QStringLiteral("modeSheet"));
        QCOMPARE(room.desk->mode().mode, plan::Mode::Normal); // looked at first
        QVERIFY(room.text("modeChanges").count(QLatin1Char('\n')) >= 4);
        QCOMPARE(room.focused(), QStringLiteral("modeReasonEdit"));
        room.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(room.waitForMode(plan::Mode::Games));
        QVERIFY(waitFor([&] { return room.badge()->text() == gamesWord; }));
        QVERIFY(room.badge()->toolTip().contains(start.section(u' ', 1)));
        QVERIFY(waitFor([&] { return room.sheet() != QStringLiteral("modeSheet"); }));
        const auto* notice = room.page->findChild<NoticeStrip*>();
        QVERIFY(waitFor([&] { return notice->isVisible(); }));
        QVERIFY(!notice->text().isEmpty());

        const auto during = room.perform({}, plainReport("乙", plan::Grade::III));
        QCOMPARE(room.assignMinutes(during), 5);
        QCOMPARE(room.assignMinutes(before), 10); // it keeps its own

        room.command(end);
        room.key(Qt::Key_Return);
        QCOMPARE(room.sheet(), QStringLiteral("modeSheet"));
        QVERIFY(room.text("modeHistory").contains(start.section(u' ', 1)));
        room.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(room.waitForMode(plan::Mode::Normal));
        QCOMPARE(room.desk->mode().turns.size(), std::size_t{2});
        const auto later = room.perform({}, plainReport("丙", plan::Grade::III));
        QCOMPARE(room.assignMinutes(later), 10);
    }

    void aSwitchThatIsNoneIsSaidSo()
    {
        ModeRoom room("HQ", samplePlan(), "HQ-chief");
        QVERIFY(room.show());
        room.command(QStringLiteral("normal again"));
        QVERIFY2(
            room.chips().contains(QStringLiteral("normal times already")),
            qPrintable(room.chips()));
        room.key(Qt::Key_Return);
        QVERIFY(room.sheet() != QStringLiteral("modeSheet"));
        room.key(Qt::Key_Escape);
        room.command(QStringLiteral("games")); // no reason
        QVERIFY2(
            room.chips().contains(QStringLiteral("Write what it says")), qPrintable(room.chips()));
    }

    void whoMayNotReadsWhy_data()
    {
        QTest::addColumn<QString>("unit");
        QTest::newRow("an office whose role has no such right") << QStringLiteral("HQ");
        QTest::newRow("a district") << QStringLiteral("D05");
    }

    void whoMayNotReadsWhy()
    {
        QFETCH(QString, unit);
        auto plan = std::make_shared<plan::Plan>(*samplePlan());
        plan->roles.at(static_cast<std::size_t>(plan::Role::DutyChief))
            .reach[static_cast<std::size_t>(plan::Right::SetMode)] = plan::Reach::None;
        ModeRoom room(unit.toStdString(), plan);
        QVERIFY(room.show());
        room.command(QStringLiteral("games marathon"));
        QVERIFY2(room.chips().contains(QStringLiteral("refused=")), qPrintable(room.chips()));
        room.key(Qt::Key_Return);
        QVERIFY(room.sheet() != QStringLiteral("modeSheet"));
        room.key(Qt::Key_Escape);
        // To look at it is everybody's right.
        QTest::mouseClick(
            room.page->findChild<BadgeLabel*>(QStringLiteral("modeBadge")), Qt::LeftButton);
        QCOMPARE(room.sheet(), QStringLiteral("modeSheet"));
        QVERIFY(!room.text("sheetMessage").isEmpty());
        room.type(QStringLiteral("marathon"));
        room.key(Qt::Key_Return, Qt::ControlModifier);
        QTest::qWait(50);
        QCOMPARE(room.desk->mode().mode, plan::Mode::Normal);
    }

    void thePaletteLeadsThere()
    {
        ModeRoom room("HQ", samplePlan(), "HQ-chief");
        QVERIFY(room.show());
        room.key(Qt::Key_Escape);
        QTest::keyClick(room.page.get(), Qt::Key_K, Qt::ControlModifier);
        if (room.focused() != QStringLiteral("findEdit")) {
            room.page->find().open(); // the key belongs to the window
        }
        room.type(QStringLiteral("games time"));
        room.key(Qt::Key_Return);
        QCOMPARE(room.sheet(), QStringLiteral("modeSheet"));
        room.key(Qt::Key_Return, Qt::ControlModifier); // without a reason
        QVERIFY(!room.text("sheetMessage").isEmpty());
        QCOMPARE(room.desk->mode().mode, plan::Mode::Normal);
        room.key(Qt::Key_Escape);
        QVERIFY(room.sheet() != QStringLiteral("modeSheet"));
    }

    void theRosterSaysWhoIsNotDoubled()
    {
        ModeRoom room("HQ", samplePlan(), "HQ-chief");
        QVERIFY(room.show());
        const auto* roster = room.page->findChild<RosterStrip*>();
        const QString before = roster->gapText();
        auto future = room.desk->setMode(model::StartMode{plan::Mode::Games, "x"});
        QVERIFY(waitFor([&] { return future.isFinished(); }));
        QVERIFY(waitFor([&] { return roster->gapText() != before; }));
        QVERIFY2(
            roster->gapText().contains(QStringLiteral("Inspector 1 of 2")),
            qPrintable(roster->gapText()));
    }

    // Headquarters' "no" loses no word: the line in the outbox opens the sheet filled in, and goes when it is saved anew.
    void aRefusedSwitchIsPutRight()
    {
        ModeRoom room("HQ", samplePlan(), "HQ-chief");
        QVERIFY(room.isOpen());
        auto future = room.desk->setMode(model::StartMode{plan::Mode::Games, "马拉松"});
        QVERIFY(waitFor([&] { return future.isFinished(); }));
        QCOMPARE(room.desk->link().unsent, 1);
        QCOMPARE(room.desk->outbox().size(), std::size_t{1});
        room.reopenRefused({future.result()->counter}, Code::NotAllowed);
        QVERIFY(room.show());
        QVERIFY(waitFor([&] { return room.desk->link().rejected == 1; }));
        QCOMPARE(room.desk->mode().mode, plan::Mode::Normal);
        auto* card = room.page->findChild<QWidget*>(QStringLiteral("outboxCard"));
        QVERIFY(waitFor([&] { return card->isVisible(); })); // without being asked
        auto* correct = card->findChild<QAbstractButton*>(
            QStringLiteral("correctButton%1").arg(room.desk->outbox().front().counter));
        QVERIFY(correct != nullptr && correct->isVisible());
        correct->setFocus();
        room.key(Qt::Key_Space);
        QCOMPARE(room.sheet(), QStringLiteral("modeSheet"));
        QCOMPARE(
            room.find<QPlainTextEdit>("modeReasonEdit")->toPlainText(), QStringLiteral("马拉松"));
        room.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(room.waitForMode(plan::Mode::Games));
        QVERIFY(waitFor([&] { return room.desk->link().rejected == 0; }));
        QCOMPARE(room.desk->outbox().size(), std::size_t{1}); // the new one, unsent
    }

    // The same words in the sheet would end what another desk has begun.
    void aRefusedSwitchThatHasHappenedIsNotTurnedRound()
    {
        ModeRoom room("HQ", samplePlan(), "HQ-chief");
        QVERIFY(room.isOpen());
        auto future = room.desk->setMode(model::StartMode{plan::Mode::Games, "马拉松"});
        QVERIFY(waitFor([&] { return future.isFinished(); }));
        const auto counter = future.result()->counter;
        room.reopenRefused({counter}, Code::AlreadyDone);
        QVERIFY(room.isOpen());
        auto other = room.desk->setMode(model::StartMode{plan::Mode::Games, "别处先切"});
        QVERIFY(waitFor([&] { return other.isFinished(); }));
        QVERIFY(room.show());
        auto* card = room.page->findChild<QWidget*>(QStringLiteral("outboxCard"));
        QVERIFY(waitFor([&] { return card->isVisible(); }));
        card->findChild<QAbstractButton*>(QStringLiteral("correctButton%1").arg(counter))->click();
        QVERIFY(room.sheet() != QStringLiteral("modeSheet"));
        const auto* toast = room.page->findChild<Toast*>();
        QVERIFY(waitFor([&] { return toast->isVisible(); }));
        QVERIFY2(
            toast->accessibleName().contains(QStringLiteral("games time already")),
            qPrintable(toast->accessibleName()));
        QCOMPARE(room.desk->link().rejected, 1); // until somebody has read it
        card->findChild<QAbstractButton*>(QStringLiteral("dismissButton%1").arg(counter))->click();
        QVERIFY(waitFor([&] { return room.desk->link().rejected == 0; }));
        QCOMPARE(room.desk->mode().mode, plan::Mode::Games);
    }

    // The form shows what it will register with.
    void anOpenFormFollows()
    {
        ModeRoom room("HQ", samplePlan(), "HQ-chief");
        QVERIFY(room.show());
        room.page->openIntake();
        auto future = room.desk->setMode(model::StartMode{plan::Mode::Games, "x"});
        QVERIFY(waitFor([&] { return future.isFinished(); }));
        QVERIFY(room.waitForMode(plan::Mode::Games));
        QCOMPARE(room.sheet(), QStringLiteral("intakeSheet"));
    }
};

QTEST_MAIN(tst_Mode)
#include "tst_Mode.moc"
