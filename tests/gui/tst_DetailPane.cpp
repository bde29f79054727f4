// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ChineseScreen.h"
#include "tests/support/SampleWorld.h"
#include "widgets/common/Durations.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/common/Painters.h"
#include "widgets/common/SectionHeader.h"
#include "widgets/models/OrdersModel.h"
#include "widgets/models/TraceModel.h"
#include "widgets/watch/ContactLine.h"
#include "widgets/watch/DetailPane.h"
#include "widgets/watch/DetailTables.h"
#include "widgets/watch/HopLine.h"
#include "widgets/watch/OrderCareBar.h"
#include "widgets/watch/TextBlock.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>

#include <algorithm>
#include <optional>

using namespace sz;
using namespace sz::widgets;
using namespace std::chrono_literals;

class tst_DetailPane : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void nothingSelectedBlocksEverything();
    void officeKeysEmitIntents();
    void closeNamesItsReason();
    void unitDeskSeesItsOwnActs();
    void unitWithoutOrderSeesWhy();
    void progressGoesFromMovingToOnScene();
    void remindGoesToTheUnsigned();
    void conflictShowsBothValues();
    void unsentLinesSaySo();
    void sameIncidentIsChangedRowByRow();
    void compactPutsSectionsBehindTabs();
    void noKeyStandsWithoutItsWord_data();
    void noKeyStandsWithoutItsWord();
    void theLampIsForecastAsAClock();
    void markupStaysText();
    void aContactIsShownForAMinute();
    void aContactSaysWhyItCannotBeOpened();
    void amendHasItsOwnKey();
    void careKeysMeanTheChosenOrder();
    void careKeysSayWhyNot();
    void whatIsOutOfTheOrdinaryStandsBelowItsOrder_data();
    void whatIsOutOfTheOrdinaryStandsBelowItsOrder();
    void ownersStandInALine();
    void everybodyOnScene();
    void satisfactionIsAskedOfWhatIsDone();
    void theChiefClaims();
    void countsHaveTheirKey();
    void aLongLineOfTheTraceCanBeRead();
    void nothingLiesOverAnythingInALowPane_data();
    void nothingLiesOverAnythingInALowPane();
    void answersStandBelowTheWords_data();
    void answersStandBelowTheWords();

private:
    [[nodiscard]] KeycapButton* button(const char* name) const
    {
        return m_pane->findChild<KeycapButton*>(QLatin1StringView(name));
    }
    [[nodiscard]] test::SampleIncident twoOrders() const;
    [[nodiscard]] test::SampleIncident withContact(Millis left = std::chrono::days(3)) const;

    Instant m_now = test::pictureMoment();
    ThemeSource m_theme;
    std::unique_ptr<DetailPane> m_pane;
};

void tst_DetailPane::init()
{
    m_pane = std::make_unique<DetailPane>(test::samplePlan(), m_theme);
    m_pane->resize(464, 868);
    m_pane->setActor({UnitCode("HQ"), PostCode("HQ-chief"), plan::Role::DutyChief});
    m_pane->setNow(m_now);
    m_pane->setLink(test::liveLink(m_now));
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
}

test::SampleIncident tst_DetailPane::twoOrders() const
{
    test::SampleIncident incident(
        41, m_now - 30min, test::plainReport("Two orders", plan::Grade::III));
    incident.order(m_now - 25min, {"L06", "D05"}, 30);
    incident.act(m_now - 20min, UnitCode("L06"), model::SignOrder{incident.orderId(0)});
    return incident;
}

void tst_DetailPane::nothingSelectedBlocksEverything()
{
    QVERIFY(!button("closeButton")->isEnabled());
    QSignalSpy order(m_pane.get(), &DetailPane::requestOrder);
    QTest::keyClick(m_pane.get(), Qt::Key_F3);
    QCOMPARE(order.size(), 0);
}

void tst_DetailPane::officeKeysEmitIntents()
{
    const auto incident = twoOrders();
    m_pane->setIncident(incident);
    QSignalSpy order(m_pane.get(), &DetailPane::requestOrder);
    QSignalSpy report(m_pane.get(), &DetailPane::requestReport);
    QSignalSpy note(m_pane.get(), &DetailPane::requestNote);
    QTest::keyClick(m_pane.get(), Qt::Key_F3);
    QTest::keyClick(m_pane.get(), Qt::Key_F7);
    QTest::keyClick(m_pane.get(), Qt::Key_Period);
    QCOMPARE(order.size(), 1);
    QCOMPARE(report.size(), 1);
    QCOMPARE(note.size(), 1);
    QCOMPARE(order.front().front().value<IncidentId>(), incident.get()->id);
}

