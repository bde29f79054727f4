// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// D: more time, a returned order, a recheck decided by keys; who may not decide reads so.
#include "tests/gui/CareRoom.h"
#include "tests/support/ChineseScreen.h"
#include "widgets/orders/DecideSheet.h"
#include "widgets/orders/OrderSheet.h"

using namespace sz;
using namespace sz::widgets;
using sz::test::carePlan;
using sz::test::CareRoom;
using sz::test::kCall;
using sz::test::waitFor;

namespace {

constexpr Millis kDay = std::chrono::hours(24);
const OrderId kFirst("o1");
const OrderId kSecond("o2");
const model::Act kAsk = model::AskRelief{kFirst, model::Relief::Extend, 120, "list not complete"};
const model::Act kBack = model::ReturnOrder{kFirst, "not our field"};
const model::Act kDone = model::FinishOrder{kSecond, "all put right"};

QString storyOf(const CareRoom& room)
{
    return room.find<QLabel>("decideStory")->text();
}

} // namespace

class tst_DecideSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void moreTimeIsAgreedToByOneChord()
    {
        CareRoom room;
        QVERIFY(room.isReady({kAsk}));
        room.detailKey(Qt::Key_D);
        QCOMPARE(CareRoom::focused(), QStringLiteral("decideWordsEdit"));
        QVERIFY2(storyOf(room).contains(QStringLiteral("14:22")), qPrintable(storyOf(room)));
        QVERIFY(storyOf(room).contains(QStringLiteral("list not complete")));
        const QString clocks = room.find<QLabel>("decideClocks")->text();
        QVERIFY2(clocks.contains(QStringLiteral("14:22 → 16:22")), qPrintable(clocks));
        QCOMPARE(room.message(), QString());
        room.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(waitFor([&] { return !room.order("o1").ask; }));
        QCOMPARE(room.due("o1"), kCall + kDay + std::chrono::hours(2));
        QVERIFY(waitFor([&] { return room.right->detail().isVisible(); }));
        const QAbstractItemModel* orders = room.right->detail().findChild<OrdersTable*>()->model();
        const QString row = orders->index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(row.contains(QStringLiteral("limit was")), qPrintable(row));
        QVERIFY2(row.contains(QStringLiteral("14:22 → 16:22")), qPrintable(row));
    }

    void refusedNeedsWordsInChinese()
    {
        const test::ChineseScreen chinese;
        CareRoom room;
        QVERIFY(room.isReady({kAsk}));
        room.detailKey(Qt::Key_D);
        QVERIFY2(
            storyOf(room).contains(QStringLiteral("申请延期 2 时")), qPrintable(storyOf(room)));
        room.key(Qt::Key_N, Qt::AltModifier);
        QCOMPARE(room.message(), QStringLiteral("请写理由，单位会看到。"));
        QVERIFY(room.order("o1").ask);
        room.find<QPlainTextEdit>("decideWordsEdit")->insertPlainText(QStringLiteral("今日必办"));
        room.key(Qt::Key_N, Qt::AltModifier);
        QVERIFY(waitFor([&] { return !room.order("o1").ask; }));
        QCOMPARE(room.due("o1"), kCall + kDay);
        const auto& act = std::get<model::DecideRelief>(*room.only()->trace.back().act);
        QCOMPARE(act.words, std::string("今日必办"));
    }

    void whoHasAskedReadsThatAnotherDecides()
    {
        CareRoom room;
        QVERIFY(room.isReady({kAsk}, "HQ-deputy"));
        QVERIFY(room.button("decideButton")->isEnabled());
        room.detailKey(Qt::Key_D);
        QVERIFY2(
            room.message().contains(QStringLiteral("Another duty person")),
            qPrintable(room.message()));
        for (const char* name : {"mainActButton", "decideNoButton"}) {
            const auto* key = room.find<KeycapButton>(name);
            QVERIFY2(!key->isEnabled(), name); // not a key that fails after it is pressed
            QCOMPARE(key->blockedReason(), QStringLiteral("another person decides"));
        }
        CareRoom::type(QStringLiteral("because"));
        QVERIFY(room.message().contains(QStringLiteral("Another duty person")));
        room.key(Qt::Key_Return, Qt::ControlModifier);
        QTest::qWait(50);
        QVERIFY(room.order("o1").ask);
        QCOMPARE(room.due("o1"), kCall + kDay);
    }

    void aReturnIsAccepted()
    {
        CareRoom room;
        QVERIFY(room.isReady({kBack}));
        room.detailKey(Qt::Key_D);
        QVERIFY(storyOf(room).contains(QStringLiteral("not our field")));
        QVERIFY2(
            storyOf(room).contains(QStringLiteral("still that of Education")),
            qPrintable(storyOf(room)));
        room.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!room.message().isEmpty()); // whose it is has to be written
        CareRoom::type(QStringLiteral("office takes it"));
        room.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(waitFor([&] { return !room.order("o1").isHeld(); }));
        QCOMPARE(room.only()->owner().unit, UnitCode("HQ"));
    }

    void aReturnGoesBackToItsUnit()
    {
        CareRoom room;
        QVERIFY(room.isReady({kBack}));
        room.detailKey(Qt::Key_D);
        CareRoom::type(QStringLiteral("first asked, first in charge"));
        room.key(Qt::Key_N, Qt::AltModifier);
        QVERIFY(waitFor([&] { return room.order("o1").isOpen(); }));
        QCOMPARE(room.only()->owner().unit, UnitCode("L06"));
    }

    void anotherUnitTakesOver()
    {
        CareRoom room;
        QVERIFY(room.isReady({kBack}));
        room.detailKey(Qt::Key_D);
        CareRoom::type(QStringLiteral("by the district"));
        room.key(Qt::Key_R, Qt::AltModifier);
        QCOMPARE(room.right->currentWidget(), &room.right->order());
        const QString text = room.find<QPlainTextEdit>("orderTextEdit")->toPlainText();
        QCOMPARE(text, QStringLiteral("核对学员\nby the district"));
        QCOMPARE(CareRoom::focused(), QStringLiteral("unitEdit"));
        CareRoom::type(QStringLiteral("wc"));
        room.key(Qt::Key_Return);
        room.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(waitFor([&] { return room.only()->orders.size() == 3; }));
        const model::Order& next = room.only()->orders.back();
        QCOMPARE(next.instead, kFirst);
        QVERIFY(next.isLead);
        QCOMPARE(next.doneMinutes, 24 * 60);
        QCOMPARE(room.order("o1").heir, next.id);
        QVERIFY(room.order("o1").isHeld()); // until the district signs
        const QAbstractItemModel* orders = room.right->detail().findChild<OrdersTable*>()->model();
        const QString row = orders->index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(row.contains(QStringLiteral("still the matter of Education")), qPrintable(row));
        room.right->order().open(room.incident); // F3 later is a plain order again
        QCOMPARE(room.right->order().accessibleName(), QStringLiteral("New order"));
    }

    void theSecondReturnIsTheChiefs()
    {
        CareRoom room(carePlan(false));
        QVERIFY(room.isReady({kBack, model::DecideReturn{kFirst, false, "yours"}, kBack}));
        QCOMPARE(room.order("o1").returns, 2);
        room.detailKey(Qt::Key_D);
        QVERIFY2(room.message().contains(QStringLiteral("duty chief")), qPrintable(room.message()));
        QVERIFY(storyOf(room).contains(QStringLiteral("return number 2")));
        for (const char* name : {"mainActButton", "decideNoButton", "decideInsteadButton"}) {
            QVERIFY2(!room.find<KeycapButton>(name)->isEnabled(), name);
        }
        CareRoom::type(QStringLiteral("mine"));
        room.key(Qt::Key_Return, Qt::ControlModifier);
        QTest::qWait(50);
        QVERIFY2(room.message().contains(QStringLiteral("duty chief")), qPrintable(room.message()));
        QVERIFY(room.order("o1").isHeld());
        // What one may not decide leaves nothing behind for what one may.
        room.care->decide(room.incident, kSecond);
        QVERIFY(!room.find<KeycapButton>("mainActButton")->isEnabled()); // nothing waits there
        QCOMPARE(
            room.find<KeycapButton>("mainActButton")->blockedReason(),
            QStringLiteral("nothing waits"));
    }

    void aResultThatIsNotInOrderIsOpenAgain()
    {
        CareRoom room;
        QVERIFY(room.isReady({kDone}));
        room.choose("o2");
        room.detailKey(Qt::Key_D);
        QVERIFY(storyOf(room).contains(QStringLiteral("all put right")));
        CareRoom::type(QStringLiteral("two doors still locked"));
        room.key(Qt::Key_Tab);
        QCOMPARE(CareRoom::focused(), QStringLiteral("sampleDrawnEdit"));
        CareRoom::type(QStringLiteral("5"));
        room.key(Qt::Key_Tab);
        CareRoom::type(QStringLiteral("7"));
        room.key(Qt::Key_N, Qt::AltModifier);
        QCOMPARE(CareRoom::focused(), QStringLiteral("sampleGoodEdit")); // more good than looked at
        room.find<QLineEdit>("sampleGoodEdit")->selectAll();
        CareRoom::type(QStringLiteral("3"));
        room.key(Qt::Key_N, Qt::AltModifier);
        QCOMPARE(CareRoom::focused(), QStringLiteral("decideLimitEdit")); // until when
        CareRoom::type(QStringLiteral("3h"));
        room.key(Qt::Key_N, Qt::AltModifier);
        QVERIFY(waitFor([&] { return room.order("o2").isOpen(); }));
        QCOMPARE(room.order("o2").againMinutes, 180);
        const auto& act = std::get<model::RecheckOrder>(*room.only()->trace.back().act);
        QVERIFY(!act.isPassed);
        QCOMPARE(act.sampled, 5);
        QCOMPARE(act.good, 3);
    }

    void aResultInOrderInChinese()
    {
        const test::ChineseScreen chinese;
        CareRoom room;
        QVERIFY(room.isReady({kDone}));
        room.choose("o2");
        room.detailKey(Qt::Key_D);
        QCOMPARE(
            room.find<KeycapButton>("mainActButton")->accessibleName(), QStringLiteral("合格"));
        room.find<QPlainTextEdit>("decideWordsEdit")->insertPlainText(QStringLiteral("全部到位"));
        room.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(waitFor([&] { return room.order("o2").isRecheckPassed; }));
        const QAbstractItemModel* orders = room.right->detail().findChild<OrdersTable*>()->model();
        const QString row = orders->index(1, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(row.contains(QStringLiteral("复核合格")), qPrintable(row));
    }

    void decidedMeanwhileIsSaid()
    {
        CareRoom room;
        QVERIFY(room.isReady({kAsk}));
        room.detailKey(Qt::Key_D);
        const std::string entry = room.order("o1").ask.value().entry;
        QVERIFY(room.tell(model::DecideRelief{kFirst, entry, true, {}}));
        QVERIFY2(room.message().contains(QStringLiteral("Meanwhile")), qPrintable(room.message()));
        room.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(
            waitFor([&] { return room.message().contains(QStringLiteral("nothing to decide")); }));
        QCOMPARE(room.order("o1").addedMinutes, 120); // once
    }

    void nothingWaitsIsSaidOnTheKey()
    {
        CareRoom room;
        QVERIFY(room.isReady());
        QVERIFY(!room.button("decideButton")->isEnabled());
        QCOMPARE(room.button("decideButton")->blockedReason(), QStringLiteral("nothing waits"));
    }

    // What is typed into a field is typed, whatever key of the detail it is.
    void lettersInAFieldAreLetters()
    {
        CareRoom room;
        QVERIFY(room.isReady({kAsk}));
        room.detailKey(Qt::Key_D);
        CareRoom::type(QStringLiteral("due, medium"));
        QCOMPARE(
            room.find<QPlainTextEdit>("decideWordsEdit")->toPlainText(),
            QStringLiteral("due, medium"));
        QCOMPARE(room.right->currentWidget()->objectName(), QStringLiteral("decideSheet"));
    }

    void everythingHasAName()
    {
        CareRoom room;
        QVERIFY(room.isReady({kDone}));
        room.care->decide(room.incident, kSecond);
        QCOMPARE(test::namelessIn(*room.right->currentWidget()), QStringList());
    }
};

QTEST_MAIN(tst_DecideSheet)
#include "tst_DecideSheet.moc"
