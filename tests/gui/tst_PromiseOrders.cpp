// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A promise made by phone becomes an order with one key from its row of the handover sheet, and then names the order; in Chinese, by
// real keys.
#include "tests/gui/PageRoom.h"
#include "widgets/handover/HandoverList.h"
#include "widgets/handover/HandoverModel.h"
#include "widgets/handover/HandoverPage.h"
#include "widgets/handover/PromiseLine.h"
#include "widgets/orders/OrderSheet.h"
#include "widgets/orders/UnitPicker.h"
#include "widgets/shell/Handing.h"
#include "widgets/shell/RightPane.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace sz;
using namespace sz::widgets;
using sz::test::PageRoom;

namespace {

struct Phone : PageRoom
{
    Phone() : PageRoom(true) {}

    /// The sheet is open, a promise of Wuchang's stands on it and is chosen.
    [[nodiscard]] bool promised(const IncidentId& incident)
    {
        const Instant until = clock.now() + Minutes(90);
        auto told = desk->performShift(
            model::MakePromise{UnitCode("D05"), "增派 1 组到唐家墩", until, incident});
        if (!test::waitFor([&] { return desk->shift()->promises.size() == 1; })) {
            return false;
        }
        return chosen();
    }
    [[nodiscard]] bool chosen()
    {
        key(Qt::Key_F10);
        if (!test::waitFor([&] { return page().handing().isOpen(); })) {
            return false;
        }
        list().setCurrentRow("promise:" + desk->shift()->promises.begin()->first);
        return list().current() != nullptr
               && list().current()->row.part == model::SheetPart::Promise;
    }
    [[nodiscard]] HandoverPage& form() const { return page().handing().page(); }
    [[nodiscard]] HandoverList& list() const
    {
        return *form().findChild<HandoverList*>(QStringLiteral("handoverList"));
    }
    [[nodiscard]] OrderSheet& sheet() const { return page().right().order(); }
    [[nodiscard]] const model::ShiftPromise& promise() const
    {
        return desk->shift()->promises.begin()->second;
    }
};

} // namespace

