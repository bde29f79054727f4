// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// E: more time, a stop of the clock and its end, by keys; U: an order withdrawn.
#include "tests/gui/CareRoom.h"
#include "tests/support/ChineseScreen.h"
#include "widgets/orders/ReliefSheet.h"

#include <optional>

using namespace sz;
using namespace sz::widgets;
using sz::test::CareRoom;
using sz::test::kCall;
using sz::test::waitFor;

namespace {

constexpr Millis kDay = std::chrono::hours(24);
const OrderId kFirst("o1");
const model::Act kAsk = model::AskRelief{kFirst, model::Relief::Extend, 60, "why"};

} // namespace

class tst_ReliefSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void moreTimeByKeys()
    {
        CareRoom room;
        QVERIFY(room.isReady());
        room.choose("o1");
        room.detailKey(Qt::Key_E);
        QCOMPARE(CareRoom::focused(), QStringLiteral("segmentButton0"));
        const auto* clocks = room.find<QLabel>("reliefClocks");
        QVERIFY2(clocks->text().contains(QStringLiteral("14:22 → ")), qPrintable(clocks->text()));
        room.key(Qt::Key_Tab);
        QCOMPARE(CareRoom::focused(), QStringLiteral("reliefLengthEdit"));
        CareRoom::type(QStringLiteral("3h"));
        QVERIFY2(clocks->text().contains(QStringLiteral("17:22")), qPrintable(clocks->text()));
        room.find<QWidget>("reliefReasonEdit")->setFocus();
        CareRoom::type(QStringLiteral("the list is not complete"));
        room.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(waitFor([&] { return room.order("o1").ask.has_value(); }));
        QCOMPARE(room.order("o1").ask->relief, model::Relief::Extend);
        QCOMPARE(room.order("o1").ask->minutes, 180);
        QCOMPARE(room.order("o1").ask->reason, std::string("the list is not complete"));
        QCOMPARE(room.due("o1"), kCall + kDay); // asked is not granted
        QVERIFY(waitFor([&] { return room.said.contains(QStringLiteral("more time")); }));
        QVERIFY(room.right->detail().isVisible());
    }

    void suspendInChinese()
    {
        const test::ChineseScreen chinese;
        CareRoom room;
        QVERIFY(room.isReady());
        room.choose("o2");
        room.detailKey(Qt::Key_E);
        room.key(Qt::Key_Right);
        QCOMPARE(
            room.find<KeycapButton>("mainActButton")->accessibleName(), QStringLiteral("申请挂账"));
        QCOMPARE(room.find<QLineEdit>("reliefLengthEdit")->text(), QStringLiteral("3d"));
        room.find<QWidget>("reliefReasonEdit")->setFocus();
        room.find<QPlainTextEdit>("reliefReasonEdit")->insertPlainText(QStringLiteral("等待鉴定"));
        room.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(waitFor([&] { return room.order("o2").ask.has_value(); }));
        QCOMPARE(room.order("o2").ask->relief, model::Relief::Suspend);
        QCOMPARE(room.order("o2").ask->minutes, 3 * 24 * 60);
        const QAbstractItemModel* orders = room.right->detail().findChild<OrdersTable*>()->model();
        const QString row = orders->index(1, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(row.contains(QStringLiteral("挂账 3 天，待审")), qPrintable(row));
    }

    void whatIsMissingIsSaid()
    {
        CareRoom room;
        QVERIFY(room.isReady());
        room.choose("o1");
        room.detailKey(Qt::Key_E);
        room.key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(CareRoom::focused(), QStringLiteral("reliefReasonEdit"));
        QVERIFY(!room.message().isEmpty());
        CareRoom::type(QStringLiteral("why"));
        auto* length = room.find<QLineEdit>("reliefLengthEdit");
        length->setFocus();
        length->selectAll();
        CareRoom::type(QStringLiteral("soon"));
        room.key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(CareRoom::focused(), QStringLiteral("reliefLengthEdit"));
        QVERIFY(!room.order("o1").ask);
    }

    void oneRequestAtATimeIsSaidAtOnce()
    {
        CareRoom room;
        QVERIFY(room.isReady({kAsk}));
        room.choose("o1");
        QVERIFY(!room.button("reliefButton")->isEnabled());
        QCOMPARE(room.button("reliefButton")->blockedReason(), QStringLiteral("time asked for"));
        room.care->relief(room.incident, kFirst);
        QVERIFY2(room.message().contains(QStringLiteral("waits")), qPrintable(room.message()));
        room.choose("o2");
        QVERIFY(room.button("reliefButton")->isEnabled());
    }

    void resumeIsThereOnlyWhileSuspended()
    {
        CareRoom room;
        QVERIFY(room.isReady({model::AskRelief{kFirst, model::Relief::Suspend, 1440, "why"}}));
        room.choose("o2");
        room.detailKey(Qt::Key_E);
        QVERIFY(!room.find<QWidget>("segmentButton2")->isVisible());
        room.key(Qt::Key_Escape);
        QVERIFY(
            room.tell(model::DecideRelief{kFirst, room.order("o1").ask.value().entry, true, {}}));
        QCOMPARE(room.due("o1"), kCall + kDay + kDay);
        room.choose("o1");
        room.detailKey(Qt::Key_E);
        QVERIFY(room.find<QWidget>("segmentButton2")->isVisible());
        QCOMPARE(CareRoom::focused(), QStringLiteral("segmentButton2"));
        QVERIFY(!room.find<QWidget>("reliefLengthEdit")->isVisible());
        room.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(waitFor([&] { return !room.order("o1").isSuspendedAt(kCall); }));
        QCOMPARE(room.due("o1"), kCall + kDay);
    }

    void escPutsItAwayUndone()
    {
        CareRoom room;
        QVERIFY(room.isReady());
        room.choose("o1");
        room.detailKey(Qt::Key_E);
        room.find<QWidget>("reliefReasonEdit")->setFocus();
        CareRoom::type(QStringLiteral("why"));
        room.key(Qt::Key_Escape);
        QVERIFY(room.right->detail().isVisible());
        QVERIFY(!room.order("o1").ask);
    }

    void ofSeveralOrdersOneHasToBeChosen()
    {
        CareRoom room;
        QVERIFY(room.isReady());
        QVERIFY(!room.button("withdrawButton")->isEnabled());
        QCOMPARE(
            room.button("withdrawButton")->blockedReason(), QStringLiteral("withdraw: which?"));
        QVERIFY(!room.button("reliefButton")->isEnabled());
        room.choose("o2");
        QVERIFY(room.button("withdrawButton")->isEnabled());
    }

    void withdrawnByKeysInBothLanguages_data()
    {
        QTest::addColumn<bool>("isChinese");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("English") << false << QStringLiteral("withdrawn 14:22");
        QTest::newRow("Chinese") << true << QStringLiteral("撤单 14:22");
    }
    void withdrawnByKeysInBothLanguages()
    {
        QFETCH(bool, isChinese);
        QFETCH(QString, outcome);
        std::optional<test::ChineseScreen> chinese;
        if (isChinese) {
            chinese.emplace();
        }
        CareRoom room;
        QVERIFY(room.isReady());
        room.choose("o2");
        room.detailKey(Qt::Key_U);
        QCOMPARE(CareRoom::focused(), QStringLiteral("wordEdit"));
        CareRoom::type(QStringLiteral("sent to the wrong unit"));
        room.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(waitFor([&] { return room.order("o2").state == model::OrderState::Withdrawn; }));
        QCOMPARE(room.order("o2").lastWord, std::string("sent to the wrong unit"));
        const QAbstractItemModel* orders = room.right->detail().findChild<OrdersTable*>()->model();
        QCOMPARE(orders->index(1, static_cast<int>(OrderColumn::Limit)).data().toString(), outcome);
        QVERIFY(!room.button("withdrawButton")->isEnabled());
    }

    void everythingHasAName()
    {
        CareRoom room;
        QVERIFY(room.isReady());
        room.care->relief(room.incident, kFirst);
        QCOMPARE(test::namelessIn(*room.right->currentWidget()), QStringList());
    }
};

QTEST_MAIN(tst_ReliefSheet)
#include "tst_ReliefSheet.moc"
