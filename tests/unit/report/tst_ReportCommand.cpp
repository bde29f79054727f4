// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// `sanzhenctl report` over a real log: the sample operation, written by the engine and told to a desk.
#include "app/ctl/report/ReportCommand.h"
#include "data/desk/Profile.h"
#include "data/hq/Scenario.h"
#include "data/net/Authority.h"
#include "data/plan/PlanDigest.h"
#include "data/store/DeskLog.h"
#include "tests/support/PgServer.h"
#include "tests/support/SamplePlan.h"
#include "tests/unit/hq/Office.h"
#include "tests/unit/hq/OnPg.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace sz;
using sz::test::Office;
using sz::test::samplePlan;

namespace {

const Instant kNow = fromUtcMs(1'571'293'387'000); // 2019-10-17 14:23:07 in Wuhan
const std::string kPlan = SANZHEN_SOURCE_DIR "/resources/plans/wuhan";

struct Ran
{
    int code = 0;
    QString out;
    QString err;
};

Ran run(std::vector<std::string> args, const char* language = "en")
{
    args.insert(args.end(), {"--language", language});
    std::ostringstream out;
    std::ostringstream err;
    const int code = ctl::runReport(args, out, err, kNow);
    return {code, QString::fromStdString(out.str()), QString::fromStdString(err.str())};
}

/// Headquarters over the sample operation; its folder has hq.db.
struct SampleOffice
{
    explicit SampleOffice(sz::test::OpenLog open = {}) : office(std::move(open))
    {
        const auto seeds = hq::loadScenario(
            SANZHEN_SOURCE_DIR "/resources/samples/wuhan.toml", *samplePlan(), kNow, true);
        isSeeded = seeds.has_value() && office.engine().appendSeed(*seeds).has_value();
        head = office.engine().lastNumber();
    }

    [[nodiscard]] std::string folder() const { return office.folder().toStdString(); }
    /// report score --json into a file.
    [[nodiscard]] QString exported(std::vector<std::string> more = {}) const
    {
        std::vector<std::string> args{"score", "--data", folder(), "--plan", kPlan, "--json"};
        args.insert(args.end(), more.begin(), more.end());
        const Ran ran = run(args);
        const QString path = files.filePath(QStringLiteral("score.json"));
        QFile file(path);
        const bool isWritten = ran.code == 0 && file.open(QIODevice::WriteOnly);
        return isWritten && file.write(ran.out.toUtf8()) > 0 ? path : QString();
    }
    [[nodiscard]] Ran recompute(const QString& file, const std::string& plan = kPlan) const
    {
        return run({"recompute", file.toStdString(), "--data", folder(), "--plan", plan});
    }
    /// A desk of a unit, told everything so far; its folder.
    [[nodiscard]] std::string deskFolder(const char* unit)
    {
        const auto author = office.enrol(unit);
        const auto items = office.feed(office.join(author), unit);
        desk::Profile profile;
        profile.folder = desks.path().toStdString() + "/" + unit;
        profile.unit = UnitCode(unit);
        profile.desk = DeskId("desk-1");
        profile.operation = office.operation();
        profile.headquarters = {"127.0.0.1", 7443};
        profile.credentials = {"-", net::keyToPem(SigningKey::generate()), "-"}; // nobody connects
        std::filesystem::create_directories(profile.folder);
        auto log =
            store::DeskLog::open(profile.logFile(), profile.operation, profile.desk, profile.unit);
        Digest hash = log::feedStart(profile.operation, profile.unit);
        for (const log::FeedItem& item : items) {
            hash = log::feedLink(hash, item);
        }
        return desk::saveProfile(profile) && log && !items.empty() && log->appendFeed(items, hash)
                   ? profile.folder.string()
                   : std::string();
    }

    Office office;
    QTemporaryDir files;
    QTemporaryDir desks;
    bool isSeeded = false;
    std::uint64_t head = 0;
};

QJsonObject readJson(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

void writeJson(const QString& path, const QJsonObject& root)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(QJsonDocument(root).toJson());
}

/// Changes one figure of the first unit that has it above nothing; the unit.
QString tamper(const QString& path, const QString& figure, int by)
{
    QJsonObject root = readJson(path);
    QJsonArray units = root[u"units"].toArray();
    for (qsizetype i = 0; i < units.size(); ++i) {
        QJsonObject unit = units[i].toObject();
        QJsonObject figures = unit[u"figures"].toObject();
        if (figures[figure].toInt() > 0) {
            figures[figure] = figures[figure].toInt() + by;
            unit[u"figures"] = figures;
            units[i] = unit;
            root[u"units"] = units;
            writeJson(path, root);
            return unit[u"unit"].toString();
        }
    }
    return {};
}

} // namespace

