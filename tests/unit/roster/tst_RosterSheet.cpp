// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Roster sheets as offices keep them: names in a cell, days in Chinese forms, lists and calendars, merged cells, every encoding.
#include "data/roster/PlanRoster.h"
#include "data/roster/sheet/PeopleCell.h"
#include "data/roster/sheet/RosterDates.h"
#include "data/roster/sheet/RosterSheet.h"
#include "tests/unit/roster/Books.h"
#include "tests/unit/roster/RosterFixture.h"

#include <QTemporaryDir>
#include <QTest>

#include <format>
#include <fstream>

using namespace sz;
using namespace sz::roster;
using namespace sz::roster::test;

namespace {

const Day kNear = day(2026, 11, 22); // a Sunday
const Span kMonth{local(2026, 11, 1), local(2026, 12, 1)};

Roster planRoster()
{
    return rosterOf(*sz::test::samplePlan(), kMonth);
}

exchange::Workbook bookOf(const Bytes& bytes)
{
    auto book = exchange::workbookOf("班表", bytes);
    if (!book) {
        throw std::runtime_error(book.error().detail);
    }
    return std::move(*book);
}

SheetRoster
read(const exchange::Workbook& book, const Mapping& mapping, SheetDays days = {kNear, {}})
{
    auto read = readSheets(book, mapping, planRoster(), days);
    if (!read) {
        throw std::runtime_error(read.error().detail);
    }
    return std::move(*read);
}

SheetRoster guessed(const Bytes& bytes)
{
    const exchange::Workbook book = bookOf(bytes);
    return read(book, guessMapping(book, planRoster(), kNear));
}

/// "B2 HQ-chief 22 08:30+12h 白班 王伟|李娜"
QStringList told(const SheetRoster& sheets)
{
    const Roster roster = planRoster();
    QStringList all;
    for (const PlannedDuty& one : sheets.duties) {
        const auto minute =
            std::chrono::duration_cast<Minutes>(one.time.from - roster.instantOf(one.day, 0))
                .count();
        QStringList people;
        for (const std::string& name : one.people) {
            people << QString::fromStdString(name);
        }
        all << QStringLiteral("%1 %2 %3 %4:%5+%6h %7 %8")
                   .arg(
                       QString::fromStdString(one.cell),
                       QString::fromStdString(roster.posts[one.post].code.value))
                   .arg(one.day - day(2026, 11, 1) + 1)
                   .arg(minute / 60, 2, 10, QLatin1Char('0'))
                   .arg(minute % 60, 2, 10, QLatin1Char('0'))
                   .arg(std::chrono::duration_cast<std::chrono::hours>(
                            one.time.until - one.time.from)
                            .count())
                   .arg(QString::fromStdString(one.shift), people.join(QLatin1Char('|')));
    }
    return all;
}

QStringList refusals(const SheetRoster& sheets)
{
    QStringList all;
    for (const RefusedCell& one : sheets.refused) {
        all << QString::fromStdString(one.cell + " " + sentenceOf(one).zh);
        if (sentenceOf(one).en.empty()) {
            all << QStringLiteral("no English");
        }
    }
    return all;
}

} // namespace

