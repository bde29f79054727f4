// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Spreadsheets as programs write them and as nobody should: merged areas, stored dates, formulas, links, bombs, broken parts.
#include "data/exchange/Workbook.h"
#include "data/exchange/XlsxBook.h"
#include "tests/unit/roster/Books.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>

using namespace sz;
using namespace sz::exchange;
using namespace sz::roster::test;

namespace {

bool isSame(const BookCell& a, const BookCell& b)
{
    return a.row == b.row && a.column == b.column && a.text == b.text && a.number == b.number
           && a.fault == b.fault && a.isMerged == b.isMerged;
}

bool isSame(const Workbook& a, const Workbook& b)
{
    const auto sameSheet = [](const BookSheet& x, const BookSheet& y) {
        return x.name == y.name && x.isHidden == y.isHidden
               && std::ranges::equal(x.cells, y.cells, [](const BookCell& c, const BookCell& d) {
                      return isSame(c, d);
                  });
    };
    return a.name == b.name && a.digest == b.digest && a.encoding == b.encoding
           && a.isFrom1904 == b.isFrom1904 && a.outsideLinks == b.outsideLinks
           && std::ranges::equal(a.sheets, b.sheets, sameSheet);
}

/// In this process; and the confined child, which reads what is on disk, must say the same.
Result<Workbook> bookOf(const std::string& name, BytesView bytes)
{
    auto here = workbookOf(name, bytes);
    const QTemporaryDir folder;
    const auto path = std::filesystem::path(folder.path().toStdString()) / name;
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), std::streamsize(bytes.size()));
    const auto there = openWorkbook(path);
    const bool isAlike = here.has_value() == there.has_value()
                         && (here ? isSame(*here, *there)
                                  : here.error().code == there.error().code
                                        && here.error().detail == there.error().detail
                                        && there.error().where == path.string());
    if (!isAlike) {
        qFatal(
            "the child reads %s otherwise: %s", name.c_str(),
            there ? "cells" : there.error().detail.c_str());
    }
    return here;
}

} // namespace

