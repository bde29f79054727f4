// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The outbox: what waits, what was refused and why, and what can be done about each.
#include "tests/unit/frame/FrameFixture.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/ErrorText.h"
#include "widgets/common/PlainLabel.h"
#include "widgets/common/Style.h"
#include "widgets/frame/KeyHint.h"
#include "widgets/frame/OutboxCard.h"
#include "widgets/frame/OutboxHead.h"
#include "widgets/frame/OutboxRow.h"

#include <QAbstractButton>
#include <QApplication>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>

using namespace sz;
using namespace sz::widgets;
using namespace sz::test;
using desk::OutboxLine;
using desk::OutboxState;

class tst_OutboxCard : public QObject
{
    Q_OBJECT
    ThemeSource m_theme;

    static OutboxLine lineOf(
        std::uint64_t counter,
        OutboxState state = OutboxState::Unsent,
        Code code = Code::Internal,
        const char* text = "about 40 people at the gate")
    {
        OutboxLine line;
        line.counter = counter;
        line.at = kNow - Minutes{3};
        line.incident = IncidentId("a");
        line.act = std::make_shared<const model::Act>(model::AddNote{text});
        line.state = state;
        line.code = code;
        return line;
    }

    std::unique_ptr<OutboxCard>
    shownCard(const std::vector<OutboxLine>& lines, LinkState state = LinkState::Offline)
    {
        auto card = std::make_unique<OutboxCard>(m_theme, framePlan());
        card->setNaming([](const IncidentId& id) {
            return id == IncidentId("a") ? QStringLiteral("041") : QString();
        });
        card->setNow(kNow);
        card->setLink(linkOf(state));
        card->setOutbox(lines);
        card->resize(card->sizeHint());
        card->show();
        return card;
    }

    static std::vector<quint64> order(const OutboxCard& card)
    {
        std::vector<std::pair<int, quint64>> rows;
        for (const OutboxRow* row : card.findChildren<OutboxRow*>()) {
            if (!row->isHidden()) {
                rows.emplace_back(row->y(), row->counter());
            }
        }
        std::ranges::sort(rows);
        std::vector<quint64> counters;
        for (const auto& [y, counter] : rows) {
            counters.push_back(counter);
        }
        return counters;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        followTheme(*qApp, m_theme);
    }

    void tellsTimeActIncidentAndState()
    {
        const auto card = shownCard({lineOf(5)});
        const OutboxWords words = card->findChild<OutboxRow*>()->words();
        QCOMPARE(words.time, QStringLiteral("14:20:07"));
        QCOMPARE(words.act, QStringLiteral("note: about 40 people at the gate"));
        QCOMPARE(words.incident, QStringLiteral("041"));
        QCOMPARE(words.state, QStringLiteral("unsent"));
    }

    void rejectedFirstThenInOrderOfSending()
    {
        const auto card = shownCard(
            {lineOf(9), lineOf(7), lineOf(8, OutboxState::Rejected, Code::AlreadySigned)});
        QCOMPARE(order(*card), (std::vector<quint64>{8, 7, 9}));
        QCOMPARE(
            card->findChild<OutboxHead*>()->countText(), QStringLiteral("2 unsent · 1 rejected"));
    }

    void everyRejectionHasAShortReasonAndTheWholeSentence()
    {
        for (const Code code :
             {Code::IncidentClosed, Code::AlreadySigned, Code::NotAllowed,
              Code::CountsUnbalanced}) {
            const auto card = shownCard({lineOf(8, OutboxState::Rejected, code)});
            const QString reason = card->findChild<OutboxRow*>()->reason();
            QVERIFY(!reason.isEmpty());
            QVERIFY(errorText(code).startsWith(reason));
            QVERIFY(reason.size() < errorText(code).size());
            const auto* correct =
                card->findChild<QAbstractButton*>(QStringLiteral("correctButton8"));
            QCOMPARE(correct->accessibleDescription(), errorText(code));
        }
    }

    void buttonsMeanTheirOwnRow()
    {
        const auto card = shownCard(
            {lineOf(8, OutboxState::Rejected, Code::NotAllowed),
             lineOf(9, OutboxState::Rejected, Code::NotAllowed)});
        QSignalSpy correct(card.get(), &OutboxCard::correctRequested);
        QSignalSpy dismiss(card.get(), &OutboxCard::dismissRequested);
        QSignalSpy opened(card.get(), &OutboxCard::incidentActivated);
        QTest::mouseClick(
            card->findChild<QAbstractButton*>(QStringLiteral("correctButton9")), Qt::LeftButton);
        QTest::mouseClick(
            card->findChild<QAbstractButton*>(QStringLiteral("dismissButton8")), Qt::LeftButton);
        QTest::mouseClick(
            card->findChild<QAbstractButton*>(QStringLiteral("outboxLine8")), Qt::LeftButton);
        QCOMPARE(correct.front()[0].toULongLong(), 9ULL);
        QCOMPARE(correct.front()[1].value<IncidentId>(), IncidentId("a"));
        QCOMPARE(dismiss.front()[0].toULongLong(), 8ULL);
        QCOMPARE(opened.front()[0].value<IncidentId>(), IncidentId("a"));
    }

