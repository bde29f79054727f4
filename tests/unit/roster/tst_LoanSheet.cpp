// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A surge roster out of a sheet: places, heads, what is refused by row; 13,800 places in a few dozen entries.
#include "data/roster/sheet/LoanSheet.h"
#include "tests/support/SamplePlan.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace sz;
using namespace sz::roster;

namespace {

Result<LoanSheet> read(const std::string& text, const char* name = "loans.csv")
{
    const QTemporaryDir folder;
    const auto path = std::filesystem::path(folder.path().toStdString()) / name;
    std::ofstream(path, std::ios::binary) << text;
    return exchange::openWorkbook(path).and_then(
        [](const exchange::Workbook& book) { return loansOf(book, *sz::test::samplePlan()); });
}

QString words(const LoanSheet& sheet)
{
    QStringList all;
    for (const model::LoanPart& part : sheet.parts) {
        all << QStringLiteral("%1/%2/%3")
                   .arg(QString::fromStdString(part.to.value), QString::fromStdString(part.place))
                   .arg(part.people);
    }
    for (const RefusedLoan& one : sheet.refused) {
        all << QStringLiteral("row %1 fault %2").arg(one.row).arg(static_cast<int>(one.fault));
    }
    return all.join(u' ');
}

} // namespace

class tst_LoanSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        QTest::newRow("heads in Chinese")
            << QStringLiteral("单位,网格,人数\n武昌区,水果湖 3 网格,4\n江汉区,,\"1,200\"\n")
            << QStringLiteral("D05/水果湖 3 网格/4 D02//1200");
        QTest::newRow("heads in English, other order")
            << QStringLiteral("people,place,to\n4,cell 3,D05\n") << QStringLiteral("D05/cell 3/4");
        QTest::newRow("without heads") << QStringLiteral("水果湖 3 网格,4\n东湖,5 人\n")
                                       << QStringLiteral("/水果湖 3 网格/4 /东湖/5");
        QTest::newRow("a place that is a unit")
            << QStringLiteral("地点,人数\n武昌区,30\n") << QStringLiteral("D05//30");
        QTest::newRow("a unit nobody knows is a place")
            << QStringLiteral("单位,地点,人数\n某街道,三号门,2\n")
            << QStringLiteral("/某街道 三号门/2");
        QTest::newRow("sums and blank rows are passed over")
            << QStringLiteral("地点,人数\n东湖,5\n,\n合计,5\n") << QStringLiteral("/东湖/5");
        QTest::newRow("what cannot be")
            << QStringLiteral("地点,人数\n东湖,五\n,3\n南湖,0\n北湖,100001\n沙湖,2\n")
            << QStringLiteral("/沙湖/2 row 2 fault 1 row 3 fault 0 row 4 fault 1 row 5 fault 1");
        QTest::newRow("a place beyond bounds")
            << QStringLiteral("地点,人数\n%1,2\n").arg(QString(121, u'x'))
            << QStringLiteral("row 2 fault 2");
    }

    void reads()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, says);
        const auto sheet = read(text.toStdString());
        QVERIFY(sheet.has_value());
        QCOMPARE(words(*sheet), says);
    }

    void refusesWhatIsNoSheetOfLoans()
    {
        QCOMPARE(read("地点\n东湖\n").error().code, Code::MissingField);
    }

    void thirteenThousandPlaces()
    {
        std::string text = "单位,网格,人数\n";
        std::int64_t people = 0;
        for (int i = 0; i < 13'800; ++i) {
            const int heads = i % 4 == 0 ? 4 : 3; // 44,850
            people += heads;
            text += "武昌区,第 " + std::to_string(i + 1) + " 网格," + std::to_string(heads) + '\n';
        }
        QElapsedTimer timer;
        timer.start();
        const auto sheet = read(text);
        qInfo("read in %lld ms", static_cast<long long>(timer.elapsed()));
        QCOMPARE(sheet->parts.size(), std::size_t{13'800});
        QCOMPARE(sheet->people, people);
        QVERIFY(sheet->refused.empty());
        const auto acts = loanActs(
            *sheet, UnitCode("HQ"), fromUtcMs(1'790'000'000'000), fromUtcMs(1'790'086'400'000), {});
        QCOMPARE(acts.size(), std::size_t{35});
        for (const model::LendList& act : acts) {
            QVERIFY(act.parts.size() <= model::kMostLoanParts);
            QVERIFY(model::encodeShiftAct(act).size() < 60'000);
        }
    }
};

QTEST_APPLESS_MAIN(tst_LoanSheet)
#include "tst_LoanSheet.moc"
