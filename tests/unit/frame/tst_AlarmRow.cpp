// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The alarm row: names one, acts on that one, never on what nobody has seen.
#include "tests/unit/frame/FrameFixture.h"
#include "widgets/common/Style.h"
#include "widgets/frame/AlarmItem.h"
#include "widgets/frame/AlarmRow.h"
#include "widgets/frame/KeyHint.h"

#include <QApplication>
#include <QProxyStyle>
#include <QSignalSpy>
#include <QTest>

using namespace sz;
using namespace sz::widgets;
using namespace sz::test;

namespace {

class StillStyle final : public QProxyStyle
{
public:
    int styleHint(
        StyleHint hint,
        const QStyleOption* option,
        const QWidget* widget,
        QStyleHintReturn* back) const override
    {
        return hint == SH_Widget_Animation_Duration
                   ? 0
                   : QProxyStyle::styleHint(hint, option, widget, back);
    }
};

} // namespace

class tst_AlarmRow : public QObject
{
    Q_OBJECT
    ThemeSource m_theme;
    std::shared_ptr<const plan::Plan> m_plan = framePlan();

    std::unique_ptr<AlarmRow> shownRow(std::vector<Alarm> alarms, int width = 1920)
    {
        auto row = std::make_unique<AlarmRow>(m_theme);
        row->setNow(kNow);
        row->resize(width, 32);
        row->setAlarms(std::move(alarms), m_plan);
        return row;
    }

    static const AlarmItem& item(const AlarmRow& row) { return *row.findChild<AlarmItem*>(); }
    static KeyHint& remind(const AlarmRow& row)
    {
        return *row.findChild<KeyHint*>(QStringLiteral("alarmRemindButton"));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        followTheme(*qApp, m_theme);
    }

    void isThereOnlyWhileSomethingIsUnconfirmed()
    {
        const auto row = shownRow({});
        QVERIFY(!row->isVisible());
        QVERIFY(!row->current());
        row->setAlarms(floodOf(1), m_plan);
        QVERIFY(row->isVisible());
        QVERIFY(row->current());
        row->setAlarms({}, m_plan);
        QVERIFY(!row->isVisible());
    }

    void putsAsideWhatItNames()
    {
        const auto row = shownRow({alarmOf(lateIncident("a", 45, "Hospital on generator"))});
        QSignalSpy shelved(row.get(), &AlarmRow::shelveRequested);
        row->shelveCurrent();
        QCOMPARE(shelved.count(), 0); // what has just come was not seen yet
        QVERIFY(QTest::qWaitFor([&] { return row->isSettled(); }));
        row->shelveCurrent();
        QCOMPARE(shelved.count(), 1);
    }

    void saysWhoseTurnItIsAndRaises()
    {
        auto plan = std::make_shared<plan::Plan>(*m_plan);
        plan->ladder = {{0, PostCode("HQ-deputy")}, {10, PostCode("HQ-chief")}};
        for (const auto& [code, name] :
             {std::pair("HQ-deputy", "Deputy"), {"HQ-chief", "Duty chief"}}) {
            plan::Post post;
            post.code = PostCode(code);
            post.unit = UnitCode("HQ");
            post.name = nameOf(name, name);
            plan->posts.push_back(post);
        }
        const auto row = shownRow({});
        row->setAlarms({alarmOf(lateIncident("a", 45, "Hospital on generator"))}, plan);
        const QString words = item(*row).words().climb; // 04:12 late at 14:23:07
        QVERIFY2(words.contains(QStringLiteral("Deputy")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("14:28")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("Duty chief")), qPrintable(words));
        QSignalSpy raised(row.get(), &AlarmRow::raiseRequested);
        row->raiseCurrent();
        QCOMPARE(raised.count(), 0); // not seen yet
        QVERIFY(QTest::qWaitFor([&] { return row->isSettled(); }));
        row->raiseCurrent();
        QCOMPARE(raised.count(), 1);
        QCOMPARE(raised.front()[2].value<PostCode>(), PostCode("HQ-chief"));
        row->setNow(kNow + Minutes{10}); // at the top
        QVERIFY(!row->findChild<KeyHint*>(QStringLiteral("raiseButton"))->isVisible());
        row->raiseCurrent();
        QCOMPARE(raised.count(), 1);
    }