// What was reported upwards is a paragraph: the row under the cursor shows all of it, and is a line again when it is left.
void tst_DetailPane::aLongLineOfTheTraceCanBeRead()
{
    auto incident = twoOrders();
    const std::string words(180, 'w');
    incident.act(
        m_now - 2min, UnitCode("HQ"),
        model::FileReport{model::ReportStage::First, "Parents " + words, {}, 30});
    incident.act(m_now - 1min, UnitCode("HQ"), model::AddNote{"short"});
    m_pane->setIncident(incident);
    auto* trace = m_pane->findChild<TraceTable*>();
    const int line = trace->rowHeight(1);
    trace->setFocus();
    QTest::keyClick(trace, Qt::Key_Home);
    QCOMPARE(trace->rowHeight(0), line); // it fits
    QTest::keyClick(trace, Qt::Key_Down);
    QCOMPARE(trace->currentIndex().row(), 1);
    QVERIFY(trace->rowHeight(1) >= 3 * line);
    const int top = trace->visualRect(trace->currentIndex()).top();
    QVERIFY(top >= 0 && top < trace->viewport()->height()); // its beginning, however long it is
    QVERIFY(trace->model()
                ->index(1, static_cast<int>(TraceColumn::What))
                .data(Qt::ToolTipRole)
                .toString()
                .contains(QString::fromStdString(words)));
    const int narrow = trace->rowHeight(1);
    m_pane->resize(640, 868);
    QVERIFY(QTest::qWaitFor([&] { return trace->rowHeight(1) < narrow; })); // wider: fewer lines
    QVERIFY(trace->rowHeight(1) > line);
    incident.act(m_now, UnitCode("HQ"), model::AddNote{"new"}); // comes in above it
    m_pane->setIncident(incident);
    QCOMPARE(trace->currentIndex().row(), 2);
    QVERIFY(trace->rowHeight(2) > line);
    QCOMPARE(trace->rowHeight(1), line);
    QTest::keyClick(trace, Qt::Key_Down);
    QCOMPARE(trace->rowHeight(2), line);
}

// A sheet for words takes 180 of the pane's height: in a window of 900 lines were painted over lines.
void tst_DetailPane::nothingLiesOverAnythingInALowPane_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("hasChain");
    QTest::addColumn<bool>("hasFacts");
    QTest::newRow("1080") << QSize(464, 868) << true << true;
    QTest::newRow("900") << QSize(464, 687) << true << true;
    QTest::newRow("900, a sheet below") << QSize(464, 502) << false << false;
    QTest::newRow("between") << QSize(464, 560) << true << false;
    QTest::newRow("a laptop") << QSize(392, 570) << false << false; // behind their tab
    QTest::newRow("a laptop, a sheet below") << QSize(392, 386) << false << false;
}

void tst_DetailPane::nothingLiesOverAnythingInALowPane()
{
    QFETCH(const QSize, size);
    QFETCH(const bool, hasChain);
    QFETCH(const bool, hasFacts);
    auto incident = twoOrders();
    incident.act(
        m_now - 10min, UnitCode("HQ"),
        model::FileReport{model::ReportStage::First, "told", {}, 30});
    incident.act(m_now - 5min, UnitCode("L06"), model::ReportOrder{incident.orderId(0), "904"});
    QWidget host; // which gives it what is left, however little it is
    host.resize(700, 900);
    DetailPane pane(test::samplePlan(), m_theme, &host);
    pane.setActor({UnitCode("HQ"), PostCode("HQ-chief"), plan::Role::DutyChief});
    pane.setCompact(size.width() < 400);
    pane.setNow(m_now);
    pane.setLink(test::liveLink(m_now));
    pane.setIncident(incident);
    pane.setGeometry(QRect(QPoint(), size));
    host.show();
    QVERIFY(QTest::qWaitForWindowActive(&host));
    const auto* chain = pane.findChild<QWidget*>(QStringLiteral("reportChain"));
    QVERIFY(QTest::qWaitFor([&] { return chain->isVisible() == hasChain; }));
    QCOMPARE(pane.findChild<QWidget*>(QStringLiteral("chainFacts"))->isVisible(), hasFacts);
    pane.setNow(m_now + 1s); // the tick brings nothing back
    QCoreApplication::processEvents();
    QCOMPARE(pane.size(), size);
    const auto key = [&](const char* name) {
        return pane.findChild<KeycapButton*>(QLatin1StringView(name));
    };
    std::vector<const QWidget*> parts{
        pane.findChild<TextBlock*>(QStringLiteral("incidentTitle")),
        pane.findChild<OrdersTable*>(),
        pane.findChild<TraceTable*>(),
        pane.findChild<OrderCareBar*>(),
        key("remindButton"),
        key("noteButton"),
        key("orderButton")};
    if (hasChain) {
        parts.push_back(chain);
    }
    if (size.height() > 400) {
        parts.push_back(pane.findChild<HopLine*>());
    }
    const auto boxOf = [&](const QWidget* part) {
        return QRect(part->mapTo(&pane, QPoint()), part->size());
    };
    for (const QWidget* one : parts) {
        QVERIFY2(one->isVisible() && one->height() >= 16, qPrintable(one->objectName()));
        QVERIFY2(pane.rect().contains(boxOf(one)), qPrintable(one->objectName()));
        for (const QWidget* other : parts) {
            QVERIFY2(
                one == other || !boxOf(one).intersects(boxOf(other)),
                qPrintable(one->objectName() + QStringLiteral(" / ") + other->objectName()));
        }
    }
}

