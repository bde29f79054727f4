// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SampleWorld.h"
#include "widgets/watch/DutyCard.h"
#include "widgets/watch/RosterCell.h"
#include "widgets/watch/RosterStrip.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace sz;
using namespace sz::widgets;
using namespace std::chrono_literals;

class tst_RosterStrip : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void countsAllUnits();
    void gapTonightIsToldBeforeItComes();
    void gapNowLowersTheCount();
    void arrowsWalkCellsAndEnterOpensTheCard();
    void theCardOfAnyUnitTellsPresence();
    void shiftChangeCountsDown();
    void aChangeWithoutTwoSignaturesIsTold();
    void theChangeIsAsTheRosterHasIt();
    void aGapTomorrowIsToldADayAhead();
    void compactShowsCountsOnly();
    void everyCellHasAName();

private:
    [[nodiscard]] RosterCell* cell(const char* unit) const
    {
        return m_strip->findChild<RosterCell*>(
            QStringLiteral("rosterCell-") + QLatin1StringView(unit));
    }
    Instant m_now = test::pictureMoment();
    ThemeSource m_theme;
    std::unique_ptr<RosterStrip> m_strip;
};

void tst_RosterStrip::init()
{
    m_strip = std::make_unique<RosterStrip>(test::samplePlan(), m_theme);
    m_strip->resize(1920, 44);
    m_strip->setNow(m_now);
    m_strip->show();
    QVERIFY(QTest::qWaitForWindowActive(m_strip.get()));
}

void tst_RosterStrip::countsAllUnits()
{
    QVERIFY2(
        m_strip->countsText().contains(QStringLiteral("15/15")), qPrintable(m_strip->countsText()));
    QVERIFY(m_strip->countsText().contains(QStringLiteral("22/22")));
    QVERIFY(m_strip->countsText().contains(QStringLiteral("3/3")));
}

void tst_RosterStrip::gapTonightIsToldBeforeItComes()
{
    QVERIFY2(m_strip->gapText().contains(QStringLiteral("20:30")), qPrintable(m_strip->gapText()));
    QVERIFY(cell("L20")->accessibleName().contains(QStringLiteral("gap")));
    QVERIFY(!cell("L19")->accessibleName().contains(QStringLiteral("gap")));
}

void tst_RosterStrip::gapNowLowersTheCount()
{
    m_strip->setNow(m_now + 8h); // 22:23: the gas line's night is not filled
    QVERIFY2(
        m_strip->countsText().contains(QStringLiteral("21/22")), qPrintable(m_strip->countsText()));
    QVERIFY(m_strip->gapText().contains(QStringLiteral("now")));
}

void tst_RosterStrip::arrowsWalkCellsAndEnterOpensTheCard()
{
    cell("D01")->setFocus();
    QTest::keyClick(cell("D01"), Qt::Key_Right);
    QVERIFY(cell("D02")->hasFocus());
    QTest::keyClick(cell("D02"), Qt::Key_Left);
    QVERIFY(cell("D01")->hasFocus());
    QTest::keyClick(cell("D01"), Qt::Key_Return);
    auto* card = m_strip->findChild<DutyCard*>();
    QVERIFY(card->isVisible());
    QVERIFY2(card->text().contains(QStringLiteral("8-2100")), qPrintable(card->text()));
    QSignalSpy dial(m_strip.get(), &RosterStrip::dialRequested);
    QTest::keyClick(card, Qt::Key_Return);
    QCOMPARE(dial.size(), 1);
    QTest::keyClick(card, Qt::Key_Escape);
    QVERIFY(!card->isVisible());
    m_strip->showDuty(UnitCode("D02")); // the same card again
    QVERIFY(card->isVisible());
    card->close();
}

// "?" on any row of the roster has an answer: who is there, and what was told of them since they came on.
void tst_RosterStrip::theCardOfAnyUnitTellsPresence()
{
    auto* card = m_strip->findChild<DutyCard*>();
    m_strip->showDuty(UnitCode("HQ"));
    QVERIFY(card->isVisible());
    for (const char* phone : {"8-1050", "8-1051", "8-1052"}) {
        QVERIFY2(card->text().contains(QLatin1StringView(phone)), qPrintable(card->text()));
    }
    QVERIFY(card->height() < 600);
    QVERIFY(!card->text().contains(QStringLiteral("Presence")));
    card->close();
    const auto duty = plan::dutyAt(*test::samplePlan(), PostCode("A24-leader"), m_now);
    auto acts = std::make_shared<model::ShiftState>();
    auto& told = acts->presence[duty->post];
    told.told = {duty->post, model::Presence::Away, "at the site", m_now + 97min};
    told.author.at = m_now;
    m_strip->setActs(acts);
    m_strip->showDuty(UnitCode("A24"));
    QVERIFY(card->isVisible());
    QVERIFY2(
        card->text().contains(QStringLiteral("away, back at 16:00 · at the site")),
        qPrintable(card->text()));
    card->close();
    acts = std::make_shared<model::ShiftState>(*acts);
    acts->presence[duty->post].author.at = duty->from - 1min; // of the one before
    m_strip->setActs(acts);
    m_strip->showDuty(UnitCode("A24"));
    QVERIFY2(!card->text().contains(QStringLiteral("away")), qPrintable(card->text()));
    card->close();
    m_strip->setActs(nullptr);
}

void tst_RosterStrip::shiftChangeCountsDown()
{
    m_strip->setPost(PostCode("HQ-chief"));
    QVERIFY2(
        m_strip->changeText().contains(QStringLiteral("20:30")), qPrintable(m_strip->changeText()));
    QVERIFY(m_strip->changeText().contains(QStringLiteral("6 h 07")));
}

