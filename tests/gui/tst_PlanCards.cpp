// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Y: one key shows a plan card, Enter writes its orders.
#include "tests/gui/WatchRoom.h"
#include "tests/support/ChineseScreen.h"
#include "widgets/actions/OrderTable.h"
#include "widgets/common/Toast.h"
#include "widgets/intake/IntakeSheet.h"
#include "widgets/intake/PresetOrders.h"

using namespace sz;
using namespace sz::test;
using namespace sz::widgets;

namespace {

struct CardRoom : WatchRoom
{
    using WatchRoom::WatchRoom;

    /// One incident, selected, the board in front.
    [[nodiscard]] bool isReady(const char* kind, plan::Grade grade, int area = 24)
    {
        if (!show()) {
            return false;
        }
        model::ReportIncident report = plainReport("雄楚大道积水", grade, area);
        report.kind = KindCode(kind);
        report.receivedAt = kCall;
        id = perform({}, report);
        page->select(id);
        return !id.empty();
    }
    [[nodiscard]] model::IncidentPtr incident() const { return desk->incident(id); }
    [[nodiscard]] const model::Order* orderOf(const char* unit) const
    {
        const auto all = incident();
        const auto it = std::ranges::find(all->orders, UnitCode(unit), &model::Order::unit);
        return it == all->orders.end() ? nullptr : &*it;
    }
    [[nodiscard]] bool waitForOrders(std::size_t count) const
    {
        return waitFor([&] { return incident()->orders.size() == count; });
    }
    [[nodiscard]] bool waitForState(model::OrderState state, int count) const
    {
        return waitFor([&] {
            return std::ranges::count(incident()->orders, state, &model::Order::state) == count;
        });
    }
    [[nodiscard]] std::size_t rows() const { return find<OrderTable>("cardTable")->rows().size(); }

    IncidentId id;
};

} // namespace

