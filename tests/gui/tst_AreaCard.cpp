// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SampleWorld.h"
#include "widgets/watch/AreaCard.h"

#include <QAbstractButton>
#include <QSignalSpy>
#include <QTest>

using namespace sz;
using namespace sz::widgets;
using namespace std::chrono_literals;

class tst_AreaCard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsWhoseAreaItIs();
    void listsOpenIncidentsOfTheAreaOnly();
    void enterDialsAndKeysAsk();
    void unknownAreaHidesIt();
    void whoWasPutInChargeStandsThere();

private:
    Instant m_now = test::pictureMoment();
    ThemeSource m_theme;
};

void tst_AreaCard::tellsWhoseAreaItIs()
{
    AreaCard card(test::samplePlan(), m_theme);
    card.setNow(m_now);
    card.setArea(24);
    for (const char* word : {"24", "8-1024", "8-24"}) {
        QVERIFY2(card.text().contains(QLatin1StringView(word)), qPrintable(card.text()));
    }
}

void tst_AreaCard::listsOpenIncidentsOfTheAreaOnly()
{
    AreaCard card(test::samplePlan(), m_theme);
    card.setNow(m_now);
    card.setArea(24);
    card.setIncidents(test::mapOf(
        {test::SampleIncident(7, m_now - 1min, test::plainReport("Here")),
         test::SampleIncident(8, m_now - 1min, test::plainReport("There", plan::Grade::IV, 1))}));
    QVERIFY(card.text().contains(QStringLiteral("007 Here")));
    QVERIFY(!card.text().contains(QStringLiteral("There")));
}

void tst_AreaCard::enterDialsAndKeysAsk()
{
    AreaCard card(test::samplePlan(), m_theme);
    card.setNow(m_now);
    card.setArea(24);
    card.show();
    QVERIFY(QTest::qWaitForWindowActive(&card));
    card.setFocus();
    QSignalSpy dial(&card, &AreaCard::dialRequested);
    QSignalSpy next(&card, &AreaCard::nextAreaRequested);
    QSignalSpy duty(&card, &AreaCard::dutyRequested);
    QTest::keyClick(&card, Qt::Key_Return);
    QTest::keyClick(&card, Qt::Key_Z);
    QTest::mouseClick(
        card.findChild<QAbstractButton*>(QStringLiteral("areaDutyButton")), Qt::LeftButton);
    QCOMPARE(dial.size(), 1);
    QVERIFY(dial.front().front().toString().startsWith(QStringLiteral("8-24")));
    QCOMPARE(next.size(), 1);
    QCOMPARE(duty.front().front().value<UnitCode>(), UnitCode("D05"));
}

void tst_AreaCard::unknownAreaHidesIt()
{
    AreaCard card(test::samplePlan(), m_theme);
    card.setArea(24);
    card.setArea(99);
    QVERIFY(card.isHidden());
    QCOMPARE(card.area(), 0);
}

// By name, with the deputy, while it holds; the phone is the leader's post's.
void tst_AreaCard::whoWasPutInChargeStandsThere()
{
    AreaCard card(test::samplePlan(), m_theme);
    card.setNow(m_now);
    card.setArea(24);
    QVERIFY(!card.text().contains(QStringLiteral("王伟")));
    auto acts = std::make_shared<model::ShiftState>();
    const UnitCode area("A24");
    acts->charges[area].push_back(
        {{area, PostCode("A24-leader"), {}, "王伟", "李娜", m_now - 48h, m_now + 1h}, {}});
    card.setActs(acts);
    QVERIFY2(card.text().contains(QStringLiteral("王伟")), qPrintable(card.text()));
    QVERIFY(card.text().contains(QStringLiteral("李娜")));
    QVERIFY(card.text().contains(QStringLiteral("8-1024")));
    card.setNow(m_now + 1h);
    QVERIFY2(!card.text().contains(QStringLiteral("王伟")), qPrintable(card.text()));
}

QTEST_MAIN(tst_AreaCard)
#include "tst_AreaCard.moc"
