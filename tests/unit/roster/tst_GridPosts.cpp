// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A plan may go down to grid posts under a street: made up here, never in the shipped plan. Rosters, sheets, search and rights know
// them as they know every other unit.
#include "data/model/World.h"
#include "data/plan/Places.h"
#include "data/plan/PlanCheck.h"
#include "data/roster/Conflicts.h"
#include "data/roster/PlanRoster.h"
#include "data/roster/sheet/RosterSheet.h"
#include "tests/unit/plan/PlanFixture.h"
#include "tests/unit/roster/RosterFixture.h"

#include <QTest>

using namespace sz;
using namespace sz::roster;
using namespace sz::roster::test;
using sz::plan::test::PlanCopy;

namespace {

const QByteArray kUnits = "420106003,street,D05,徐家棚街,Xujiapeng,,,8-2431,\n"
                          "G01,grid,420106003,徐家棚一网格,Grid 1,,,8-2432,xjpyi\n"
                          "G02,grid,420106003,徐家棚二网格,Grid 2,,,,\n"
                          "G03,grid,420106003,徐家棚三网格,Grid 3,,,,\n";
const QByteArray kPosts = "XJP-desk,420106003,徐家棚值班室,Xujiapeng desk,district_desk,,,,lines\n"
                          "G01-post,G01,一网格岗,Grid post 1,viewer,,,,lines\n"
                          "G02-post,G02,二网格岗,Grid post 2,viewer,,,,lines\n"
                          "G03-post,G03,三网格岗,Grid post 3,viewer,,,8-2433,daily\n";

/// The shipped plan with one street's duty room and three grid posts under it.
class GridPlan
{
public:
    GridPlan()
    {
        append("units.csv", kUnits);
        append("posts.csv", kPosts);
        copy.replace(QStringLiteral("plan.toml"), "units = 77", "units = 81");
        copy.replace(QStringLiteral("plan.toml"), "posts = 100", "posts = 104");
    }
    [[nodiscard]] std::shared_ptr<const plan::Plan> load() const
    {
        auto loaded = plan::loadPlan(copy.dir());
        if (!loaded) {
            throw std::runtime_error(loaded.error().error.detail);
        }
        return std::make_shared<const plan::Plan>(std::move(loaded->plan));
    }
    PlanCopy copy;

private:
    void append(const char* file, const QByteArray& lines) const
    {
        const auto name = QString::fromLatin1(file);
        copy.write(name, copy.read(name) + lines);
    }
};

} // namespace

