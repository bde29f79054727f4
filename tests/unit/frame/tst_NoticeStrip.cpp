// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Notices stay until read; the one that forbids further work cannot be put away.
#include "tests/unit/frame/FrameFixture.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/common/Style.h"
#include "widgets/frame/NoticeStrip.h"

#include <QApplication>
#include <QTest>

using namespace sz;
using namespace sz::widgets;
using namespace sz::test;
using Kind = desk::Notice::Kind;

class tst_NoticeStrip : public QObject
{
    Q_OBJECT
    ThemeSource m_theme;

    static KeycapButton& dismiss(const NoticeStrip& strip)
    {
        return *strip.findChild<KeycapButton*>(QStringLiteral("dismissNoticeButton"));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        followTheme(*qApp, m_theme);
    }

    void staysUntilDismissed()
    {
        NoticeStrip strip(m_theme);
        QVERIFY(strip.isHidden());
        strip.addNotice({Kind::LogSetAside, 3, "log-20191017.db"});
        QVERIFY(!strip.isHidden());
        QVERIFY(strip.text().contains(QStringLiteral("log-20191017.db")));
        QVERIFY(strip.text().contains(QLatin1Char('3')));
        QTest::mouseClick(&dismiss(strip), Qt::LeftButton);
        QVERIFY(strip.isHidden());
        QCOMPARE(strip.text(), QString());
    }

    void theWorstComesFirstAndTheOthersAreCounted()
    {
        NoticeStrip strip(m_theme);
        strip.addNotice({Kind::ViewRebuilt, 120, {}});
        strip.addNotice({Kind::ClockOff, 42, {}});
        QVERIFY(strip.text().contains(QStringLiteral("42")));
        strip.addNotice({Kind::ClockOff, -300, {}}); // replaces, does not pile up
        QVERIFY(strip.text().contains(QStringLiteral("5 min ahead")));
        QCOMPARE(strip.count(), 2);
        dismiss(strip).click();
        QVERIFY(strip.text().contains(QStringLiteral("120")));
    }

    void aClockThatIsRightAgainIsTakenBack()
    {
        NoticeStrip strip(m_theme);
        strip.addNotice({Kind::ClockOff, 0, {}}); // read and put away before
        QVERIFY(strip.isHidden());
        strip.addNotice({Kind::ViewRebuilt, 120, {}});
        strip.addNotice({Kind::ClockOff, 600, {}});
        QVERIFY(strip.text().contains(QStringLiteral("10 min behind")));
        strip.addNotice({Kind::ClockOff, 0, {}});
        QCOMPARE(strip.count(), 1);
        QVERIFY(strip.text().contains(QStringLiteral("120")));
        strip.addNotice({Kind::ClockOff, -600, {}}); // the next time it is told again
        QVERIFY(strip.text().contains(QStringLiteral("10 min ahead")));
    }

    void aFailedStoreCannotBeDismissed()
    {
        NoticeStrip strip(m_theme);
        strip.addNotice({Kind::ViewRebuilt, 120, {}});
        strip.addNotice({Kind::StoreFailed, 0, "disk I/O error"});
        QVERIFY(dismiss(strip).isHidden());
        dismiss(strip).click();
        QCOMPARE(strip.count(), 2);
        QVERIFY(!strip.text().contains(QStringLiteral("disk I/O"))); // details are for the log
    }

    void anotherPlanComesBackOnlyWhenItBeginsAgain()
    {
        NoticeStrip strip(m_theme);
        strip.setOtherPlan(true);
        QVERIFY(!strip.isHidden());
        dismiss(strip).click();
        strip.setOtherPlan(true);
        QVERIFY(strip.isHidden());
        strip.setOtherPlan(false);
        strip.setOtherPlan(true);
        QVERIFY(!strip.isHidden());
        strip.setOtherPlan(false);
        QVERIFY(strip.isHidden());
    }

    void aCertificateThatEndsIsNamedWithItsDay()
    {
        NoticeStrip strip(m_theme);
        const Instant day = std::chrono::sys_days(std::chrono::year(2027) / 12 / 24);
        strip.addNotice({Kind::LogSetAside, 3, "log.db"});
        strip.addNotice({Kind::CertificateEnds, 14, "D05-01", {}, day});
        QVERIFY(strip.text().contains(QStringLiteral("D05-01")));
        QVERIFY(strip.text().contains(QStringLiteral("24/12/2027")));
        QVERIFY(strip.text().contains(QStringLiteral("14 days")));
        strip.addNotice({Kind::CertificateEnds, 0, "D05-01", {}, day});
        QVERIFY(strip.text().contains(QStringLiteral("ended on 24/12/2027")));
        QCOMPARE(strip.count(), 2);
        strip.addNotice({Kind::CertificateEnds, 396, "D05-01", {}, day}); // renewed
        QVERIFY(strip.text().contains(QStringLiteral("log.db")));
        QCOMPARE(strip.count(), 1);
    }

    void isAsHighAsItIsNamed()
    {
        NoticeStrip strip(m_theme);
        strip.addNotice({Kind::LogSetAside, 3, "<b>x</b>"});
        QCOMPARE(strip.sizeHint().height(), 32);
        QVERIFY(strip.text().contains(QStringLiteral("<b>x</b>")));
        QCOMPARE(namelessIn(strip), QStringList());
        QVERIFY(!strip.accessibleName().isEmpty());
    }
};

QTEST_MAIN(tst_NoticeStrip)
#include "tst_NoticeStrip.moc"