    void focusStaysWhenAnotherActIsSent()
    {
        const auto card = shownCard({lineOf(5), lineOf(6)});
        QVERIFY(QTest::qWaitForWindowActive(card.get()));
        auto* second = card->findChild<QAbstractButton*>(QStringLiteral("outboxLine6"));
        second->setFocus();
        card->setOutbox({lineOf(6), lineOf(7)});
        QApplication::processEvents();
        QCOMPARE(QApplication::focusWidget(), second);
        QCOMPARE(order(*card), (std::vector<quint64>{6, 7}));
    }

    void footTellsHowOftenAndWhen()
    {
        const auto card = shownCard({lineOf(5)});
        auto* foot = card->findChild<ElidedLabel*>(QStringLiteral("attemptsLabel"));
        desk::LinkStatus link = linkOf(LinkState::Offline);
        link.nextAttempt = kNow + Millis{8'000};
        card->setLink(link);
        QVERIFY2(foot->text().contains(QStringLiteral("6 ")), qPrintable(foot->text()));
        QVERIFY(foot->text().endsWith(QStringLiteral("00:08")));
        card->setNow(kNow + Millis{1'000});
        QVERIFY(foot->text().endsWith(QStringLiteral("00:07")));
        link.state = LinkState::Refused;
        link.reason = Code::Revoked;
        card->setLink(link);
        QVERIFY(foot->text().contains(QStringLiteral("desk withdrawn")));
    }

    void reconnectIsPrintedNotBound()
    {
        const auto card = shownCard({});
        QVERIFY(QTest::qWaitForWindowActive(card.get()));
        QSignalSpy spy(card.get(), &OutboxCard::reconnectRequested);
        QTest::keyClick(card.get(), Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(spy.count(), 0);
        auto* button = card->findChild<KeyHint*>(QStringLiteral("reconnectButton"));
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(spy.count(), 1);
        card->setLink(linkOf(LinkState::Live));
        QVERIFY(button->isHidden());
        QSignalSpy closed(card.get(), &OutboxCard::closeRequested);
        QTest::keyClick(card.get(), Qt::Key_Escape);
        QCOMPARE(closed.count(), 1);
    }

    void emptySaysWhy()
    {
        const auto card = shownCard({});
        auto* note = card->findChild<PlainLabel*>(QStringLiteral("outboxEmpty"));
        QVERIFY(note->isVisible());
        const QString offline = note->text();
        card->setLink(linkOf(LinkState::Live));
        QVERIFY(note->text() != offline);
        card->setOutbox({lineOf(1)});
        QVERIFY(!note->isVisible());
    }

    void sixRowsFitAndMoreScroll()
    {
        std::vector<OutboxLine> lines;
        for (std::uint64_t i = 1; i <= 6; ++i) {
            lines.push_back(lineOf(i));
        }
        const auto card = shownCard(lines);
        const int six = card->sizeHint().height();
        lines.push_back(lineOf(7));
        card->setOutbox(lines);
        QApplication::processEvents();
        QCOMPARE(card->sizeHint().height(), six);
        QVERIFY(card->sizeHint().width() <= 420);
        QCOMPARE(order(*card).size(), 7);
    }

    void everythingFocusableHasANameAndTextsStayPlain()
    {
        const auto card = shownCard(
            {lineOf(8, OutboxState::Rejected, Code::NotAllowed, "<b>x</b>\u202E"), lineOf(9)});
        QCOMPARE(namelessIn(*card), QStringList());
        const auto* row = card->findChild<OutboxRow*>(QStringLiteral("outboxRow8"));
        QVERIFY(row->words().act.contains(QStringLiteral("<b>x</b>\u25A1")));
        QVERIFY(!card->findChild<QAbstractButton*>(QStringLiteral("outboxLine8"))
                     ->toolTip()
                     .contains(QStringLiteral("<b>")));
    }
};

QTEST_MAIN(tst_OutboxCard)
#include "tst_OutboxCard.moc"
