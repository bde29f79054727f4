// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// `sanzhenctl plan areas` and `locate` by the plan that a log says is in force then.
#include "app/ctl/locate/LocateCommand.h"
#include "app/ctl/plan/PlanCommand.h"
#include "tests/support/PlanChanges.h"
#include "tests/unit/hq/Office.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <sstream>

using namespace sz;
using namespace sz::test;

namespace {

const std::string kPlan = SANZHEN_SOURCE_DIR "/resources/plans/wuhan";
constexpr std::int64_t kDay = 30'000; // 2052-02-20

struct Ran
{
    int code = 0;
    QString out;
    QString err;
};

Ran run(
    int (*command)(std::span<const std::string>, std::ostream&, std::ostream&),
    const std::vector<std::string>& args)
{
    std::ostringstream out;
    std::ostringstream err;
    const int code = command(args, out, err);
    return {code, QString::fromStdString(out.str()), QString::fromStdString(err.str())};
}

int runPlan(std::span<const std::string> args, std::ostream& out, std::ostream& err)
{
    return ctl::runPlan(args, out, err, fromUtcMs(1'790'000'000'000));
}

void write(Author& author, const model::PlanAct& act, const char* post, std::string* id = nullptr)
{
    log::Entry entry;
    entry.post = PostCode(post);
    entry.type = model::planActType(act);
    entry.subject = model::planSubject();
    entry.body = model::encodePlanAct(act);
    const std::string made = author.writeEntry(std::move(entry));
    if (id != nullptr) {
        *id = made;
    }
}

} // namespace

class tst_PlanOn : public QObject
{
    Q_OBJECT

private:
    Office m_office;
    Redrawn m_moved = redrawn(samplePlan(), areaWithNeighbour(*samplePlan()));

    [[nodiscard]] int located(const char* on) const
    {
        const auto ran =
            run(ctl::runLocate,
                {std::to_string(m_moved.point.lon), std::to_string(m_moved.point.lat), "--plan",
                 kPlan, "--on", on, "--data", m_office.folder().toStdString()});
        return QJsonDocument::fromJson(ran.out.toUtf8())
            .object()[QStringLiteral("area")]
            .toObject()[QStringLiteral("number")]
            .toInt();
    }

private Q_SLOTS:
    void initTestCase()
    {
        Author desk = m_office.enrol("HQ");
        std::string id;
        write(desk, model::ProposePlan{m_moved.change, kDay, "调整", 0}, "HQ-deputy", &id);
        write(desk, model::DecidePlan{id, true, "同意"}, "HQ-chief");
        QCOMPARE(
            inWords(m_office.push(m_office.join(desk), desk.batch(1))), "accepted 1, accepted 2");
    }

    void aPointIsLocatedByThePlanOfItsDay()
    {
        QCOMPARE(located("2052-02-19"), m_moved.from);
        QCOMPARE(located("2052-02-19T23:59:59"), m_moved.from);
        QCOMPARE(located("2052-02-20"), m_moved.to);
        QCOMPARE(located("2052-02-19T16:00:00Z"), m_moved.to); // midnight in Wuhan
        QCOMPARE(located("2052-02-19T15:59:59Z"), m_moved.from);
    }

    void theFileIsReadBack()
    {
        const QTemporaryDir folder;
        const std::string file = folder.filePath(QStringLiteral("areas.geojson")).toStdString();
        const auto ran =
            run(runPlan, {"areas", kPlan, "--on", "2052-02-20", "--data",
                          m_office.folder().toStdString(), "--out", file, "--language", "zh_CN"});
        QCOMPARE(ran.code, 0);
        QVERIFY2(ran.out.contains(QStringLiteral("36 个片区")), qPrintable(ran.out));
        QVERIFY(ran.out.contains(QStringLiteral("2052-02-20")));
        const auto copy = std::filesystem::path(folder.path().toStdString()) / "plan";
        std::filesystem::copy(kPlan, copy, std::filesystem::copy_options::recursive);
        std::filesystem::copy_file(
            file, copy / "areas.geojson", std::filesystem::copy_options::overwrite_existing);
        const auto read = plan::loadPlan(copy);
        QVERIFY(read.has_value());
        for (const plan::AreaOutline& one : m_moved.change.outlines) {
            QVERIFY(read->plan.area(one.area)->outline == one.outline);
        }
        QCOMPARE(run(runPlan, {"check", copy.string()}).code, 0);
    }

    void withoutALogItIsTheFolders()
    {
        const auto ran = run(runPlan, {"areas", kPlan});
        QCOMPARE(ran.code, 0);
        const auto features = QJsonDocument::fromJson(ran.out.toUtf8())
                                  .object()[QStringLiteral("features")]
                                  .toArray();
        QCOMPARE(features.size(), qsizetype{36});
    }

    void whatIsWrongIsSaid()
    {
        QCOMPARE(run(runPlan, {"areas", kPlan, "--on"}).code, 2);
        QCOMPARE(run(runPlan, {"areas", kPlan, "--data", "a", "--desk", "b"}).code, 2);
        QCOMPARE(run(runPlan, {"areas", kPlan, "--on", "gestern"}).code, 1);
        QCOMPARE(run(runPlan, {"areas", kPlan, "--data", "/nowhere/at/all"}).code, 1);
        QCOMPARE(run(runPlan, {"areas", "/nowhere"}).code, 1);
        const auto ran = run(runPlan, {"areas", kPlan, "--out", "/nowhere/areas.geojson"});
        QCOMPARE(ran.code, 1);
        QVERIFY(ran.err.contains(QStringLiteral("/nowhere/areas.geojson")));
    }
};

QTEST_GUILESS_MAIN(tst_PlanOn)
#include "tst_PlanOn.moc"