class tst_Workbook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsOfAWrittenBook()
    {
        const auto book =
            bookOf("班表.xlsx", written([](lxw_workbook* out) {
                       lxw_worksheet* sheet = workbook_add_worksheet(out, "11月");
                       worksheet_write_string(sheet, 0, 0, "㙍𠮷", nullptr);
                       worksheet_write_number(sheet, 0, 1, 22, nullptr);
                       worksheet_write_number(sheet, 0, 2, 8.5, nullptr);
                       lxw_format* date = workbook_add_format(out);
                       format_set_num_format(date, "yyyy\"年\"m\"月\"d\"日\"");
                       lxw_datetime when{2026, 11, 22, 0, 0, 0};
                       worksheet_write_datetime(sheet, 1, 0, &when, date);
                       lxw_format* clock = workbook_add_format(out);
                       format_set_num_format_index(clock, 22);
                       when.hour = 8;
                       when.min = 30;
                       worksheet_write_datetime(sheet, 1, 1, &when, clock);
                       worksheet_merge_range(sheet, 2, 0, 3, 1, "王伟、李娜", nullptr);
                       worksheet_write_formula_num(sheet, 4, 0, "=1+1", nullptr, 2);
                       worksheet_write_string(sheet, 5, 2, "x & <y>", nullptr);
                       worksheet_hide(workbook_add_worksheet(out, "藏"));
                   }));
        QVERIFY(book.has_value());
        QCOMPARE(book->sheets.size(), 2U);
        QVERIFY(book->sheets[1].isHidden && !book->sheets[0].isHidden);
        const BookSheet& sheet = book->sheets[0];
        QCOMPARE(sheet.name, std::string("11月"));
        QCOMPARE(sheet.textAt(0, 0), std::string("㙍𠮷"));
        QCOMPARE(sheet.textAt(0, 1), std::string("22"));
        QCOMPARE(sheet.textAt(0, 2), std::string("8.5"));
        QCOMPARE(sheet.textAt(1, 0), std::string("2026-11-22"));
        QCOMPARE(sheet.textAt(1, 1), std::string("2026-11-22 08:30"));
        for (std::uint32_t row : {2U, 3U}) {
            for (std::uint32_t column : {0U, 1U}) {
                QCOMPARE(sheet.textAt(row, column), std::string("王伟、李娜"));
                QCOMPARE(sheet.at(row, column)->isMerged, row != 2 || column != 0);
            }
        }
        QCOMPARE(sheet.textAt(4, 0), std::string("2")); // what the program stored, not computed
        QCOMPARE(sheet.textAt(5, 2), std::string("x & <y>"));
        QVERIFY(sheet.at(5, 0) == nullptr);
        QVERIFY(!book->encoding && book->outsideLinks.empty());
    }

    void serialNumbers_data()
    {
        QTest::addColumn<double>("serial");
        QTest::addColumn<bool>("from1904");
        QTest::addColumn<QString>("text");
        QTest::newRow("a day") << 46348.0 << false << "2026-11-22";
        QTest::newRow("a leap day") << 45351.0 << false << "2024-02-29";
        QTest::newRow("half a day") << 46348.5 << false << "2026-11-22 12:00";
        QTest::newRow("a minute before midnight") << 46348.99931 << false << "2026-11-22 23:59";
        QTest::newRow("rounding over midnight") << 46348.9999 << false << "2026-11-23";
        QTest::newRow("an hour") << 0.3541666667 << false << "08:30";
        QTest::newRow("the day after the one that never was") << 61.0 << false << "1900-03-01";
        QTest::newRow("the first day") << 1.0 << false << "1900-01-01";
        QTest::newRow("another beginning") << 44886.0 << true << "2026-11-22";
        QTest::newRow("before all") << -1.0 << false << QString();
        QTest::newRow("not a number") << std::nan("") << false << QString();
        QTest::newRow("too late") << 1e9 << false << QString();
    }
    void serialNumbers()
    {
        QFETCH(const double, serial);
        QFETCH(const bool, from1904);
        QFETCH(const QString, text);
        QCOMPARE(QString::fromStdString(serialText(serial, from1904).value_or("")), text);
    }

    void formatsOfDates_data()
    {
        QTest::addColumn<bool>("isDate");
        QTest::newRow("yyyy\"年\"m\"月\"d\"日\"") << true;
        QTest::newRow("[$-804]aaaa;@")
            << false; // a weekday's name: the number below is read itself
        QTest::newRow("h:mm") << true;
        QTest::newRow("0.00") << false;
        QTest::newRow("\"day\"0") << false;
        QTest::newRow("General") << false;
        QTest::newRow("[Red]0") << false;
        QTest::newRow("0\\d") << false;
    }
    void formatsOfDates()
    {
        QFETCH(const bool, isDate);
        QCOMPARE(isDateFormat(QTest::currentDataTag()), isDate);
    }

    void formulasLinksAndErrors()
    {
        const auto book = bookOf(
            "b.xlsx", xlsx(
                          R"(<sheetData>
            <row r="1"><c r="A1"><f>B1</f></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c>
            <c r="C1" t="str"><f>"a"</f><v>王伟</v></c><c r="D1" t="inlineStr"><is><r><t>李</t></r><r><t>娜</t></r></is></c></row>
            <row><c><v>7</v></c><c><v>8</v></c></row></sheetData>)",
                          kOutsideLink));
        QVERIFY(book.has_value());
        const BookSheet& sheet = book->sheets[0];
        QCOMPARE(sheet.at(0, 0)->fault, CellFault::NoValue);
        QCOMPARE(sheet.at(0, 1)->fault, CellFault::ErrorValue);
        QCOMPARE(sheet.textAt(0, 2), std::string("王伟"));
        QCOMPARE(sheet.textAt(0, 3), std::string("李娜"));
        QCOMPARE(sheet.textAt(1, 0), std::string("7")); // without names the next row, the next cell
        QCOMPARE(sheet.textAt(1, 1), std::string("8"));
        QCOMPARE(book->outsideLinks, std::vector<std::string>{"file:///etc/passwd"});
    }

    void whatIsBrokenIsNamed_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char* name, const Bytes& bytes, Code code, const char* detail) {
            QTest::newRow(name) << QByteArray(
                reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size()))
                                << int(code) << QString::fromUtf8(detail);
        };
        row("an old xls", bytesOf("\xD0\xCF\x11\xE0 and so on"), Code::FileMalformed, "xls");
        row("nothing", {}, Code::FileMalformed, "empty");
        row("no zip", bytesOf("PK\x03\x04 nothing"), Code::FileMalformed, "zip");
        row("a zip of nothing", zipped({{"a.txt", "a"}}), Code::FileMalformed, "_rels/.rels");
        row("no XML", xlsx("<sheetData><row"), Code::FileMalformed, "xl/worksheets/sheet1.xml");
        row("a cell that is none", xlsx("<sheetData><row><c r=\"7B\"/></row></sheetData>"),
            Code::FileMalformed, "7B");
        row("a cell beyond the last column",
            xlsx("<sheetData><row><c r=\"XFE1\"><v>1</v></c></row></sheetData>"),
            Code::FileMalformed, "XFE1");
        row("a row beyond the last",
            xlsx("<sheetData><row r=\"1048577\"><c><v>1</v></c></row></sheetData>"),
            Code::FileMalformed, "row");
        row("merged all over", merged(), Code::FileTooLarge, "cells");
        row("a bomb", bomb(), Code::FileTooLarge, "xl/worksheets/sheet1.xml");
        row("too many parts", manyParts(), Code::FileTooLarge, "parts");
        Bytes cut = xlsx("<sheetData/>");
        cut.resize(cut.size() / 2);
        row("cut short", cut, Code::FileMalformed, "zip");
    }
    void whatIsBrokenIsNamed()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const int, code);
        QFETCH(const QString, detail);
        const auto book =
            bookOf("b.xlsx", bytesOf(std::string_view(file.data(), std::size_t(file.size()))));
        QVERIFY(!book.has_value());
        QCOMPARE(int(book.error().code), code);
        QCOMPARE(QString::fromStdString(book.error().detail), detail);
    }

    void noEntityIsFollowed()
    {
        const auto book = bookOf(
            "b.xlsx",
            zipped(
                parts("<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY a \"&b;&b;\"><!ENTITY b SYSTEM "
                      "\"file:///etc/passwd\">]>"
                      "<worksheet><sheetData><row><c "
                      "t=\"inlineStr\"><is><t>&a;x</t></is></c></row></sheetData></worksheet>")));
        QVERIFY(book.has_value());
        QCOMPARE(book->sheets[0].textAt(0, 0), std::string("&a;x")); // as written
    }

    void cutAtEveryLength()
    {
        const Bytes whole =
            xlsx("<sheetData><row><c t=\"inlineStr\"><is><t>王伟</t></is></c></row></sheetData>");
        for (std::size_t n = 0; n < whole.size(); n += 7) {
            const auto book = workbookOf("b.xlsx", BytesView(whole).first(n));
            QVERIFY(!book.has_value() || n < 4 || !book->sheets.empty());
        }
        for (std::size_t n = 0; n < whole.size(); ++n) { // every byte once wrong
            Bytes bad = whole;
            bad[n] ^= 0x5A;
            const auto book = workbookOf("b.xlsx", bad);
            QVERIFY(book.has_value() || !book.error().detail.empty());
        }
    }

    void aReaderThatIsMissingIsNamed()
    {
        const QByteArray before = qgetenv("SANZHEN_PARSER");
        qputenv("SANZHEN_PARSER", "/nowhere/sanzhen-parser");
        const QTemporaryDir folder;
        const auto path = std::filesystem::path(folder.path().toStdString()) / "a.xlsx";
        std::ofstream(path) << "PK";
        const auto book = openWorkbook(path);
        qputenv("SANZHEN_PARSER", before);
        QVERIFY(!book && book.error().code == Code::FileUnreadable);
        QVERIFY(book.error().detail.contains("sanzhen-parser"));
        QVERIFY(!openWorkbook("/nowhere/a.xlsx") && !openWorkbook(folder.path().toStdString()));
    }

    void namesOfCells()
    {
        QCOMPARE(cellName(6, 1), std::string("B7"));
        QCOMPARE(cellName(0, 25), std::string("Z1"));
        QCOMPARE(cellName(0, 26), std::string("AA1"));
        QCOMPARE(cellName(1048575, 16383), std::string("XFD1048576"));
        QCOMPARE(columnNamed("XFD"), std::optional<std::uint32_t>(16383));
        QCOMPARE(columnNamed("b"), std::optional<std::uint32_t>(1));
        QCOMPARE(columnNamed("2"), std::optional<std::uint32_t>(1));
        for (const char* bad : {"", "0", "XFE", "B7", "乙", "-1", "99999"}) {
            QVERIFY(!columnNamed(bad));
        }
    }
};

QTEST_APPLESS_MAIN(tst_Workbook)
#include "tst_Workbook.moc"
