// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Q puts a question; Ctrl+D lists them all: a row is left by orders, by a reason for none, or stays open and says so.
#include "tests/gui/ForceRoom.h"
#include "tests/support/ChineseScreen.h"
#include "widgets/force/DecisionList.h"
#include "widgets/force/MatterList.h"
#include "widgets/orders/OrderSheet.h"
#include "widgets/watch/ForceBar.h"
#include "widgets/watch/MarkLink.h"

using namespace sz;
using namespace sz::widgets;
using sz::test::ForceRoom;
using sz::test::kCall;
using sz::test::waitFor;

namespace {

const model::Act kFirst = model::AskDecision{"Evacuate two blocks?"};
const model::Act kSecond = model::AskDecision{"Close the road?"};

MatterList* listOf(const ForceRoom& room)
{
    return room.find<MatterList>("decisionList");
}

} // namespace

class tst_DecisionList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void askedByAKey()
    {
        ForceRoom room;
        QVERIFY(room.isSet());
        room.detailKey(Qt::Key_Q);
        QCOMPARE(ForceRoom::focused(), QStringLiteral("wordEdit"));
        ForceRoom::type(QStringLiteral("Evacuate two blocks?"));
        room.save();
        QVERIFY(waitFor([&] { return room.now()->openDecision() != nullptr; }));
        QCOMPARE(room.now()->openDecision()->question, std::string("Evacuate two blocks?"));
        auto* line = room.right->detail().findChild<MarkLink*>(QStringLiteral("decisionLink"));
        QVERIFY(waitFor([&] { return line->mark().text.contains(QStringLiteral("Evacuate")); }));
    }

    void emptySaysWhy()
    {
        ForceRoom room;
        QVERIFY(room.isSet());
        room.detailKey(Qt::Key_Q);
        room.key(Qt::Key_Escape);
        room.key(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(room.screen(), QStringLiteral("decisionListSheet"));
        QCOMPARE(listOf(room)->rows().size(), std::size_t{0});
        QVERIFY(!room.find<QWidget>("mainActButton")->isEnabled());
        room.key(Qt::Key_Escape);
        QVERIFY(room.right->detail().isVisible());
    }

    // Enter, the unit, Ctrl+Enter: the next row is chosen.
    void eachBecomesAnOrder()
    {
        ForceRoom room;
        QVERIFY(room.isSet({kFirst, kSecond}));
        room.detailKey(Qt::Key_F9); // any key that does nothing here: focus is in the detail
        room.key(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(listOf(room)->rows().size(), std::size_t{2});
        QCOMPARE(listOf(room)->rows().front().words, QStringLiteral("Evacuate two blocks?"));
        room.key(Qt::Key_Return);
        QCOMPARE(room.screen(), QStringLiteral("orderSheet"));
        QCOMPARE(room.text("decisionQuestion"), QStringLiteral("Evacuate two blocks?"));
        QCOMPARE(ForceRoom::focused(), QStringLiteral("unitEdit"));
        ForceRoom::type(QStringLiteral("wc"));
        room.key(Qt::Key_Return);
        room.save();
        QVERIFY(waitFor([&] { return room.now()->decisions.front().settledAt.has_value(); }));
        const model::Decision& done = room.now()->decisions.front();
        QCOMPARE(done.orders.size(), std::size_t{1});
        QCOMPARE(room.now()->order(done.orders.front())->unit, UnitCode("D05"));
        QVERIFY(waitFor([&] { return room.screen() == QStringLiteral("decisionListSheet"); }));
        QVERIFY(waitFor([&] { return listOf(room)->rows().size() == 1; }));
        QCOMPARE(listOf(room)->current()->words, QStringLiteral("Close the road?"));
        QCOMPARE(ForceRoom::focused(), QStringLiteral("decisionList"));
    }

    void orNothingIsOrderedWithAReasonInChinese()
    {
        const test::ChineseScreen chinese;
        ForceRoom room;
        QVERIFY(room.isSet({kFirst, kSecond}));
        room.decisions->openList();
        room.key(Qt::Key_Return);
        room.key(Qt::Key_X, Qt::AltModifier);
        QCOMPARE(ForceRoom::focused(), QStringLiteral("dropReasonEdit")); // why is missing
        QVERIFY(!room.message().isEmpty());
        ForceRoom::write(QStringLiteral("居民已自行撤离"));
        room.key(Qt::Key_X, Qt::AltModifier);
        QVERIFY(waitFor([&] { return room.now()->decisions.front().settledAt.has_value(); }));
        QVERIFY(room.now()->decisions.front().orders.empty());
        QCOMPARE(room.now()->decisions.front().reason, std::string("居民已自行撤离"));
        QVERIFY(waitFor([&] { return room.screen() == QStringLiteral("decisionListSheet"); }));
        QCOMPARE(listOf(room)->current()->words, QStringLiteral("Close the road?"));
        QCOMPARE(room.now()->orders.size(), std::size_t{2}); // none was added
    }

    void escLeavesItOpenAndSaysSo()
    {
        ForceRoom room;
        QVERIFY(room.isSet({kFirst, kSecond}));
        room.decisions->openList();
        room.key(Qt::Key_Down);
        room.key(Qt::Key_Return);
        QCOMPARE(room.text("decisionQuestion"), QStringLiteral("Close the road?"));
        room.key(Qt::Key_Escape);
        QVERIFY(waitFor([&] { return room.screen() == QStringLiteral("decisionListSheet"); }));
        QVERIFY2(room.said.contains(QStringLiteral("still waits")), qPrintable(room.said));
        QCOMPARE(listOf(room)->rows().size(), std::size_t{2});
        QCOMPARE(listOf(room)->current()->words, QStringLiteral("Close the road?"));
    }

    // While the list has the focus, what another desk settles stays in its place and says so.
    void settledByAnotherMeanwhile()
    {
        ForceRoom room;
        QVERIFY(room.isSet({kFirst, kSecond}));
        room.decisions->openList();
        const std::string ask = room.now()->decisions.front().entry;
        QVERIFY(room.tell(model::DropDecision{ask, "gone"}));
        QVERIFY(waitFor([&] { return listOf(room)->rows().front().isOver; }));
        QCOMPARE(listOf(room)->rows().size(), std::size_t{2});
        room.key(Qt::Key_Return);
        QCOMPARE(room.screen(), QStringLiteral("decisionListSheet"));
        QVERIFY2(room.message().contains(QStringLiteral("Meanwhile")), qPrintable(room.message()));
    }

    void whoMayNotDecideReadsSo()
    {
        auto plan = std::make_shared<plan::Plan>(*test::carePlan());
        ForceRoom room(plan);
        QVERIFY(room.isSet({kFirst}));
        auto& reach = plan->roles.at(static_cast<std::size_t>(plan::Role::DutyChief)).reach;
        reach[static_cast<std::size_t>(plan::Right::IssueOrders)] = plan::Reach::None;
        room.decisions->openList();
        room.key(Qt::Key_Return);
        QCOMPARE(room.screen(), QStringLiteral("decisionListSheet"));
        QVERIFY(!room.message().isEmpty());
    }

    // An order of its own is not one that answers.
    void anOrdinaryOrderSettlesNothing()
    {
        ForceRoom room;
        QVERIFY(room.isSet({kFirst}));
        room.decisions->openList();
        room.key(Qt::Key_Return);
        room.right->showSheet(&room.right->order());
        room.right->order().open(room.incident);
        QVERIFY(!room.find<QWidget>("decisionQuestion")->isVisible());
        ForceRoom::type(QStringLiteral("wc"));
        room.key(Qt::Key_Return);
        room.save();
        QVERIFY(waitFor([&] { return room.now()->orders.size() == 3; }));
        QVERIFY(room.now()->openDecision() != nullptr);
    }

    void oldestFirstAcrossIncidents()
    {
        ForceRoom room;
        QVERIFY(room.isSet({kSecond}));
        room.clock.advance(std::chrono::minutes(5));
        const IncidentId other =
            room.perform({}, test::plainReport("Another matter", plan::Grade::IV, 4));
        QVERIFY(!other.empty());
        QVERIFY(!room.perform(other, kFirst).empty());
        QVERIFY(waitFor([&] { return !room.desk->incident(other)->decisions.empty(); }));
        room.decisions->openList();
        QCOMPARE(listOf(room)->rows().size(), std::size_t{2});
        QCOMPARE(listOf(room)->rows().front().incident, room.incident);
        room.decisions->openList(other);
        QCOMPARE(listOf(room)->current()->incident, other);
    }

    void everythingHasAName()
    {
        ForceRoom room;
        QVERIFY(room.isSet({kFirst}));
        room.decisions->openList();
        QCOMPARE(test::namelessIn(*room.right->currentWidget()), QStringList());
        room.key(Qt::Key_Return);
        QCOMPARE(test::namelessIn(*room.right->currentWidget()), QStringList());
    }
};

QTEST_MAIN(tst_DecisionList)
#include "tst_DecisionList.moc"
