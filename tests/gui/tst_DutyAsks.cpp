// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One line about presence or about who is in charge, as people type it.
#include "widgets/roster/DutyAsks.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

using namespace sz;
using namespace sz::widgets;

class tst_DutyAsks : public QObject
{
    Q_OBJECT

    static constexpr int kOffset = 8 * 60;
    const Instant m_now = fromUtcMs(1'795'410'000'000); // 2026-11-23 13:00 in Wuhan
    const PostCode m_post{"D05-desk"};

private Q_SLOTS:
    void presence()
    {
        const auto away =
            typedPresence(QStringLiteral(" 离岗 14:30  去现场 看 "), m_post, m_now, kOffset);
        QVERIFY(away.has_value());
        QCOMPARE(away->presence, model::Presence::Away);
        QCOMPARE(*away->until, m_now + Minutes(90));
        QCOMPARE(away->text, std::string("去现场 看"));
        const auto tomorrow = typedPresence(QStringLiteral("away 12:00"), m_post, m_now, kOffset);
        QCOMPARE(*tomorrow->until, m_now + std::chrono::hours(23));
        const auto no = typedPresence(QStringLiteral("无应答 打了两次"), m_post, m_now, kOffset);
        QCOMPARE(no->presence, model::Presence::NoAnswer);
        QCOMPARE(no->text, std::string("打了两次"));
        QVERIFY(!no->until);
        QCOMPARE(
            typedPresence(QStringLiteral("HERE"), m_post, m_now, kOffset)->presence,
            model::Presence::Here);
        for (const char* bad : {"", "  ", "在哪", "25:00", "14:00 离岗"}) {
            QVERIFY2(!typedPresence(QString::fromUtf8(bad), m_post, m_now, kOffset), bad);
        }
    }

    void loan_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("means");
        QTest::newRow("one day from now") << "40 武昌区" << "40 武昌区 11-23 13:00 11-24 13:00";
        QTest::newRow("so many days") << " 40  武昌区 3" << "40 武昌区 11-23 13:00 11-26 13:00";
        QTest::newRow("a place of two words")
            << "5 绿道 东门 2" << "5 绿道 东门 11-23 13:00 11-25 13:00";
        QTest::newRow("from the one day to the end of the other")
            << "40 武昌区 12-01 12-05" << "40 武昌区 12-01 00:00 12-06 00:00";
        QTest::newRow("a day to come")
            << "40 武昌区 12月1日" << "40 武昌区 12-01 00:00 12-02 00:00";
        QTest::newRow("from today on")
            << "40 武昌区 11-23 11-24" << "40 武昌区 11-23 13:00 11-25 00:00";
        QTest::newRow("over the year") << "1 D05 12-30 1-2" << "1 D05 12-30 00:00 01-03 00:00";
        QTest::newRow("a place called by a number") << "40 8" << "40 8 11-23 13:00 11-24 13:00";
        QTest::newRow("a gate that looks like a day")
            << "2 3-5号门" << "2 3-5号门 11-23 13:00 11-24 13:00";
        QTest::newRow("hours") << "40 武昌 8h" << "40 武昌 11-23 13:00 11-23 21:00";
        QTest::newRow("more than a year") << "40 武昌 367" << "none";
        QTest::newRow("a day that is over") << "4 武昌 11-20 11-24" << "none";
        QTest::newRow("backwards: no time at all") << "4 武昌 12-05 12-01" << "none";
        QTest::newRow("nobody") << "0 武昌" << "none";
        QTest::newRow("no place") << "40" << "none";
        QTest::newRow("no number") << "武昌 40" << "none";
        QTest::newRow("nothing") << " " << "none";
    }
    void loan()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, means);
        const auto loan = typedLoan(typed, m_now, kOffset);
        const auto text = [](Instant at) {
            return QDateTime::fromMSecsSinceEpoch(
                       toUtcMs(at), QTimeZone::fromSecondsAheadOfUtc(kOffset * 60))
                .toString(QStringLiteral("MM-dd HH:mm"));
        };
        QCOMPARE(
            loan ? QStringLiteral("%1 %2 %3 %4")
                       .arg(loan->people)
                       .arg(loan->where, text(loan->time.from), text(loan->time.until))
                 : QStringLiteral("none"),
            means);
    }

    void charge()
    {
        const UnitCode area("A24");
        const PostCode leader("A24-leader");
        const auto typed = [&](const char* text) {
            return typedCharge(QString::fromUtf8(text), area, leader, m_now, kOffset);
        };
        const auto all = typed("王伟 李娜 12-01 12-31");
        QVERIFY(all.has_value());
        QCOMPARE(all->leaderName, std::string("王伟"));
        QCOMPARE(all->deputyName, std::string("李娜"));
        QCOMPARE(toUtcMs(all->from), 1'796'054'400'000);          // 2026-12-01 00:00 in Wuhan
        QCOMPARE(*all->until, all->from + std::chrono::days(31)); // to his last second
        const auto next = typed("赵六 2027-01-01");
        QCOMPARE(next->from, *all->until); // not a minute without anybody
        QCOMPARE(*typed("王伟 12-01 12-01")->until, all->from + std::chrono::days(1));
        QCOMPARE(
            *typed("王伟 11-23 3d")->until, m_now + std::chrono::days(3)); // a length is as typed
        const auto bare = typed("王伟");
        QCOMPARE(bare->from, m_now);
        QVERIFY(!bare->until && bare->deputyName.empty());
        QCOMPARE(bare->leader, leader);
        QCOMPARE(bare->area, area);
        for (const char* bad :
             {"", "12-01", "王伟 李娜 赵六", "王伟 12-31 12-01", "王伟 1d 2d 3d"}) {
            QVERIFY2(!typed(bad), bad);
        }
    }
};

QTEST_APPLESS_MAIN(tst_DutyAsks)
#include "tst_DutyAsks.moc"
