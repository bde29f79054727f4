// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// An order by keys only, and the small sheet for acts of one line.
#include "tests/gui/SheetFixture.h"
#include "widgets/actions/OrderTable.h"
#include "widgets/actions/PickEdit.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/orders/OrderSheet.h"
#include "widgets/orders/WordSheet.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace sz;
using namespace sz::widgets;
using sz::test::DeskRoom;
using sz::test::kCall;
using sz::test::waitFor;

namespace {

void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}
void type(const QString& text)
{
    QTest::keyClicks(QApplication::focusWidget(), text);
}

struct Room : DeskRoom
{
    Room()
    {
        window.resize(1920, 900);
        sheet = new OrderSheet(*desk, finder, theme, ticks, &window);
        sheet->resize(568, 640);
        words = new WordSheet(*desk, theme, &window);
        words->move(700, 0);
        words->resize(464, 240);
        window.show();
    }
    /// With one incident of area 4 on the board and the sheet open for it.
    [[nodiscard]] bool
    isReady(const char* kind = "gas.cylinders", plan::Grade grade = plan::Grade::III)
    {
        if (!isOpen() || !QTest::qWaitForWindowActive(&window)) {
            return false;
        }
        model::ReportIncident report = test::plainReport("面包车载液化气罐 32 只", grade, 4);
        report.kind = KindCode(kind);
        report.receivedAt = kCall;
        incident = perform({}, report);
        sheet->open(incident);
        return !incident.empty();
    }
    template <class T>
    [[nodiscard]] T* find(const char* name) const
    {
        return window.findChild<T*>(QLatin1StringView(name));
    }
    [[nodiscard]] const std::vector<OrderRow>& rows() const
    {
        return find<OrderTable>("unitTable")->rows();
    }
    [[nodiscard]] QString message() const
    {
        const auto* label = sheet->findChild<QLabel*>(QStringLiteral("sheetMessage"));
        return label->isVisible() ? label->text() : QString();
    }

    QWidget window;
    OrderSheet* sheet = nullptr;
    WordSheet* words = nullptr;
    IncidentId incident;
};

} // namespace

