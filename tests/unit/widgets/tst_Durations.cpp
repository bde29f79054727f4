// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Countdowns, ages, clocks and dates in both languages, exactly as the design gives them.
#include "widgets/common/Durations.h"

#include <QHash>
#include <QLocale>
#include <QTest>
#include <QTranslator>

using namespace sz;
using namespace sz::widgets;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

/// The Chinese of the context "Durations", as resources/i18n will give it.
class ChineseDurations final : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString
    translate(const char* context, const char* text, const char* comment, int) const override
    {
        static const QHash<QByteArray, QString> words{
            {"%1 left", QStringLiteral("余 %1")},
            {"%1 late", QStringLiteral("逾 %1")},
            {"%1 h %2 left", QStringLiteral("余 %1 时 %2 分")},
            {"%1 h %2 late", QStringLiteral("逾 %1 时 %2 分")},
            {"%1 d %2 h left", QStringLiteral("余 %1 天 %2 时")},
            {"%1 d %2 h late", QStringLiteral("逾 %1 天 %2 时")},
            {"%1 h %2", QStringLiteral("%1 时 %2 分")},
            {"%1 d %2 h", QStringLiteral("%1 天 %2 时")},
            {"%1 min", QStringLiteral("%1 分")},
            {"%1 h", QStringLiteral("%1 时")},
            {"%1 d", QStringLiteral("%1 天")},
        };
        if (qstrcmp(context, "Durations") != 0) {
            return {};
        }
        if (qstrcmp(text, "ddd d MMM") == 0) {
            return QByteArray(comment).startsWith("short") ? QStringLiteral("MM-dd ddd")
                                                           : QStringLiteral("M月d日 ddd");
        }
        return words.value(text);
    }
};

} // namespace

class tst_Durations : public QObject
{
    Q_OBJECT
    ChineseDurations m_chinese;

    void inChinese(bool on)
    {
        QLocale::setDefault(QLocale(
            on ? QLocale::Chinese : QLocale::English,
            on ? QLocale::China : QLocale::UnitedKingdom));
        on ? QCoreApplication::installTranslator(&m_chinese)
           : QCoreApplication::removeTranslator(&m_chinese);
    }

private Q_SLOTS:
    void cleanup() { inChinese(false); }

    void countdowns_data()
    {
        QTest::addColumn<Millis>("left");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("chinese");
        const auto row = [](const char* name, Millis left, const QString& english,
                            const QString& chinese) {
            QTest::newRow(name) << left << english << chinese;
        };
        row("under an hour", seconds{1013}, QStringLiteral("16:53 left"),
            QStringLiteral("余 16:53"));
        row("late", -seconds{252}, QStringLiteral("04:12 late"), QStringLiteral("逾 04:12"));
        row("over an hour", minutes{72}, QStringLiteral("1 h 12 left"),
            QStringLiteral("余 1 时 12 分"));
        row("small minutes are padded", minutes{366}, QStringLiteral("6 h 06 left"),
            QStringLiteral("余 6 时 06 分"));
        row("late over an hour", -minutes{72}, QStringLiteral("1 h 12 late"),
            QStringLiteral("逾 1 时 12 分"));
        row("the last second of a form", seconds{3599}, QStringLiteral("59:59 left"),
            QStringLiteral("余 59:59"));
        row("exactly one hour", hours{1}, QStringLiteral("1 h 00 left"),
            QStringLiteral("余 1 时 00 分"));
        row("the limit itself", Millis{0}, QStringLiteral("00:00 left"),
            QStringLiteral("余 00:00"));
        row("a part of a second left", Millis{1}, QStringLiteral("00:01 left"),
            QStringLiteral("余 00:01"));
        row("a part of a second late", Millis{-1}, QStringLiteral("00:00 late"),
            QStringLiteral("逾 00:00"));
        row("a day is still hours", hours{24}, QStringLiteral("24 h 00 left"),
            QStringLiteral("余 24 时 00 分"));
        row("two days are days", hours{76}, QStringLiteral("3 d 04 h left"),
            QStringLiteral("余 3 天 04 时"));
        row("days late", -hours{76}, QStringLiteral("3 d 04 h late"),
            QStringLiteral("逾 3 天 04 时"));
    }
    void countdowns()
    {
        QFETCH(const Millis, left);
        QFETCH(const QString, english);
        QFETCH(const QString, chinese);
        QCOMPARE(countdownText(left), english);
        inChinese(true);
        QCOMPARE(countdownText(left), chinese);
    }

