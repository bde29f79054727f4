// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A moment as it is typed.
#include "widgets/replay/MomentText.h"

#include <QTest>

using namespace sz;
using namespace sz::widgets;

namespace {

constexpr int kWuhan = 8 * 60;
const Instant kAbout = fromUtcMs(1'792'218'130'000); // 2026-10-17 14:22:10 there

Instant local(int month, int day, int hour, int minute, int second = 0)
{
    using namespace std::chrono;
    return Instant{sys_days{year{2026} / month / day}} + hours{hour - 8} + minutes{minute}
           + seconds{second};
}

} // namespace

class tst_MomentText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void moments_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("expected");
        const auto row = [](const char* text, Instant at) {
            QTest::newRow(text) << QString::fromUtf8(text) << static_cast<qint64>(toUtcMs(at));
        };
        row("14:02", local(10, 17, 14, 2));
        row("1402", local(10, 17, 14, 2));
        row("9:05", local(10, 17, 9, 5));
        row(" 14:02 ", local(10, 17, 14, 2));
        row("１４：０２", local(10, 17, 14, 2)); // full width, as an input method gives it
        row("14:02:30", local(10, 17, 14, 2, 30) + Millis{999});
        row("10-16 23:59", local(10, 16, 23, 59));
        row("10月16日 08:00", local(10, 16, 8, 0));
        row("2026-10-15 00:00", local(10, 15, 0, 0));
        row("10-16", local(10, 17, 0, 0) - Millis{1}); // all of that day
    }

    void moments()
    {
        QFETCH(const QString, text);
        QFETCH(const qint64, expected);
        const auto typed = typedMoment(text, kAbout, kWuhan);
        QVERIFY(typed.has_value());
        QCOMPARE(static_cast<qint64>(toUtcMs(std::get<Instant>(*typed))), expected);
    }

    void numbers()
    {
        QCOMPARE(
            std::get<std::uint64_t>(*typedMoment(QStringLiteral("#8812"), kAbout, kWuhan)), 8812U);
        QCOMPARE(
            std::get<std::uint64_t>(*typedMoment(QStringLiteral("＃ 12"), kAbout, kWuhan)), 12U);
    }

    void nonsense_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"", "  ", "abc", "25:00", "14:60", "13-01 10:00", "02-30 10:00", "#", "#-1", "1",
              "14:02:61", "99999999999999999999", "10-17 14:02 x"}) {
            QTest::newRow(text) << QString::fromUtf8(text);
        }
    }

    void nonsense()
    {
        QFETCH(const QString, text);
        QVERIFY(!typedMoment(text, kAbout, kWuhan).has_value());
    }
};

QTEST_GUILESS_MAIN(tst_MomentText)
#include "tst_MomentText.moc"
