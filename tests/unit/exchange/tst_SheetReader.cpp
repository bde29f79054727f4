// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Sheets as offices send them: encodings, heads, dates, units, broken rows, 155,000 of them, and what the tool says.
#include "app/ctl/campaign/CampaignCommand.h"
#include "data/exchange/CampaignSheet.h"
#include "data/exchange/SheetDates.h"
#include "data/exchange/UnitNames.h"
#include "data/model/CampaignItems.h"
#include "data/model/World.h"
#include "tests/support/SamplePlan.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <iconv.h>
#include <sstream>

using namespace sz;
using namespace sz::exchange;

namespace {

const Instant kNow = fromUtcMs(1'792'218'130'000); // 2026-10-17 14:22:10 in Wuhan

Bytes bytesOf(std::string_view text)
{
    return Bytes(text.begin(), text.end());
}

/// UTF-8 text in another encoding.
Bytes in(const char* encoding, std::string text)
{
    iconv_t handle = iconv_open(encoding, "UTF-8");
    std::string out(text.size() * 4 + 16, '\0');
    char* from = text.data();
    char* to = out.data();
    std::size_t left = text.size();
    std::size_t room = out.size();
    iconv(handle, &from, &left, &to, &room);
    iconv_close(handle);
    out.resize(out.size() - room);
    return bytesOf(out);
}

SheetSpan span()
{
    return {kNow, kNow + std::chrono::days(30)};
}

/// Read with the head's own mapping.
SheetReading read(const SheetText& sheet, const SheetSpan& when = span())
{
    auto reading = readCampaign(sheet, mappingOf(sheet.head), *sz::test::samplePlan(), when);
    if (!reading) {
        throw std::runtime_error(reading.error().detail);
    }
    return std::move(*reading);
}

SheetReading read(std::string_view text, const SheetSpan& when = span())
{
    auto sheet = sheetOf("t.csv", bytesOf(text));
    if (!sheet) {
        throw std::runtime_error(sheet.error().detail);
    }
    return read(*sheet, when);
}

constexpr const char* kHead = "序号,任务,牵头单位,配合单位,时限,地点,类别\n";
/// 㙍 and 𠮷 lie outside what GB 2312 has; the second outside the basic plane.
constexpr const char* kRow = "1,㙍𠮷餐馆清查,武昌区,公安、教育,2026-11-30,徐家棚街道,燃气\n";

Instant local(int year, unsigned month, unsigned day, int hour, int minute, int second = 0)
{
    const std::chrono::sys_days date =
        std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day);
    return Instant(date) + std::chrono::hours(hour - 8) + Minutes{minute}
           + std::chrono::seconds(second);
}

} // namespace

Q_DECLARE_METATYPE(sz::Bytes)

