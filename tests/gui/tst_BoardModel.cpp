// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SampleWorld.h"
#include "widgets/models/BoardModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace sz;
using namespace sz::widgets;
using namespace std::chrono_literals;

class tst_BoardModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void panesFollowStateAndLimit();
    void campaignsAndLedCasesAreInHand();
    void overdueStandsByHarm();
    void changeIsNeverAReset();
    void orderIsStableWhileHeld();
    void lateRowMovesAtATick();
    void lateRowWaitsWhileHeldAndMovesOnRelease();
    void newRowWhileHeldComesLastInItsPane();
    void persistentIndexFollowsItsIncident();
    void removedAndResetChangeSets();
    void wholeSampleOperationSettles();

private:
    [[nodiscard]] QStringList titles(const BoardModel& model) const;
    [[nodiscard]] model::IncidentPtr
    pending(const char* title, Millis age, plan::Grade grade = plan::Grade::IV) const;
    Instant m_now = test::pictureMoment();
};

void tst_BoardModel::init()
{
    m_now = test::pictureMoment();
}

QStringList tst_BoardModel::titles(const BoardModel& model) const
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row) {
        static constexpr std::array kMarks{"P", "O", "A", "C"};
        all.append(
            QLatin1StringView(kMarks[static_cast<std::size_t>(model.paneAt(row))])
            + QLatin1Char(' ') + QString::fromStdString(model.incidentAt(row)->title));
    }
    return all;
}

model::IncidentPtr tst_BoardModel::pending(const char* title, Millis age, plan::Grade grade) const
{
    static std::uint32_t serial = 100;
    return test::SampleIncident(++serial, m_now - age, test::plainReport(title, grade));
}

void tst_BoardModel::panesFollowStateAndLimit()
{
    test::SampleIncident active(1, m_now - 20min, test::plainReport("active"));
    active.order(m_now - 18min, {"L06"})
        .act(m_now - 17min, UnitCode("L06"), model::SignOrder{active.orderId(0)});
    test::SampleIncident closed(2, m_now - 3h, test::plainReport("closed"));
    closed.order(m_now - 3h, {"L06"})
        .act(m_now - 2h, UnitCode("L06"), model::FinishOrder{closed.orderId(0), "ok"});
    closed.act(m_now - 1h, UnitCode("HQ"), model::CloseIncident{"ok"});
    BoardModel model(test::samplePlan());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNow(m_now);
    model.reset(test::mapOf({pending("new", 2min), pending("forgotten", 40min), active, closed}));
    QCOMPARE(
        titles(model), (QStringList{
                           QStringLiteral("P new"), QStringLiteral("O forgotten"),
                           QStringLiteral("A active"), QStringLiteral("C closed")}));
    QCOMPARE(model.count(Pane::Overdue), 1);
}

// Nobody gets an order for it: it is not what waits to be assigned.
void tst_BoardModel::campaignsAndLedCasesAreInHand()
{
    test::SampleIncident campaign(1, m_now - 3min, test::plainReport("campaign"));
    model::ImportItems items;
    items.items.push_back({});
    items.items.back().key = "1";
    campaign.act(m_now - 2min, UnitCode("HQ"), items);
    test::SampleIncident led(2, m_now - 3min, test::plainReport("led case"));
    led.act(
        m_now - 2min, UnitCode("HQ"),
        model::LeadCase{UnitCode("D05"), PostCode("D05-leader"), "1", {}});
    BoardModel model(test::samplePlan());
    model.setNow(m_now);
    model.reset(test::mapOf({campaign, led, pending("new", 2min)}));
    QCOMPARE(model.count(Pane::Pending), 1);
    QCOMPARE(model.count(Pane::Active), 2);
}

void tst_BoardModel::overdueStandsByHarm()
{
    BoardModel model(test::samplePlan());
    model.setNow(m_now);
    model.reset(test::mapOf(
        {pending("small, long", 300min), pending("grave", 40min, plan::Grade::II),
         pending("small, short", 40min)}));
    QCOMPARE(
        titles(model), (QStringList{
                           QStringLiteral("O grave"), QStringLiteral("O small, long"),
                           QStringLiteral("O small, short")}));
}

void tst_BoardModel::changeIsNeverAReset()
{
    test::SampleIncident incident(1, m_now - 6min, test::plainReport("moves"));
    BoardModel model(test::samplePlan());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNow(m_now);
    model.reset(test::mapOf({incident, pending("stays", 5min)}));
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy moves(&model, &QAbstractItemModel::rowsMoved);
    incident.order(m_now, {"L06"});
    model.apply({false, {incident}, {}});
    QCOMPARE(titles(model), (QStringList{QStringLiteral("P stays"), QStringLiteral("A moves")}));
    QCOMPARE(resets.size(), 0);
    QCOMPARE(moves.size(), 1);
}