class tst_PlanCards : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneKeyWritesSevenOrders_data()
    {
        QTest::addColumn<bool>("isChinese");
        QTest::newRow("Chinese") << true;
        QTest::newRow("English") << false;
    }

    void oneKeyWritesSevenOrders()
    {
        QFETCH(bool, isChinese);
        std::optional<ChineseScreen> chinese;
        if (isChinese) {
            chinese.emplace();
        }
        CardRoom room;
        QVERIFY(room.isReady("flood.street", plan::Grade::IV));
        room.key(Qt::Key_Y);
        QCOMPARE(room.sheet(), QStringLiteral("planCardSheet"));
        QCOMPARE(room.rows(), std::size_t{7});
        QVERIFY(room.incident()->orders.empty()); // nothing is out yet
        room.key(Qt::Key_Return);
        QVERIFY(room.waitForOrders(7));
        QVERIFY(waitFor([&] { return room.sheet() != QStringLiteral("planCardSheet"); }));
        const model::Order* lead = room.orderOf("L10");
        QVERIFY(lead != nullptr && lead->isLead);
        QCOMPARE(lead->signMinutes, 5);
        QCOMPARE(lead->arriveMinutes, 30);
        QCOMPARE(lead->doneMinutes, 240);
        QVERIFY(QString::fromStdString(lead->text).contains(QStringLiteral("泵车")));
        QCOMPARE(std::ranges::count(room.incident()->orders, true, &model::Order::isLead), 1);
        // The district is that of the place.
        const std::string here = room.incident()->place.district.value;
        QVERIFY(room.orderOf(here.c_str()) != nullptr);
        for (const model::Order& order : room.incident()->orders) {
            QVERIFY(!order.post.empty());
        }
    }

    void oneKeyTakesAllOfThemBack_data() { oneKeyWritesSevenOrders_data(); }
    void oneKeyTakesAllOfThemBack()
    {
        QFETCH(bool, isChinese);
        std::optional<ChineseScreen> chinese;
        if (isChinese) {
            chinese.emplace();
        }
        CardRoom room;
        QVERIFY(room.isReady("flood.street", plan::Grade::IV));
        room.key(Qt::Key_Y);
        room.key(Qt::Key_Return);
        QVERIFY(room.waitForOrders(7));
        auto* toast = room.page->findChild<Toast*>();
        auto* undo = toast->findChild<KeycapButton*>();
        QVERIFY(waitFor([&] { return undo->isVisible(); }));
        QVERIFY2(undo->accessibleName().contains(u"30"), qPrintable(undo->accessibleName()));
        const auto written = room.incident()->trace.size();
        room.key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(room.waitForState(model::OrderState::Withdrawn, 7));
        QCOMPARE(room.incident()->trace.size(), written + 7); // one act each, with its reason
        const auto& last = std::get<model::WithdrawOrder>(*room.incident()->trace.back().act);
        QCOMPARE(last.reason.empty(), false);
        QVERIFY(!undo->isVisible());
        QVERIFY2(toast->accessibleName().contains(u'7'), qPrintable(toast->accessibleName()));
        room.key(Qt::Key_Z, Qt::ControlModifier); // once
        QTest::qWait(30);
        QCOMPARE(room.incident()->trace.size(), written + 7);
        // The card can be issued anew.
        room.key(Qt::Key_Y);
        QCOMPARE(room.rows(), std::size_t{7});
    }

    void whatIsWithdrawnAlreadyDoesNotKeepTheOthers()
    {
        CardRoom room;
        QVERIFY(room.isReady("flood.street", plan::Grade::IV));
        room.key(Qt::Key_Y);
        room.key(Qt::Key_Return);
        QVERIFY(room.waitForOrders(7));
        auto* toast = room.page->findChild<Toast*>();
        QVERIFY(waitFor([&] { return toast->findChild<KeycapButton*>()->isVisible(); }));
        const OrderId first = room.incident()->orders.front().id;
        QVERIFY(!room.perform(room.id, model::WithdrawOrder{first, "电话撤回"}).empty());
        room.key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(room.waitForState(model::OrderState::Withdrawn, 7));
        QVERIFY(waitFor([&] { return toast->accessibleName().startsWith(u"6 "); }));
    }

    void ordersByTheLineAreTakenBackToo()
    {
        CardRoom room;
        QVERIFY(room.isReady("flood.street", plan::Grade::IV));
        room.command(QStringLiteral("派 武昌,教育 24h 到场"));
        room.key(Qt::Key_Return);
        QVERIFY(room.waitForOrders(2));
        auto* toast = room.page->findChild<Toast*>();
        QVERIFY(waitFor([&] { return toast->findChild<KeycapButton*>()->isVisible(); }));
        room.key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(room.waitForState(model::OrderState::Withdrawn, 2));
    }

    void ordersTickedWithAReportAreTakenBackToo_data() { oneKeyWritesSevenOrders_data(); }
    void ordersTickedWithAReportAreTakenBackToo()
    {
        QFETCH(bool, isChinese);
        std::optional<ChineseScreen> chinese;
        if (isChinese) {
            chinese.emplace();
        }
        CardRoom room;
        QVERIFY(room.show());
        room.page->openIntake();
        room.type(QStringLiteral("餐馆后门面包车里有二三十个液化气罐"));
        room.key(Qt::Key_Tab);
        room.type(QStringLiteral("tjd"));
        QTest::qWait(50);
        room.key(Qt::Key_Return);
        room.key(Qt::Key_P, Qt::AltModifier);
        const std::size_t ticked =
            room.page->right().intake().findChild<PresetOrders*>()->tickedUnits().size();
        QVERIFY(ticked > 1);
        room.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(waitFor(
            [&] { return room.only() != nullptr && room.only()->orders.size() == ticked; }));
        room.id = room.only()->id;
        auto* toast = room.page->findChild<Toast*>();
        auto* undo = toast->findChild<KeycapButton*>();
        QVERIFY(waitFor([&] { return undo->isVisible(); }));
        QVERIFY2(
            toast->accessibleName().contains(QString::number(ticked)),
            qPrintable(toast->accessibleName()));
        room.key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(room.waitForState(model::OrderState::Withdrawn, static_cast<int>(ticked)));
        QCOMPARE(room.incident()->state == model::IncidentState::Closed, false); // it was reported
    }

    void unitsWithAnOpenOrderAreLeftOutAndNamed()
    {
        CardRoom room;
        QVERIFY(room.isReady("flood.street", plan::Grade::IV));
        const model::IssueOrders one{
            "先到场", {{OrderId("o1"), UnitCode("L02"), PostCode("L02-duty"), true, 10, 600, 0}}};
        QVERIFY(!room.perform(room.id, one).empty());
        QVERIFY(room.waitForOrders(1));
        room.key(Qt::Key_Y);
        QCOMPARE(room.rows(), std::size_t{6});
        QVERIFY2(
            room.text("cardNote").contains(QStringLiteral("Traffic")),
            qPrintable(room.text("cardNote")));
        room.key(Qt::Key_Return);
        QVERIFY(room.waitForOrders(7));
        // Who leads already leads.
        QCOMPARE(std::ranges::count(room.incident()->orders, true, &model::Order::isLead), 1);
        QVERIFY(room.orderOf("L02")->isLead);
        // Nobody is left for a second time.
        QVERIFY(waitFor([&] { return room.sheet() != QStringLiteral("planCardSheet"); }));
        room.key(Qt::Key_Y);
        QVERIFY(!room.text("sheetMessage").isEmpty());
        room.key(Qt::Key_Return);
        QTest::qWait(50);
        QCOMPARE(room.incident()->orders.size(), std::size_t{7});
    }

    void aRowIsLeftOutBySpace()
    {
        CardRoom room;
        QVERIFY(room.isReady("flood.street", plan::Grade::IV));
        room.key(Qt::Key_Y);
        QCOMPARE(room.focused(), QStringLiteral("cardTable"));
        room.key(Qt::Key_Down);
        room.key(Qt::Key_Space);
        room.key(Qt::Key_Return);
        QVERIFY(room.waitForOrders(6));
        QVERIFY(room.orderOf("L02") == nullptr);
    }

    void severalCardsAreChosenByDigit()
    {
        CardRoom room;
        QVERIFY(room.isReady("crowd.gather", plan::Grade::III));
        room.key(Qt::Key_Y);
        QCOMPARE(room.rows(), std::size_t{7}); // the venue's
        room.key(Qt::Key_2);
        QCOMPARE(room.rows(), std::size_t{5});
        room.key(Qt::Key_Return);
        QVERIFY(room.waitForOrders(5));
        const model::Order* housing = room.orderOf("L08");
        QVERIFY(housing != nullptr && housing->work);
        QCOMPARE(housing->work->amount, 3);
    }

    void byTyping_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("Chinese") << QStringLiteral("预案 城区渍水");
        QTest::newRow("pinyin initials") << QStringLiteral("ya cqzs");
        QTest::newRow("English") << QStringLiteral("card street");
        QTest::newRow("without a name") << QStringLiteral("预案");
    }

    void byTyping()
    {
        QFETCH(QString, typed);
        CardRoom room;
        QVERIFY(room.isReady("flood.street", plan::Grade::IV));
        room.command(typed);
        QVERIFY2(
            room.chips().contains(QStringLiteral("Street flooding")), qPrintable(room.chips()));
        room.key(Qt::Key_Return);
        QCOMPARE(room.sheet(), QStringLiteral("planCardSheet"));
        QVERIFY(room.incident()->orders.empty());
        room.key(Qt::Key_Return);
        QVERIFY(room.waitForOrders(7));
    }

    void aCardOfAnotherKindIsShownWhenItIsNamed()
    {
        CardRoom room;
        QVERIFY(room.isReady("flood.street", plan::Grade::IV));
        room.command(QStringLiteral("card gas"));
        room.key(Qt::Key_Return);
        QCOMPARE(room.rows(), std::size_t{7});
        room.key(Qt::Key_Return);
        QVERIFY(room.waitForOrders(7));
        QVERIFY(room.orderOf("L20")->isLead);
    }

    void withoutACardItSaysSo()
    {
        CardRoom room;
        QVERIFY(room.isReady("landslide", plan::Grade::IV));
        room.command(QStringLiteral("card"));
        QVERIFY2(
            room.chips().contains(QStringLiteral("No plan card fits")), qPrintable(room.chips()));
        room.key(Qt::Key_Escape);
        room.page->select(room.id);
        QTest::keyClick(room.page.get(), Qt::Key_Y);
        QVERIFY(room.text("sheetMessage").contains(QStringLiteral("No plan card fits")));
    }

    void whatTheCardLeavesOpenIsAsTheModeSays_data()
    {
        QTest::addColumn<bool>("isGames");
        QTest::addColumn<int>("sign");
        QTest::newRow("normal times") << false << 10;
        QTest::newRow("games time") << true << 5;
    }

    void whatTheCardLeavesOpenIsAsTheModeSays()
    {
        QFETCH(bool, isGames);
        QFETCH(int, sign);
        auto plan = std::make_shared<plan::Plan>(*samplePlan());
        plan->cards.front().orders.front().sign = 0;
        CardRoom room("HQ", plan);
        QVERIFY(room.show());
        if (isGames) {
            auto future = room.desk->setMode(model::StartMode{plan::Mode::Games, "x"});
            QVERIFY(waitFor([&] { return future.isFinished(); }));
            QVERIFY(waitFor([&] { return room.desk->mode().mode == plan::Mode::Games; }));
        }
        room.id = room.perform({}, plainReport("渍水", plan::Grade::III));
        room.page->select(room.id);
        room.command(QStringLiteral("card street"));
        room.key(Qt::Key_Return);
        room.key(Qt::Key_Return);
        QVERIFY(room.waitForOrders(7));
        QCOMPARE(room.orderOf("L10")->signMinutes, sign);
        QCOMPARE(room.orderOf("L02")->signMinutes, 5); // written on the card
    }

    // A unit's desk issues no orders: its keys do not offer it.
    void aUnitHasNoSuchKey()
    {
        CardRoom room("D05");
        QVERIFY(room.isReady("flood.street", plan::Grade::IV));
        room.key(Qt::Key_Y);
        QVERIFY(room.sheet() != QStringLiteral("planCardSheet"));
    }
};

QTEST_MAIN(tst_PlanCards)
#include "tst_PlanCards.moc"