void tst_DetailPane::answersStandBelowTheWords_data()
{
    QTest::addColumn<bool>("isChinese");
    QTest::addColumn<QString>("told");
    QTest::addColumn<QString>("amended");
    QTest::newRow("zh_CN") << true << QStringLiteral("钢瓶 32 只 · 泄漏：无")
                           << QStringLiteral("钢瓶 40 只");
    QTest::newRow("en") << false << QStringLiteral("Cylinders 32 · Leak: none")
                        << QStringLiteral("Cylinders 40");
}

void tst_DetailPane::answersStandBelowTheWords()
{
    QFETCH(const bool, isChinese);
    QFETCH(const QString, told);
    QFETCH(const QString, amended);
    std::optional<test::ChineseScreen> chinese;
    if (isChinese) {
        chinese.emplace();
    }
    const auto* line = m_pane->findChild<TextBlock*>(QStringLiteral("incidentFacts"));
    m_pane->setIncident(twoOrders());
    QVERIFY(!line->isVisible()); // nothing was asked for
    model::ReportIncident report = test::plainReport("Van", plan::Grade::III);
    report.kind = KindCode("gas.cylinders");
    report.facts = {{"cylinders", "32"}, {"leak", "无"}};
    test::SampleIncident incident(42, m_now - 30min, report);
    m_pane->setIncident(incident);
    QVERIFY(line->isVisible());
    QCOMPARE(line->text(), QStringLiteral("cylinders 32 · leak 无")); // as the log has it
    m_pane->setFields(plan::readReportFields(SANZHEN_SOURCE_DIR "/resources/plans/wuhan"));
    QCOMPARE(line->text(), told);
    model::AmendIncident amend;
    amend.facts = {{"cylinders", "40"}, {"leak", ""}}; // counted again; taken back
    incident.act(m_now, UnitCode("HQ"), amend);
    m_pane->setIncident(incident);
    QCOMPARE(line->text(), amended);
}

// On a laptop, too, where its header stands behind a tab; at the desk of a unit that takes part, but not of a viewer.
void tst_DetailPane::countsHaveTheirKey()
{
    const auto incident = twoOrders();
    m_pane->setIncident(incident);
    QSignalSpy counts(m_pane.get(), &DetailPane::requestCounts);
    QTest::keyClick(m_pane.get(), Qt::Key_K);
    QCOMPARE(counts.size(), 1);
    m_pane->setCompact(true);
    QVERIFY(!button("countsButton")->isVisible());
    QTest::keyClick(m_pane.get(), Qt::Key_K);
    QCOMPARE(counts.size(), 2);
    m_pane->setCompact(false);
    m_pane->setActor({UnitCode("L06"), PostCode("L06-desk"), plan::Role::LineDesk});
    QTest::keyClick(m_pane.get(), Qt::Key_K);
    QCOMPARE(counts.size(), 3);
    m_pane->setActor({UnitCode("HQ"), PostCode("HQ-chief"), plan::Role::Viewer});
    QVERIFY(!button("countsButton")->isEnabled());
    QTest::keyClick(m_pane.get(), Qt::Key_K);
    QCOMPARE(counts.size(), 3);
}

void tst_DetailPane::closeNamesItsReason()
{
    auto incident = twoOrders();
    m_pane->setIncident(incident);
    QVERIFY(!button("closeButton")->isEnabled());
    QVERIFY2(
        button("closeButton")->blockedReason().contains(QLatin1Char('2')),
        qPrintable(button("closeButton")->blockedReason()));
    incident.act(m_now, UnitCode("D05"), model::FinishOrder{incident.orderId(1), "done"});
    incident.act(m_now, UnitCode("L06"), model::FinishOrder{incident.orderId(0), "done"});
    m_pane->setIncident(incident);
    QVERIFY(button("closeButton")->isEnabled());
    QSignalSpy closed(m_pane.get(), &DetailPane::requestClose);
    QTest::keyClick(m_pane.get(), Qt::Key_X);
    QCOMPARE(closed.size(), 1);
}

