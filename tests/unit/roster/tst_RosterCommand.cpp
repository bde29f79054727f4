// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// sanzhenctl roster: what it says in both languages, as JSON, and with which exit code.
#include "app/ctl/roster/RosterCommand.h"
#include "tests/unit/roster/Books.h"
#include "tests/unit/roster/RosterFixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace sz;
using namespace sz::roster::test;

namespace {

const Instant kNow = local(2026, 11, 22, 23);
constexpr const char* kPlan = SANZHEN_SOURCE_DIR "/resources/plans/wuhan";

struct Said
{
    int code = 0;
    QString out;
    QString err;

    [[nodiscard]] QJsonObject json() const
    {
        return QJsonDocument::fromJson(out.toUtf8()).object();
    }
};

Said run(std::vector<std::string> args, const char* language = "zh_CN")
{
    if (!args.empty() && args.front() != "--help") {
        args.insert(args.end(), {"--language", language});
    }
    if (args.size() > 2 && !std::ranges::contains(args, std::string("--plan"))) {
        args.insert(args.end(), {"--plan", kPlan});
    }
    std::ostringstream out;
    std::ostringstream err;
    const int code = ctl::runRoster(args, out, err, kNow);
    return {code, QString::fromStdString(out.str()), QString::fromStdString(err.str())};
}

} // namespace