class tst_SheetReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEncodingReadsTheSame_data()
    {
        QTest::addColumn<Bytes>("bytes");
        QTest::addColumn<QString>("encoding");
        const std::string text = std::string(kHead) + kRow;
        const auto row = [](const char* name, Bytes bytes, const char* encoding) {
            QTest::newRow(name) << std::move(bytes) << QString::fromLatin1(encoding);
        };
        const auto marked = [](Bytes mark, const Bytes& rest) {
            mark.insert(mark.end(), rest.begin(), rest.end());
            return mark;
        };
        row("UTF-8", bytesOf(text), "UTF-8");
        row("UTF-8 with mark", marked({0xEF, 0xBB, 0xBF}, bytesOf(text)), "UTF-8");
        row("GB18030", in("GB18030", text), "GB18030");
        row("UTF-16LE with mark", marked({0xFF, 0xFE}, in("UTF-16LE", text)), "UTF-16LE");
        row("UTF-16BE with mark", marked({0xFE, 0xFF}, in("UTF-16BE", text)), "UTF-16BE");
        row("UTF-16LE without", in("UTF-16LE", text), "UTF-16LE");
        row("UTF-16BE without", in("UTF-16BE", text), "UTF-16BE");
    }
    void everyEncodingReadsTheSame()
    {
        QFETCH(const Bytes, bytes);
        QFETCH(const QString, encoding);
        const auto sheet = sheetOf("清单.csv", bytes);
        QVERIFY(sheet.has_value());
        QCOMPARE(QString::fromStdString(formatName(*sheet)), encoding);
        const SheetReading reading = read(*sheet);
        QCOMPARE(reading.refused.size(), 0U);
        QCOMPARE(reading.items.size(), 1U);
        const model::CampaignItem& item = reading.items[0].item;
        QCOMPARE(item.key, std::string("1"));
        QCOMPARE(item.label, std::string("㙍𠮷餐馆清查"));
        QCOMPARE(item.unit, UnitCode("D05"));
        QCOMPARE(item.support, (std::vector{UnitCode("L01"), UnitCode("L06")}));
        QVERIFY(item.due == std::optional(local(2026, 11, 30, 23, 59, 59)));
        QCOMPARE(item.place, std::string("徐家棚街道"));
        QCOMPARE(item.kind, std::string("燃气"));
    }

    void separatorsHeadsAndTitles()
    {
        QCOMPARE(read("编号;隐患;责任单位\n1;a;D05\n2;b;武昌\n").items.size(), 2U);
        QCOMPARE(
            read("no\ttask\tlead unit\n1\ta\tEducation\n").items[0].item.unit, UnitCode("L06"));
        // A title and an empty line stand above; the head is where the columns have names.
        const auto sheet = sheetOf(
            "t.csv", bytesOf("附件1：隐患清单,,\n,,\n序号,隐患描述,责任单位\n7,电线老化,硚口区\n"));
        QVERIFY(sheet.has_value());
        QCOMPARE(sheet->headLine, 3);
        QCOMPARE(sheet->bodyLine, 4);
        QCOMPARE(read(*sheet).items[0].item.key, std::string("7"));
        // "隐患类别" is the kind, not the hazard, whatever comes first.
        const SheetMapping mapping = mappingOf({"隐患类别", "隐患", "责任单位"});
        QVERIFY(mapping.column(SheetField::Kind) == std::optional<std::size_t>(0));
        QVERIFY(mapping.column(SheetField::Label) == std::optional<std::size_t>(1));
    }

    void aMappingCanBeGiven()
    {
        const auto sheet = sheetOf("t.csv", bytesOf("a,b,c\n1,甲,武昌区\n"));
        QVERIFY(sheet.has_value());
        SheetMapping mapping = mappingOf(sheet->head);
        QVERIFY(mapping.missing() == std::optional(SheetField::Label));
        const auto without = readCampaign(*sheet, mapping, *sz::test::samplePlan(), span());
        QVERIFY(!without);
        QCOMPARE(without.error().code, Code::BadArgument);
        QCOMPARE(without.error().detail, std::string("label"));
        mapping.set(SheetField::Label, 1);
        mapping.set(SheetField::Unit, 2);
        const auto reading = readCampaign(*sheet, mapping, *sz::test::samplePlan(), span());
        QVERIFY(reading.has_value());
        // Without a key column the same item has the same key, another sheet's first row another one.
        const std::string key = reading->items[0].item.key;
        QVERIFY(key.starts_with("#") && key.size() == 13);
        const auto again = sheetOf("t.csv", bytesOf("a,b,c\n0,乙,武昌区\n9,甲,武昌区\n"));
        const auto other = readCampaign(*again, mapping, *sz::test::samplePlan(), span());
        QVERIFY(other->items[0].item.key != key);
        QCOMPARE(other->items[1].item.key, key);
    }

    void dates_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("ms");
        const auto row = [](const char* text, std::optional<Instant> wanted) {
            QTest::newRow(text) << QString::fromUtf8(text)
                                << static_cast<qint64>(wanted ? toUtcMs(*wanted) : 0);
        };
        const Instant day = local(2026, 11, 30, 23, 59, 59);
        for (const char* text :
             {"2026-11-30", "2026/11/30", "2026.11.30", "20261130", "2026年11月30日", "11月30日",
              "11-30", "2026年11月30", " 2026-11-30 "}) {
            row(text, day);
        }
        row("2026-11-30 18:00", local(2026, 11, 30, 18, 0));
        row("2026年11月30日18时30分", local(2026, 11, 30, 18, 30));
        row("2026/1/5 9:05:07", local(2026, 1, 5, 9, 5, 7));
        row("2026-11-30T18:00", local(2026, 11, 30, 18, 0));
        row("1月5日", local(2027, 1, 5, 23, 59, 59)); // nearest to October 2026
        row("5月5日", local(2026, 5, 5, 23, 59, 59));
        row("2028-02-29", local(2028, 2, 29, 23, 59, 59));
        for (const char* text :
             {"2026-02-30", "2027-02-29", "2026-13-01", "2026-00-10", "tomorrow", "年底前",
              "2026-11", "30", "2026-11/30", "2026-11-30 25:00", "2026-11-30 18", "99999999",
              "2026-11-30x", "-1", "1234567890123"}) {
            row(text, std::nullopt);
        }
    }
    void dates()
    {
        QFETCH(const QString, text);
        QFETCH(const qint64, ms);
        const auto found = sheetDate(text.toStdString(), kNow, 480);
        QCOMPARE(static_cast<qint64>(found ? toUtcMs(*found) : 0), ms);
    }

    void unitsByAnyName()
    {
        const UnitNames names(*sz::test::samplePlan());
        for (const char* text : {"D05", "d05", "武昌区", "武昌", " 武昌区 ", "Wuchang"}) {
            QVERIFY2(names.find(text) == UnitCode("D05"), text);
        }
        QVERIFY(names.find("jiaoguan") == UnitCode("L02"));
        QVERIFY(!names.find("不存在局"));
        QCOMPARE(
            names.several("公安，教育; 城管").bad.empty() ? std::string() : std::string("bad"),
            std::string(names.find("城管") ? "" : "bad"));
        const auto two = names.several("公安 教育");
        QCOMPARE(two.units.size(), 2U);
        QCOMPARE(names.several("公安、某某局、教育").bad, std::string("某某局"));
        QVERIFY(names.several("、，").units.empty());
    }

    void refusedRowsAreNamedAndNothingIsLost()
    {
        const std::string text = std::string(kHead) + "1,甲,武昌区,,,,\n" // line 2
                                 + "2,,武昌区,,,,\n"                      // 3: no words
                                 + "3,乙,某某局,,,,\n"                    // 4: unit
                                 + "4,丙,武昌区,公安、火星局,,,\n"        // 5: support
                                 + "5,丁,武昌区,,年底,,\n"                // 6: date
                                 + "1,戊,武昌区,,,,\n"                    // 7: twice
                                 + "7,己,武昌区,,,,,,多一格\n"            // 8: cells
                                 + ",庚,武昌区,,,,\n"                     // 9: no key
                                 + ",,,,,,\n"                             // 10: blank
                                 + "8,\"两\n行\",武昌区,,,,\n"            // 11–12
                                 + std::string("9,") + std::string(1600, 'x')
                                 + ",武昌区,,,,\n"        // 13
                                 + "10,辛,,,,,\n"         // 14: no unit
                                 + "11,\"壬,武昌区,,,,\n" // 15: open quote
                                 + "12,癸,武昌区,,,,\n";  // 16
        const SheetReading reading = read(text);
        struct Wanted
        {
            std::uint64_t line;
            Refusal why;
            std::optional<SheetField> field;
        };
        const std::vector<Wanted> wanted{{3, Refusal::Empty, SheetField::Label},
                                         {4, Refusal::UnknownUnit, SheetField::Unit},
                                         {5, Refusal::UnknownUnit, SheetField::Support},
                                         {6, Refusal::NotADate, SheetField::Due},
                                         {7, Refusal::Twice, SheetField::Key},
                                         {8, Refusal::TooManyCells, std::nullopt},
                                         {9, Refusal::Empty, SheetField::Key},
                                         {13, Refusal::TooLong, SheetField::Label},
                                         {14, Refusal::Empty, SheetField::Unit},
                                         {15, Refusal::Unclosed, std::nullopt}};
        QCOMPARE(reading.refused.size(), wanted.size());
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            const RefusedRow& row = reading.refused[i];
            QCOMPARE(row.line, wanted[i].line);
            QCOMPARE(row.why, wanted[i].why);
            QVERIFY(row.field == wanted[i].field);
            QVERIFY(!sentenceOf(row).en.empty() && !sentenceOf(row).zh.empty());
        }
        QCOMPARE(reading.refused[4].other, 2U);
        QCOMPARE(reading.rows, reading.items.size() + reading.refused.size());
        QCOMPARE(
            reading.items.size(), 3U); // 1, 8 and 12: what stands behind an open quote is not lost
        QCOMPARE(reading.items[1].item.label, std::string("两 行"));
        QCOMPARE(reading.items[2].item.key, std::string("12"));
    }

    void refusedRowsCanBeCorrectedAndReadAgain()
    {
        const std::string text =
            std::string(kHead) + "1,\"甲, \"\"乙\"\"\",某某局,,,,\n2,丙,某某局\n";
        const auto sheet = sheetOf("t.csv", bytesOf(text));
        SheetReading first = read(*sheet);
        QCOMPARE(first.refused.size(), 2U);
        std::string again = refusedSheet(*sheet, first.refused, true);
        QVERIFY(again.starts_with("\xEF\xBB\xBF"));
        QVERIFY(again.contains("牵头单位：方案中没有“某某局”这个单位"));
        const auto corrected =
            QByteArray::fromStdString(again).replace("某某局,", "武昌区,").toStdString();
        const SheetReading second = read(corrected);
        QCOMPARE(second.refused.size(), 0U);
        QCOMPARE(second.items.size(), 2U);
        QCOMPARE(second.items[0].item.label, std::string("甲, \"乙\""));
    }

    void damagedBytesCostTheirRowOnly()
    {
        std::string text = std::string(kHead);
        for (int n = 1; n <= 60; ++n) {
            text += std::to_string(n) + ",检查餐馆后厨燃气瓶存放情况,武昌区,,,,\n";
        }
        text.insert(text.find("\n30,") + 8, "\xFF");
        const auto sheet = sheetOf("t.csv", bytesOf(text));
        QCOMPARE(sheet->encoding, Encoding::Utf8); // one bad byte does not make it GB18030
        const SheetReading reading = read(*sheet);
        QCOMPARE(reading.items.size(), 59U);
        QCOMPARE(reading.refused.size(), 1U);
        QCOMPARE(reading.refused[0].why, Refusal::Damaged);
        QCOMPARE(reading.refused[0].line, 31U);
        // A GB18030 file that is cut in the middle of a character.
        Bytes cut = in("GB18030", std::string(kHead) + kRow + "2,甲乙,武昌区,,,徐家棚街道,燃");
        cut.pop_back();
        const SheetReading half = read(*sheetOf("t.csv", cut));
        QCOMPARE(half.items.size(), 1U);
        QCOMPARE(half.refused[0].why, Refusal::Damaged);
    }

    void filesThatCannotBeRead()
    {
        const auto code = [](std::string_view text) {
            const auto sheet = sheetOf("t", bytesOf(text));
            return sheet ? std::string() : sheet.error().detail;
        };
        QCOMPARE(code("PK\x03\x04rest"), std::string("zip"));
        QCOMPARE(code("\xD0\xCF\x11\xE0rest"), std::string("xls"));
        QCOMPARE(code(""), std::string("empty"));
        QCOMPARE(code("\n\n,,\n"), std::string("empty"));
        QCOMPARE(code(std::string_view("\x01\0\0\xff,\x80\n", 7)), std::string("no text"));
        QCOMPARE(openSheet("/nowhere/x.csv").error().code, Code::FileUnreadable);
        QCOMPARE(openSheet("/tmp").error().code, Code::FileUnreadable);
    }

    void withoutAnEndEveryRowNeedsALimit()
    {
        const std::string text = std::string(kHead) + "1,甲,武昌区,,,,\n2,乙,武昌区,,11月30日,,\n";
        const SheetReading reading = read(text, {kNow, std::nullopt});
        QCOMPARE(reading.items.size(), 1U);
        QCOMPARE(reading.refused[0].why, Refusal::NoLimit);
    }

    // As many rows as the city has hazard places, each act small enough for an entry and good enough for the rule.
    void aHundredAndFiftyFiveThousandRows()
    {
        constexpr std::uint64_t kRows = 155'000;
        std::string text = kHead;
        for (std::uint64_t n = 1; n <= kRows; ++n) {
            text += "YH-" + std::to_string(n) + ",第" + std::to_string(n)
                    + "处：餐饮场所燃气软管老化、未装报警器,武昌区,公安、教育,2026-11-30,"
                      "徐家棚街道友谊大道某号,燃气\n";
        }
        const auto sheet = sheetOf("隐患.csv", bytesOf(text));
        std::size_t told = 0;
        std::size_t last = 0;
        auto reading = readCampaign(
            *sheet, mappingOf(sheet->head), *sz::test::samplePlan(), span(),
            [&](std::size_t done, std::size_t all) {
                QVERIFY(done >= last && done <= all);
                last = done;
                ++told;
            });
        QVERIFY(reading.has_value());
        QVERIFY(told > 100);
        QCOMPARE(reading->items.size(), kRows);
        const auto acts = importActs(*sheet, std::move(*reading), span());
        std::uint64_t items = 0;
        std::uint64_t next = 1;
        for (const model::ImportItems& act : acts) {
            QCOMPARE(act.first, next);
            QVERIFY(!act.items.empty());
            QVERIFY(model::encodeAct(act).size() <= kMostActBytes);
            items += act.items.size();
            next += act.items.size();
        }
        QCOMPARE(items, kRows);
        QVERIFY2(acts.size() < 1000, qPrintable(QString::number(acts.size())));

        model::Incident incident;
        incident.kind = KindCode("campaign");
        const model::Actor office{UnitCode("HQ"), PostCode("HQ-chief"), plan::Role::DutyChief};
        QVERIFY(model::checkAct(*sz::test::samplePlan(), &incident, office, acts.back()));
    }

    void stoppedOnTheWay()
    {
        std::string text = kHead;
        for (int n = 0; n < 50'000; ++n) {
            text += std::to_string(n) + ",甲,武昌区,,,,\n";
        }
        const auto sheet = sheetOf("t.csv", bytesOf(text));
        std::stop_source stop;
        const auto reading = readCampaign(
            *sheet, mappingOf(sheet->head), *sz::test::samplePlan(), span(),
            [&](std::size_t done, std::size_t all) {
                if (done > all / 2) {
                    stop.request_stop();
                }
            },
            stop.get_token());
        QVERIFY(!reading);
        QCOMPARE(reading.error().code, Code::Cancelled);
    }

    // A stray quote must not swallow the rest of the file, wherever the next one is.
    void aStrayQuoteCostsOneRow()
    {
        std::string text = kHead;
        for (int n = 0; n < 4'000; ++n) {
            const char* quote = n == 10 || n == 3'500 ? "\"" : "";
            text += std::to_string(n) + "," + quote + "检查后厨燃气,武昌区,,,,\n";
        }
        const SheetReading reading = read(text);
        QCOMPARE(reading.rows, 4'000U);
        QCOMPARE(reading.refused.size(), 2U);
        QCOMPARE(reading.refused[0].line, 12U);
    }

    void theToolSaysWhatWouldBeImported()
    {
        const QTemporaryDir folder;
        const std::string file = folder.filePath(QStringLiteral("清单.csv")).toStdString();
        const std::string back = folder.filePath(QStringLiteral("back.csv")).toStdString();
        std::ofstream(file, std::ios::binary) << kHead << kRow << "2,乙,某某局,,11月30日,,\n"
                                              << "3,丙,D02,,11月30日,,\n";
        const std::string plan = SANZHEN_SOURCE_DIR "/resources/plans/wuhan";
        const auto run = [&](std::vector<std::string> args, std::string& said) {
            std::ostringstream out;
            const int code = ctl::runCampaign(args, out, out, kNow);
            said = out.str();
            return code;
        };
        std::string said;
        QCOMPARE(
            run({"check", file, "--plan", plan, "--language", "zh_CN", "--refused", back}, said),
            1);
        QVERIFY2(said.contains("清单.csv:3 牵头单位：方案中没有“某某局”这个单位"), said.c_str());
        QVERIFY2(said.contains("共 3 行，可导入 2，退回 1"), said.c_str());
        std::stringstream kept;
        kept << std::ifstream(back, std::ios::binary).rdbuf();
        QVERIFY(kept.str().contains("2,乙,某某局"));
        QCOMPARE(run({"check", file, "--plan", plan, "--json"}, said), 1);
        QVERIFY2(said.contains("\"items\":2") && said.contains("\"line\":3"), said.c_str());
        QCOMPARE(run({"check", file, "--plan", plan, "--map", "place=9"}, said), 2);
        QCOMPARE(run({"check", "/nowhere.csv", "--plan", plan}, said), 2);
        QCOMPARE(run({"chek"}, said), 2);
        std::ofstream(file, std::ios::binary) << "\xD0\xCF\x11\xE0 old";
        QCOMPARE(run({"check", file, "--plan", plan, "--language", "en"}, said), 2);
        QVERIFY2(said.contains("save it as .xlsx or CSV"), said.c_str());
    }
};

QTEST_GUILESS_MAIN(tst_SheetReader)
#include "tst_SheetReader.moc"