void tst_DetailPane::unitDeskSeesItsOwnActs()
{
    const auto incident = twoOrders();
    m_pane->setActor({UnitCode("D05"), PostCode("D05-desk"), plan::Role::DistrictDesk});
    m_pane->setIncident(incident);
    QVERIFY(!button("closeButton")->isVisible());
    QCOMPARE(m_pane->ownOrder(), incident.orderId(1));
    QSignalSpy signing(m_pane.get(), &DetailPane::requestSign);
    QSignalSpy finishing(m_pane.get(), &DetailPane::requestFinish);
    QTest::keyClick(m_pane.get(), Qt::Key_S);
    QCOMPARE(signing.size(), 1);
    QCOMPARE(signing.front().at(1).value<OrderId>(), incident.orderId(1));
    QTest::keyClick(m_pane.get(), Qt::Key_X);
    QCOMPARE(finishing.size(), 1);
}

void tst_DetailPane::unitWithoutOrderSeesWhy()
{
    m_pane->setActor({UnitCode("D01"), PostCode("D01-desk"), plan::Role::DistrictDesk});
    m_pane->setIncident(twoOrders());
    QVERIFY(m_pane->ownOrder().empty());
    QVERIFY(!button("signButton")->isEnabled());
    QVERIFY(!button("signButton")->blockedReason().isEmpty());
}

void tst_DetailPane::progressGoesFromMovingToOnScene()
{
    auto incident = twoOrders();
    m_pane->setActor({UnitCode("L06"), PostCode("L06-desk"), plan::Role::LineDesk});
    m_pane->setIncident(incident);
    QSignalSpy progress(m_pane.get(), &DetailPane::requestProgress);
    QTest::keyClick(m_pane.get(), Qt::Key_A);
    QCOMPARE(progress.back().at(2).value<model::Progress>(), model::Progress::Moving);
    incident.act(
        m_now, UnitCode("L06"),
        model::ProgressOrder{incident.orderId(0), model::Progress::Moving, {}});
    m_pane->setIncident(incident);
    QTest::keyClick(m_pane.get(), Qt::Key_A);
    QCOMPARE(progress.back().at(2).value<model::Progress>(), model::Progress::OnScene);
    incident.act(
        m_now, UnitCode("L06"),
        model::ProgressOrder{incident.orderId(0), model::Progress::OnScene, {}});
    m_pane->setIncident(incident);
    QVERIFY(!button("progressButton")->isEnabled());
}

void tst_DetailPane::remindGoesToTheUnsigned()
{
    const auto incident = twoOrders();
    m_pane->setIncident(incident);
    QSignalSpy remind(m_pane.get(), &DetailPane::requestRemind);
    QTest::keyClick(m_pane.get(), Qt::Key_C);
    QCOMPARE(remind.size(), 1);
    QCOMPARE(
        remind.front().at(1).value<std::vector<OrderId>>(),
        std::vector<OrderId>{incident.orderId(1)});
}

void tst_DetailPane::conflictShowsBothValues()
{
    auto incident = twoOrders();
    incident.act(
        m_now - 2min, UnitCode("HQ"), model::AmendIncident{"By the office", {}, {}, {}, {}});
    incident.act(
        m_now - 1min, UnitCode("L06"),
        model::AmendIncident{"By the unit", {}, {}, {}, {}}); // base 0: unseen
    m_pane->setIncident(incident);
    QVERIFY2(
        m_pane->conflictText().contains(QStringLiteral("By the office")),
        qPrintable(m_pane->conflictText()));
    QVERIFY(m_pane->conflictText().contains(QStringLiteral("By the unit")));
}

void tst_DetailPane::unsentLinesSaySo()
{
    auto incident = twoOrders();
    incident.unsent(m_now, UnitCode("HQ"), model::AddNote{"written offline"});
    m_pane->setIncident(incident);
    const auto* trace = m_pane->findChild<TraceTable*>()->model();
    QCOMPARE(
        trace->index(0, static_cast<int>(TraceColumn::Number)).data().toString(),
        QStringLiteral("unsent"));
    QVERIFY(trace->index(1, static_cast<int>(TraceColumn::Number))
                .data()
                .toString()
                .startsWith(QLatin1Char('#')));
}

