// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Refused acts filed anew, and what an incident says put right, by keys.
#include "tests/gui/SheetFixture.h"
#include "widgets/actions/OrderTable.h"
#include "widgets/intake/AmendSheet.h"
#include "widgets/intake/IntakeSheet.h"
#include "widgets/orders/OrderSheet.h"
#include "widgets/orders/WordSheet.h"
#include "widgets/shell/CareActs.h"
#include "widgets/shell/Corrections.h"
#include "widgets/shell/RightPane.h"
#include "widgets/shell/TaskForces.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace sz;
using namespace sz::widgets;
using sz::test::DeskRoom;
using sz::test::kCall;
using sz::test::waitFor;

namespace {

model::ReportIncident gasReport()
{
    model::ReportIncident report = test::plainReport("面包车载液化气罐 32 只", plan::Grade::III, 4);
    report.kind = KindCode("gas.cylinders");
    report.narrative = "面包车载液化气罐 32 只, 停在路边";
    report.receivedAt = kCall;
    return report;
}

model::IssueOrders twoOrders()
{
    return {
        "控制车辆",
        {{OrderId("o1"), UnitCode("D05"), PostCode("D05-leader"), true, 5, 90, 20},
         {OrderId("o2"), UnitCode("L06"), PostCode("L06-duty"), false, 5, 90, 20}}};
}

/// The right pane over a desk, with the corrections wired as the watch page wires them.
struct Room : DeskRoom
{
    explicit Room(bool hasFolder = false)
    {
        if (hasFolder) { // what kinds ask for stands in its files
            options.planFolder = SANZHEN_SOURCE_DIR "/resources/plans/wuhan";
            desk.reset();
            desk = std::make_unique<desk::Desk>(options);
            desk->start();
        }
    }
    void show()
    {
        window = std::make_unique<QWidget>();
        window->resize(700, 900);
        auto* column = new QVBoxLayout(window.get());
        right = new RightPane(*desk, finder, index, theme, ticks, draftFile(), window.get());
        column->addWidget(right);
        auto* care = new CareActs(*desk, *right, window.get());
        corrections = new Corrections(*desk, *right, *care, window.get());
        auto* forces = new TaskForces(*desk, finder, theme, ticks, *right, window.get());
        corrections->addForm([forces](const IncidentId& id, const model::Act& act) {
            return forces->reopen(id, act);
        });
        QObject::connect(forces, &TaskForces::performed, corrections, &Corrections::saved);
        right->makeSheets();
        QObject::connect(
            &right->intake(), &IntakeSheet::registered, corrections, &Corrections::saved);
        QObject::connect(&right->order(), &OrderSheet::issued, corrections, &Corrections::saved);
        QObject::connect(&right->amend(), &AmendSheet::amended, corrections, &Corrections::saved);
        QObject::connect(&right->words(), &WordSheet::performed, corrections, &Corrections::saved);
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }
    [[nodiscard]] int refused() const
    {
        return static_cast<int>(std::ranges::count(
            desk->outbox(), desk::OutboxState::Rejected, &desk::OutboxLine::state));
    }
    template <class T>
    [[nodiscard]] T* find(const char* name) const
    {
        return window->findChild<T*>(QLatin1StringView(name));
    }
    static void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }

    std::unique_ptr<QWidget> window;
    RightPane* right = nullptr;
    Corrections* corrections = nullptr;
};

} // namespace