void tst_BoardModel::orderIsStableWhileHeld()
{
    test::SampleIncident incident(1, m_now - 2min, test::plainReport("ordered"));
    BoardModel model(test::samplePlan());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNow(m_now);
    model.reset(test::mapOf({incident, pending("other", 1min)}));
    const QStringList before = titles(model);
    model.hold(true);
    incident.order(m_now, {"L06"});
    model.apply({false, {incident}, {}});
    model.setNow(m_now + 1s);
    QCOMPARE(titles(model), before);
    QCOMPARE(
        model.incidentAt(0)->state,
        model::IncidentState::Active); // the value is new, the place is not
    model.hold(false);
    QCOMPARE(titles(model), (QStringList{QStringLiteral("P other"), QStringLiteral("A ordered")}));
}

void tst_BoardModel::lateRowMovesAtATick()
{
    BoardModel model(test::samplePlan());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNow(m_now);
    model.reset(test::mapOf({pending("soon late", 9min), pending("fresh", 1min)}));
    model.setNow(m_now + 2min);
    QCOMPARE(
        titles(model), (QStringList{QStringLiteral("P fresh"), QStringLiteral("O soon late")}));
}

void tst_BoardModel::lateRowWaitsWhileHeldAndMovesOnRelease()
{
    BoardModel model(test::samplePlan());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNow(m_now);
    model.reset(test::mapOf({pending("soon late", 9min), pending("fresh", 1min)}));
    model.hold(true);
    model.setNow(m_now + 2min);
    QCOMPARE(
        titles(model), (QStringList{QStringLiteral("P soon late"), QStringLiteral("P fresh")}));
    QCOMPARE(
        model.data(model.index(0), static_cast<int>(BoardRole::Lamp)).toInt(),
        static_cast<int>(model::Lamp::Late));
    model.hold(false);
    QCOMPARE(
        titles(model), (QStringList{QStringLiteral("P fresh"), QStringLiteral("O soon late")}));
}

void tst_BoardModel::newRowWhileHeldComesLastInItsPane()
{
    test::SampleIncident active(1, m_now - 20min, test::plainReport("active"));
    active.order(m_now - 18min, {"L06"})
        .act(m_now - 17min, UnitCode("L06"), model::SignOrder{active.orderId(0)});
    BoardModel model(test::samplePlan());
    model.setNow(m_now);
    model.reset(test::mapOf({pending("first", 1min), active}));
    model.hold(true);
    model.apply({false, {pending("second", 5min)}, {}});
    QCOMPARE(
        titles(model),
        (QStringList{
            QStringLiteral("P first"), QStringLiteral("P second"), QStringLiteral("A active")}));
    QVERIFY(model.isFresh(1));
    QVERIFY(!model.isFresh(0));
    model.setNow(m_now + 4s);
    QVERIFY(!model.isFresh(1));
}

void tst_BoardModel::persistentIndexFollowsItsIncident()
{
    BoardModel model(test::samplePlan());
    model.setNow(m_now);
    const auto late = pending("soon late", 9min);
    model.reset(test::mapOf({late, pending("fresh", 1min)}));
    const QPersistentModelIndex index(model.indexOf(late->id));
    model.setNow(m_now + 2min);
    QCOMPARE(index.row(), 1);
    QCOMPARE(model.incidentAt(index.row())->id, late->id);
}

void tst_BoardModel::removedAndResetChangeSets()
{
    BoardModel model(test::samplePlan());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNow(m_now);
    const auto gone = pending("gone", 1min);
    model.reset(test::mapOf({gone, pending("kept", 2min)}));
    model.apply({false, {}, {gone->id}});
    QCOMPARE(titles(model), QStringList{QStringLiteral("P kept")});
    QVERIFY(!model.indexOf(gone->id).isValid());
    model.apply({true, {gone}, {}});
    QCOMPARE(titles(model), QStringList{QStringLiteral("P gone")});
}

void tst_BoardModel::wholeSampleOperationSettles()
{
    BoardModel model(test::samplePlan());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNow(m_now);
    model.reset(test::sampleOperation(m_now, true));
    QVERIFY(model.count(Pane::Overdue) > 0);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    for (int minute = 0; minute < 240; minute += 7) {
        model.setNow(m_now + Minutes{minute});
        for (int row = 1; row < model.rowCount(); ++row) {
            QVERIFY(
                rankOf(*model.incidentAt(row - 1), model.now())
                < rankOf(*model.incidentAt(row), model.now()));
        }
    }
    QCOMPARE(resets.size(), 0);
}

QTEST_GUILESS_MAIN(tst_BoardModel)
#include "tst_BoardModel.moc"