class tst_OrderSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoUnitsByInitialsFromTheKeyboard()
    {
        Room room;
        QVERIFY(room.isReady());
        QSignalSpy issued(room.sheet, &OrderSheet::issued);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("unitEdit"));
        type(QStringLiteral("wc"));
        key(Qt::Key_Return);
        type(QStringLiteral("jy"));
        key(Qt::Key_Return, Qt::ControlModifier); // takes the lit unit along
        QVERIFY(waitFor([&] { return issued.count() == 1 && room.only()->orders.size() == 2; }));
        const auto& orders = room.only()->orders;
        QCOMPARE(orders[0].unit, UnitCode("D05"));
        QVERIFY(orders[0].isLead);
        QCOMPARE(orders[0].post, PostCode("D05-leader"));
        QCOMPARE(orders[1].unit, UnitCode("L06"));
        QVERIFY(!orders[1].isLead);
        QVERIFY(!orders[1].post.empty());
        QCOMPARE(orders[1].signMinutes, 10);
        QCOMPARE(orders[1].doneMinutes, 120);
        QCOMPARE(orders[1].arriveMinutes, 0);
        QVERIFY(orders[0].text.contains(room.only()->title)); // the usual words
    }

    void aUnitThatIsNoneIsNotLeftOutUnseen()
    {
        Room room;
        QVERIFY(room.isReady());
        type(QStringLiteral("wc"));
        key(Qt::Key_Return);
        type(QStringLiteral("qqqq"));
        const auto* note = room.find<ElidedLabel>("unitNote");
        QVERIFY2(note->text().contains(u"No unit"), qPrintable(note->text()));
        key(Qt::Key_Return); // adds nothing
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(room.message().contains(u"qqqq"), qPrintable(room.message()));
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("unitEdit"));
        QVERIFY(room.only()->orders.empty());
        qobject_cast<QLineEdit*>(QApplication::focusWidget())->clear();
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(waitFor([&] { return room.only()->orders.size() == 1; }));
    }

    void ownWordsReplaceTheUsualOnes()
    {
        Room room;
        QVERIFY(room.isReady());
        type(QStringLiteral("wc"));
        key(Qt::Key_Return);
        auto* text = room.find<QPlainTextEdit>("orderTextEdit");
        QVERIFY(!text->toPlainText().isEmpty());
        text->setFocus(Qt::TabFocusReason);
        QVERIFY(waitFor([&] { return text->textCursor().hasSelection(); }));
        type(QStringLiteral("check the stock"));
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(waitFor([&] { return room.only()->orders.size() == 1; }));
        QCOMPARE(room.only()->orders[0].text, std::string("check the stock"));
    }

    void theLeadGoesRoundByKey()
    {
        Room room;
        QVERIFY(room.isReady());
        room.find<QWidget>("unitEdit")->setFocus();
        for (const char* unit : {"wc", "jy", "gd"}) {
            type(QLatin1StringView(unit));
            key(Qt::Key_Return);
        }
        key(Qt::Key_L, Qt::AltModifier);
        QVERIFY(!room.rows()[0].line.isLead);
        QVERIFY(room.rows()[1].line.isLead);
        room.find<QWidget>("unitTable")->setFocus();
        key(Qt::Key_Down);
        key(Qt::Key_Down);
        key(Qt::Key_L);
        QVERIFY(room.rows()[2].line.isLead);
        key(Qt::Key_Delete);
        QCOMPARE(room.rows().size(), std::size_t{2});
        QVERIFY(room.rows()[0].line.isLead);
    }

    void limitsByButtonAndByTyping()
    {
        Room room;
        QVERIFY(room.isReady());
        room.find<QPlainTextEdit>("orderTextEdit")->setPlainText(QStringLiteral("x"));
        room.find<QWidget>("unitEdit")->setFocus();
        type(QStringLiteral("gd"));
        key(Qt::Key_Return);
        auto* done = room.find<QLineEdit>("doneEdit");
        done->setFocus();
        done->selectAll();
        type(QStringLiteral("2d"));
        QCOMPARE(room.rows()[0].line.done, 2880);
        done->selectAll();
        type(QStringLiteral("soon"));
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(room.message().contains(QStringLiteral("30m")));
        QCOMPARE(QApplication::focusWidget(), done);
        done->selectAll();
        type(QStringLiteral("5m"));
        key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("signEdit"));
        QVERIFY(room.only()->orders.empty());
    }

    void aRequestIsAnsweredInWorkdays()
    {
        Room room;
        QVERIFY(room.isReady("livelihood", plan::Grade::IV));
        QCOMPARE(room.find<QLineEdit>("doneEdit")->text(), QStringLiteral("7wd"));
        type(QStringLiteral("wc"));
        key(Qt::Key_Return);
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(waitFor([&] { return room.only()->orders.size() == 1; }));
        const model::Order& order = room.only()->orders[0];
        QVERIFY(order.work == (plan::WorkLimit{plan::WorkLimit::Unit::Days, 7}));
        QCOMPARE(order.doneMinutes, 10 * 24 * 60); // for desks that count day and night
        QCOMPARE(
            order.finishDue(room.desk->plan().calendar),
            room.desk->plan().calendar.afterWorkDays(order.issuedAt, 7));
    }

    void workdaysByTyping()
    {
        Room room;
        QVERIFY(room.isReady());
        type(QStringLiteral("gd"));
        key(Qt::Key_Return);
        auto* done = room.find<QLineEdit>("doneEdit");
        done->setFocus();
        done->selectAll();
        type(QStringLiteral("3 wd"));
        QVERIFY(room.rows()[0].line.work == (plan::WorkLimit{plan::WorkLimit::Unit::Days, 3}));
        QCOMPARE(doneLimitText(room.rows()[0].line), QStringLiteral("3 workdays"));
        done->selectAll();
        type(QStringLiteral("2d"));
        QVERIFY(!room.rows()[0].line.work);
        QCOMPARE(room.rows()[0].line.done, 2880);
        auto* sign = room.find<QLineEdit>("signEdit"); // signing for it is counted day and night
        sign->setFocus();
        sign->selectAll();
        type(QStringLiteral("1wd"));
        key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget(), sign);
        QVERIFY(room.only()->orders.empty());
    }

    void missingFieldsAreSaid()
    {
        Room room;
        QVERIFY(room.isReady());
        room.find<QPlainTextEdit>("orderTextEdit")->clear();
        key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("orderTextEdit"));
        QVERIFY(!room.message().isEmpty());
        type(QStringLiteral("x"));
        key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("unitEdit"));
    }

    void anOrderBegunStaysWithItsIncident()
    {
        Room room;
        QVERIFY(room.isReady());
        room.find<QPlainTextEdit>("orderTextEdit")->setPlainText(QStringLiteral("begun"));
        QSignalSpy closed(room.sheet, &SideSheet::closed);
        key(Qt::Key_Escape);
        QCOMPARE(closed.count(), 1);
        room.sheet->open(room.incident);
        QCOMPARE(
            room.find<QPlainTextEdit>("orderTextEdit")->toPlainText(), QStringLiteral("begun"));
        room.sheet->open(IncidentId("other"));
        QVERIFY(room.find<QPlainTextEdit>("orderTextEdit")->toPlainText().isEmpty());
    }

    void theStandingLeadStays()
    {
        Room room;
        QVERIFY(room.isReady());
        model::IssueOrders before;
        before.text = "x";
        before.to = {
            {room.desk->newOrderId(), UnitCode("L20"), PostCode("L20-desk"), true, 10, 120, 0}};
        QVERIFY(!room.perform(room.incident, before).empty());
        QVERIFY(waitFor([&] { return room.only()->orders.size() == 1; }));
        room.sheet->open({});
        room.sheet->open(room.incident);
        room.find<QWidget>("unitEdit")->setFocus();
        type(QStringLiteral("wc"));
        key(Qt::Key_Return);
        QVERIFY(!room.rows()[0].line.isLead);
    }

    void aNoteIsOneLineAndOneChord()
    {
        Room room;
        QVERIFY(room.isReady());
        QSignalSpy performed(room.words, &WordSheet::performed);
        room.words->ask(noteTask(*room.only()));
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("wordEdit"));
        key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(performed.count(), 0);
        type(QStringLiteral("parents are calm"));
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(waitFor([&] { return performed.count() == 1 && room.only()->trace.size() == 2; }));
        const auto& act = std::get<model::AddNote>(*room.only()->trace.back().act);
        QCOMPARE(act.text, std::string("parents are calm"));
    }

    void aReportPromisesTheNextOne()
    {
        Room room;
        QVERIFY(room.isReady());
        QSignalSpy performed(room.words, &WordSheet::performed);
        room.words->ask(
            reportTask(*room.only(), model::ReportStage::First, QStringLiteral("draft"), 60));
        QVERIFY(room.find<QWidget>("nextReportEdit")->isVisible());
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(waitFor([&] { return performed.count() == 1 && !room.only()->reports.empty(); }));
        QCOMPARE(room.only()->nextReportMinutes.value_or(0), 60);
    }

    // 初报 · 续报 · 终报: the last word is said from the same sheet, keeps what was written, and promises nothing more.
    void theFinalReportIsOneChordAway()
    {
        Room room;
        QVERIFY(room.isReady());
        const QSignalSpy performed(room.words, &WordSheet::performed);
        const auto* other = room.find<QAbstractButton>("wordOtherButton");
        room.words->ask(
            reportTask(*room.only(), model::ReportStage::First, QStringLiteral("first"), 60));
        QVERIFY(!other->isVisible()); // nothing has been told yet
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(
            waitFor([&] { return performed.count() == 1 && room.only()->reports.size() == 1; }));

        room.words->ask(reportTask(
            *room.only(), model::ReportStage::Update, QStringLiteral("draft"), 60,
            QStringLiteral("904 → 1,128")));
        QVERIFY(other->isVisible());
        type(QStringLiteral(", all found"));
        key(Qt::Key_F, Qt::AltModifier);
        QCOMPARE(room.words->accessibleName(), QStringLiteral("Final report"));
        QCOMPARE(
            room.find<QPlainTextEdit>("wordEdit")->toPlainText(),
            QStringLiteral("draft, all found"));
        QVERIFY(!room.find<QWidget>("nextReportEdit")->isVisible());
        key(Qt::Key_F, Qt::AltModifier); // and back
        QCOMPARE(room.words->accessibleName(), QStringLiteral("Update report"));
        QVERIFY(room.find<QWidget>("nextReportEdit")->isVisible());
        key(Qt::Key_F, Qt::AltModifier);
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(
            waitFor([&] { return performed.count() == 2 && room.only()->reports.size() == 2; }));
        const model::FiledReport& last = room.only()->reports.back();
        QCOMPARE(last.stage, model::ReportStage::Final);
        QCOMPARE(last.text, std::string("draft, all found"));
        QCOMPARE(last.changes, std::string("904 → 1,128"));
        QVERIFY(!room.only()->nextReportMinutes);
    }

    // Whoever is quick asks for the next thing while the one before is still being written: its answer takes nothing away.
    void anAnswerToTheOneBeforeClosesNothing()
    {
        Room room;
        QVERIFY(room.isReady());
        const QSignalSpy performed(room.words, &WordSheet::performed);
        room.words->ask(noteTask(*room.only()));
        type(QStringLiteral("first"));
        key(Qt::Key_Return, Qt::ControlModifier);
        room.words->ask(noteTask(*room.only())); // nothing has come back yet
        type(QStringLiteral("second"));
        QVERIFY(waitFor([&] { return room.only()->trace.size() == 2; }));
        QTest::qWait(50);
        QCOMPARE(room.find<QPlainTextEdit>("wordEdit")->toPlainText(), QStringLiteral("second"));
        QCOMPARE(performed.count(), 0);
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(waitFor([&] { return performed.count() == 1; }));
        QCOMPARE(room.only()->trace.size(), std::size_t{3});
    }

    void countsAreStatedAndMayBePutRight()
    {
        Room room;
        QVERIFY(room.isReady());
        const QSignalSpy performed(room.words, &WordSheet::performed);
        room.words->ask(countsTask(*room.only()));
        type(QStringLiteral("pupils 1,354"));
        key(Qt::Key_Return, Qt::ControlModifier);
        const auto* message = room.words->findChild<QLabel*>(QStringLiteral("wordMessage"));
        QVERIFY(message->isVisible() && message->text().contains(QStringLiteral("1,235")));
        QVERIFY(!room.only()->counts);
        type(QStringLiteral(" = moved 1235 + refunded 118"));
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(waitFor([&] { return performed.count() == 1 && room.only()->counts.has_value(); }));
        QCOMPARE(
            room.only()->counts->difference(), std::int64_t{1}); // told as it is: one is missing

        room.words->ask(countsTask(*room.only()));
        auto* edit = room.find<QPlainTextEdit>("wordEdit");
        QCOMPARE(
            edit->toPlainText(),
            QStringLiteral("pupils 1,354 = moved 1,235 + refunded 118")); // as it stands
        key(Qt::Key_Backspace);
        type(QStringLiteral("9"));
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(waitFor(
            [&] { return performed.count() == 2 && room.only()->counts->difference() == 0; }));
        QCOMPARE(room.only()->counts->parts.size(), std::size_t{2});
    }

    void aRefusalIsASentence()
    {
        Room room;
        QVERIFY(room.isReady());
        model::IssueOrders before;
        before.text = "x";
        before.to = {
            {room.desk->newOrderId(), UnitCode("L20"), PostCode("L20-desk"), true, 10, 120, 0}};
        QVERIFY(!room.perform(room.incident, before).empty());
        QVERIFY(waitFor([&] { return room.only()->orders.size() == 1; }));
        room.words->ask(closeTask(*room.only()));
        type(QStringLiteral("over"));
        key(Qt::Key_Return, Qt::ControlModifier);
        const auto* label = room.words->findChild<QLabel*>(QStringLiteral("wordMessage"));
        QVERIFY(waitFor([&] { return label->isVisible() && !label->text().isEmpty(); }));
        QCOMPARE(room.find<QPlainTextEdit>("wordEdit")->toPlainText(), QStringLiteral("over"));
    }

    void everythingHasAName()
    {
        Room room;
        QVERIFY(room.isReady());
        room.words->ask(reportTask(*room.only(), model::ReportStage::First, {}, 60));
        QCOMPARE(test::namelessIn(room.window), QStringList());
    }
};

QTEST_MAIN(tst_OrderSheet)
#include "tst_OrderSheet.moc"