class tst_ReportCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everybodyComesToTheSameFigures()
    {
        const SampleOffice office;
        QVERIFY(office.isSeeded);
        const QString file = office.exported();
        QVERIFY(!file.isEmpty());
        const QJsonObject root = readJson(file);
        const auto units = root[u"units"].toArray();
        QVERIFY(units.size() > 5);
        QCOMPARE(root[u"log"][u"head"].toInteger(), static_cast<qint64>(office.head));
        QCOMPARE(root[u"log"][u"operation"].toString(), QStringLiteral("drill-1"));
        QVERIFY(root[u"formula"][u"zh"].toString().contains(QStringLiteral("按时办结率")));
        const Ran ran = office.recompute(file);
        QVERIFY2(ran.code == 0, qPrintable(ran.out + ran.err));
        QCOMPARE(ran.out, QStringLiteral("%1 figures agree\n").arg(units.size() * 46));
    }

    // What has happened since does not change what was.
    void laterEntriesDoNotMatter()
    {
        SampleOffice office;
        const QString file = office.exported();
        sz::test::Author author = office.office.enrol("HQ");
        const auto to = office.office.join(author);
        const std::string incident = author.write(sz::test::report(*samplePlan(), "积水"));
        author.write(sz::test::order(*samplePlan(), UnitCode("L06"), "later-1"), incident);
        QCOMPARE(office.office.push(to, author.batch(1)).size(), 2U);
        QCOMPARE(office.office.engine().lastNumber(), office.head + 2);
        QCOMPARE(office.recompute(file).code, 0);
    }

    void aFigureThatWasChangedIsNamed()
    {
        const SampleOffice office;
        const QString file = office.exported();
        const QString unit = tamper(file, QStringLiteral("late"), 2);
        QVERIFY(!unit.isEmpty());
        const Ran ran = office.recompute(file);
        QCOMPARE(ran.code, 1);
        const QStringList lines = ran.out.split(u'\n');
        QVERIFY2(lines[0].startsWith(unit + QStringLiteral(" late: stated ")), qPrintable(ran.out));
        QVERIFY(lines[1].startsWith(u'#')); // its rows, with their log numbers
        QVERIFY2(ran.out.contains(QStringLiteral("1 differs")), qPrintable(ran.out));
        const Ran zh = run(
            {"recompute", file.toStdString(), "--data", office.folder(), "--plan", kPlan}, "zh_CN");
        QVERIFY2(zh.out.contains(QStringLiteral("个数字一致, 1 个不一致")), qPrintable(zh.out));
    }

    void aScoreThatWasChangedIsNamed()
    {
        const SampleOffice office;
        const QString file = office.exported({"--from", "2019-10-16", "--until", "2019-10-18"});
        QJsonObject root = readJson(file);
        QJsonArray units = root[u"units"].toArray();
        QJsonObject unit = units[0].toObject();
        QJsonObject figures = unit[u"figures"].toObject();
        figures[u"score"] = 99'900;
        unit[u"figures"] = figures;
        units[0] = unit;
        root[u"units"] = units;
        writeJson(file, root);
        const Ran ran = office.recompute(file);
        QCOMPARE(ran.code, 1);
        QVERIFY2(
            ran.out.contains(QStringLiteral(" score: stated 99.9, recomputed ")),
            qPrintable(ran.out));
    }

    void anotherPlanIsNamed()
    {
        const SampleOffice office;
        const QString file = office.exported();
        const std::filesystem::path copy = office.files.path().toStdString() + "/plan";
        std::filesystem::copy(kPlan, copy, std::filesystem::copy_options::recursive);
        std::ofstream(copy / "NOTE.txt") << "another folder\n";
        const Ran same = office.recompute(file, copy.string());
        QCOMPARE(same.code, 0); // the figures stand, the plan is named all the same
        QVERIFY2(
            same.out.contains(QString::fromStdString(plan::planDigest(copy).value())),
            qPrintable(same.out));
        QFile score(QString::fromStdString((copy / "score.toml").string()));
        QVERIFY(score.open(QIODevice::ReadWrite));
        QByteArray text = score.readAll();
        text.replace("minimum_orders = 5", "minimum_orders = 1");
        score.resize(0);
        score.seek(0);
        score.write(text);
        score.close();
        const Ran other = office.recompute(file, copy.string());
        QCOMPARE(other.code, 1);
        QVERIFY2(
            other.out.contains(QStringLiteral(" score: stated -, recomputed ")),
            qPrintable(other.out));
    }

    void aLogThatDoesNotReachItIsRefused()
    {
        const SampleOffice office;
        const QString file = office.exported();
        const Office empty;
        const Ran ran = run(
            {"recompute", file.toStdString(), "--data", empty.folder().toStdString(), "--plan",
             kPlan});
        QCOMPARE(ran.code, 1);
        QVERIFY2(ran.err.contains(QStringLiteral("the log ends at 0")), qPrintable(ran.err));
    }

    // What the office's desk exports, headquarters' log says, too; and what a district's desk sees is a part of it.
    void aDesksLogSaysTheSame()
    {
        SampleOffice office;
        const QString file = office.exported();
        const std::string desk = office.deskFolder("HQ");
        QVERIFY(!desk.empty());
        const Ran ran = run({"recompute", file.toStdString(), "--desk", desk, "--plan", kPlan});
        QVERIFY2(ran.code == 0, qPrintable(ran.out + ran.err));
        const std::string district = office.deskFolder("D05");
        QVERIFY(!district.empty());
        const Ran part =
            run({"score", "--desk", district, "--plan", kPlan, "--json", "--from", "2019-10-01"});
        QCOMPARE(part.code, 0);
        const QString partFile = office.files.filePath(QStringLiteral("part.json"));
        QFile out(partFile);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(part.out.toUtf8());
        out.close();
        QCOMPARE(readJson(partFile)[u"log"][u"seen_by"].toString(), QStringLiteral("D05"));
        const Ran whole = office.recompute(partFile);
        QVERIFY2(whole.code == 0, qPrintable(whole.out + whole.err));
    }

    // One address in place of a folder; ids differ from one seeding to the next, so the file is of that log.
    void aLogInPostgresqlIsReadAsWell()
    {
        const std::string url = sz::test::PgServer::shared().newDatabase();
        const SampleOffice office(sz::test::onPg(url));
        QVERIFY(office.isSeeded);
        const Ran made = run({"score", "--data", url, "--plan", kPlan, "--json"});
        QVERIFY2(made.code == 0, qPrintable(made.err));
        const QString file = office.files.filePath(QStringLiteral("pg.json"));
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(made.out.toUtf8());
        out.close();
        const Ran ran = run({"recompute", file.toStdString(), "--data", url, "--plan", kPlan});
        QVERIFY2(ran.code == 0, qPrintable(ran.out + ran.err));
        const SampleOffice other; // the same acts in a file: the same figures, another log
        const Ran elsewhere = other.recompute(file);
        QCOMPARE(elsewhere.code, 1);
        QVERIFY2(
            elsewhere.out.contains(QStringLiteral("this is not the log it was made from")),
            qPrintable(elsewhere.out));
        QVERIFY2(
            elsewhere.out.contains(QStringLiteral("figures agree\n")), qPrintable(elsewhere.out));
    }

    void aPartOfOneUnit()
    {
        const SampleOffice office;
        const QString file = office.exported({"--unit", "L06"});
        QCOMPARE(readJson(file)[u"units"].toArray().size(), 1);
        const Ran ran = office.recompute(file);
        QVERIFY2(ran.code == 0, qPrintable(ran.out));
        QCOMPARE(ran.out, QStringLiteral("46 figures agree\n"));
    }

    void everyFigureOpensItsRows()
    {
        const SampleOffice office;
        const auto units = readJson(office.exported())[u"units"].toArray();
        const QJsonObject unit = units[0].toObject();
        const auto figures = unit[u"figures"].toObject();
        for (const QString& figure :
             {QStringLiteral("given"), QStringLiteral("done"), QStringLiteral("late")}) {
            const Ran ran = run(
                {"score", "--data", office.folder(), "--plan", kPlan, "--unit",
                 unit[u"unit"].toString().toStdString(), "--rows", figure.toStdString()});
            QCOMPARE(ran.code, 0);
            QCOMPARE(ran.out.count(u'\n'), figures[figure].toInteger());
        }
    }

    void theTableIsForPeople()
    {
        const SampleOffice office;
        const Ran en = run({"score", "--data", office.folder(), "--plan", kPlan});
        QCOMPARE(en.code, 0);
        QVERIFY(en.out.startsWith(QStringLiteral("period 2019-10-01 00:00 – 2019-10-17 14:23")));
        QVERIFY(en.out.contains(QStringLiteral("score = 60 × done in time")));
        const Ran zh = run({"score", "--data", office.folder(), "--plan", kPlan}, "zh_CN");
        QVERIFY(zh.out.contains(QStringLiteral("得分 = 60 × 按时办结率")));
        QVERIFY(zh.out.contains(QStringLiteral("样本不足")));
        const Ran unit =
            run({"score", "--data", office.folder(), "--plan", kPlan, "--unit", "L06"});
        QVERIFY2(unit.out.contains(QStringLiteral("sign_p95")), qPrintable(unit.out));
        const Ran none = run(
            {"score", "--data", office.folder(), "--plan", kPlan, "--from", "2019-01-01", "--until",
             "2019-02-01"});
        QVERIFY(none.out.contains(QStringLiteral("no orders were issued")));
    }

    void periodsAreInThePlansTime()
    {
        const SampleOffice office;
        const auto from = [&](const char* begin) {
            const Ran ran = run(
                {"score", "--data", office.folder(), "--plan", kPlan, "--json", "--from", begin});
            return QJsonDocument::fromJson(ran.out.toUtf8())[u"period"][u"from"].toString();
        };
        QCOMPARE(from("2019-10-17"), QStringLiteral("2019-10-16T16:00:00.000Z"));
        QCOMPARE(from("2019-10-17T08:30"), QStringLiteral("2019-10-17T00:30:00.000Z"));
        QCOMPARE(from("2019-10-17T00:30:00Z"), QStringLiteral("2019-10-17T00:30:00.000Z"));
    }

    void wrongCallsAreTold_data()
    {
        QTest::addColumn<QStringList>("args");
        QTest::newRow("nothing") << QStringList();
        QTest::newRow("no log") << QStringList{QStringLiteral("score")};
        QTest::newRow("two logs") << QString(QStringLiteral("score --data a --desk b")).split(u' ');
        QTest::newRow("no file") << QString(QStringLiteral("recompute --data a")).split(u' ');
        QTest::newRow("a figure nobody has")
            << QString(QStringLiteral("score --data a --unit L06 --rows mood")).split(u' ');
        QTest::newRow("rows of nobody")
            << QString(QStringLiteral("score --data a --rows late")).split(u' ');
        QTest::newRow("an option nobody has")
            << QString(QStringLiteral("score --data a --colour red")).split(u' ');
    }

    void wrongCallsAreTold()
    {
        QFETCH(const QStringList, args);
        std::vector<std::string> list;
        for (const QString& arg : args) {
            list.push_back(arg.toStdString());
        }
        const Ran ran = run(list);
        QCOMPARE(ran.code, 2);
        QVERIFY(ran.err.startsWith(QStringLiteral("usage: sanzhenctl report score")));
    }

    void whatCannotBeReadIsTold()
    {
        const SampleOffice office;
        const std::string data = office.folder();
        QCOMPARE(run({"score", "--data", "/nowhere", "--plan", kPlan}).code, 1);
        QCOMPARE(run({"score", "--desk", data, "--plan", kPlan}).code, 1); // no desk there
        QCOMPARE(run({"score", "--data", data, "--plan", "/nowhere"}).code, 1);
        QCOMPARE(run({"score", "--data", data, "--plan", kPlan, "--from", "yesterday"}).code, 1);
        QCOMPARE(run({"score", "--data", data, "--plan", kPlan, "--from", "2019-10-18"}).code, 1);
        QCOMPARE(run({"score", "--data", data, "--plan", kPlan, "--unit", "X99"}).code, 1);
        const QString file = office.files.filePath(QStringLiteral("bad.json"));
        writeJson(file, {{QStringLiteral("type"), QStringLiteral("list")}});
        const Ran bad = office.recompute(file);
        QCOMPARE(bad.code, 1);
        QVERIFY2(bad.err.contains(QStringLiteral("bad.json")), qPrintable(bad.err));
    }

    // The program itself, as a shell calls it.
    void theProgramAgrees()
    {
        const SampleOffice office;
        const QString file = office.exported();
        QProcess program;
        program.start(
            QStringLiteral(SANZHEN_CTL),
            {QStringLiteral("report"), QStringLiteral("recompute"), file, QStringLiteral("--data"),
             office.office.folder(), QStringLiteral("--plan"), QString::fromStdString(kPlan),
             QStringLiteral("--language"), QStringLiteral("en")});
        QVERIFY(program.waitForFinished(30'000));
        const QByteArray out = program.readAllStandardOutput();
        QVERIFY2(program.exitCode() == 0, out.constData());
        QVERIFY(out.endsWith("figures agree\n"));
    }
};

QTEST_GUILESS_MAIN(tst_ReportCommand)
#include "tst_ReportCommand.moc"
