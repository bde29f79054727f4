// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One line about presence or about who is in charge, as people type it.
#include "widgets/roster/DutyAsks.h"

#include <QTest>

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
        QCOMPARE(toUtcMs(all->from), 1'796'054'400'000); // 2026-12-01 00:00 in Wuhan
        QCOMPARE(*all->until, all->from + std::chrono::days(31)); // to his last second
        const auto next = typed("赵六 2027-01-01");
        QCOMPARE(next->from, *all->until); // not a minute without anybody
        QCOMPARE(*typed("王伟 12-01 12-01")->until, all->from + std::chrono::days(1));
        QCOMPARE(*typed("王伟 11-23 3d")->until, m_now + std::chrono::days(3)); // a length is as typed
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