class tst_GridPosts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_plan = GridPlan().load(); }

    void theyAreUnitsUnderTheirStreet()
    {
        const plan::Unit* street = m_plan->unit(UnitCode("420106003"));
        const plan::Unit* grid = m_plan->unit(UnitCode("G02"));
        QVERIFY(street != nullptr && grid != nullptr);
        QCOMPARE(street->kind, plan::UnitKind::Street);
        QCOMPARE(street->name.zh, std::string("徐家棚街道")); // as streets.csv has it
        QCOMPARE(street->parent, UnitCode("D05"));
        QCOMPARE(grid->kind, plan::UnitKind::Grid);
        QCOMPARE(grid->parent, street->code);
        QCOMPARE(grid->name.shortZh, std::string("徐家棚二网格"));
        QCOMPARE(model::answeringPost(*m_plan, UnitCode("G03")), PostCode("G03-post"));
    }

    void theShippedPlanHasNone()
    {
        const auto plan = plan::test::shippedPlan();
        QVERIFY(std::ranges::none_of(plan->units, [](const plan::Unit& unit) {
            return unit.kind == plan::UnitKind::Grid || unit.kind == plan::UnitKind::Street;
        }));
    }

    void theyHaveRosters()
    {
        const Instant noon = local(2026, 11, 22, 12);
        const Span day{local(2026, 11, 22), local(2026, 11, 23)};
        const Roster roster = rosterOf(*m_plan, day);
        const DutyTable table = spread(roster, day.from, day.until);
        for (const char* code : {"G01", "G02", "G03"}) {
            const auto duties = plan::dutiesOf(*m_plan, UnitCode(code), noon);
            QCOMPARE(duties.size(), 1U);
            QVERIFY(!duties[0].holderZh.empty());
            std::vector<OnDuty> found;
            table.at(UnitCode(code), noon, found);
            QCOMPARE(found.size(), 1U);
            QCOMPARE(roster.people[found[0].person].name, duties[0].holderZh);
        }
        // A gap at one is told of it, by its name.
        Roster torn = roster;
        torn.absences.push_back({*torn.post(PostCode("G02-post")), kNobody, day, {}});
        const auto conflicts = conflictsOf(torn, day);
        const auto gap = std::ranges::find(*conflicts, UnitCode("G02"), &Conflict::unit);
        QVERIFY(gap != conflicts->end());
        QCOMPARE(gap->sort, ConflictSort::Gap);
        QVERIFY(sentenceOf(torn, *gap).zh.starts_with("二网格岗"));
    }

    void aSheetBringsPeopleIn()
    {
        const std::string text =
            "日期,班次,单位,岗位,人员\n11月22日,白班,徐家棚二网格,二网格岗,王伟\n"
            "11月22日,夜班,G01,一网格岗,李娜\n11月22日,白班,四网格,一网格岗,赵强\n";
        const auto book = exchange::workbookOf("网格", Bytes(text.begin(), text.end()));
        QVERIFY(book.has_value());
        const Roster roster = rosterOf(*m_plan, {local(2026, 11, 22), local(2026, 11, 24)});
        const Day near = day(2026, 11, 22);
        const auto sheets =
            readSheets(*book, guessMapping(*book, roster, near), roster, {near, {}});
        QVERIFY(sheets.has_value());
        QCOMPARE(sheets->duties.size(), 2U);
        QCOMPARE(roster.posts[sheets->duties[0].post].code, PostCode("G02-post"));
        QCOMPARE(roster.posts[sheets->duties[1].post].code, PostCode("G01-post"));
        QCOMPARE(sheets->refused.size(), 1U);
        QCOMPARE(sheets->refused[0].cell, std::string("C4"));
    }

    void whoIsOnDutyByName_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("unit");
        QTest::newRow("name") << QStringLiteral(u"徐家棚二网格") << QStringLiteral("G02");
        QTest::newRow("code") << QStringLiteral("G03") << QStringLiteral("G03");
        QTest::newRow("as it is typed") << QStringLiteral("xjpyi") << QStringLiteral("G01");
        QTest::newRow("its street") << QStringLiteral(u"徐家棚街") << QStringLiteral("420106003");
    }
    void whoIsOnDutyByName()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, unit);
        const plan::PlaceFinder finder(m_plan);
        const auto found = finder.findUnits(typed.toStdString());
        QVERIFY(!found.empty());
        QCOMPARE(QString::fromStdString(found.front()->code.str()), unit);
    }

    void badRowsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const char* from, const char* to, const char* line,
                            const char* says) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QByteArray(line)
                                << QString::fromLatin1(says);
        };
        row("a grid under a district", "G02,grid,420106003", "G02,grid,D05", "G02,",
            "under a street");
        row("a grid under nothing", "G02,grid,420106003", "G02,grid,", "G02,",
            "parent does not exist");
        row("a street nobody knows", "420106003,street", "420199999,street", "420199999,",
            "streets.csv");
        row("a street of another district", "420106003,street,D05", "420106003,street,D04",
            "420106003,street", "not the district");
        row("a kind nobody knows", "G02,grid", "G02,block", "G02,", "No other file");
        row("no name", "徐家棚二网格", "", "G02,", "short_zh");
        row("a phone that is none", "8-2432", "call me", "G01,", "phone");
    }
    void badRowsAreRefused()
    {
        QFETCH(const QByteArray, from);
        QFETCH(const QByteArray, to);
        QFETCH(const QByteArray, line);
        QFETCH(const QString, says);
        const GridPlan grid;
        grid.copy.replace(QStringLiteral("units.csv"), from, to);
        const auto faults = plan::checkPlan(grid.copy.dir());
        const int expected = grid.copy.lineOf(QStringLiteral("units.csv"), line);
        QVERIFY2(
            plan::test::hasError(faults, QStringLiteral("units.csv"), expected, says),
            qPrintable(plan::test::described(faults)));
        QVERIFY(!plan::loadPlan(grid.copy.dir()));
    }

private:
    std::shared_ptr<const plan::Plan> m_plan;
};

QTEST_APPLESS_MAIN(tst_GridPosts)
#include "tst_GridPosts.moc"