class tst_Corrections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRefusedReportOpensFilledIn()
    {
        Room room;
        QVERIFY(room.isOpen());
        QVERIFY(!room.perform({}, gasReport()).empty());
        room.reopenRefused({1}, Code::NotAllowed);
        QVERIFY(room.isOpen());
        QVERIFY(waitFor([&] { return room.refused() == 1; }));
        QCOMPARE(room.desk->incidents().size(), 0UL);
        room.show();
        room.corrections->begin(1);
        QCOMPARE(
            room.find<QPlainTextEdit>("narrativeEdit")->toPlainText(),
            QStringLiteral("面包车载液化气罐 32 只, 停在路边"));
        QCOMPARE(room.refused(), 1); // still there until the new one is saved
        Room::key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(waitFor([&] { return room.refused() == 0 && room.only() != nullptr; }));
        QCOMPARE(room.only()->title, gasReport().title);
        QCOMPARE(room.only()->kind, KindCode("gas.cylinders"));
        QCOMPARE(room.only()->place.area, 4);
        QCOMPARE(room.only()->reportedAt, kCall);
    }

    void anotherDraftIsNotOverwritten()
    {
        Room room;
        QVERIFY(room.isOpen());
        QVERIFY(!room.perform({}, gasReport()).empty());
        room.reopenRefused({1}, Code::NotAllowed);
        QVERIFY(room.isOpen());
        room.show();
        room.right->showSheet(&room.right->intake());
        room.right->intake().open(room.clock.now());
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("water main broken"));
        room.corrections->begin(1);
        QCOMPARE(
            room.find<QPlainTextEdit>("narrativeEdit")->toPlainText(),
            QStringLiteral("water main broken"));
        QVERIFY(waitFor([&] { return room.refused() == 1; }));
    }

    void refusedOrdersOpenWithTheirUnitsAndLimits()
    {
        Room room;
        QVERIFY(room.isOpen());
        const IncidentId id = room.perform({}, gasReport());
        QVERIFY(!room.perform(id, twoOrders()).empty());
        room.reopenRefused({2}, Code::NoSuchUnit);
        QVERIFY(room.isOpen());
        QVERIFY(waitFor([&] { return room.only() != nullptr && room.only()->orders.empty(); }));
        room.show();
        room.corrections->begin(2);
        QCOMPARE(
            room.find<QPlainTextEdit>("orderTextEdit")->toPlainText(), QStringLiteral("控制车辆"));
        QCOMPARE(room.find<OrderTable>("unitTable")->rows().size(), 2UL);
        Room::key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(waitFor([&] { return room.refused() == 0 && room.only()->orders.size() == 2; }));
        const model::Order& lead = room.only()->orders[0];
        QVERIFY(lead.isLead);
        QCOMPARE(lead.unit, UnitCode("D05"));
        QCOMPARE(lead.signMinutes, 5);
        QCOMPARE(lead.doneMinutes, 90);
        QCOMPARE(lead.arriveMinutes, 20);
    }

    void aRefusedNoteOpensWithItsWords()
    {
        Room room;
        QVERIFY(room.isOpen());
        const IncidentId id = room.perform({}, gasReport());
        QVERIFY(!room.perform(id, model::AddNote{"40 人聚集"}).empty());
        room.reopenRefused({2}, Code::NotAllowed);
        QVERIFY(room.isOpen());
        QVERIFY(waitFor([&] { return room.refused() == 1; }));
        room.show();
        room.corrections->begin(2);
        QCOMPARE(room.find<QPlainTextEdit>("wordEdit")->toPlainText(), QStringLiteral("40 人聚集"));
        room.corrections->forget(); // put away: nothing changes
        QCOMPARE(room.refused(), 1);
        room.corrections->begin(2);
        Room::key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(waitFor([&] { return room.refused() == 0; }));
        const auto& last = *room.only()->trace.back().act;
        QCOMPARE(std::get<model::AddNote>(last).text, std::string("40 人聚集"));
    }

    void aRefusedTaskForceOpensAsItWasTyped()
    {
        Room room;
        QVERIFY(room.isOpen());
        const IncidentId id = room.perform({}, gasReport());
        const model::FormForce wished{
            "气瓶专班",
            UnitCode("D05"),
            model::answeringPost(*test::samplePlan(), UnitCode("D05")),
            {{UnitCode("L06"), PostCode("L06-desk"), "学校"}},
            {{"转移", 120, "户"}},
            kCall + std::chrono::days(3),
            "逐户"};
        QVERIFY(!room.perform(id, wished).empty());
        room.reopenRefused({2}, Code::NotAllowed);
        QVERIFY(room.isOpen());
        QVERIFY(waitFor([&] { return room.only() != nullptr && room.refused() == 1; }));
        QVERIFY(room.only()->forces.empty());
        room.show();
        room.corrections->begin(2);
        QCOMPARE(room.right->currentWidget()->objectName(), QStringLiteral("forceSheet"));
        QCOMPARE(room.find<QLineEdit>("forceNameEdit")->text(), QStringLiteral("气瓶专班"));
        QCOMPARE(
            room.find<QPlainTextEdit>("forceGoalsEdit")->toPlainText(),
            QStringLiteral("转移 120 户"));
        QCOMPARE(room.refused(), 1);
        Room::key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(waitFor([&] { return room.refused() == 0 && room.only()->force() != nullptr; }));
        const model::TaskForce& force = *room.only()->force();
        QCOMPARE(force.name, wished.name);
        QCOMPARE(force.command().unit, wished.leadUnit);
        QCOMPARE(force.members, wished.members);
        QCOMPARE(force.text, wished.text);
        QCOMPARE(
            std::chrono::floor<std::chrono::days>(force.until),
            std::chrono::floor<std::chrono::days>(wished.until));
    }

    void refusedMinutesOpenOnTheBoard()
    {
        Room room;
        QVERIFY(room.isOpen());
        const IncidentId id = room.perform({}, gasReport());
        const UnitCode lead("D05");
        QVERIFY(!room.perform(
                         id,
                         model::FormForce{
                             "专班",
                             lead,
                             model::answeringPost(*test::samplePlan(), lead),
                             {},
                             {},
                             kCall + std::chrono::days(3),
                             {}})
                     .empty());
        QVERIFY(!room.perform(id, model::ForceMinutes{"先断气"}).empty());
        room.reopenRefused({3}, Code::NotAllowed);
        QVERIFY(room.isOpen());
        QVERIFY(waitFor([&] { return room.only() != nullptr && room.refused() == 1; }));
        room.show();
        room.corrections->begin(3);
        QCOMPARE(room.right->currentWidget()->objectName(), QStringLiteral("forceBoard"));
        auto* edit = qobject_cast<QPlainTextEdit*>(QApplication::focusWidget());
        QVERIFY(edit != nullptr);
        QCOMPARE(edit->toPlainText(), QStringLiteral("先断气"));
        Room::key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(waitFor([&] { return room.refused() == 0; }));
    }

    void anActWithoutWordsIsDoneAgainOrSaysWhyNot()
    {
        Room room;
        QVERIFY(room.isOpen());
        const IncidentId id = room.perform({}, gasReport());
        QVERIFY(!room.perform(id, model::ClaimIncident{}).empty());
        QVERIFY(!room.perform(id, model::AcknowledgeAlarm{"assign"}).empty());
        room.reopenRefused({2}, Code::NotAllowed);
        QVERIFY(room.isOpen());
        QVERIFY(waitFor([&] { return room.refused() == 1; }));
        room.show();
        QSignalSpy said(room.corrections, &Corrections::said);
        room.corrections->begin(2);
        QVERIFY(waitFor([&] { return room.refused() == 0 && said.count() == 1; }));
        QVERIFY(room.only()->claimedBy.has_value());
    }

    void onlyWhatWasChangedIsAmended()
    {
        Room room;
        QVERIFY(room.isOpen());
        const IncidentId id = room.perform({}, gasReport());
        room.show();
        room.right->showSheet(&room.right->amend());
        room.right->amend().open(id);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("amendTitleEdit"));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("33 cylinders"));
        Room::key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(waitFor([&] { return room.only()->title == "33 cylinders"; }));
        const auto& act = std::get<model::AmendIncident>(*room.only()->trace.back().act);
        QVERIFY(act.title && !act.kind && !act.grade && !act.place);
    }

    // What a kind asks for can be put right like all else: only the answer that changed goes out, an emptied one is taken back.
    void answersArePutRightOneByOne()
    {
        Room room(true);
        QVERIFY(room.isOpen());
        model::ReportIncident report = gasReport();
        report.facts = {{"cylinders", "32"}, {"leak", "无"}};
        const IncidentId id = room.perform({}, report);
        room.show();
        room.right->showSheet(&room.right->amend());
        room.right->amend().open(id);
        QSignalSpy amended(&room.right->amend(), &AmendSheet::amended);
        auto* number = room.right->amend().findChild<QLineEdit*>(QStringLiteral("fact_cylinders"));
        QVERIFY(number != nullptr && number->isVisible());
        QCOMPARE(number->text(), QStringLiteral("32"));
        number->setFocus();
        number->selectAll();
        QTest::keyClicks(number, QStringLiteral("many"));
        Room::key(Qt::Key_Return, Qt::ControlModifier);
        QTest::qWait(50);
        QCOMPARE(room.only()->trace.size(), 1UL); // no number: nothing goes out
        QCOMPARE(QApplication::focusWidget(), number);
        number->selectAll();
        QTest::keyClicks(number, QStringLiteral("1,040"));
        Room::key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(waitFor([&] { return room.only()->trace.size() == 2 && amended.count() == 1; }));
        const auto& act = std::get<model::AmendIncident>(*room.only()->trace.back().act);
        QVERIFY(!act.title && !act.kind && !act.grade && !act.place);
        QCOMPARE(act.facts, (std::vector<model::Fact>{{"cylinders", "1040"}}));
        QCOMPARE(*room.only()->fact("leak"), std::string("无"));

        room.right->amend().open(id);
        number = room.right->amend().findChild<QLineEdit*>(QStringLiteral("fact_cylinders"));
        number->setFocus();
        number->clear();
        Room::key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(waitFor([&] { return room.only()->trace.size() == 3; }));
        QVERIFY(room.only()->fact("cylinders") == nullptr);
        QVERIFY(room.only()->fact("leak") != nullptr);
    }

    void nothingChangedIsNoAct()
    {
        Room room;
        QVERIFY(room.isOpen());
        const IncidentId id = room.perform({}, gasReport());
        room.show();
        room.right->showSheet(&room.right->amend());
        room.right->amend().open(id);
        Room::key(Qt::Key_Return, Qt::ControlModifier);
        QTest::qWait(50);
        QCOMPARE(room.only()->trace.size(), 1UL);
    }

    void whatAnotherSaysMeanwhileIsTold()
    {
        Room room;
        QVERIFY(room.isOpen());
        const IncidentId id = room.perform({}, gasReport());
        room.show();
        room.right->showSheet(&room.right->amend());
        room.right->amend().open(id);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("mine"));
        model::AmendIncident other;
        other.title = "theirs";
        other.grade = plan::Grade::II;
        QVERIFY(!room.perform(id, other).empty());
        auto* message = room.right->amend().findChild<QLabel*>(QStringLiteral("sheetMessage"));
        QVERIFY(waitFor([&] { return message->text().contains(QStringLiteral("theirs")); }));
        QCOMPARE(room.find<QLineEdit>("amendTitleEdit")->text(), QStringLiteral("mine"));
        Room::key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(waitFor([&] { return room.only()->title == "mine"; }));
        QCOMPARE(room.only()->grade, plan::Grade::II); // untouched here: followed
    }

    void everyFieldHasAName()
    {
        Room room;
        QVERIFY(room.isOpen());
        const IncidentId id = room.perform({}, gasReport());
        room.show();
        room.right->showSheet(&room.right->amend());
        room.right->amend().open(id);
        QCOMPARE(test::namelessIn(room.right->amend()), QStringList());
    }
};

QTEST_MAIN(tst_Corrections)
#include "tst_Corrections.moc"