class tst_RosterCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void misuse_data()
    {
        QTest::addColumn<QStringList>("args");
        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("no such verb") << QStringList{QStringLiteral("swap")};
        QTest::newRow("export to nowhere") << QStringList{QStringLiteral("export")};
        QTest::newRow("a check does not export")
            << QStringList{QStringLiteral("check"), QStringLiteral("--ics"), QStringLiteral("-")};
        QTest::newRow("import of nothing") << QStringList{QStringLiteral("import")};
        QTest::newRow("an unknown option")
            << QStringList{QStringLiteral("check"), QStringLiteral("--weeks"), QStringLiteral("2")};
        QTest::newRow("an option without value")
            << QStringList{QStringLiteral("check"), QStringLiteral("--from")};
        QTest::newRow("a mode there is not") << QStringList{
            QStringLiteral("check"), QStringLiteral("--mode"), QStringLiteral("party")};
        QTest::newRow("a day that never was") << QStringList{
            QStringLiteral("check"), QStringLiteral("--from"), QStringLiteral("2026-02-30")};
        QTest::newRow("the end before the beginning") << QStringList{
            QStringLiteral("check"), QStringLiteral("--from"), QStringLiteral("2026-11-22"),
            QStringLiteral("--until"), QStringLiteral("2026-11-01")};
        QTest::newRow("no such unit")
            << QStringList{QStringLiteral("on-duty"), QStringLiteral("某某局")};
        QTest::newRow("no such file") << QStringList{
            QStringLiteral("import"), QStringLiteral("/nowhere.xlsx"), QStringLiteral("--dry-run")};
    }
    void misuse()
    {
        QFETCH(const QStringList, args);
        std::vector<std::string> all;
        for (const QString& one : args) {
            all.push_back(one.toStdString());
        }
        const Said said = run(all);
        QCOMPARE(said.code, 2);
        QVERIFY(!said.err.isEmpty());
        QVERIFY(said.out.isEmpty());
    }

    void writingIsNotThereYet()
    {
        const std::string file = sheet("日期,岗位,姓名\n22日,值班长,王伟\n");
        const Said said = run({"import", file});
        QCOMPARE(said.code, 2);
        QVERIFY(said.err.contains(QStringLiteral(u"尚未提供")));
        QVERIFY(run({"import", file}, "en").err.contains(QStringLiteral("cannot be written yet")));
    }

    void help()
    {
        const Said said = run({"--help"});
        QCOMPARE(said.code, 0);
        QVERIFY(said.out.contains(QStringLiteral("roster import FILE --dry-run")));
    }

    void anImportThatIsAllRight()
    {
        const std::string file = sheet("日期,班次,岗位,姓名\n11月22日,白班,值班长,王伟\n11月23日,"
                                       "夜班,值班长,李娜 13800138000\n");
        const Said said = run({"import", file, "--dry-run"});
        QCOMPARE(said.code, 0);
        QVERIFY(said.out.contains(
            QStringLiteral(u"D2  2026-11-22 08:30–20:30  HQ-chief 值班长  白班  王伟")));
        QVERIFY(said.out.contains(QStringLiteral(u"未保留 D3: 13800138000")));
        QVERIFY(said.out.contains(QStringLiteral(
            u"共 2 格，可导入 2，退回 0，不在所选日期内 0；新增冲突 0 处；试运行，未写入")));
        const Said english = run({"import", file, "--dry-run"}, "en");
        QVERIFY(english.out.contains(QStringLiteral("2 cells, 2 would come in, 0 refused")));
        const QJsonObject json = run({"import", file, "--dry-run", "--json"}).json();
        QCOMPARE(json[QStringLiteral("kind")].toString(), QStringLiteral("UTF-8"));
        const QJsonObject duty = json[QStringLiteral("duties")].toArray()[1].toObject();
        QCOMPARE(
            duty[QStringLiteral("from")].toString(), QStringLiteral("2026-11-23T20:30:00+08:00"));
        QCOMPARE(
            duty[QStringLiteral("until")].toString(), QStringLiteral("2026-11-24T08:30:00+08:00"));
        QCOMPARE(duty[QStringLiteral("people")].toArray()[0].toString(), QStringLiteral(u"李娜"));
    }

    void refusalsAndConflictsAreNamed()
    {
        const std::string file = sheet("日期,班次,岗位,姓名\n22日,白班,值班长,王伟\n22日,白班,副班,"
                                       "王伟\n22日,夜班,接报席,王伟\n22日,白班,司机,李娜\n");
        const Said said = run({"import", file, "--dry-run"});
        QCOMPARE(said.code, 1);
        QVERIFY(said.out.contains(QStringLiteral(u"退回 C5: 方案中没有“司机”这个岗位")));
        QVERIFY(said.out.contains(
            QStringLiteral(u"冲突 2026-11-22 08:30–20:30  副班：王伟同时在值班长")));
        QVERIFY(said.out.contains(QStringLiteral(u"只休息 0 小时，方案要求 11 小时")));
        const QJsonObject json = run({"import", file, "--dry-run", "--json"}).json();
        QCOMPARE(json[QStringLiteral("refused")].toArray().size(), 1);
        QCOMPARE(
            json[QStringLiteral("refused")]
                .toArray()[0]
                .toObject()[QStringLiteral("cell")]
                .toString(),
            QStringLiteral("C5"));
        const QJsonObject conflict = json[QStringLiteral("conflicts")].toArray()[0].toObject();
        QCOMPARE(conflict[QStringLiteral("conflict")].toString(), QStringLiteral("double-duty"));
        QCOMPARE(conflict[QStringLiteral("person")].toString(), QStringLiteral(u"王伟"));
        QCOMPARE(
            conflict[QStringLiteral("from")].toString(),
            QStringLiteral("2026-11-22T08:30:00+08:00"));
    }

    void onlyTheDaysAskedFor()
    {
        const std::string file =
            sheet("日期,岗位,姓名\n21日,值班长,甲\n22日,值班长,乙\n23日,值班长,丙\n");
        const QJsonObject json =
            run({"import", file, "--dry-run", "--json", "--from", "11-22", "--until", "2026-11-22"})
                .json();
        QCOMPARE(json[QStringLiteral("duties")].toArray().size(), 1);
        QCOMPARE(json[QStringLiteral("outside")].toInt(), 2);
    }

    void aMappingIsSavedEditedAndUsed()
    {
        const std::string file = sheet("日期,班,谁的,姓名\n22日,大夜,老王,王伟\n");
        const std::string mapping = m_dir.filePath(QStringLiteral("m.toml")).toStdString();
        const Said first = run({"import", file, "--dry-run", "--save-mapping", mapping});
        QCOMPARE(first.code, 2);
        QVERIFY(first.err.contains(QStringLiteral(u"看不出是哪个岗位")));
        std::ofstream(mapping, std::ios::app)
            << "shifts_in = \"B\"\nposts_in = \"C\"\n[posts]\n\"老王\" = "
               "\"HQ-chief\"\n[shifts]\n\"大夜\" = \"00:00-08:00\"\n";
        const Said again = run({"import", file, "--dry-run", "--mapping", mapping});
        QCOMPARE(again.code, 0);
        QVERIFY(again.out.contains(QStringLiteral(u"2026-11-22 00:00–08:00  HQ-chief")));
        QVERIFY(again.out.contains(QStringLiteral(u"列按对应关系")));
        std::ofstream(mapping) << "layout = 7\n";
        const Said bad = run({"import", file, "--dry-run", "--mapping", mapping});
        QCOMPARE(bad.code, 2);
        QVERIFY(bad.err.contains(QStringLiteral("m.toml:1")));
    }

    void filesThatCannotBeRead()
    {
        for (const auto& [bytes, said] :
             {std::pair{bytesOf("\xD0\xCF\x11\xE0"), QStringLiteral(u"旧版 .xls")},
              {bytesOf(""), QStringLiteral(u"文件为空")},
              {bytesOf("PK\x03\x04"), QStringLiteral(u"文件已损坏")},
              {bomb(), QStringLiteral(u"过大")}}) {
            const Said one = run({"import", put(bytes, "x.xlsx"), "--dry-run"});
            QCOMPARE(one.code, 2);
            QVERIFY2(one.err.contains(said), qPrintable(one.err));
        }
    }

    void conflictsOfThePlansOwnRoster()
    {
        const Said said = run({"check", "--from", "2026-11-22", "--until", "2026-11-23"});
        QCOMPARE(said.code, 1);
        QVERIFY(said.out.contains(QStringLiteral(u"2026-11-22 20:30–08:30  燃气值班室")));
        QVERIFY(said.out.contains(QStringLiteral(u"缺岗，应有 1 人")));
        QVERIFY(said.out.contains(QStringLiteral(u"100 个岗位，3 处冲突")));
        const QJsonObject json = run({"check", "--json"}).json();
        QCOMPARE(json[QStringLiteral("posts")].toInt(), 100);
        QCOMPARE(
            json[QStringLiteral("conflicts")].toArray().size(),
            8); // seven nights, the first cut at midnight
    }

    void whoIsOnDuty()
    {
        const Said said = run({"on-duty", "--at", "2026-11-22 14:00", "HQ-chief"});
        QCOMPARE(said.code, 0);
        QVERIFY(said.out.startsWith(QStringLiteral(u"HQ-chief  值班长  值班长")));
        QVERIFY(said.out.contains(QStringLiteral(u"(白班 08:30–20:30)  8-1051")));
        for (const char* area : {"24", "A24"}) {
            const QJsonObject json = run({"on-duty", "--json", area}).json();
            QCOMPARE(json[QStringLiteral("posts")].toArray().size(), 1);
            QCOMPARE(
                json[QStringLiteral("at")].toString(), QStringLiteral("2026-11-22T23:00:00+08:00"));
        }
        const Said gap = run({"on-duty", "L20"}); // at night nobody
        QCOMPARE(gap.code, 1);
        QVERIFY(gap.out.contains(QStringLiteral(u"缺岗")));
        QVERIFY(run({"on-duty", "L20"}, "en").out.contains(QStringLiteral("nobody")));
        QCOMPARE(run({"on-duty", "武昌区"}).code, 0);
        QVERIFY(run({"on-duty"}).out.count(QLatin1Char('\n')) == 100);
    }

    void rulesOfThePlanCount()
    {
        const std::string plan = m_dir.filePath(QStringLiteral("plan")).toStdString();
        std::filesystem::copy(kPlan, plan, std::filesystem::copy_options::recursive);
        const auto rule = [&](const char* text) { std::ofstream(plan + "/roster.toml") << text; };
        rule("[[minimum]]\nunit = \"HQ\"\npeople = 30\nmode = \"games\"\n");
        QVERIFY(!run({"check", "--plan", plan}).out.contains(QStringLiteral(u"指挥部：应有")));
        QVERIFY(run({"check", "--plan", plan, "--mode", "games"})
                    .out.contains(QStringLiteral(u"指挥部：应有 30 人")));
        rule("[[minimum]]\nunit = \"某某\"\npeople = 30\n");
        const Said bad = run({"check", "--plan", plan});
        QCOMPARE(bad.code, 2);
        QVERIFY(bad.err.contains(QStringLiteral(u"roster.toml:2: 没有单位“某某”。")));
    }