class tst_RosterSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void peopleOfACell_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QString>("leftOut");
        const auto row = [](const char* name, const char* cell, QStringList names,
                            const char* out = "") {
            QTest::newRow(name) << QString::fromUtf8(cell) << std::move(names)
                                << QString::fromUtf8(out);
        };
        const QStringList two{QStringLiteral(u"王伟"), QStringLiteral(u"李娜")};
        row("a pause mark", "王伟、李娜", two);
        row("a full-width comma", "王伟，李娜", two);
        row("a comma and a space", "王伟, 李娜", two);
        row("two lines", "王伟\n李娜", two);
        row("two lines of another system", "王伟\r\n李娜", two);
        row("a space", "王伟 李娜", two);
        row("a full-width space", "王伟　李娜", two);
        row("a slash", "王伟/李娜", two);
        row("semicolons", "王伟；李娜;", two);
        row("all at once", " 王伟 、\n李娜，", two);
        row("twice the same", "王伟、李娜、王伟", two);
        row("names spread to stand below longer ones", "王 伟、李　娜", two);
        row("spread names one after the other", "王 伟 李 娜", two);
        row("three characters spread", "欧 阳 修", {QStringLiteral(u"欧阳修")});
        row("outside the basic plane", "𠮷田、㙍口",
            {QStringLiteral(u"𠮷田"), QStringLiteral(u"㙍口")});
        row("a dot in a name", "买买提·阿不都", {QStringLiteral(u"买买提·阿不都")});
        row("Latin names", "Anna Smith, Li Na",
            {QStringLiteral("Anna Smith"), QStringLiteral("Li Na")});
        row("remarks", "王伟（带班）、李娜(组长)", two, "（带班） (组长)");
        row("a telephone number", "王伟 13800138000、李娜", two, "13800138000");
        row("a number stuck to a name", "王伟：027-85551234\n李娜13900139000", two,
            "027-85551234 13900139000");
        row("a dash for nobody", "—", {});
        row("off", "休", {});
        row("none", "无", {});
        row("nothing", " \n", {});
        row("one and nobody", "王伟、无", {QStringLiteral(u"王伟")});
        row("a bracket never closed", "王伟（带班", {QStringLiteral(u"王伟（带班")});
    }
    void peopleOfACell()
    {
        QFETCH(const QString, cell);
        QFETCH(const QStringList, names);
        const PeopleCell people = peopleOf(cell.toStdString());
        QCOMPARE(int(people.fault), int(NameFault::None));
        QStringList found;
        for (const std::string& name : people.names) {
            found << QString::fromStdString(name);
        }
        QCOMPARE(found, names);
        QCOMPARE(people.isBlank, names.isEmpty());
        QTEST(QString::fromStdString(people.leftOut), "leftOut");
    }

    void whatIsNoName_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<int>("fault");
        const auto row = [](const char* cell, NameFault fault) {
            QTest::newRow(cell) << QString::fromUtf8(cell) << int(fault);
        };
        row("8:30", NameFault::NotAName);
        row("=cmd|' /C calc'!A0", NameFault::NotAName);
        row("<b>王伟</b>", NameFault::NotAName);
        row("王伟2", NameFault::NotAName);
        row("\u202E王伟", NameFault::NotAName);
        row("王\u200B伟", NameFault::NotAName);
        row("同上", NameFault::NotAName); // whom is meant is not for us to guess
        row("王伟、待定", NameFault::NotAName);
        row("今日会议取消请各位同事改到明天上午九点半在二楼会议室集合", NameFault::TooLong);
    }
    void whatIsNoName()
    {
        QFETCH(const QString, cell);
        QTEST(int(peopleOf(cell.toStdString()).fault), "fault");
    }

    void days_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("expected");
        const auto row = [](const char* text, Day expected) {
            QTest::newRow(text) << QString::fromUtf8(text) << qint64(expected);
        };
        row("2026-11-22", day(2026, 11, 22));
        row("2026/11/2", day(2026, 11, 2));
        row("2026年11月22日", day(2026, 11, 22));
        row("2026年 11月 22日", day(2026, 11, 22));
        row("11月22日", day(2026, 11, 22));
        row("11月22日（周日）", day(2026, 11, 22));
        row("11月22日 星期日", day(2026, 11, 22));
        row("11月22日(日)", -1);
        row("11月22日（周一）", -1); // which of the two is wrong?
        row("１１月２２日", day(2026, 11, 22));
        row("11/22", day(2026, 11, 22));
        row("1月2日", day(2027, 1, 2)); // nearest
        row("二〇二六年十一月二十二日", day(2026, 11, 22));
        row("二零二六年十一月廿二日（星期日）", day(2026, 11, 22));
        row("十一月三日", day(2026, 11, 3));
        row("十一月二十日", day(2026, 11, 20));
        row("三十号", day(2026, 11, 30));
        row("十一月三十一日", -1);
        row("二二日", -1); // no number that anybody writes
        row("二〇二四年二月二十九日", day(2024, 2, 29));
        row("22日", day(2026, 11, 22));
        row("22号", day(2026, 11, 22));
        row("31日", -1); // November has 30
        row("0日", -1);
        row("周日", day(2026, 11, 22));
        row("星期一", day(2026, 11, 16));
        row("礼拜天", day(2026, 11, 22));
        row("Wed", day(2026, 11, 18));
        row("2月30日", -1);
        row("2024年2月29日", day(2024, 2, 29));
        row("2026年2月29日", -1);
        row("46348", day(2026, 11, 22));
        row("22", -1); // only in a calendar's head
        row("王伟", -1);
        row("", -1);
        row("2026-11-22 08:30", day(2026, 11, 22));
    }
    void days()
    {
        QFETCH(const QString, text);
        QFETCH(const qint64, expected);
        exchange::BookCell cell;
        cell.text = text.toStdString();
        DateFrame frame{kNear, std::chrono::year(2026) / 11, false, false};
        QCOMPARE(qint64(rosterDay(cell, frame).value_or(-1)), expected);
        frame.takesBareNumbers = true;
        if (text == QStringLiteral("22")) {
            QCOMPARE(qint64(rosterDay(cell, frame).value_or(-1)), qint64(kNear));
        }
    }

    void monthsOfTitles()
    {
        QVERIFY(monthIn("2026年11月值班表", kNear) == std::chrono::year(2026) / 11);
        QVERIFY(monthIn("指挥部 12 月排班", kNear) == std::chrono::year(2026) / 12);
        QVERIFY(monthIn("二〇二六年十一月值班表", kNear) == std::chrono::year(2026) / 11);
        QVERIFY(monthIn("十二月排班", kNear) == std::chrono::year(2026) / 12);
        QVERIFY(monthIn("1月", kNear) == std::chrono::year(2027) / 1);
        QVERIFY(monthIn("2025年1月", kNear) == std::chrono::year(2025) / 1);
        QVERIFY(!monthIn("13月", kNear));
        QVERIFY(!monthIn("值班表", kNear));
    }

    void hoursOfShifts_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("until");
        QTest::newRow("08:30-20:30") << 510 << 1230;
        QTest::newRow("8:30—次日8:30") << 510 << 510;
        QTest::newRow("20：30～08：30") << 1230 << 510;
        QTest::newRow("20时30分至8时30分") << 1230 << 510;
        QTest::newRow("8点-20点") << 480 << 1200;
        QTest::newRow("00:00-24:00") << 0 << 1440;
        QTest::newRow("16:00——24:00") << 960 << 1440;
        QTest::newRow("8:70-9:00") << -1 << -1;
        QTest::newRow("25:00-26:00") << -1 << -1;
        QTest::newRow("08:30") << -1 << -1;
        QTest::newRow("8-20") << -1 << -1;
        QTest::newRow("白班") << -1 << -1;
    }
    void hoursOfShifts()
    {
        QFETCH(const int, from);
        QFETCH(const int, until);
        const Hours hours = rosterHours(QTest::currentDataTag()).value_or(Hours{-1, -1});
        QCOMPARE(hours.from, from);
        QCOMPARE(hours.until, until);
    }

    void aListInEveryEncoding_data()
    {
        QTest::addColumn<QByteArray>("encoding");
        for (const char* name : {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"}) {
            QTest::newRow(name) << QByteArray(name);
        }
    }
    void aListInEveryEncoding()
    {
        QFETCH(const QByteArray, encoding);
        const SheetRoster sheets = guessed(encoded(
            encoding.constData(),
            "日期,班次,岗位,值班人员\n"
            "11月22日,白班,值班长,王伟、李娜\n"
            ",夜班,值班长,\"赵 强\n钱　进\"\n" // the day above goes on: a merged cell in text
            "2026-11-23,白,HQ-deputy,孙悦\n"
            "24日,08:00-18:00,副班,周 洋\n"));
        QCOMPARE(
            told(sheets), (QStringList{
                              QStringLiteral(u"D2 HQ-chief 22 08:30+12h 白班 王伟|李娜"),
                              QStringLiteral(u"D3 HQ-chief 22 20:30+12h 夜班 赵强|钱进"),
                              QStringLiteral(u"D4 HQ-deputy 23 08:30+12h 白班 孙悦"),
                              QStringLiteral(u"D5 HQ-deputy 24 08:00+10h 08:00-18:00 周洋")}));
        QCOMPARE(refusals(sheets), QStringList());
        QCOMPARE(sheets.cells, 4U);
    }

    void aColumnForEachPost()
    {
        const SheetRoster sheets = guessed(written([](lxw_workbook* out) {
            lxw_worksheet* sheet = workbook_add_worksheet(out, "值班表");
            worksheet_merge_range(sheet, 0, 0, 0, 4, "指挥部办公室2026年11月值班表", nullptr);
            const char* heads[] = {"日期", "星期", "带班领导", "值班长（白班）", "夜班值班长"};
            for (lxw_col_t c = 0; c < 5; ++c) {
                worksheet_write_string(sheet, 1, c, heads[c], nullptr);
            }
            worksheet_write_string(sheet, 2, 0, "22日", nullptr);
            worksheet_write_string(sheet, 2, 1, "周日", nullptr);
            worksheet_merge_range(sheet, 2, 2, 3, 2, "张主任", nullptr); // two days
            worksheet_write_string(sheet, 2, 3, "王伟", nullptr);
            worksheet_write_string(sheet, 2, 4, "李娜", nullptr);
            worksheet_write_string(sheet, 3, 0, "23日", nullptr);
            worksheet_write_string(sheet, 3, 3, "休", nullptr);
            worksheet_write_string(sheet, 3, 4, "赵强", nullptr);
        }));
        QCOMPARE(
            told(sheets), (QStringList{
                              QStringLiteral(u"C3 HQ-leader 22 08:30+24h 全天 张主任"),
                              QStringLiteral(u"D3 HQ-chief 22 08:30+12h 白班 王伟"),
                              QStringLiteral(u"E3 HQ-chief 22 20:30+12h 夜班 李娜"),
                              QStringLiteral(u"C4 HQ-leader 23 08:30+24h 全天 张主任"),
                              QStringLiteral(u"E4 HQ-chief 23 20:30+12h 夜班 赵强")}));
        QCOMPARE(refusals(sheets), QStringList());
    }

    void aCalendarOfPosts()
    {
        const SheetRoster sheets = guessed(written([](lxw_workbook* out) {
            lxw_worksheet* sheet = workbook_add_worksheet(out, "11月");
            worksheet_merge_range(sheet, 0, 0, 0, 4, "值班表", nullptr);
            lxw_format* date = workbook_add_format(out);
            format_set_num_format(date, "d");
            for (int d = 0; d < 3; ++d) {
                lxw_datetime when{2026, 11, 21 + d, 0, 0, 0};
                worksheet_write_datetime(sheet, 1, lxw_col_t(2 + d), &when, date);
                const char* weekdays[] = {"六", "日", "一"};
                worksheet_write_string(sheet, 2, lxw_col_t(2 + d), weekdays[d], nullptr);
            }
            worksheet_merge_range(sheet, 3, 0, 4, 0, "值班长", nullptr);
            worksheet_write_string(sheet, 3, 1, "白班", nullptr);
            worksheet_write_string(sheet, 4, 1, "夜班", nullptr);
            worksheet_write_string(sheet, 5, 0, "接报席", nullptr);
            worksheet_write_string(sheet, 5, 1, "夜", nullptr);
            worksheet_write_string(sheet, 3, 2, "王伟", nullptr);
            worksheet_merge_range(sheet, 3, 3, 3, 4, "李娜", nullptr);
            worksheet_write_string(sheet, 4, 3, "赵强\n钱进", nullptr);
            worksheet_write_string(sheet, 5, 4, "孙悦", nullptr);
        }));
        QCOMPARE(
            told(sheets), (QStringList{
                              QStringLiteral(u"C4 HQ-chief 21 08:30+12h 白班 王伟"),
                              QStringLiteral(u"D4 HQ-chief 22 08:30+12h 白班 李娜"),
                              QStringLiteral(u"E4 HQ-chief 23 08:30+12h 白班 李娜"),
                              QStringLiteral(u"D5 HQ-chief 22 20:30+12h 夜班 赵强|钱进"),
                              QStringLiteral(u"E6 HQ-intake 23 20:30+12h 夜班 孙悦")}));
        QCOMPARE(refusals(sheets), QStringList());
    }

    void aCalendarOfShiftsForOnePost()
    {
        const SheetRoster sheets =
            guessed(bytesOf("值班长,,,\n2026年11月,,,\n班次,1,2,3,4,5\n白班,甲一,乙一,丙一,丁一,"
                            "戊一\n夜班,乙二,丙二,丁二,戊二,甲二\n"));
        QCOMPARE(sheets.duties.size(), 10U);
        QCOMPARE(told(sheets)[0], QStringLiteral(u"B4 HQ-chief 1 08:30+12h 白班 甲一"));
        QCOMPARE(told(sheets)[9], QStringLiteral(u"F5 HQ-chief 5 20:30+12h 夜班 甲二"));
    }

    void aWeekOfWeekdays()
    {
        const SheetRoster sheets =
            guessed(bytesOf("岗位,周一,周二,周三,周四,周五,周六,周日\n值班长,a,b,c,d,e,f,g\n"));
        QCOMPARE(sheets.duties.size(), 7U);
        QCOMPARE(sheets.duties[0].day, day(2026, 11, 16));
        QCOMPARE(sheets.duties[6].day, kNear);
    }

    // As offices keep them: the day and the leader of the day merged over both shifts, a column that is no post of the plan.
    void aLeaderOfTheDayBesideTwoShifts()
    {
        const auto text = [](const char* words) {
            return std::format(R"(<c t="str"><v>{}</v></c>)", words);
        };
        const auto line = [&](const char* day, const char* shift, const char* chief,
                              const char* leader) {
            return "<row>" + text(day) + text(shift) + text(chief) + text(leader) + text("甲乙")
                   + "</row>";
        };
        const std::string rows =
            line("日期", "班次", "值班长", "带班领导") + line("11月22日", "白班", "王伟", "刘欣")
            + line("", "夜班", "李娜", "") + line("11月23日", "白班", "赵强", "韩杨")
            + line("", "夜班", "钱进", "朱秦");
        const exchange::Workbook book = bookOf(xlsx(
            ("<sheetData>" + rows
             + R"(</sheetData><mergeCells count="3"><mergeCell ref="A2:A3"/><mergeCell ref="D2:D3"/>)"
             + R"(<mergeCell ref="A4:A5"/></mergeCells>)")
                .c_str()));
        const SheetRoster sheets = read(book, guessMapping(book, planRoster(), kNear));
        QCOMPARE(
            told(sheets), (QStringList{
                              QStringLiteral(u"C2 HQ-chief 22 08:30+12h 白班 王伟"),
                              QStringLiteral(u"D2 HQ-leader 22 08:30+24h 全天 刘欣"),
                              QStringLiteral(u"C3 HQ-chief 22 20:30+12h 夜班 李娜"),
                              QStringLiteral(u"C4 HQ-chief 23 08:30+12h 白班 赵强"),
                              QStringLiteral(u"C5 HQ-chief 23 20:30+12h 夜班 钱进")}));
        QCOMPARE(
            refusals(sheets), // two leaders of one day: which?
            (QStringList{
                QStringLiteral(u"D4 该岗位没有“白班”这个班次（有：全天）"),
                QStringLiteral(u"D5 该岗位没有“夜班”这个班次（有：全天）")}));
        QCOMPARE(sheets.columnsNotRead.size(), 1U);
        QVERIFY(sheets.columnsNotRead.front().ends_with("E 甲乙"));
        QCOMPARE(sheets.cells, sheets.duties.size() + sheets.refused.size());
    }

    // A quote that somebody forgot takes no row with it unseen.
    void aLineWithAnOpenQuoteIsNamed()
    {
        const std::string text = "日期,班次,岗位,人员\r\n11月22日,白班,值班长,王伟\r\n"
                                 "11月23日,白班,值班长,\"李娜\r\n11月24日,夜班,值班长,赵强\r\n";
        const exchange::Workbook book = bookOf(Bytes(text.begin(), text.end()));
        const SheetRoster sheets = read(book, guessMapping(book, planRoster(), kNear));
        QCOMPARE(
            told(sheets), (QStringList{
                              QStringLiteral(u"D2 HQ-chief 22 08:30+12h 白班 王伟"),
                              QStringLiteral(u"D4 HQ-chief 24 20:30+12h 夜班 赵强")}));
        QCOMPARE(
            refusals(sheets),
            QStringList{QStringLiteral(u"A3 这一行的引号没有配对：11月23日,白班,值班长,\"李娜")});
        QCOMPARE(sheets.cells, sheets.duties.size() + sheets.refused.size());
    }

    void everyRefusedCellIsNamedAndNothingElseIsLost()
    {
        const exchange::Workbook book = bookOf(xlsx(R"(<sheetData>
            <row><c t="str"><v>日期</v></c><c t="str"><v>班次</v></c><c t="str"><v>岗位</v></c><c t="str"><v>单位</v></c><c t="str"><v>姓名</v></c></row>
            <row><c t="str"><v>11月22日</v></c><c t="str"><v>白班</v></c><c t="str"><v>值班长</v></c><c/><c t="str"><v>王伟</v></c></row>
            <row><c t="str"><v>11月31日</v></c><c t="str"><v>白班</v></c><c t="str"><v>值班长</v></c><c/><c t="str"><v>甲</v></c></row>
            <row><c/><c t="str"><v>白班</v></c><c t="str"><v>值班长</v></c><c/><c t="str"><v>乙</v></c></row>
            <row><c t="str"><v>22日</v></c><c t="str"><v>大夜班</v></c><c t="str"><v>带班领导</v></c><c/><c t="str"><v>丙</v></c></row>
            <row><c t="str"><v>22日</v></c><c t="str"><v>白班</v></c><c t="str"><v>司机</v></c><c/><c t="str"><v>丁</v></c></row>
            <row><c t="str"><v>22日</v></c><c t="str"><v>白班</v></c><c t="str"><v>值班室</v></c><c t="str"><v>某某局</v></c><c t="str"><v>戊</v></c></row>
            <row><c t="str"><v>22日</v></c><c t="str"><v>白班</v></c><c t="str"><v>值班室</v></c><c t="str"><v>武昌区</v></c><c t="str"><v>李娜</v></c></row>
            <row><c t="str"><v>22日</v></c><c t="str"><v>白班</v></c><c/><c/><c t="str"><v>己</v></c></row>
            <row><c t="str"><v>22日</v></c><c t="str"><v>白班</v></c><c t="str"><v>值班长</v></c><c/><c><f>A1</f></c></row>
            <row><c t="str"><v>22日</v></c><c t="str"><v>白班</v></c><c t="str"><v>值班长</v></c><c/><c t="e"><v>#REF!</v></c></row>
            <row><c t="str"><v>22日</v></c><c t="str"><v>白班</v></c><c t="str"><v>值班长</v></c><c/><c><v>12</v></c></row>
            <row><c t="str"><v>23日</v></c><c t="str"><v>白班</v></c><c t="str"><v>值班长</v></c><c/><c t="str"><v>—</v></c></row>
            <row><c><v>46350</v></c><c t="str"><v>夜班</v></c><c t="str"><v>值班长</v></c><c/><c t="str"><v>赵强</v></c></row>
            </sheetData>)"));
        const SheetRoster sheets = read(book, guessMapping(book, planRoster(), kNear));
        QCOMPARE(
            told(sheets), (QStringList{
                              QStringLiteral(u"E2 HQ-chief 22 08:30+12h 白班 王伟"),
                              QStringLiteral(u"E8 D05-desk 22 08:30+12h 白班 李娜"),
                              QStringLiteral(u"E14 HQ-chief 24 20:30+12h 夜班 赵强")}));
        QCOMPARE(
            refusals(sheets),
            (QStringList{
                QStringLiteral(u"A3 “11月31日”看不出是哪一天"),
                QStringLiteral(u"E4 没有对应的日期"),
                QStringLiteral(u"B5 该岗位没有“大夜班”这个班次（有：全天）"),
                QStringLiteral(u"C6 方案中没有“司机”这个岗位"),
                QStringLiteral(u"D7 方案中没有“某某局”这个单位"),
                QStringLiteral(u"E9 没有对应的岗位"),
                QStringLiteral(u"E10 公式没有保存结果，请用表格软件打开后再保存"),
                QStringLiteral(u"E11 公式出错：#REF!"), QStringLiteral(u"E12 “12”不是姓名")}));
        QCOMPARE(sheets.cells, sheets.duties.size() + sheets.refused.size());
    }

    // The cell that has to be put right, once, with how many wait for it: in each form, and where it is merged its first.
    void theWrongCellIsNamedOnce_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("refusal");
        QTest::addColumn<int>("people");
        QTest::newRow("a day with three posts")
            << QByteArray("日期,班次,值班长,副班,接报席\n11月22日,白班,王伟,李娜,赵强\n"
                          "腊月三十,白班,甲,乙,丙\n")
            << QStringLiteral(u"A3 “腊月三十”看不出是哪一天；涉及 3 格人员") << 3;
        QTest::newRow("a post with three days")
            << QByteArray("岗位,班次,22日,23日,24日\n值班长,白班,王伟,李娜,赵强\n"
                          "司机,白班,甲,乙,丙\n")
            << QStringLiteral(u"A3 方案中没有“司机”这个岗位；涉及 3 格人员") << 3;
        QTest::newRow("a shift with three days")
            << QByteArray("岗位,班次,22日,23日,24日\n值班长,白班,王伟,李娜,赵强\n"
                          "值班长,机动,甲,乙,丙\n")
            << QStringLiteral(u"B3 该岗位没有“机动”这个班次（有：白班、夜班）；涉及 3 格人员") << 3;
        QTest::newRow("one person")
            << QByteArray("日期,班次,岗位,姓名\n11月22日,白班,值班长,王伟\n11月22日,白班,司机,甲\n")
            << QStringLiteral(u"C3 方案中没有“司机”这个岗位") << 1;
        const Bytes merged = written([](lxw_workbook* out) {
            lxw_worksheet* sheet = workbook_add_worksheet(out, "11月");
            const char* heads[] = {"日期", "班次", "岗位", "姓名"};
            for (lxw_col_t c = 0; c < 4; ++c) {
                worksheet_write_string(sheet, 0, c, heads[c], nullptr);
            }
            worksheet_merge_range(sheet, 1, 0, 2, 0, "腊月三十", nullptr);
            worksheet_write_string(sheet, 3, 0, "22日", nullptr);
            for (lxw_row_t r = 1; r < 4; ++r) {
                worksheet_write_string(sheet, r, 1, r == 2 ? "夜班" : "白班", nullptr);
                worksheet_write_string(sheet, r, 2, "值班长", nullptr);
                worksheet_write_string(sheet, r, 3, "王伟", nullptr);
            }
        });
        QTest::newRow("a merged day")
            << QByteArray(
                   reinterpret_cast<const char*>(merged.data()),
                   static_cast<qsizetype>(merged.size()))
            << QStringLiteral(u"A2 “腊月三十”看不出是哪一天；涉及 2 格人员") << 2;
    }
    void theWrongCellIsNamedOnce()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, refusal);
        QFETCH(const int, people);
        const exchange::Workbook book = bookOf(Bytes(bytes.begin(), bytes.end()));
        const SheetRoster sheets = read(book, guessMapping(book, planRoster(), kNear));
        QCOMPARE(refusals(sheets), QStringList{refusal});
        QCOMPARE(sheets.refusedPeople(), static_cast<std::size_t>(people));
        QCOMPARE(sheets.cells, sheets.duties.size() + sheets.refusedPeople());
    }

    void daysOutsideAreCounted()
    {
        const exchange::Workbook book =
            bookOf(bytesOf("日期,岗位,姓名\n21日,值班长,甲\n22日,值班长,乙\n23日,值班长,丙\n"));
        const SheetRoster sheets =
            read(book, guessMapping(book, planRoster(), kNear), {kNear, {kNear, kNear}});
        QCOMPARE(sheets.duties.size(), 1U);
        QCOMPARE(sheets.outside, 2U);
        QCOMPARE(sheets.cells, 3U);
        QCOMPARE(
            told(sheets)[0],
            QStringLiteral(u"C3 HQ-chief 22 08:30+24h 全天 乙")); // no shift: the whole day
    }

    void otherSheetsAreNamed()
    {
        const exchange::Workbook book = bookOf(written([](lxw_workbook* out) {
            for (const char* name : {"说明", "11月", "12月", "藏"}) {
                lxw_worksheet* sheet = workbook_add_worksheet(out, name);
                if (std::string_view(name) == "说明") {
                    worksheet_write_string(sheet, 0, 0, "请勿改动格式", nullptr);
                    continue;
                }
                worksheet_write_string(sheet, 0, 0, "日期", nullptr);
                worksheet_write_string(sheet, 0, 1, "值班长", nullptr);
                worksheet_write_string(sheet, 1, 0, "5日", nullptr);
                worksheet_write_string(sheet, 1, 1, "王伟", nullptr);
                if (std::string_view(name) == "藏") {
                    worksheet_hide(sheet);
                }
            }
        }));
        Mapping mapping = guessMapping(book, planRoster(), kNear);
        const SheetRoster sheets = read(book, mapping);
        QCOMPARE(sheets.notRead, (std::vector<std::string>{"说明", "藏"}));
        QCOMPARE(sheets.duties.size(), 2U);
        QCOMPARE(sheets.duties[0].day, day(2026, 11, 5)); // the month is the sheet's name
        QCOMPARE(sheets.duties[1].day, day(2026, 12, 5));
        mapping.sheet = "藏"; // asked for by name it is read
        QCOMPARE(read(book, mapping).duties.size(), 1U);
        mapping.sheet = "13月";
        QCOMPARE(readSheets(book, mapping, planRoster(), {kNear, {}}).error().code, Code::NotFound);
    }

    void aMappingIsKept()
    {
        Mapping mapping;
        mapping.layout = Layout::Grid;
        mapping.sheet = "11月\"值班\"\\";
        mapping.head = 3;
        mapping.postColumn = 0;
        mapping.shiftColumn = 27;
        mapping.unit = "D05";
        mapping.post = "值班室";
        mapping.shift = "白班";
        mapping.month = std::chrono::year(2026) / 11;
        mapping.posts = {{"老王那边", "HQ-chief"}, {"a.b c", "HQ-deputy"}};
        mapping.shifts = {{"A", "白班"}, {"大夜", "00:00-08:00"}};
        mapping.peopleColumns = {{2, "HQ-chief", "夜班"}, {3, "HQ-deputy", ""}};
        const QTemporaryDir dir;
        const std::filesystem::path file = dir.filePath(QStringLiteral("m.toml")).toStdString();
        std::ofstream(file) << mappingText(mapping);
        const auto again = readMapping(file);
        QVERIFY(again.has_value());
        QVERIFY(*again == mapping);

        std::ofstream(file)
            << "layout = \"heap\"\nhead_row = 0\ndate = \"7B\"\nmonth = \"2026-13\"\n";
        const auto bad = readMapping(file);
        QVERIFY(!bad.has_value());
        QCOMPARE(bad.error().size(), 4U);
        for (const plan::Fault& fault : bad.error()) {
            QVERIFY(fault.line > 0 && !fault.messageZh.empty());
        }
        QVERIFY(!readMapping(dir.filePath(QStringLiteral("none.toml")).toStdString()).has_value());
    }

    void theMappingsWordsCount()
    {
        const exchange::Workbook book =
            bookOf(bytesOf("日期,班,谁的,名\n22日,A,老王那边,王伟\n22日,大夜,老王那边,李娜\n"));
        Mapping mapping = guessMapping(book, planRoster(), kNear);
        QVERIFY(mapping.missing().has_value());
        mapping.dateColumn = 0;
        mapping.shiftColumn = 1;
        mapping.postColumn = 2;
        mapping.peopleColumn = 3;
        mapping.posts = {{"老王那边", "HQ-chief"}};
        mapping.shifts = {{"A", "白班"}, {"大夜", "00:00-08:00"}};
        QCOMPARE(
            told(read(book, mapping)), (QStringList{
                                           QStringLiteral(u"D2 HQ-chief 22 08:30+12h 白班 王伟"),
                                           QStringLiteral(u"D3 HQ-chief 22 00:00+8h 大夜 李娜")}));
    }

    void peopleComeIntoTheRoster()
    {
        const exchange::Workbook book =
            bookOf(bytesOf("日期,班次,岗位,姓名\n22日,白班,值班长,王伟、李娜\n"));
        Roster roster = planRoster();
        assign(roster, read(book, guessMapping(book, roster, kNear)));
        const DutyTable table = spread(roster, local(2026, 11, 22), local(2026, 11, 23));
        QCOMPARE(
            whoAt(roster, table, *roster.post(PostCode("HQ-chief")), local(2026, 11, 22, 12)),
            QStringLiteral(u"王伟 08:30-20:30 白班, 李娜 08:30-20:30 白班"));
        QVERIFY(whoAt(roster, table, *roster.post(PostCode("HQ-chief")), local(2026, 11, 22, 21))
                    .contains(QStringLiteral(u"夜班")));
    }
};

QTEST_APPLESS_MAIN(tst_RosterSheet)
#include "tst_RosterSheet.moc"