    void stepStandsInFront()
    {
        QCOMPARE(
            stepCountdownText(QStringLiteral("sign-for"), -seconds{252}, true),
            QStringLiteral("sign-for 04:12 late"));
        QCOMPARE(stepCountdownText({}, seconds{252}, false), QStringLiteral("04:12 left"));
    }

    void ages_data()
    {
        QTest::addColumn<Millis>("age");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("chinese");
        const auto row = [](const char* name, Millis age, const QString& english,
                            const QString& chinese) {
            QTest::newRow(name) << age << english << chinese;
        };
        row("two minutes", seconds{127}, QStringLiteral("2:07"), QStringLiteral("2:07"));
        row("six minutes", seconds{401}, QStringLiteral("6:41"), QStringLiteral("6:41"));
        row("nearly an hour", seconds{2875}, QStringLiteral("47:55"), QStringLiteral("47:55"));
        row("over an hour", minutes{101}, QStringLiteral("1 h 41"), QStringLiteral("1 时 41 分"));
        row("two days", hours{51}, QStringLiteral("2 d 03 h"), QStringLiteral("2 天 03 时"));
        row("a clock that ran ahead", -seconds{3}, QStringLiteral("0:00"), QStringLiteral("0:00"));
    }
    void ages()
    {
        QFETCH(const Millis, age);
        QFETCH(const QString, english);
        QFETCH(const QString, chinese);
        QCOMPARE(ageText(age), english);
        inChinese(true);
        QCOMPARE(ageText(age), chinese);
    }

    void limits()
    {
        QCOMPARE(limitText(minutes{10}), QStringLiteral("10 min"));
        QCOMPARE(limitText(hours{2}), QStringLiteral("2 h"));
        QCOMPARE(limitText(hours{24}), QStringLiteral("24 h"));
        QCOMPARE(limitText(minutes{90}), QStringLiteral("1 h 30"));
        QCOMPARE(limitText(hours{72}), QStringLiteral("3 d"));
        using Unit = plan::WorkLimit::Unit;
        QCOMPARE(limitText(plan::WorkLimit{Unit::Days, 7}), QStringLiteral("7 workdays"));
        QCOMPARE(limitText(plan::WorkLimit{Unit::Minutes, 120}), QStringLiteral("2 h of work"));
    }

    void clocksAreInThePlansZone()
    {
        const Instant t = fromUtcMs(1729146187000); // 2024-10-17 06:23:07 UTC, a Thursday
        QCOMPARE(clockText(t, 480), QStringLiteral("14:23:07"));
        QCOMPARE(clockMinuteText(t, 480), QStringLiteral("14:23"));
        QCOMPARE(clockText(t, 0), QStringLiteral("06:23:07"));
        QCOMPARE(dateText(t, 480), QStringLiteral("Thu 17 Oct"));
        QCOMPARE(dayClockText(t + hours{24}, 480), QStringLiteral("Fri 18 Oct 14:23"));
        QCOMPARE(
            dateText(t + hours{10}, 480), QStringLiteral("Fri 18 Oct")); // past local midnight only
        inChinese(true);
        QCOMPARE(dateText(t, 480), QStringLiteral("10月17日 周四"));
        QCOMPARE(dayClockText(t + hours{24}, 480), QStringLiteral("10-18 周五 14:23"));
    }

    void numbersTakeCommas()
    {
        inChinese(true);
        QCOMPARE(numberText(1354), QStringLiteral("1,354"));
        QCOMPARE(numberText(-119), QStringLiteral("-119"));
    }
};

QTEST_MAIN(tst_Durations)
#include "tst_Durations.moc"