private:
    std::string put(const Bytes& bytes, const char* name)
    {
        const std::string file = m_dir.filePath(QString::fromUtf8(name)).toStdString();
        std::ofstream(file, std::ios::binary)
            .write(
                reinterpret_cast<const char*>(bytes.data()),
                static_cast<std::streamsize>(bytes.size()));
        return file;
    }
    std::string sheet(std::string_view text) { return put(bytesOf(text), "s.csv"); }

    QTemporaryDir m_dir;

    void exportsWhatCanBeImportedAgain()
    {
        const QTemporaryDir folder;
        const std::string file = folder.filePath(QStringLiteral("值班.ics")).toStdString();
        const Said zh = run({"export", "--ics", file, "D05"});
        QCOMPARE(zh.code, 0);
        QVERIFY2(zh.out.contains(QStringLiteral("2 个岗位")), qPrintable(zh.out));
        const QJsonObject json = run({"import", file, "--dry-run", "--json"}).json();
        QCOMPARE(json[QStringLiteral("kind")].toString(), QStringLiteral("ics"));
        QVERIFY(json[QStringLiteral("refused")].toArray().isEmpty());
        QVERIFY(json[QStringLiteral("conflicts")].toArray().isEmpty()); // it is what was planned
        QCOMPARE(json[QStringLiteral("duties")].toArray().size(), 31 + 62);
        const Said en = run({"export", "--ics", "-", "HQ-chief"}, "en");
        QVERIFY(en.out.startsWith(QStringLiteral("BEGIN:VCALENDAR\r\n")));
        QVERIFY(en.out.contains(QStringLiteral("RRULE:FREQ=DAILY;INTERVAL=")));
        QCOMPARE(run({"export", "--ics", "-", "某某局"}).code, 2);
        QCOMPARE(run({"export", "--ics", "/no/such/folder/x.ics"}).code, 2);
        QCOMPARE(run({"import", "/no/such/file.ics", "--dry-run"}).code, 2);
    }
};

QTEST_APPLESS_MAIN(tst_RosterCommand)
#include "tst_RosterCommand.moc"