// A minute after the change and until both have signed, also when nobody has opened a sheet for it; by the day where it is not today.
void tst_RosterStrip::aChangeWithoutTwoSignaturesIsTold()
{
    m_strip->setPost(PostCode("HQ-chief"));
    const auto duty = plan::dutyAt(*test::samplePlan(), PostCode("HQ-chief"), m_now);
    auto acts = std::make_shared<model::ShiftState>();
    m_strip->setActs(acts);
    QCOMPARE(m_strip->unsignedText(), QString()); // no sheet was ever written here
    model::ShiftSheet sheet;
    sheet.unit = UnitCode("HQ");
    sheet.changeAt = duty->until; // 20:30, hours ahead
    acts->sheets["01"] = sheet;
    m_strip->setActs(acts);
    QCOMPARE(m_strip->unsignedText(), QString());
    m_strip->setNow(duty->until + 30s);
    QCOMPARE(m_strip->unsignedText(), QString());
    m_strip->setNow(duty->until + 2min);
    QVERIFY2(
        m_strip->unsignedText().contains(QStringLiteral("20:30")),
        qPrintable(m_strip->unsignedText()));
    QVERIFY(m_strip->accessibleName().contains(QStringLiteral("not handed over")));
    acts = std::make_shared<model::ShiftState>(*acts);
    acts->sheets["01"].outgoing.emplace();
    m_strip->setActs(acts);
    QVERIFY(!m_strip->unsignedText().isEmpty());
    acts = std::make_shared<model::ShiftState>(*acts);
    acts->sheets["01"].incoming.emplace();
    m_strip->setActs(acts);
    QCOMPARE(m_strip->unsignedText(), QString());
    m_strip->setNow(duty->until + 4h); // past midnight
    QCOMPARE(m_strip->unsignedText(), QString());
    m_strip->setNow(duty->until + 12h + 5min); // nobody thought of the morning's change
    QVERIFY2(
        m_strip->unsignedText().contains(QStringLiteral("08:30")),
        qPrintable(m_strip->unsignedText()));
}

// A planner let this day end an hour and a half earlier.
void tst_RosterStrip::theChangeIsAsTheRosterHasIt()
{
    m_strip->setPost(PostCode("HQ-chief"));
    const auto planned = plan::dutyAt(*test::samplePlan(), PostCode("HQ-chief"), m_now);
    QVERIFY(planned);
    model::CellEdit edit;
    edit.post = planned->post;
    edit.shift = planned->shiftZh;
    edit.from = planned->from;
    edit.until = planned->until - 90min;
    edit.people = {"王伟"};
    auto acts = std::make_shared<model::ShiftState>();
    acts->cells[{edit.post, edit.day, edit.shift}].standing.edit = edit;
    m_strip->setActs(acts);
    QVERIFY2(
        m_strip->changeText().contains(QStringLiteral("19:00")), qPrintable(m_strip->changeText()));
    QVERIFY(m_strip->changeText().contains(QStringLiteral("4 h 37")));
    m_strip->setActs(nullptr);
    QVERIFY(m_strip->changeText().contains(QStringLiteral("20:30")));
}

// 18 hours ahead, two shifts from now: the strip tells it with its day, and of two the nearer one.
void tst_RosterStrip::aGapTomorrowIsToldADayAhead()
{
    const PostCode post("D09-desk");
    const auto tonight = plan::dutyAt(*test::samplePlan(), post, m_now + 8h);
    const auto tomorrow = plan::dutyAt(*test::samplePlan(), post, m_now + 19h);
    QVERIFY(tonight && tomorrow && tomorrow->from == tonight->until);
    model::CellEdit edit;
    edit.post = post;
    edit.day = 18'187;
    edit.shift = tomorrow->shiftZh;
    edit.from = tomorrow->from;
    edit.until = tomorrow->until;
    auto acts = std::make_shared<model::ShiftState>();
    acts->cells[{post, edit.day, edit.shift}].standing.edit = edit; // nobody
    m_strip->setNow(m_now + 7h); // the gas line's gap is now: told before all that comes
    m_strip->setActs(acts);
    QVERIFY(m_strip->gapText().contains(QStringLiteral("now")));
    QVERIFY(cell("D09")->accessibleName().contains(QStringLiteral("gap")));
    edit.post = PostCode("L20-desk");
    edit.day = 18'186;
    edit.shift = tonight->shiftZh;
    edit.from = tonight->from;
    edit.until = tonight->until;
    edit.people = {"王伟"};
    acts = std::make_shared<model::ShiftState>(*acts);
    acts->cells[{edit.post, edit.day, edit.shift}].standing.edit = edit; // somebody stands in
    m_strip->setActs(acts);
    QVERIFY2(
        m_strip->gapText().contains(QStringLiteral("18 Oct 08:30")),
        qPrintable(m_strip->gapText()));
    m_strip->setNow(m_now - 7h); // more than a day before
    QVERIFY2(
        !m_strip->gapText().contains(QStringLiteral("18 Oct")), qPrintable(m_strip->gapText()));
}

void tst_RosterStrip::compactShowsCountsOnly()
{
    m_strip->setCompact(true);
    QCOMPARE(m_strip->height(), 28);
    QVERIFY(!cell("D01")->isVisible());
    m_strip->setCompact(false);
    QVERIFY(cell("D01")->isVisible());
}

void tst_RosterStrip::everyCellHasAName()
{
    for (const RosterCell* c : m_strip->findChildren<RosterCell*>()) {
        QVERIFY(!c->accessibleName().isEmpty());
        QVERIFY(!c->objectName().isEmpty());
    }
}

QTEST_MAIN(tst_RosterStrip)
#include "tst_RosterStrip.moc"