void tst_DetailPane::sameIncidentIsChangedRowByRow()
{
    auto incident = twoOrders();
    OrdersModel orders(test::samplePlan());
    TraceModel trace(test::samplePlan());
    QAbstractItemModelTester ordersTester(
        &orders, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QAbstractItemModelTester traceTester(
        &trace, QAbstractItemModelTester::FailureReportingMode::QtTest);
    orders.setIncident(incident);
    trace.setIncident(incident);
    QSignalSpy ordersReset(&orders, &QAbstractItemModel::modelReset);
    QSignalSpy traceReset(&trace, &QAbstractItemModel::modelReset);
    incident.order(m_now, {"L01"});
    orders.setIncident(incident);
    trace.setIncident(incident);
    QCOMPARE(orders.rowCount(), 3);
    QCOMPARE(trace.rowCount(), static_cast<int>(incident.get()->trace.size()));
    QCOMPARE(ordersReset.size() + traceReset.size(), 0);
    QVERIFY(orders.orderAt(0).isLead);
    orders.setNow(m_now + 1s);
    orders.setIncident(nullptr);
    QCOMPARE(orders.rowCount(), 0);
}

void tst_DetailPane::compactPutsSectionsBehindTabs()
{
    m_pane->resize(392, 580);
    m_pane->setIncident(twoOrders());
    m_pane->setCompact(true);
    auto* tabs = m_pane->findChild<QTabBar*>();
    QVERIFY(tabs->isVisible());
    QVERIFY(m_pane->findChild<OrdersTable*>()->isVisible());
    tabs->setCurrentIndex(0);
    QVERIFY(!m_pane->findChild<OrdersTable*>()->isVisible());
    QVERIFY(m_pane->findChild<TraceTable*>()->isVisible()); // the newest facts stay
    m_pane->setCompact(false);
    QVERIFY(!tabs->isVisible());
}

void tst_DetailPane::noKeyStandsWithoutItsWord_data()
{
    QTest::addColumn<bool>("isChinese");
    QTest::addColumn<bool>("isCompact");
    QTest::addColumn<QString>("unit");
    for (const char* unit : {"HQ", "D05"}) {
        for (const bool isChinese : {false, true}) {
            for (const bool isCompact : {false, true}) {
                QTest::addRow(
                    "%s %s %s", unit, isChinese ? "zh_CN" : "en", isCompact ? "laptop" : "wide")
                    << isChinese << isCompact << QString::fromLatin1(unit);
            }
        }
    }
}

// At 1366×768, too: in the office's laptop pane every key has its word, none is cut, none lies on another.
void tst_DetailPane::noKeyStandsWithoutItsWord()
{
    QFETCH(bool, isChinese);
    QFETCH(bool, isCompact);
    QFETCH(QString, unit);
    std::optional<test::ChineseScreen> chinese;
    if (isChinese) {
        chinese.emplace();
        init(); // the words are taken when it is made
    }
    const UnitCode code(unit.toStdString());
    const bool isOffice = code == UnitCode("HQ");
    m_pane->setActor(
        {code, PostCode(code.value + (isOffice ? "-chief" : "-desk")),
         isOffice ? plan::Role::DutyChief : plan::Role::DistrictDesk});
    m_pane->resize(isCompact ? QSize(392, 572) : QSize(464, 868));
    m_pane->setCompact(isCompact);
    m_pane->setIncident(twoOrders());
    QCoreApplication::processEvents();
    std::vector<QRect> taken;
    for (const KeycapButton* key : m_pane->findChildren<KeycapButton*>()) {
        if (!key->isVisible() || key->keys().isEmpty()) {
            continue;
        }
        const std::string name = key->objectName().toStdString();
        QVERIFY2(key->sizeHint().width() > keycapsWidth(key->keys()) + 8, name.c_str());
        QVERIFY2(key->width() >= key->sizeHint().width(), name.c_str());
        const QRect at(key->mapTo(m_pane.get(), QPoint()), key->size());
        QVERIFY2(m_pane->rect().contains(at), name.c_str());
        QVERIFY2(
            std::ranges::none_of(taken, [&](const QRect& other) { return other.intersects(at); }),
            name.c_str());
        taken.push_back(at);
    }
    QVERIFY(taken.size() >= 5);
    const auto* trace = m_pane->findChild<TraceTable*>();
    QVERIFY2(trace->height() >= 2 * 26, qPrintable(QString::number(trace->height())));
}

void tst_DetailPane::theLampIsForecastAsAClock()
{
    const auto incident = twoOrders();
    m_pane->setIncident(incident);
    const auto says = [this](const QString& words) {
        return std::ranges::any_of(m_pane->findChildren<SectionHeader*>(), [&](const auto* head) {
            return head->accessibleName().contains(words);
        });
    };
    const model::Step* step = incident.get()->nextStep(m_now);
    QVERIFY(step != nullptr);
    const Instant due = step->due;
    const QString clock = clockMinuteText(due, test::samplePlan()->utcOffsetMinutes);
    m_pane->setNow(due - 1min);
    QVERIFY(says(QStringLiteral("red at ") + clock));
    m_pane->setNow(due + 1min);
    QVERIFY(says(QStringLiteral("red since ")));
}

void tst_DetailPane::markupStaysText()
{
    m_pane->setIncident(test::SampleIncident(1, m_now, test::plainReport("<b>bold</b>\u202Eevil")));
    const auto* title = m_pane->findChild<QWidget*>(QStringLiteral("incidentTitle"));
    QCOMPARE(title->accessibleName(), QStringLiteral("<b>bold</b>\u25A1evil"));
}

test::SampleIncident tst_DetailPane::withContact(Millis left) const
{
    test::SampleIncident incident(
        41, m_now - 30min, test::plainReport("Contact", plan::Grade::III));
    incident.act(
        m_now - 29min, UnitCode("HQ"),
        model::ContactSealed{ContactId("01J"), Bytes(156, 1), m_now + left});
    return incident;
}

void tst_DetailPane::aContactIsShownForAMinute()
{
    ContactLine& line = m_pane->contactLine();
    m_pane->setIncident(twoOrders());
    QVERIFY(!line.isVisible());
    auto incident = withContact();
    m_pane->setIncident(incident);
    QVERIFY(line.isVisible());
    QVERIFY2(line.shownText().contains("sealed, until"), qPrintable(line.shownText()));
    QSignalSpy asked(&line, &ContactLine::requested);
    QTest::keyClick(m_pane.get(), Qt::Key_T);
    QCOMPARE(asked.size(), 1);
    QTest::keyClick(m_pane.get(), Qt::Key_T); // while it is being opened
    QCOMPARE(asked.size(), 1);
    incident.act(m_now, UnitCode("HQ"), model::ContactOpened{ContactId("01J")});
    m_pane->setIncident(incident); // the trace comes back before the text
    line.reveal(ContactId("other"), QStringLiteral("no"));
    QVERIFY(!line.shownText().contains("no,"));
    line.reveal(ContactId("01J"), QStringLiteral("张先生 139"));
    QVERIFY(line.shownText().contains("张先生 139"));
    m_pane->setNow(m_now + 59s);
    QVERIFY(line.shownText().contains("张先生 139"));
    m_pane->setNow(m_now + 60s);
    QVERIFY(!line.shownText().contains("139"));
    QVERIFY2(line.shownText().contains("opened 1 time"), qPrintable(line.shownText()));

    const auto show = [&] {
        QTest::keyClick(m_pane.get(), Qt::Key_T);
        line.reveal(ContactId("01J"), QStringLiteral("张先生 139"));
        return line.shownText().contains("139");
    };
    QVERIFY(show());
    QTest::keyClick(m_pane.get(), Qt::Key_T); // hides it again
    QVERIFY(!line.shownText().contains("139"));
    QVERIFY(show());
    m_pane->setIncident(twoOrders()); // another one
    m_pane->setIncident(incident);
    QVERIFY(!line.shownText().contains("139"));
    line.reveal(ContactId("01J"), QStringLiteral("139")); // an answer to a question nobody asks now
    QVERIFY(!line.shownText().contains("139"));
    QVERIFY(show());
    m_pane->hide();
    m_pane->show();
    QVERIFY(!line.shownText().contains("139"));
}

void tst_DetailPane::aContactSaysWhyItCannotBeOpened()
{
    ContactLine& line = m_pane->contactLine();
    const auto incident = withContact();
    m_pane->setIncident(incident);
    QVERIFY(button("contactButton")->isEnabled());
    m_pane->setLink(test::lostLink(m_now, 5min));
    QCOMPARE(button("contactButton")->blockedReason(), QStringLiteral("needs headquarters"));
    line.setDesk(incident.get()->contacts.front().desk); // this desk sealed it
    QVERIFY(button("contactButton")->isEnabled());
    m_pane->setActor({UnitCode("HQ"), PostCode("HQ-chief"), plan::Role::Inspector});
    QVERIFY(!button("contactButton")->blockedReason().isEmpty());
    m_pane->setActor({UnitCode("HQ"), PostCode("HQ-chief"), plan::Role::DutyChief});
    QTest::keyClick(m_pane.get(), Qt::Key_T);
    line.refuse(ContactId("01J"), QStringLiteral("why not"));
    QVERIFY(line.shownText().contains("why not"));
    m_pane->setNow(m_now + std::chrono::days(3));
    m_pane->setIncident(nullptr);
    m_pane->setIncident(incident);
    QVERIFY2(line.shownText().contains("expired on"), qPrintable(line.shownText()));
    QVERIFY(!button("contactButton")->isVisible());
}

void tst_DetailPane::amendHasItsOwnKey()
{
    m_pane->setIncident(twoOrders());
    QSignalSpy amend(m_pane.get(), &DetailPane::requestAmend);
    QTest::keyClick(m_pane.get(), Qt::Key_E); // more time, of an order that nobody has chosen
    QCOMPARE(amend.size(), 0);
    QTest::keyClick(m_pane.get(), Qt::Key_M);
    QCOMPARE(amend.size(), 1);
}

void tst_DetailPane::careKeysMeanTheChosenOrder()
{
    auto incident = twoOrders();
    incident.act(
        m_now - 5min, UnitCode("L06"),
        model::AskRelief{incident.orderId(0), model::Relief::Extend, 60, "why"});
    m_pane->setIncident(incident);
    m_pane->findChild<OrdersTable*>()->selectOrder(incident.orderId(1));
    QSignalSpy relief(&m_pane->care(), &OrderCareBar::reliefRequested);
    QSignalSpy decide(&m_pane->care(), &OrderCareBar::decideRequested);
    QSignalSpy withdraw(&m_pane->care(), &OrderCareBar::withdrawRequested);
    for (const Qt::Key key : {Qt::Key_E, Qt::Key_D, Qt::Key_U}) {
        QTest::keyClick(m_pane.get(), key);
    }
    QCOMPARE(relief.size(), 1);
    QCOMPARE(relief.front().at(1).value<OrderId>(), incident.orderId(1));
    QCOMPARE(withdraw.size(), 1);
    QCOMPARE(withdraw.front().at(1).value<OrderId>(), incident.orderId(1));
    QCOMPARE(decide.size(), 1); // nothing waits on the chosen one, something on the other
    QCOMPARE(decide.front().at(1).value<OrderId>(), incident.orderId(0));
    m_pane->setCompact(true); // they work whatever the tab
    m_pane->findChild<QTabBar*>()->setCurrentIndex(0);
    QTest::keyClick(m_pane.get(), Qt::Key_D);
    QCOMPARE(decide.size(), 2);
}

void tst_DetailPane::careKeysSayWhyNot()
{
    auto incident = twoOrders();
    m_pane->setIncident(incident);
    QCOMPARE(button("withdrawButton")->blockedReason(), QStringLiteral("withdraw: which?"));
    QCOMPARE(button("decideButton")->blockedReason(), QStringLiteral("nothing waits"));
    m_pane->setActor({UnitCode("D05"), PostCode("D05-desk"), plan::Role::DistrictDesk});
    QVERIFY(button("reliefButton")->isEnabled()); // its own
    QVERIFY(!button("withdrawButton")->isVisible());
    QVERIFY(!button("decideButton")->isVisible());
    m_pane->setActor({UnitCode("D01"), PostCode("D01-desk"), plan::Role::DistrictDesk});
    QVERIFY(!m_pane->care().isVisible());
    m_pane->setActor({UnitCode("HQ"), PostCode("HQ-chief"), plan::Role::DutyChief});
    m_pane->setIncident(test::SampleIncident(7, m_now, test::plainReport("No order")));
    QVERIFY(!m_pane->care().isVisible());
}

void tst_DetailPane::whatIsOutOfTheOrdinaryStandsBelowItsOrder_data()
{
    QTest::addColumn<int>("story");
    QTest::addColumn<QString>("note");
    QTest::newRow("nothing") << 0 << QString();
    QTest::newRow("asked for") << 1 << QStringLiteral("2 h more asked for: waits");
    QTest::newRow("granted") << 2 << QStringLiteral("limit was ");
    QTest::newRow("suspended") << 3 << QStringLiteral("suspended until ");
    QTest::newRow("returned") << 4
                              << QStringLiteral("return undecided, still the matter of Education");
    QTest::newRow("not in order") << 5 << QStringLiteral("recheck 1: not in order");
}

void tst_DetailPane::whatIsOutOfTheOrdinaryStandsBelowItsOrder()
{
    QFETCH(int, story);
    QFETCH(QString, note);
    auto incident = twoOrders();
    const OrderId first = incident.orderId(0);
    const UnitCode unit("L06");
    const UnitCode office("HQ");
    const auto ask = [&](model::Relief relief) {
        incident.act(m_now - 5min, unit, model::AskRelief{first, relief, 120, "why"});
    };
    const auto grant = [&] {
        incident.act(
            m_now - 4min, office,
            model::DecideRelief{first, incident.get()->order(first)->ask->entry, true, {}});
    };
    if (story == 1 || story == 2) {
        ask(model::Relief::Extend);
    } else if (story == 3) {
        ask(model::Relief::Suspend);
    } else if (story == 4) {
        incident.act(m_now - 5min, unit, model::ReturnOrder{first, "not ours"});
    } else if (story == 5) {
        incident.act(m_now - 5min, unit, model::FinishOrder{first, "done"});
        incident.act(m_now - 4min, office, model::RecheckOrder{first, false, 2, 1, 60, "no"});
    }
    if (story == 2 || story == 3) {
        grant();
    }
    m_pane->setIncident(incident);
    m_pane->setNow(m_now);
    const auto* table = m_pane->findChild<OrdersTable*>();
    const QString told = table->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(told.contains(note), qPrintable(told));
    const int plain = table->rowHeight(1);
    QCOMPARE(table->rowHeight(0) > plain, !note.isEmpty());
    QCOMPARE(table->height(), table->horizontalHeader()->height() + table->rowHeight(0) + plain);
}

void tst_DetailPane::ownersStandInALine()
{
    auto incident = twoOrders();
    incident.act(
        m_now - 15min, UnitCode("L06"), model::ReturnOrder{incident.orderId(0), "not ours"});
    incident.act(
        m_now - 10min, UnitCode("HQ"), model::DecideReturn{incident.orderId(0), true, "office"});
    m_pane->setIncident(incident);
    m_pane->setNow(m_now);
    const auto* hops = m_pane->findChild<HopLine*>();
    QVERIFY(hops->isVisible());
    const QStringList owners = hops->text().split(QStringLiteral(" › "));
    QCOMPARE(owners.size(), 3);
    QVERIFY2(owners[0].endsWith(QStringLiteral(" 5 min")), qPrintable(hops->text()));
    QCOMPARE(owners[1], QStringLiteral("Education 15 min"));
    QVERIFY2(owners[2].endsWith(QStringLiteral(" 10 min")), qPrintable(hops->text()));
    m_pane->setNow(m_now + 2min);
    QVERIFY2(hops->text().endsWith(QStringLiteral(" 12 min")), qPrintable(hops->text()));
}

void tst_DetailPane::everybodyOnScene()
{
    auto incident = twoOrders(); // both have to go there
    const auto* hops = m_pane->findChild<HopLine*>();
    for (const std::size_t order : {0U, 1U}) {
        m_pane->setIncident(incident);
        QVERIFY(!hops->isAllOnScene());
        const model::Order& o = incident.get()->orders[order];
        incident.act(m_now, o.unit, model::ProgressOrder{o.id, model::Progress::OnScene, {}});
    }
    m_pane->setIncident(incident);
    QVERIFY(hops->isAllOnScene());
    QVERIFY(hops->accessibleName().contains(QStringLiteral("all on scene")));
}

void tst_DetailPane::satisfactionIsAskedOfWhatIsDone()
{
    auto incident = twoOrders();
    m_pane->setIncident(incident);
    QVERIFY(!button("rateButton")->isVisible());
    incident.act(m_now, UnitCode("D05"), model::FinishOrder{incident.orderId(1), "done"});
    incident.act(m_now, UnitCode("L06"), model::FinishOrder{incident.orderId(0), "done"});
    incident.act(m_now, UnitCode("HQ"), model::CloseIncident{"done"});
    m_pane->setIncident(incident);
    QVERIFY(button("rateButton")->isVisible());
    QSignalSpy rating(m_pane.get(), &DetailPane::requestRating);
    QTest::keyClick(m_pane.get(), Qt::Key_R);
    QCOMPARE(rating.size(), 1);
    QVERIFY(!m_pane->grab().isNull());
    incident.act(m_now, UnitCode("HQ"), model::RateResult{4, "回访", "ok"});
    m_pane->setIncident(incident);
    bool isTold = false;
    for (const QWidget* child : m_pane->findChildren<QWidget*>()) {
        isTold = isTold || child->accessibleName().contains(QStringLiteral("content 4 of 5"));
    }
    QVERIFY(isTold);
    m_pane->setActor({UnitCode("D05"), PostCode("D05-duty"), plan::Role::DistrictDesk});
    QVERIFY(!button("rateButton")->isVisible());
}

void tst_DetailPane::theChiefClaims()
{
    auto incident = twoOrders();
    m_pane->setIncident(incident);
    QVERIFY(button("claimButton")->isVisible());
    QSignalSpy claim(m_pane.get(), &DetailPane::requestClaim);
    QTest::keyClick(m_pane.get(), Qt::Key_L);
    QCOMPARE(claim.size(), 1);
    incident.act(m_now, UnitCode("HQ"), model::ClaimIncident{});
    m_pane->setIncident(incident);
    QVERIFY(incident.get()->claimedBy.has_value());
    // Whose hand it is under has nothing to claim; another of the office has.
    m_pane->setActor({UnitCode("HQ"), *incident.get()->claimedBy, plan::Role::DutyChief});
    QVERIFY(!button("claimButton")->isVisible());
    m_pane->setActor({UnitCode("HQ"), PostCode("HQ-deputy"), plan::Role::DutyChief});
    QVERIFY(button("claimButton")->isVisible());
    m_pane->setActor({UnitCode("D05"), PostCode("D05-desk"), plan::Role::DistrictDesk});
    QVERIFY(!button("claimButton")->isVisible());
}

QTEST_MAIN(tst_DetailPane)
#include "tst_DetailPane.moc"
