// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Threat 14 (findings/trust.md §2) on the screen: a desk's clock jumps while it is connected, and the strip says so until it is right.
#include "tests/integration/console/TwoSeats.h"
#include "widgets/frame/NoticeStrip.h"
#include "widgets/shell/MainWindow.h"

#include <QSettings>

using namespace sz;
using namespace sz::test;
using namespace sz::widgets;

class TestClockTold : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("sanzhen-test"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }
    void eachJumpShowsInTheStripUntilItIsRight();

private:
    QTemporaryDir m_settings;
};

void TestClockTold::eachJumpShowsInTheStripUntilItIsRight()
{
    TwoSeats seats;
    applyTheme(*qApp, seats.theme.theme());
    OffsetClock machine(seats.clock);
    const auto desk = seats.opened("HQ", "HQ-deputy", &machine);
    plan::PlaceFinder finder{samplePlan()};
    plan::PlaceIndex index{samplePlan()};
    MainWindow window(*desk, finder, index, seats.theme, seats.ticks);
    window.resize(1600, 900);
    window.show();
    QVERIFY(TwoSeats::isLive(*desk));
    const auto& strip = *window.findChild<NoticeStrip*>();
    QVERIFY(strip.isHidden());
    const auto showsWithin = [&](const QString& words) {
        return TwoSeats::until([&] { return strip.text().contains(words); });
    };
    for (const bool isAhead : {true, false, true}) {
        // Half a minute more: whole minutes are shown, and a busy machine measures some seconds off.
        constexpr Millis kJump = Minutes{10} + Millis{30'000};
        machine.setOffset(isAhead ? kJump : -kJump);
        const QString words = isAhead ? QStringLiteral("本席时钟比总值班台快 10 分")
                                      : QStringLiteral("本席时钟比总值班台慢 10 分");
        QVERIFY2(showsWithin(words), qPrintable(strip.text()));
        QVERIFY(strip.isVisible());
        machine.setOffset(Millis{0});
        QVERIFY2(
            TwoSeats::until([&] { return strip.isHidden() && TwoSeats::isLive(*desk); }),
            qPrintable(strip.text()));
    }
}

QTEST_MAIN(TestClockTold)
#include "tst_ClockTold.moc"
