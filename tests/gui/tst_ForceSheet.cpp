// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// F6: a task force formed in one key and one chord, changed with a reason; who may not form one is told so.
#include "tests/gui/ForceRoom.h"
#include "tests/support/ChineseScreen.h"
#include "widgets/force/ForceSheet.h"

using namespace sz;
using namespace sz::widgets;
using sz::test::ForceRoom;
using sz::test::kCall;
using sz::test::roomForce;
using sz::test::waitFor;

class tst_ForceSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Name, lead and members are there; the cursor stands where the goals go.
    void formedByAKeyAndAChord()
    {
        ForceRoom room;
        QVERIFY(room.isSet());
        room.detailKey(Qt::Key_F6);
        QCOMPARE(room.screen(), QStringLiteral("forceSheet"));
        QCOMPARE(ForceRoom::focused(), QStringLiteral("forceGoalsEdit"));
        ForceRoom::type(QStringLiteral("evacuate 1,200 households"));
        room.key(Qt::Key_Return);
        ForceRoom::type(QStringLiteral("guard 4"));
        room.save();
        QVERIFY(waitFor([&] { return room.force() != nullptr; }));
        const model::TaskForce& force = *room.force();
        QVERIFY2(
            QString::fromStdString(force.name).endsWith(QStringLiteral("task force")),
            force.name.c_str());
        QCOMPARE(force.command().unit, UnitCode("L06")); // who leads the orders
        QCOMPARE(force.command().post, PostCode("L06-desk"));
        QCOMPARE(force.members.size(), std::size_t{1}); // who else has an open order
        QCOMPARE(force.members.front().unit, UnitCode("L01"));
        QCOMPARE(force.goals.size(), std::size_t{2});
        QCOMPARE(force.goals[0].goal.target, std::int64_t{1200});
        QCOMPARE(force.goals[0].goal.unitWord, std::string("households"));
        QCOMPARE(force.goals[1].goal.label, std::string("guard"));
        QCOMPARE(force.until, kCall + std::chrono::days(3));
        QVERIFY(waitFor([&] { return room.screen() == QStringLiteral("forceBoard"); }));
        QVERIFY2(room.said.contains(QStringLiteral("task force formed")), qPrintable(room.said));
    }

    void formedInChinese()
    {
        const test::ChineseScreen chinese;
        ForceRoom room;
        QVERIFY(room.isSet());
        room.detailKey(Qt::Key_F6);
        ForceRoom::write(QStringLiteral("转移120户\n管控 4 处"));
        room.find<QLineEdit>("forceLeadEdit")->setFocus();
        room.find<QLineEdit>("forceLeadEdit")->selectAll();
        ForceRoom::type(QStringLiteral("wc"));
        room.key(Qt::Key_Return);
        QVERIFY2(
            room.find<QLineEdit>("forceLeadEdit")->text().startsWith(QStringLiteral("武昌")),
            qPrintable(room.find<QLineEdit>("forceLeadEdit")->text()));
        room.find<QLineEdit>("forceUntilEdit")->setText(QStringLiteral("10月20日"));
        room.save();
        QVERIFY(waitFor([&] { return room.force() != nullptr; }));
        QCOMPARE(room.force()->name, std::string("培训学校停业专班"));
        QCOMPARE(room.force()->command().unit, UnitCode("D05"));
        QCOMPARE(room.force()->goals[0].goal.label, std::string("转移"));
        QCOMPARE(room.force()->goals[0].goal.unitWord, std::string("户"));
        QCOMPARE(toUtcMs(room.force()->until) % 60'000, std::int64_t{0});
        QVERIFY(waitFor([&] { return room.said.contains(QStringLiteral("专班")); }));
    }

    // Unit, then what for; Delete takes a member out; the same post is there once.
    void membersByTyping()
    {
        ForceRoom room;
        QVERIFY(room.isSet());
        room.detailKey(Qt::Key_F6);
        room.find<QLineEdit>("memberEdit")->setFocus();
        ForceRoom::type(QStringLiteral("gongan cordon"));
        room.key(Qt::Key_Return);
        auto* table = room.find<QWidget>("memberTable");
        QVERIFY2(
            table->accessibleDescription().contains(QStringLiteral("cordon")),
            qPrintable(table->accessibleDescription()));
        ForceRoom::type(QStringLiteral("wc"));
        room.key(Qt::Key_Return);
        room.save();
        QVERIFY(waitFor([&] { return room.force() != nullptr; }));
        const auto& members = room.force()->members;
        QCOMPARE(members.size(), std::size_t{2});
        QCOMPARE(members[0].unit, UnitCode("L01"));
        QCOMPARE(members[0].task, std::string("cordon"));
        QCOMPARE(members[1].unit, UnitCode("D05"));
    }

    void aGoalWithoutANumberIsPointedAt()
    {
        ForceRoom room;
        QVERIFY(room.isSet());
        room.detailKey(Qt::Key_F6);
        ForceRoom::type(QStringLiteral("evacuate everybody"));
        QVERIFY(room.text("forceGoalWords").contains(QStringLiteral("evacuate everybody")));
        room.key(Qt::Key_Tab); // away; the chord works from anywhere
        room.save();
        QCOMPARE(ForceRoom::focused(), QStringLiteral("forceGoalsEdit"));
        QVERIFY(!room.message().isEmpty());
        QVERIFY(room.force() == nullptr);
    }

    void anEndThatIsOverIsWarnedOf()
    {
        ForceRoom room;
        QVERIFY(room.isSet());
        room.detailKey(Qt::Key_F6);
        auto* until = room.find<QLineEdit>("forceUntilEdit");
        until->setFocus();
        until->selectAll();
        ForceRoom::type(QStringLiteral("2026-10-01"));
        QVERIFY(room.text("forceUntilWords").contains(QStringLiteral("to come")));
        room.save();
        QCOMPARE(ForceRoom::focused(), QStringLiteral("forceUntilEdit"));
        QVERIFY(room.force() == nullptr);
    }

    // What was begun is there again after Esc, and after another look at the incident.
    void putAwayAndTakenUpAgain()
    {
        ForceRoom room;
        QVERIFY(room.isSet());
        room.detailKey(Qt::Key_F6);
        ForceRoom::type(QStringLiteral("evacuate 12"));
        room.key(Qt::Key_Escape);
        QVERIFY(room.right->detail().isVisible());
        room.detailKey(Qt::Key_F6);
        QCOMPARE(
            room.find<QPlainTextEdit>("forceGoalsEdit")->toPlainText(),
            QStringLiteral("evacuate 12"));
    }

    // Another desk was faster: the act is blocked with its reason, nothing is written twice.
    void somebodyWasFaster()
    {
        ForceRoom room;
        QVERIFY(room.isSet());
        room.detailKey(Qt::Key_F6);
        QVERIFY(room.tell(roomForce()));
        auto* main = room.find<KeycapButton>("mainActButton");
        QCOMPARE(main->blockedReason(), QStringLiteral("it has one already"));
        room.save();
        QTest::qWait(50);
        QCOMPARE(room.now()->forces.size(), std::size_t{1});
        QCOMPARE(room.force()->name, std::string("Xudong task force"));
    }

    void changedWithAReason()
    {
        ForceRoom room;
        QVERIFY(room.isSet({roomForce()}));
        room.detailKey(Qt::Key_F6);
        QCOMPARE(room.screen(), QStringLiteral("forceBoard"));
        room.key(Qt::Key_4, Qt::AltModifier);
        QCOMPARE(room.screen(), QStringLiteral("forceSheet"));
        room.save();
        QVERIFY2(room.message().contains(QStringLiteral("Nothing")), qPrintable(room.message()));
        auto* goals = room.find<QPlainTextEdit>("forceGoalsEdit");
        QCOMPARE(goals->toPlainText(), QStringLiteral("evacuate 120 households\nguard 4 gates"));
        goals->setPlainText(QStringLiteral("evacuate 150 households"));
        room.save();
        QCOMPARE(ForceRoom::focused(), QStringLiteral("forceReasonEdit"));
        ForceRoom::type(QStringLiteral("another stair"));
        room.save();
        QVERIFY(waitFor([&] { return room.force()->goals.size() == 1; }));
        QCOMPARE(room.force()->goals.front().goal.target, std::int64_t{150});
        QCOMPARE(room.force()->members.size(), std::size_t{2}); // not touched
        QCOMPARE(room.force()->until, kCall + std::chrono::days(3));
        const auto& act = std::get<model::ChangeForce>(*room.now()->trace.back().act);
        QVERIFY(!act.members && !act.until);
        QCOMPARE(act.reason, std::string("another stair"));
        QVERIFY(waitFor([&] { return room.screen() == QStringLiteral("forceBoard"); }));
    }

    void whoMayNotFormOneIsToldSo()
    {
        auto plan = std::make_shared<plan::Plan>(*test::carePlan());
        auto& reach = plan->roles.at(static_cast<std::size_t>(plan::Role::DutyChief)).reach;
        reach[static_cast<std::size_t>(plan::Right::LeadForce)] = plan::Reach::None;
        ForceRoom room(plan);
        QVERIFY(room.isSet());
        QVERIFY(!room.button("forceButton")->isEnabled());
        room.detailKey(Qt::Key_F6);
        QVERIFY(room.right->detail().isVisible());
        QVERIFY2(room.said.contains(QStringLiteral("may not")), qPrintable(room.said));
    }

    void lettersInAFieldAreLetters()
    {
        ForceRoom room;
        QVERIFY(room.isSet());
        room.detailKey(Qt::Key_F6);
        ForceRoom::type(QStringLiteral("queue. dux 3"));
        QCOMPARE(
            room.find<QPlainTextEdit>("forceGoalsEdit")->toPlainText(),
            QStringLiteral("queue. dux 3"));
        QCOMPARE(room.screen(), QStringLiteral("forceSheet"));
    }

    void everythingHasAName()
    {
        ForceRoom room;
        QVERIFY(room.isSet());
        room.forces->open(room.incident);
        QCOMPARE(test::namelessIn(*room.right->currentWidget()), QStringList());
    }
};

QTEST_MAIN(tst_ForceSheet)
#include "tst_ForceSheet.moc"
