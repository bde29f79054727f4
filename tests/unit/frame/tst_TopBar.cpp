// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The top bar: every state of the link is told twice, nothing moves, nothing unknown looks like a 0.
#include "tests/unit/frame/FrameFixture.h"
#include "widgets/common/Style.h"
#include "widgets/frame/AlarmMeter.h"
#include "widgets/frame/LinkBlock.h"
#include "widgets/frame/TimeParts.h"
#include "widgets/frame/TopBar.h"
#include "widgets/frame/TopBarParts.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace sz;
using namespace sz::widgets;
using namespace sz::test;

class tst_TopBar : public QObject
{
    Q_OBJECT
    ThemeSource m_theme;

    std::unique_ptr<TopBar> shownBar(int width = 1920)
    {
        auto bar = std::make_unique<TopBar>(m_theme, framePlan());
        bar->setMode(QStringLiteral("games time"));
        bar->setSeat(dayShift(), QStringLiteral("Duty chief"), QStringLiteral("seat 1"));
        bar->setCompact(width < 1500);
        bar->setNow(kNow);
        bar->resize(width, 48);
        bar->show();
        return bar;
    }

    static plan::Duty dayShift()
    {
        plan::Duty duty;
        duty.holderZh = "值班长三组";
        duty.holderEn = "Duty chief, team 3";
        duty.shiftZh = "白班";
        duty.shiftEn = "day shift";
        duty.until = kNow + Minutes{367} - Millis{7'000};
        return duty;
    }

    static const LinkBlock& link(const TopBar& bar) { return *bar.findChild<LinkBlock*>(); }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        followTheme(*qApp, m_theme);
    }

    void everyStateHasItsOwnShapeAndWord()
    {
        std::set<LinkShape> shapes;
        std::set<QString> words;
        for (const LinkState state : kLinkStates) {
            const LinkWords said = linkWords(linkOf(state), kNow, kNow, 480);
            shapes.insert(said.shape);
            words.insert(said.state.section(QLatin1Char(' '), 0, 0));
        }
        QCOMPARE(shapes.size(), kLinkStates.size());
        QCOMPARE(words.size(), kLinkStates.size());
    }

    void everyShapeLooksDifferentWithoutHue()
    {
        std::vector<QImage> seen;
        for (const LinkState state : kLinkStates) {
            LinkBlock block(m_theme, 480);
            block.setLink(linkOf(state));
            block.setNow(kNow);
            block.resize(block.sizeHint());
            const QImage mark = block.grab(QRect(8, 2, 18, 18))
                                    .toImage()
                                    .convertToFormat(QImage::Format_Grayscale8);
            QVERIFY(std::ranges::find(seen, mark) == seen.end());
            seen.push_back(mark);
        }
    }

    void lossIsCountedFromHeadquartersLastWord()
    {
        const auto bar = shownBar();
        bar->setLink(linkOf(LinkState::Live));
        bar->setLink(linkOf(LinkState::Offline));
        QCOMPARE(link(*bar).words().state, QStringLiteral("Offline 03:12"));
        QVERIFY(link(*bar).text().contains(QStringLiteral("as of 14:19:55")));

        desk::LinkStatus again = linkOf(LinkState::Connecting); // trying and failing is one loss
        again.since = kNow;
        bar->setLink(again);
        again.state = LinkState::Offline;
        bar->setLink(again);
        QCOMPARE(link(*bar).words().state, QStringLiteral("Offline 03:12"));
    }

    void neverShowsAZeroBeforeTheFirstWord_data()
    {
        QTest::addColumn<int>("state");
        for (const LinkState state : kLinkStates) {
            QTest::addRow("state %d", static_cast<int>(state)) << static_cast<int>(state);
        }
    }
    void neverShowsAZeroBeforeTheFirstWord()
    {
        QFETCH(int, state);
        const auto bar = shownBar();
        desk::LinkStatus never = linkOf(static_cast<LinkState>(state), false);
        never.headquarters.clear();
        bar->setLink(never);
        bar->setLampCounts({});
        QVERIFY2(!link(*bar).text().contains(QLatin1Char('0')), qPrintable(link(*bar).text()));
        QVERIFY(link(*bar).text().contains(QStringLiteral("—")));
        for (const LampTally* tally : bar->findChildren<LampTally*>()) {
            QCOMPARE(tally->text(), QStringLiteral("—"));
        }
        const bool isLinked =
            never.state == LinkState::Live || never.state == LinkState::CatchingUp;
        QCOMPARE(
            bar->findChild<DateLabel*>()->offsetText().contains(QStringLiteral("—")), !isLinked);

        bar->setLampCounts({2, 0, 0}); // what the own files hold is known
        QCOMPARE(
            bar->findChild<LampTally*>(QStringLiteral("nearTally"))->text(), QStringLiteral("2"));
    }