    void goneByItselfIsShownWithoutRed()
    {
        Alarm gone = alarmOf(lateIncident("a", 45, "Hospital on generator"));
        gone.clearedAt = kNow - Minutes{1};
        const auto row = shownRow({gone});
        QVERIFY(row->isVisible());
        QVERIFY2(
            item(*row).words().cause.contains(QStringLiteral("14:22")),
            qPrintable(item(*row).words().cause));
        QVERIFY(row->findChild<AlarmTally*>()->text().contains(QStringLiteral("gone")));
        QVERIFY(!row->findChild<KeyHint*>(QStringLiteral("shelveButton"))->isVisible());
        QSignalSpy shelved(row.get(), &AlarmRow::shelveRequested);
        QSignalSpy seen(row.get(), &AlarmRow::acknowledgeRequested);
        QVERIFY(QTest::qWaitFor([&] { return row->isSettled(); }));
        row->shelveCurrent();
        row->acknowledgeCurrent();
        QCOMPARE(shelved.count(), 0);
        QCOMPARE(seen.count(), 1);
        row->setAlarms({alarmOf(lateIncident("b", 46, "Smoke")), gone}, m_plan);
        QCOMPARE(
            row->findChild<AlarmTally*>()->text(), QStringLiteral("1 unacked")); // red counts alone
    }

