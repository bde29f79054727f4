// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// score.toml: what it says and every way it can be wrong, with file, line and both languages.
#include "data/report/Scorecard.h"
#include "tests/unit/plan/PlanFixture.h"

using namespace sz;
using namespace sz::plan::test;

namespace {

const QString kFile = QStringLiteral("score.toml");

} // namespace

class tst_ScorePlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShippedFormula()
    {
        const auto plan = shippedPlan();
        QVERIFY(plan != nullptr);
        const plan::ScoreRule& rule = plan->score;
        QCOMPARE(rule.minimum, 5);
        QCOMPARE(rule.terms.size(), 3U);
        QCOMPARE(rule.terms[0].share, plan::Share::DoneInTime);
        QCOMPARE(rule.terms[0].weight, 60);
        QCOMPARE(rule.deductions[0].tally, plan::Tally::Warned);
        QCOMPARE(rule.deductions[0].each, 200);
        QCOMPARE(rule.deductions[0].most, 10'000);
        QCOMPARE(rule.bands.back().from, 0);
        QCOMPARE(
            QString::fromStdString(report::formulaText(rule, true)),
            QStringLiteral("得分 = 60 × 按时办结率 + 25 × 按时签收率 + 15 × 满意率 − 0.2 × "
                           "滞后（至多 10） − 0.5 × "
                           "逾期（至多 20） − 1 × 退单（至多 5） − 1 × 复核不合格（至多 5）"));
    }

    void withoutTheFileNobodyIsScored()
    {
        const PlanCopy copy;
        copy.remove(kFile);
        const auto loaded = plan::loadPlan(copy.dir());
        QVERIFY(loaded.has_value());
        QVERIFY(loaded->plan.score.terms.empty());
        QVERIFY(report::formulaText(loaded->plan.score, false).empty());
    }

    void otherValuesAreTaken()
    {
        const PlanCopy copy;
        copy.replace(kFile, "decimals = 1", "decimals = 3");
        copy.replace(kFile, "each = 0.2", "each = 0.125");
        copy.replace(kFile, "minimum_orders = 5", "minimum_orders = 12");
        const auto loaded = plan::loadPlan(copy.dir());
        QVERIFY(loaded.has_value());
        QCOMPARE(loaded->plan.score.decimals, 3);
        QCOMPARE(loaded->plan.score.deductions[0].each, 125);
        QCOMPARE(loaded->plan.score.minimum, 12);
    }

    void faults_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("line"); ///< text in the line that is named
        QTest::addColumn<QString>("en");
        QTest::addColumn<QString>("zh");
        const auto row = [](const char* name, const char* from, const char* to, const char* line,
                            const char* en, const char* zh) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QByteArray(line)
                                << QString::fromUtf8(en) << QString::fromUtf8(zh);
        };
        row("no TOML", "decimals = 1", "decimals = ", "decimals = ", "", "");
        row("an unknown share", "\"done_in_time\"", "\"mood\"", "\"mood\"",
            "\"mood\" is none of done_in_time", "“mood”不是");
        row("an unknown tally", "\"returns\"", "\"smiles\"", "\"smiles\"",
            "\"smiles\" is none of warned", "“smiles”不是");
        row("weights that do not make 100", "weight = 60", "weight = 59", "", "make 99, not 100",
            "合计 99，应为 100");
        row("a weight of nothing", "weight = 15", "weight = 0", "weight = 0", "1 to 100",
            "1 至 100");
        row("the same share twice", "\"signed_in_time\"", "\"satisfied\"", "share = \"satisfied\"",
            "stands in the formula already", "公式中已有此项");
        row("four decimals", "each = 0.2", "each = 0.2001", "each = 0.2001", "three decimals",
            "三位小数");
        row("a negative deduction", "each = 0.2", "each = -0.2", "each = -0.2", "three decimals",
            "三位小数");
        row("a deduction that is no number", "each = 0.2", "each = \"much\"", "each = \"much\"",
            "a number", "数字");
        row("bands that do not fall", "from = 85", "from = 96", "from = 96", "Bands fall",
            "由高到低");
        row("a last band above nothing", "from = 0\n", "from = 1\n", "", "last band begins at 0",
            "最后一档应从 0 起");
        row("ratings beyond five", "satisfied_from = 4", "satisfied_from = 6", "satisfied_from = 6",
            "1 to 5", "1 至 5");
        row("a minimum of none", "minimum_orders = 5", "minimum_orders = 0", "minimum_orders = 0",
            "1 to", "1 至");
        row("a name left out", "name_zh = \"按时办结率\"\n", "", "", "name_zh", "name_zh");
    }

    void faults()
    {
        QFETCH(const QByteArray, from);
        QFETCH(const QByteArray, to);
        QFETCH(const QByteArray, line);
        QFETCH(const QString, en);
        QFETCH(const QString, zh);
        const PlanCopy copy;
        copy.replace(kFile, from, to);
        const auto loaded = plan::loadPlan(copy.dir());
        QVERIFY(!loaded.has_value());
        const auto& faults = loaded.error().faults;
        const int wanted = copy.lineOf(kFile, line);
        const bool isTold = std::ranges::any_of(faults, [&](const plan::Fault& f) {
            return f.isError && f.file == "score.toml" && f.line > 0
                   && (line.isEmpty() || f.line == wanted)
                   && QString::fromStdString(f.message).contains(en)
                   && QString::fromStdString(f.messageZh).contains(zh);
        });
        QVERIFY2(isTold, qPrintable(described(faults)));
    }

    void anUnknownKeyIsAWarning()
    {
        const PlanCopy copy;
        copy.replace(kFile, "decimals = 1", "decimals = 1\nbonus = 3");
        const auto loaded = plan::loadPlan(copy.dir());
        QVERIFY(loaded.has_value());
        QCOMPARE(loaded->warnings.size(), 1U);
        QCOMPARE(loaded->warnings[0].line, copy.lineOf(kFile, "bonus"));
    }
};

QTEST_APPLESS_MAIN(tst_ScorePlan)
#include "tst_ScorePlan.moc"