    void dataAgeTurnsYellowThenRed()
    {
        QCOMPARE(ageLamp(Millis{60'000}), model::Lamp::None);
        QCOMPARE(ageLamp(Millis{60'001}), model::Lamp::Behind);
        QCOMPARE(ageLamp(Millis{600'000}), model::Lamp::Behind);
        QCOMPARE(ageLamp(Millis{600'001}), model::Lamp::Late);
        const LinkWords old = linkWords(linkOf(LinkState::Live), {}, kNow + Minutes{11}, 480);
        QCOMPARE(old.facts.front().text, QStringLiteral("data 11:00"));
        QCOMPARE(old.facts.front().lamp, model::Lamp::Late);
    }

    void rejectedActsAreNamedOnlyWhenThereAreSome()
    {
        desk::LinkStatus status = linkOf(LinkState::Live);
        QVERIFY(linkWords(status, {}, kNow, 480).facts.size() == 2);
        status.rejected = 2;
        const LinkWords said = linkWords(status, {}, kNow, 480);
        QCOMPARE(said.facts.size(), 3);
        QCOMPARE(said.facts.back().text, QStringLiteral("2 rejected"));
        QCOMPARE(said.facts.back().lamp, model::Lamp::Late);
    }

    void refusalGivesItsReason()
    {
        for (const Code code :
             {Code::Revoked, Code::BadCertificate, Code::ProtocolVersion, Code::ForkDetected}) {
            desk::LinkStatus status = linkOf(LinkState::Refused);
            status.reason = code;
            QVERIFY(!linkReason(code).isEmpty());
            QVERIFY(linkWords(status, {}, kNow, 480).state.endsWith(linkReason(code)));
        }
    }

    void nothingMovesWhenDigitsChange_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("wide") << 1920;
        QTest::newRow("laptop") << 1366;
    }
    void nothingMovesWhenDigitsChange()
    {
        QFETCH(int, width);
        const auto bar = shownBar(width);
        bar->setLink(linkOf(LinkState::Live));
        QApplication::processEvents();
        const auto before = geometries(*bar);
        for (const int step : {1, 9, 59, 3'600, 21'000, 22'500, 40'000}) {
            desk::LinkStatus status =
                linkOf(kLinkStates[static_cast<std::size_t>(step) % kLinkStates.size()]);
            status.unsent = step % 120;
            status.rejected = step % 3;
            status.clockOffset = Millis{step * 3};
            bar->setLink(status);
            bar->setLampCounts({step % 150, step % 12, step % 2});
            bar->setNow(kNow + std::chrono::seconds{step});
            QApplication::processEvents();
            QCOMPARE(geometries(*bar), before);
        }
    }

    void everythingFitsOnALaptop()
    {
        const auto bar = shownBar(1366);
        bar->setLink(linkOf(LinkState::Live));
        QApplication::processEvents();
        QVERIFY2(
            bar->minimumSizeHint().width() <= 1366,
            qPrintable(QString::number(bar->minimumSizeHint().width())));
        const auto* seat = bar->findChild<SeatLabel*>();
        QVERIFY(seat->geometry().right() <= 1366);
        QVERIFY(seat->width() >= seat->sizeHint().width());
    }

    void linkBlockAnswersMouseAndKey()
    {
        const auto bar = shownBar();
        QVERIFY(QTest::qWaitForWindowActive(bar.get()));
        QSignalSpy spy(bar.get(), &TopBar::linkActivated);
        auto* block = bar->findChild<LinkBlock*>();
        QTest::mouseClick(block, Qt::LeftButton);
        QTest::keyClick(bar.get(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), block);
        QTest::keyClick(block, Qt::Key_Space);
        QCOMPARE(spy.count(), 2);
        QCOMPARE(namelessIn(*bar), QStringList());
    }

    void hostileNamesStayPlain()
    {
        const auto bar = shownBar();
        desk::LinkStatus status = linkOf(LinkState::Live);
        status.headquarters = "<b>HQ</b>\u202E";
        bar->setLink(status);
        QVERIFY(link(*bar).text().contains(QStringLiteral("<b>HQ</b>\u25A1")));
        QVERIFY(!link(*bar).toolTip().contains(QStringLiteral("<b>")));
    }

    // Ten minutes, the shift's mean, and the mix against 5, 15, 80; all of it without a pointer, too.
    void theAlarmMeterTellsTheLoad()
    {
        const auto bar = shownBar();
        const auto* meter = bar->findChild<AlarmMeter*>();
        QVERIFY(meter->accessibleDescription().contains(QStringLiteral("No alarm")));
        AlarmLoad load;
        load.bars.back() = 3;
        load.shiftMean = 0.44;
        load.high = 1;
        load.medium = 4;
        load.low = 3;
        bar->setAlarmLoad(load, {});
        QVERIFY2(
            meter->accessibleName().contains(QStringLiteral("alarms 3 / 10 min")),
            qPrintable(meter->accessibleName()));
        QVERIFY(meter->accessibleName().contains(QStringLiteral("mean 0.4")));
        QVERIFY(!meter->accessibleName().contains(QStringLiteral("flood")));
        QCOMPARE(
            meter->accessibleDescription(),
            QStringLiteral("Mix of this shift: high 13 %, mid 50 %, low 38 %; guide 5, 15, 80."));
        QVERIFY(meter->toolTip().contains(meter->accessibleDescription()));
        load.bars.back() = 11; // more than ten in ten minutes: nobody reads them one by one
        bar->setAlarmLoad(load, {QStringLiteral("041 sign-for, Power: until 15:00")});
        QVERIFY(meter->accessibleName().contains(QStringLiteral("flood")));
        QVERIFY(meter->accessibleName().contains(QStringLiteral("1 aside")));
        QVERIFY(meter->toolTip().contains(QStringLiteral("until 15:00")));
    }

    // Between a laptop and a large screen words were cut off in the middle: "alarms 1 / 10 r".
    void nothingIsSqueezed_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {1366, 1500, 1600, 1920}) {
            QTest::addRow("%d", width) << width;
        }
    }
    void nothingIsSqueezed()
    {
        QFETCH(const int, width);
        const auto bar = shownBar(width);
        bar->setLink(linkOf(LinkState::Live));
        AlarmLoad load;
        load.bars.back() = 12;
        load.shiftMean = 10.5;
        load.high = load.medium = load.low = 20;
        bar->setAlarmLoad(load, {QStringLiteral("one aside")});
        QCoreApplication::processEvents();
        const auto parts = bar->findChildren<TopBarPart*>();
        QVERIFY(parts.size() > 5);
        for (const TopBarPart* part : parts) {
            QVERIFY2(
                !part->isVisible() || part->width() >= part->minimumSizeHint().width(),
                qPrintable(QStringLiteral("%1: %2 of %3")
                               .arg(
                                   part->objectName().isEmpty()
                                       ? QString::fromLatin1(part->metaObject()->className())
                                       : part->objectName())
                               .arg(part->width())
                               .arg(part->minimumSizeHint().width())));
        }
    }

    void shiftCountsDownAndAGapIsToldAsOne()
    {
        const auto bar = shownBar();
        const auto* seat = bar->findChild<SeatLabel*>();
        QCOMPARE(seat->who(), QStringLiteral("Duty chief · seat 1"));
        QCOMPARE(seat->shift(), QStringLiteral("day shift to 20:30 · 6 h 06 left"));
        bar->setSeat({}, QStringLiteral("Duty chief"), {});
        QCOMPARE(seat->who(), QStringLiteral("Duty chief"));
        QCOMPARE(seat->shift(), QStringLiteral("nobody on the roster"));
    }
};

QTEST_MAIN(tst_TopBar)
#include "tst_TopBar.moc"
