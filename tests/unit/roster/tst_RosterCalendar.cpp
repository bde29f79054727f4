// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// iCalendar both ways: what is written is read back as the same duties, and what others write is read or refused by name.
#include "data/roster/ical/RosterCalendar.h"
#include "data/roster/Merge.h"
#include "tests/unit/roster/RosterFixture.h"

#include <QTest>

#include <format>

using namespace sz;
using namespace sz::roster;
using namespace sz::roster::test;

namespace {

const Span kYear{local(2026, 1, 1), local(2027, 1, 1)};

std::string written(const Roster& roster, const Span& range)
{
    const DutyTable table = spread(roster, range.from, range.until);
    std::vector<PostIndex> posts(roster.posts.size());
    for (PostIndex i = 0; i < posts.size(); ++i) {
        posts[i] = i;
    }
    const auto text = calendarText(roster, table, posts, {local(2026, 11, 22), true});
    return text ? *text : text.error().detail;
}

std::string calendar(const std::string& events)
{
    std::string text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n";
    for (std::size_t from = 0; from < events.size();) {
        const auto end = std::min(events.find('\n', from), events.size());
        text += events.substr(from, end - from) + "\r\n";
        from = end + 1;
    }
    return text + "END:VCALENDAR\r\n";
}

std::string vevent(const std::string& lines, const char* uid = "1@x")
{
    return std::format(
        "BEGIN:VEVENT\nUID:{}\nDTSTAMP:20260101T000000Z\n{}{}\nEND:VEVENT\n", uid,
        lines.contains("SUMMARY") ? "" : "SUMMARY:岗：甲\n", lines);
}

SheetRoster read(const std::string& text, const Roster& roster, const Span& range = kYear)
{
    auto sheets = readCalendar(viewOf(text), roster, range);
    if (!sheets) {
        throw std::runtime_error(sheets.error().detail);
    }
    return std::move(*sheets);
}

/// "11-22 20:30 720 夜班 甲", minutes long.
QStringList duties(const SheetRoster& sheets)
{
    QStringList all;
    for (const PlannedDuty& one : sheets.duties) {
        std::string people;
        for (const std::string& name : one.people) {
            people += (people.empty() ? "" : "、") + name;
        }
        all << QString::fromStdString(std::format(
            "{:%m-%d %H:%M} {} {} {}", std::chrono::floor<Minutes>(one.time.from + Minutes(480)),
            std::chrono::duration_cast<Minutes>(one.time.until - one.time.from).count(), one.shift,
            people));
    }
    return all;
}

Roster dayAndNight()
{
    return onePost(
        dayNight(shift("白班", 510, 1230), shift("夜班", 1230, 510), day(2026, 1, 1)), 4);
}

} // namespace

class tst_RosterCalendar : public QObject
{
    Q_OBJECT

