// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A campaign's list as an office keeps it: an .xlsx book with a merged title, dates as dates, a cover sheet in front.
#include "data/exchange/CampaignSheet.h"
#include "data/exchange/SheetText.h"
#include "tests/support/SamplePlan.h"
#include "tests/unit/roster/Books.h"

#include <QTest>

#include <algorithm>

using namespace sz;
using namespace sz::exchange;
using namespace sz::roster::test;

namespace {

SheetSpan span()
{
    return {fromUtcMs(1'793'000'000'000), std::nullopt}; // 2026-10-26
}

void head(lxw_worksheet* sheet, lxw_row_t row)
{
    const char* words[] = {"序号", "任务", "牵头单位", "配合单位", "时限", "地点", "类别"};
    for (lxw_col_t i = 0; i < 7; ++i) {
        worksheet_write_string(sheet, row, i, words[i], nullptr);
    }
}

void row(
    lxw_worksheet* sheet,
    lxw_row_t at,
    int number,
    const char* words,
    const char* unit,
    lxw_format* date)
{
    lxw_datetime due{2026, 11, 30, 0, 0, 0};
    worksheet_write_number(sheet, at, 0, number, nullptr);
    worksheet_write_string(sheet, at, 1, words, nullptr);
    worksheet_write_string(sheet, at, 2, unit, nullptr);
    worksheet_write_string(sheet, at, 3, "公安、教育", nullptr);
    worksheet_write_datetime(sheet, at, 4, &due, date);
    worksheet_write_string(sheet, at, 5, "徐家棚街道", nullptr);
    worksheet_write_string(sheet, at, 6, "燃气", nullptr);
}

Bytes officeBook()
{
    return written([](lxw_workbook* book) {
        lxw_format* date = workbook_add_format(book);
        format_set_num_format(date, "yyyy-mm-dd");
        lxw_worksheet* cover = workbook_add_worksheet(book, "封面");
        worksheet_write_string(cover, 0, 0, "燃气专项行动", nullptr);
        lxw_worksheet* list = workbook_add_worksheet(book, "任务清单");
        worksheet_merge_range(list, 0, 0, 0, 6, "燃气专项行动任务清单", nullptr);
        head(list, 1);
        row(list, 2, 1, "清查 \"甲\", 乙餐馆\n二层", "武昌区", date);
        row(list, 4, 2, "无名单位的一条", "不存在的单位", date); // a blank row above
        row(list, 5, 3, "错误值", "武昌区", date);
        worksheet_write_formula_str(list, 5, 1, "=1/0", nullptr, "#DIV/0!");
    });
}

} // namespace

class tst_CampaignBook : public QObject
{
    Q_OBJECT

    std::shared_ptr<const plan::Plan> m_plan = test::samplePlan();

private Q_SLOTS:
    void theListIsFoundAndRead()
    {
        const auto sheet = sheetOf("清单.xlsx", officeBook());
        QVERIFY(sheet.has_value());
        QCOMPARE(sheet->part, std::string("任务清单"));
        QCOMPARE(formatName(*sheet), std::string("XLSX"));
        QCOMPARE(sheet->headLine, 2);
        const auto reading = readCampaign(*sheet, mappingOf(sheet->head), *m_plan, span());
        QVERIFY(reading.has_value());
        QVERIFY(reading->items.size() >= 1);
        const model::CampaignItem& item = reading->items.front().item;
        QCOMPARE(item.key, std::string("1"));
        QCOMPARE(item.label, std::string("清查 \"甲\", 乙餐馆 二层"));
        QCOMPARE(item.support.size(), 2U);
        QVERIFY(item.due.has_value());
        QCOMPARE(toUtcMs(*item.due), 1'796'054'399'000); // 2026-11-30 23:59:59 in Wuhan
        const auto unknown =
            std::ranges::find(reading->refused, Refusal::UnknownUnit, &RefusedRow::why);
        QVERIFY(unknown != reading->refused.end());
        QCOMPARE(unknown->line, 5U); // as the spreadsheet program counts
    }

    void theSameWordsAsTextAreTheSameItems()
    {
        const auto book = sheetOf("a.xlsx", officeBook());
        QVERIFY(book.has_value());
        const Bytes text(book->text.begin(), book->text.end());
        const auto csv = sheetOf("a.csv", text);
        QVERIFY(csv.has_value());
        QCOMPARE(csv->head, book->head);
        QCOMPARE(csv->sample, book->sample);
    }

    void errorValuesAreNoWords()
    {
        const auto sheet = sheetOf("e.xlsx", xlsx(R"(<sheetData>
        <row r="1"><c r="A1" t="str"><v>任务</v></c><c r="B1" t="str"><v>牵头单位</v></c><c r="C1" t="str"><v>时限</v></c></row>
        <row r="2"><c r="A2" t="e"><v>#REF!</v></c><c r="B2" t="str"><v>武昌区</v></c><c r="C2" t="str"><v>2026-11-30</v></c></row>
        <row r="3"><c r="A3"><f>B1</f></c><c r="B3" t="str"><v>武昌区</v></c><c r="C3" t="str"><v>2026-11-30</v></c></row>
        </sheetData>)"));
        QVERIFY(sheet.has_value());
        const auto reading = readCampaign(*sheet, mappingOf(sheet->head), *m_plan, span());
        QVERIFY(reading.has_value());
        QCOMPARE(reading->items.size(), 0U);
        QCOMPARE(reading->refused.size(), 2U);
        for (const RefusedRow& refused : reading->refused) {
            QCOMPARE(refused.why, Refusal::Damaged);
        }
    }

    void whatHoldsNothing()
    {
        const auto code = [](const Bytes& bytes) {
            const auto sheet = sheetOf("t.xlsx", bytes);
            return sheet ? std::string() : sheet.error().detail;
        };
        QCOMPARE(code(xlsx("<sheetData/>")), std::string("empty"));
        QCOMPARE(code(bytesOf("PK\x03\x04 nothing")), std::string("zip"));
        QCOMPARE(code(bytesOf("\xD0\xCF\x11\xE0 old")), std::string("xls"));
        QVERIFY(!sheetOf("bomb.xlsx", bomb()).has_value());
    }
};

QTEST_APPLESS_MAIN(tst_CampaignBook)
#include "tst_CampaignBook.moc"