    void namesItemCauseAndLimit()
    {
        const auto row = shownRow({alarmOf(lateIncident("a", 45, "Hospital on generator"))});
        const AlarmWords& words = item(*row).words();
        QCOMPARE(words.title, QStringLiteral("045 Hospital on generator"));
        QCOMPARE(words.cause, QStringLiteral("Power: sign-for 04:12 late (limit 10 min)"));
        QCOMPARE(words.done, QStringLiteral("not chased yet"));
        row->setNow(kNow + Millis{1'000});
        QVERIFY(item(*row).words().cause.contains(QStringLiteral("04:13")));
    }

    void tellsRemindersOnlyWhenTheyWereSent()
    {
        auto incident = std::make_shared<model::Incident>(*lateIncident("a", 45, "Hospital"));
        incident->orders.front().reminders = 2;
        const auto act =
            std::make_shared<const model::Act>(model::RemindUnits{{incident->orders.front().id}});
        incident->trace = {{"e", kNow - Minutes{2}, UnitCode("HQ"), {}, act, 7}};
        const auto row = shownRow({alarmOf(incident)});
        QVERIFY(item(*row).words().done.contains(QLatin1Char('2')));
        QVERIFY(item(*row).words().done.endsWith(QStringLiteral("last 14:21")));
    }

    void confirmsTheNamedOneOnly()
    {
        const auto row = shownRow(
            {alarmOf(lateIncident("a", 45, "one")), alarmOf(lateIncident("b", 46, "two"))});
        QSignalSpy spy(row.get(), &AlarmRow::acknowledgeRequested);
        QVERIFY(QTest::qWaitFor([&row] { return row->isSettled(); }));
        QTest::mouseClick(
            row->findChild<KeyHint*>(QStringLiteral("acknowledgeButton")), Qt::LeftButton);
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy.front()[0].value<IncidentId>(), IncidentId("a"));
        QCOMPARE(spy.front()[1].toString(), QStringLiteral("sign/order-a"));
    }

    void aKeyMeantForTheLastOneDoesNotTouchTheNext()
    {
        const Alarm first = alarmOf(lateIncident("a", 45, "one"));
        const Alarm second = alarmOf(lateIncident("b", 46, "two"));
        const auto row = shownRow({second});
        QSignalSpy spy(row.get(), &AlarmRow::acknowledgeRequested);
        QVERIFY(QTest::qWaitFor([&row] { return row->isSettled(); }));
        row->setAlarms({first, second}, m_plan); // a graver one came in under the hand
        row->acknowledgeCurrent();
        QCOMPARE(spy.count(), 0);
        QVERIFY(QTest::qWaitFor([&row] { return row->isSettled(); }));
        row->setAlarms({first}, m_plan); // the same one stays settled
        row->acknowledgeCurrent();
        QCOMPARE(spy.count(), 1);
    }

    void printsCOnlyWhereItChasesThisItem()
    {
        const auto row = shownRow({alarmOf(lateIncident("a", 45, "one"))});
        QVERIFY(remind(*row).keys().isEmpty());
        row->setOpened(IncidentId("a"));
        QCOMPARE(remind(*row).keys(), QKeySequence(Qt::Key_C));
        row->setOpened(IncidentId("b"));
        QVERIFY(remind(*row).keys().isEmpty());
        QSignalSpy spy(row.get(), &AlarmRow::remindRequested);
        QTest::mouseClick(&remind(*row), Qt::LeftButton);
        QCOMPARE(spy.count(), 1);
        QSignalSpy opened(row.get(), &AlarmRow::incidentActivated);
        QTest::mouseClick(row->findChild<AlarmItem*>(), Qt::LeftButton, {}, QPoint(20, 16));
        QCOMPARE(opened.front()[0].value<IncidentId>(), IncidentId("a"));
    }

    void nobodyToChaseIsSaid()
    {
        auto incident = std::make_shared<model::Incident>(*lateIncident("a", 45, "one"));
        incident->orders.front().state = model::OrderState::Done;
        const auto row = shownRow({alarmOf(incident)});
        QVERIFY(!remind(*row).isEnabled());
        QVERIFY(!remind(*row).accessibleDescription().isEmpty());
    }

    void aFloodIsGroupedByCause()
    {
        auto alarms = floodOf(10);
        const auto row = shownRow(alarms);
        QVERIFY(item(*row).badge().isEmpty());
        alarms = floodOf(12);
        for (const Alarm& other : floodOf(2, "L01")) {
            alarms.push_back(other);
        }
        row->setAlarms(alarms, m_plan);
        QVERIFY2(
            item(*row).badge().contains(QStringLiteral("12 ")), qPrintable(item(*row).badge()));
        QVERIFY(item(*row).badge().contains(QStringLiteral("2 ")));
        QVERIFY(row->findChild<AlarmTally*>()->text().contains(QStringLiteral("14")));
        QSignalSpy spy(row.get(), &AlarmRow::acknowledgeRequested);
        QVERIFY(QTest::qWaitFor([&row] { return row->isSettled(); }));
        row->acknowledgeCurrent();
        QCOMPARE(spy.count(), 1); // a group is never confirmed as a whole
    }

    void nothingMovesWhileTheLateTimeCounts()
    {
        const auto row = shownRow({alarmOf(lateIncident("a", 45, "Hospital on generator"))}, 1366);
        const auto before = geometries(*row);
        const QString slot = item(*row).words().causeSlot;
        for (const int minutes : {1, 6, 54, 56, 600}) {
            row->setNow(kNow + Minutes{minutes});
            QApplication::processEvents();
            QCOMPARE(geometries(*row), before);
            QCOMPARE(item(*row).words().causeSlot, slot);
        }
    }

    void flashesOnceASecondUnlessMotionIsReduced()
    {
        const auto row = shownRow(floodOf(1));
        const auto edge = [&row] {
            return row->grab(QRect(1916, 0, 1, 1)).toImage().pixelColor(0, 0);
        };
        const QColor red = m_theme.color(Token::Red);
        QCOMPARE(edge(), red);
        QVERIFY(QTest::qWaitFor([&] { return edge() != red; }, 20'000));
        row->setFlashing(false);
        QCOMPARE(edge(), red);

        StillStyle still;
        row->setStyle(&still);
        row->setFlashing(true);
        QTest::qWait(700);
        QCOMPARE(edge(), red);
        row->setStyle(nullptr);
    }

    void everythingFocusableHasANameAndTextsStayPlain()
    {
        const auto row = shownRow({alarmOf(lateIncident("a", 45, "<i>gas</i>\u202E"))});
        QCOMPARE(namelessIn(*row), QStringList());
        QVERIFY(item(*row).words().title.contains(QStringLiteral("<i>gas</i>\u25A1")));
        QVERIFY(!item(*row).toolTip().contains(QStringLiteral("<i>")));
    }
};

QTEST_MAIN(tst_AlarmRow)
#include "tst_AlarmRow.moc"