    static void same(const Roster& roster, const Span& range)
    {
        const std::string text = written(roster, range);
        const SheetRoster back = read(text, roster, range);
        QVERIFY(back.refused.empty());
        Roster copy = roster;
        copy.posts[0].turns.clear(); // by name only, now
        roster::assign(copy, back);
        const Cells expected = cellsOf(roster, spread(roster, range.from, range.until));
        QCOMPARE(cellsOf(copy, spread(copy, range.from, range.until)), expected);
    }

private Q_SLOTS:
    void whatIsWrittenIsReadBack_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("day and night") << 0;
        QTest::newRow("three shifts") << 1;
        QTest::newRow("four on, three off") << 2;
        QTest::newRow("workdays, weekends and holidays with a make-up workday") << 3;
        QTest::newRow("a shift crossing a mode switch") << 4;
    }
    void whatIsWrittenIsReadBack()
    {
        QFETCH(const int, kind);
        const Day epoch = day(2026, 1, 1);
        const ShiftTemplate whole = shift("全天", 510, 510);
        Roster roster =
            kind == 1 ? onePost(
                            threeShift(
                                shift("早班", 0, 480), shift("中班", 480, 960),
                                shift("晚班", 960, 1440), epoch),
                            4)
            : kind == 2 ? onePost(fourOnThreeOff(whole, epoch), 7)
            : kind == 3
                ? onePost(
                      byDayKind(
                          {shift("白班", 510, 1050), whole, shift("假日班", 540, 540)}, 3, epoch),
                      3)
                : dayAndNight();
        if (kind == 4) { // at 23:00 the rotation of games time takes over
            roster.rotations.push_back(threeShift(
                shift("早班", 0, 480), shift("中班", 480, 960), shift("晚班", 960, 1440), epoch));
            Turn games;
            games.rotation = 1;
            games.mode = plan::Mode::Games;
            roster.posts[0].turns.push_back(games);
            roster.modes = {{local(2026, 10, 5, 23), plan::Mode::Games}};
        }
        same(roster, {local(2026, 9, 25), local(2026, 10, 16)}); // 国庆, with 10-10 made up
    }

    void namesWithEverythingInThem()
    {
        Roster roster;
        roster.calendar = sz::test::samplePlan()->calendar;
        const PostIndex post = addPost(roster, "P", "U");
        const std::string odd = "欧阳;娜娜,艾依\\江·买买提 𠮷 very very long, so that the line has "
                                "to be folded twice, and once more in between";
        roster::test::assign(
            roster, post, odd.c_str(), local(2026, 11, 22, 8), local(2026, 11, 22, 20));
        const std::string text = written(roster, kYear);
        std::size_t from = 0;
        for (std::size_t end = text.find("\r\n"); end != std::string::npos;
             from = end + 2, end = text.find("\r\n", from)) {
            QVERIFY2(end - from <= 75, text.substr(from, end - from).c_str());
            QVERIFY(isUtf8(std::string_view(text).substr(from, end - from)));
        }
        QCOMPARE(from, text.size()); // every line ends with CRLF
        const SheetRoster back = read(text, roster);
        QCOMPARE(back.duties.size(), 1U);
        QCOMPARE(back.duties[0].people, std::vector<std::string>{odd});
    }

    void aRotationIsARule()
    {
        const std::string text = written(dayAndNight(), {local(2026, 11, 1), local(2026, 12, 1)});
        QVERIFY(
            text.contains("RRULE:FREQ=DAILY;INTERVAL=4;COUNT=")
            || text.contains("RRULE:FREQ=DAILY;COUNT="));
        QVERIFY(text.contains("BEGIN:VTIMEZONE"));
        QVERIFY(text.contains("TZOFFSETTO:+0800"));
        QVERIFY(text.contains("DTSTART;TZID="));
        QVERIFY(QString::fromStdString(text).count(QStringLiteral("BEGIN:VEVENT")) <= 8);
    }

    void othersCalendars_data()
    {
        QTest::addColumn<QString>("lines");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char* name, const char* lines, const QStringList& expected) {
            QTest::newRow(name) << QString::fromUtf8(lines) << expected;
        };
        row("UTC", "DTSTART:20261122T003000Z\nDTEND:20261122T123000Z",
            {QStringLiteral("11-22 08:30 720 白班 甲")});
        row("local time without a zone", "DTSTART:20261122T203000\nDURATION:PT12H",
            {QStringLiteral("11-22 20:30 720 夜班 甲")});
        row("a known zone that is elsewhere",
            "DTSTART;TZID=Asia/Tokyo:20261122T213000\nDTEND;TZID=Asia/Tokyo:20261123T093000",
            {QStringLiteral("11-22 20:30 720 夜班 甲")});
        row("a night shift over the change to summer time is an hour shorter",
            "DTSTART;TZID=Europe/Berlin:20260328T220000\nDTEND;TZID=Europe/Berlin:20260329T060000",
            {QStringLiteral("03-29 05:00 420 05:00-12:00 甲")});
        row("a night shift over the change back is an hour longer",
            "DTSTART;TZID=Europe/Berlin:20261024T220000\nDTEND;TZID=Europe/Berlin:20261025T060000",
            {QStringLiteral("10-25 04:00 540 04:00-13:00 甲")});
        row("all day", "DTSTART;VALUE=DATE:20261122\nDTEND;VALUE=DATE:20261123",
            {QStringLiteral("11-22 00:00 1440 00:00-00:00 甲")});
        row("every other day until one in UTC",
            "DTSTART:20261120T083000\nDTEND:20261120T203000\nRRULE:FREQ=DAILY;INTERVAL=2;UNTIL="
            "20261124T003000Z",
            {QStringLiteral("11-20 08:30 720 白班 甲"), QStringLiteral("11-22 08:30 720 白班 甲"),
             QStringLiteral("11-24 08:30 720 白班 甲")});
        row("Mondays and Thursdays but one, and one more",
            "DTSTART:20261102T083000\nDTEND:20261102T203000\nRRULE:FREQ=WEEKLY;BYDAY=MO,TH;COUNT="
            "4\n"
            "EXDATE:20261105T083000\nRDATE:20261115T083000",
            {QStringLiteral("11-02 08:30 720 白班 甲"), QStringLiteral("11-09 08:30 720 白班 甲"),
             QStringLiteral("11-12 08:30 720 白班 甲"), QStringLiteral("11-15 08:30 720 白班 甲")});
        row("29 February is not in 2026",
            "DTSTART:20240229T083000\nDTEND:20240229T203000\nRRULE:FREQ=YEARLY", {});
        row("cancelled", "DTSTART:20261122T003000Z\nDTEND:20261122T123000Z\nSTATUS:CANCELLED", {});
        row("the last day of the month",
            "DTSTART:20260131T083000\nDTEND:20260131T203000\nRRULE:FREQ=MONTHLY;BYMONTHDAY=-1;"
            "COUNT=3",
            {QStringLiteral("01-31 08:30 720 白班 甲"), QStringLiteral("02-28 08:30 720 白班 甲"),
             QStringLiteral("03-31 08:30 720 白班 甲")});
    }
    void othersCalendars()
    {
        QFETCH(const QString, lines);
        QFETCH(const QStringList, expected);
        const SheetRoster sheets = read(calendar(vevent(lines.toStdString())), dayAndNight());
        QVERIFY(sheets.refused.empty());
        QCOMPARE(duties(sheets), expected);
    }

    void leapDay()
    {
        const std::string text =
            calendar(vevent("DTSTART:20240229T083000\nDTEND:20240229T203000\nRRULE:FREQ=YEARLY"));
        const Roster roster = dayAndNight();
        const SheetRoster sheets = read(text, roster, {local(2028, 1, 1), local(2029, 1, 1)});
        QCOMPARE(duties(sheets), QStringList{QStringLiteral("02-29 08:30 720 白班 甲")});
        same(roster, {local(2028, 2, 27), local(2028, 3, 3)});
    }

    void aChangedSingleEventTakesThePlaceOfItsOwn()
    {
        const std::string series =
            vevent("DTSTART:20261120T083000\nDTEND:20261120T203000\nRRULE:FREQ=DAILY;COUNT=3");
        const std::string moved =
            vevent("RECURRENCE-ID:20261121T083000\nDTSTART:20261121T203000\nDTEND:20261122T083000");
        const std::string cancelled =
            vevent("RECURRENCE-ID:20261122T083000\nSTATUS:CANCELLED\nDTSTART:20261122T083000\n"
                   "DTEND:20261122T203000");
        const SheetRoster sheets = read(calendar(series + moved + cancelled), dayAndNight());
        QCOMPARE(
            duties(sheets), (QStringList{
                                QStringLiteral("11-20 08:30 720 白班 甲"),
                                QStringLiteral("11-21 20:30 720 夜班 甲")}));
    }

    // As people write it: with a blank instead of a colon, or the post as the place.
    void postAndPeople_data()
    {
        QTest::addColumn<QString>("lines");
        QTest::newRow("a wide colon") << "SUMMARY:岗：甲";
        QTest::newRow("a narrow colon") << "SUMMARY:岗: 甲";
        QTest::newRow("a blank") << "SUMMARY:岗 甲";
        QTest::newRow("the place is the post") << "LOCATION:岗\nSUMMARY:甲";
        QTest::newRow("the place is a room") << "LOCATION:三楼值班室\nSUMMARY:岗 甲";
        QTest::newRow("both say the post") << "LOCATION:岗\nSUMMARY:岗 甲";
    }
    void postAndPeople()
    {
        QFETCH(const QString, lines);
        const SheetRoster sheets = read(
            calendar(
                vevent("DTSTART:20261122T083000\nDTEND:20261122T203000\n" + lines.toStdString())),
            dayAndNight());
        QCOMPARE(duties(sheets), QStringList{QStringLiteral("11-22 08:30 720 白班 甲")});
    }

    void severalCalendarsInOneFile()
    {
        const std::string first =
            calendar(vevent("DTSTART:20261122T083000\nDTEND:20261122T203000"));
        const std::string second =
            calendar(vevent("DTSTART:20261121T203000\nDTEND:20261122T083000"));
        QCOMPARE(
            duties(read(first + second, dayAndNight())),
            (QStringList{
                QStringLiteral("11-21 20:30 720 夜班 甲"),
                QStringLiteral("11-22 08:30 720 白班 甲")}));
    }

    void whatIsToBlameIsQuoted()
    {
        const SheetRoster sheets = read(
            calendar(
                vevent("DTSTART:20261122T083000\nDURATION:PT1H\nRRULE:FREQ=SECONDLY")
                + vevent("DTSTART:20261122T083000\nDURATION:PT1H\nSUMMARY:岗", "2@x")),
            dayAndNight());
        QCOMPARE(sheets.refused.size(), 2U);
        QCOMPARE(sheets.refused[0].value, std::string("RRULE:FREQ=SECONDLY"));
        QCOMPARE(sheets.refused[1].value, std::string("岗")); // nobody is named
    }

    void refusedByName_data()
    {
        QTest::addColumn<QString>("lines");
        QTest::addColumn<int>("why");
        const auto row = [](const char* name, const char* lines, CellRefusal why) {
            QTest::newRow(name) << QString::fromUtf8(lines) << static_cast<int>(why);
        };
        row("no beginning", "DTEND:20261122T123000Z", CellRefusal::NoTime);
        row("no end", "DTSTART:20261122T123000Z", CellRefusal::NoTime);
        row("the end before the beginning", "DTSTART:20261122T123000Z\nDTEND:20261122T003000Z",
            CellRefusal::NoTime);
        row("30 February", "DTSTART:20260230T083000\nDURATION:PT12H", CellRefusal::NoTime);
        row("no such zone", "DTSTART;TZID=Mars/Olympus:20261122T083000\nDURATION:PT12H",
            CellRefusal::UnknownZone);
        row("every second", "DTSTART:20261122T083000\nDURATION:PT1H\nRRULE:FREQ=SECONDLY",
            CellRefusal::UnusualRule);
        row("no such post", "DTSTART:20261122T083000\nDURATION:PT12H\nX-SANZHEN-POST:nowhere",
            CellRefusal::UnknownPost);
        row("a number is nobody", "DTSTART:20261122T083000\nDURATION:PT12H\nSUMMARY:岗：12",
            CellRefusal::NotAName);
    }
    void refusedByName()
    {
        QFETCH(const QString, lines);
        QFETCH(const int, why);
        const SheetRoster sheets = read(
            calendar(
                vevent(lines.toStdString())
                + vevent("DTSTART:20261122T003000Z\nDTEND:20261122T123000Z", "2@x")),
            dayAndNight());
        QCOMPARE(sheets.refused.size(), 1U);
        QCOMPARE(static_cast<int>(sheets.refused[0].why), why);
        QCOMPARE(sheets.refused[0].cell, std::string("VEVENT 1 1@x"));
        QCOMPARE(sheets.duties.size(), 1U); // the others come in
        QVERIFY(!sentenceOf(sheets.refused[0]).zh.empty());
    }

    void badFiles_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("something else") << QByteArray("PK\x03\x04");
        QTest::newRow("a zero byte") << QByteArray("BEGIN:VCALENDAR\r\n\0END:VCALENDAR\r\n", 33);
        QTest::newRow("not UTF-8")
            << QByteArray("BEGIN:VCALENDAR\r\nX-A:\xD6\xB5\xB0\xE0\r\nEND:VCALENDAR\r\n");
        QTest::newRow("too large")
            << (QByteArray("BEGIN:VCALENDAR\r\n") + QByteArray(17 << 20, 'x'));
    }
    void badFiles()
    {
        QFETCH(const QByteArray, bytes);
        const BytesView view(
            reinterpret_cast<const std::uint8_t*>(bytes.constData()),
            static_cast<std::size_t>(bytes.size()));
        QVERIFY(!readCalendar(view, dayAndNight(), kYear));
    }

    void cutAnywhereItEnds()
    {
        const std::string text = written(dayAndNight(), {local(2026, 11, 1), local(2026, 11, 9)});
        const Roster roster = dayAndNight();
        for (std::size_t n = 15; n < text.size(); n += 7) {
            std::ignore = readCalendar(viewOf(std::string_view(text).substr(0, n)), roster, kYear);
        }
    }

    void aRuleWithoutEndIsFollowedOnlySoFar()
    {
        std::string events;
        for (int i = 0; i < 400; ++i) {
            events += vevent(
                "DTSTART:19700101T083000\nDTEND:19700101T203000\nRRULE:FREQ=DAILY",
                std::format("{}@x", i).c_str());
        }
        const auto sheets = readCalendar(viewOf(calendar(events)), dayAndNight(), kYear);
        QVERIFY(!sheets);
        QCOMPARE(sheets.error().code, Code::FileTooLarge);
    }
};

QTEST_APPLESS_MAIN(tst_RosterCalendar)
#include "tst_RosterCalendar.moc"