class tst_PromiseOrders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { sz::test::useOwnSettings(m_settings); }

    void enterOpensTheOrderFilledIn()
    {
        Phone p;
        QVERIFY(p.show() && p.report(2));
        QVERIFY(p.promised(p.ids.front()));
        PageRoom::key(Qt::Key_Return);
        UNTIL(!p.page().handing().isOpen());
        UNTIL(p.sheet().isVisible());
        QCOMPARE(p.sheet().incident(), p.ids.front());
        QCOMPARE(
            p.sheet().findChild<QPlainTextEdit*>(QStringLiteral("orderTextEdit"))->toPlainText(),
            QStringLiteral(u"增派 1 组到唐家墩"));
        const auto lines = p.sheet().findChild<UnitPicker*>()->lines();
        QCOMPARE(lines.size(), 1U);
        QCOMPARE(lines.front().unit, UnitCode("D05"));
        QCOMPARE(lines.front().done, 90); // until the time that was promised
        QVERIFY(lines.front().sign <= 90 && lines.front().isLead);
        PageRoom::key(Qt::Key_Return, Qt::ControlModifier);
        UNTIL(p.desk->incident(p.ids.front())->orders.size() == 1);
        const model::Order order = p.desk->incident(p.ids.front())->orders.front();
        QCOMPARE(order.unit, UnitCode("D05"));
        QCOMPARE(order.doneMinutes, 90);
        // The promise is kept by the order, and says so wherever it stands.
        UNTIL(p.promise().settled.has_value());
        QVERIFY(p.promise().settled->isKept);
        const QString became = QString::fromStdString(p.promise().settled->text);
        QVERIFY2(
            became.contains(QStringLiteral(u"武昌区"))
                && became.contains(QStringLiteral(u"水浸 1")),
            qPrintable(became));
        model::SheetRow row;
        row.id = "promise:" + p.desk->shift()->promises.begin()->first;
        row.part = model::SheetPart::Promise;
        row.unit = UnitCode("D05");
        QCOMPARE(lineOf(p.desk->plan(), row, nullptr, p.desk->shift().get()).words, became);
        QVERIFY(lineOf(p.desk->plan(), row, nullptr).words != became);
    }

    // Ctrl+Z: the order is gone, but not what the unit promised.
    void takenBackItIsAPromiseAgain()
    {
        Phone p;
        QVERIFY(p.show() && p.report(1));
        QVERIFY(p.promised(p.ids.front()));
        const model::MakePromise made = p.promise().made;
        PageRoom::key(Qt::Key_Return);
        UNTIL(p.sheet().isVisible());
        PageRoom::key(Qt::Key_Return, Qt::ControlModifier);
        UNTIL(p.promise().settled.has_value());
        PageRoom::key(Qt::Key_Z, Qt::ControlModifier);
        UNTIL(!p.desk->incident(p.ids.front())->orders.front().isOpen());
        UNTIL(p.desk->shift()->promises.size() == 2);
        const auto& promises = p.desk->shift()->promises;
        QVERIFY(promises.begin()->second.settled.has_value()); // the trace stays
        const auto& again = std::prev(promises.end())->second;
        QVERIFY(!again.settled);
        QCOMPARE(again.made.unit, made.unit);
        QCOMPARE(again.made.text, made.text);
        QCOMPARE(again.made.until, made.until);
        QCOMPARE(again.made.incident, made.incident);
    }

    // Of no incident it asks for which one; what it is called without headquarters is its title.
    void withoutAnIncidentItAsksForOne()
    {
        Phone p;
        QVERIFY(p.show() && p.report(2));
        QVERIFY(p.promised({}));
        PageRoom::key(Qt::Key_Return);
        UNTIL(PageRoom::focused() == QStringLiteral("handoverEdit"));
        QVERIFY(p.page().handing().isOpen());
        auto* edit = p.form().findChild<QLineEdit*>(QStringLiteral("handoverEdit"));
        edit->clear();
        PageRoom::type(QStringLiteral("没有这件事"));
        PageRoom::key(Qt::Key_Return);
        UNTIL(p.form()
                  .findChild<QLabel*>(QStringLiteral("handoverMessage"))
                  ->text()
                  .contains(QStringLiteral("没有这件事")));
        edit->clear();
        PageRoom::type(QStringLiteral("水浸 2"));
        PageRoom::key(Qt::Key_Return);
        UNTIL(p.sheet().isVisible());
        QCOMPARE(p.sheet().incident(), p.ids.back());
    }

    // Put away without an order it stays a promise, and a later order of the same incident is another matter.
    void putAwayItStaysAPromise()
    {
        Phone p;
        QVERIFY(p.show() && p.report(1));
        QVERIFY(p.promised(p.ids.front()));
        PageRoom::key(Qt::Key_Return);
        UNTIL(p.sheet().isVisible());
        PageRoom::key(Qt::Key_Escape);
        UNTIL(!p.sheet().isVisible());
        QVERIFY(!p.promise().settled);
        PageRoom::key(Qt::Key_F3);
        UNTIL(p.sheet().isVisible());
        PageRoom::key(Qt::Key_Return, Qt::ControlModifier);
        UNTIL(p.desk->incident(p.ids.front())->orders.size() == 1);
        QTest::qWait(50);
        QVERIFY(!p.promise().settled);
        QVERIFY(p.chosen()); // and it is still on the sheet
    }

    void anIncidentIsNamedInThePromise()
    {
        const auto plan = sz::test::samplePlan();
        const Instant now = fromUtcMs(1'571'300'000'000);
        const auto known = [](const std::string& number) {
            return number == "041" ? IncidentId("I41") : IncidentId();
        };
        const auto read = readPromise(*plan, "武昌 增派 1 组 #041 22:00", now, known);
        QVERIFY(read.has_value());
        QCOMPARE(read->incident, IncidentId("I41"));
        QCOMPARE(read->text, std::string("增派 1 组"));
        QVERIFY(read->until.has_value());
        const auto none = readPromise(*plan, "武昌 增派 1 组 #99", now, known);
        QVERIFY(!none.has_value());
        QCOMPARE(none.error().code, Code::NotFound);
        QCOMPARE(none.error().detail, std::string("99"));
        // Nobody reads numbers: they are words.
        QCOMPARE(readPromise(*plan, "武昌 找 #041", now)->text, std::string("找 #041"));
    }

private:
    QTemporaryDir m_settings;
};

QTEST_MAIN(tst_PromiseOrders)
#include "tst_PromiseOrders.moc"
