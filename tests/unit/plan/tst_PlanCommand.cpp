// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/plan/PlanCommand.h"
#include "tests/unit/plan/PlanFixture.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <sstream>

using namespace sz::plan::test;

namespace {

struct Ran
{
    int code = 0;
    QString out;
    QString err;
};

Ran run(const std::vector<std::string>& args)
{
    std::ostringstream out;
    std::ostringstream err;
    const int code = sz::ctl::runPlan(args, out, err);
    return {code, QString::fromStdString(out.str()), QString::fromStdString(err.str())};
}

} // namespace

class tst_PlanCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShippedPlanPasses()
    {
        const auto ran = run({"check", shippedDir().string(), "--language", "en"});
        QCOMPARE(ran.code, 0);
        QCOMPARE(ran.out, QStringLiteral("0 errors, 0 warnings\n"));
    }

    void aFaultIsToldInBothLanguages()
    {
        const PlanCopy copy;
        copy.replace(QStringLiteral(u"streets.csv"), "唐家墩街,D02,4", "唐家墩街,D02,four");
        const auto line = copy.lineOf(QStringLiteral(u"streets.csv"), "唐家墩街");
        const auto en = run({"check", copy.dir().string(), "--language", "en"});
        QCOMPARE(en.code, 1);
        QVERIFY2(
            en.out.contains(QStringLiteral("streets.csv:%1 420103009: ").arg(line)),
            qPrintable(en.out));
        const auto zh = run({"check", copy.dir().string(), "--language", "zh_CN"});
        QVERIFY2(zh.out.contains(u"不是 1 至 999 的整数"), qPrintable(zh.out));
        QVERIFY(zh.out.contains(u"错误 1"));
    }

    void jsonIsForTools()
    {
        const PlanCopy copy;
        copy.replace(QStringLiteral(u"limits.toml"), "sign = 5", "sign = 0");
        const auto ran = run({"check", "--json", copy.dir().string()});
        const auto root = QJsonDocument::fromJson(ran.out.toUtf8()).object();
        QCOMPARE(root[u"errors"].toInt(), 1);
        QCOMPARE(ran.code, 1);
    }

    void showCountsEverything()
    {
        const auto ran = run({"show", shippedDir().string(), "--language", "en"});
        QCOMPARE(ran.code, 0);
        QVERIFY(ran.out.contains(u"3495") && ran.out.contains(u"sample plan"));
    }

    void aWrongCallIsExplained_data()
    {
        QTest::addColumn<QStringList>("args");
        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("no folder") << QStringList{"check"};
        QTest::newRow("an unknown verb") << QStringList{"chuck", "x"};
        QTest::newRow("an unknown option") << QStringList{"check", "x", "--loud"};
        QTest::newRow("an unknown language") << QStringList{"check", "x", "--language", "fr"};
        QTest::newRow("a language left out") << QStringList{"check", "x", "--language"};
    }

    void aWrongCallIsExplained()
    {
        QFETCH(QStringList, args);
        std::vector<std::string> plain;
        for (const auto& arg : args) {
            plain.push_back(arg.toStdString());
        }
        const auto ran = run(plain);
        QCOMPARE(ran.code, 2);
        QVERIFY(ran.err.startsWith(u"usage:"));
    }
};

QTEST_GUILESS_MAIN(tst_PlanCommand)
#include "tst_PlanCommand.moc"
