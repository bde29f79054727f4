// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/PlanCheck.h"
#include "data/plan/ReportFields.h"
#include "tests/unit/plan/PlanFixture.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace sz;
using namespace sz::plan;
using namespace sz::plan::test;

/// What the shipped plan says of the city.
class tst_PlanLoader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlanWithoutRolesHasTheStandardOnes()
    {
        const PlanCopy copy;
        copy.remove(QStringLiteral("roles.toml"));
        const auto loaded = loadPlan(copy.dir());
        QVERIFY(loaded);
        QVERIFY(loaded->plan.roles == standardRoles());
        QCOMPARE(loaded->plan.reachOf(Role::Viewer, Right::AddNote), Reach::None);
        QCOMPARE(loaded->plan.reachOf(Role::DutyOfficer, Right::ClaimIncident), Reach::Office);
    }

    void theRolesOfThePlanAreRead()
    {
        const auto plan = shippedPlan();
        QCOMPARE(plan->roles.size(), kRoles);
        QCOMPARE(plan->reachOf(Role::DutyOfficer, Right::ClaimIncident), Reach::None);
        QCOMPARE(plan->reachOf(Role::DutyChief, Right::UnlockPerson), Reach::Any);
        QCOMPARE(plan->role(Role::LineDesk)->nameZh, std::string("条线值班室"));
        QCOMPARE(plan->signOn.tries, 5);
        QCOMPARE(plan->signOn.longest, Minutes{720});
    }

    void initTestCase()
    {
        QElapsedTimer timer;
        timer.start();
        m_plan = shippedPlan();
        qInfo("loadPlan: %lld ms", static_cast<long long>(timer.elapsed()));
        QVERIFY(m_plan);
    }

    void theShippedPlanHasAllItsParts()
    {
        QCOMPARE(m_plan->zones.size(), 3U);
        QCOMPARE(m_plan->areas.size(), 36U);
        QCOMPARE(m_plan->districts.size(), 15U);
        QCOMPARE(m_plan->streets.size(), 193U);
        QCOMPARE(m_plan->communities.size(), 3495U);
        QCOMPARE(std::ranges::count(m_plan->units, UnitKind::Line, &Unit::kind), 22);
        QCOMPARE(m_plan->units.size(), 77U);
        QCOMPARE(m_plan->classes.size(), 5U);
        QVERIFY(m_plan->kinds.size() >= 25);
        QVERIFY(m_plan->isSample);
        QCOMPARE(m_plan->utcOffsetMinutes, 480);
    }

    void theShippedPlanIsClean()
    {
        QElapsedTimer timer;
        timer.start();
        const auto faults = checkPlan(shippedDir());
        qInfo("checkPlan: %lld ms", static_cast<long long>(timer.elapsed()));
        QVERIFY2(faults.empty(), qPrintable(described(faults)));
    }

    void listsAreSortedAsPromised()
    {
        QVERIFY(std::ranges::is_sorted(m_plan->areas, {}, &Area::number));
        QVERIFY(std::ranges::is_sorted(m_plan->districts, {}, &District::code));
        QVERIFY(std::ranges::is_sorted(m_plan->streets, {}, &Street::code));
        QVERIFY(std::ranges::is_sorted(m_plan->communities, {}, &Community::code));
        QVERIFY(std::ranges::is_sorted(m_plan->units, {}, &Unit::code));
    }

    void theRosterStripHasTheMarksOfTheDesign()
    {
        QCOMPARE(
            marks(UnitKind::District, &Unit::mark),
            QString::fromUtf8("岸汉硚阳昌青洪西蔡夏陂洲经高景"));
        QCOMPARE(
            marks(UnitKind::Line, &Unit::mark),
            QString::fromUtf8("公交消应卫教城住运水市民文环司信网通电燃铁邮"));
        QCOMPARE(
            marks(UnitKind::District, &Unit::markEn),
            QStringLiteral("JAJHQKHYWCQSHSDXCDJXHPXZWEELSC"));
        QCOMPARE(
            marks(UnitKind::Line, &Unit::markEn),
            QStringLiteral("PSTPFREMHEEDUMHCTRWAMRCACTEEJUPECYTEPWGAMEPO"));
    }

    void postsHaveTheNumbersOfTheDesign_data()
    {
        QTest::addColumn<QString>("post");
        QTest::addColumn<QString>("phone");
        QTest::newRow("the Hankou lead") << "Z1-leader" << "8-1001";
        QTest::newRow("the leader of area 24") << "A24-leader" << "8-1024";
        QTest::newRow("the leader of area 4") << "A04-leader" << "8-1004";
        QTest::newRow("the duty leader of Wuchang") << "D05-leader" << "8-2405";
        QTest::newRow("the duty leader of Jianghan") << "D02-leader" << "8-2202";
    }

    void postsHaveTheNumbersOfTheDesign()
    {
        QFETCH(QString, post);
        const Post* found = m_plan->post(PostCode(post.toStdString()));
        QVERIFY(found != nullptr);
        QTEST(QString::fromStdString(found->phone), "phone");
    }

    void kindsSayWhatIsAsked()
    {
        const auto all = readReportFields(SANZHEN_SOURCE_DIR "/resources/plans/wuhan");
        QVERIFY(all.size() >= 10);
        const auto& gas = all.at(KindCode("gas.cylinders"));
        QCOMPARE(gas.size(), std::size_t{2});
        QCOMPARE(gas[0].name.zh, std::string("钢瓶"));
        QCOMPARE(gas[0].unitZh, std::string("只"));
        QVERIFY(gas[0].choices.empty());
        QCOMPARE(gas[1].choices.size(), std::size_t{3});
        QCOMPARE(gas[1].choices[1].en, std::string("yes"));
        for (const auto& [kind, fields] : all) {
            QVERIFY2(m_plan->kind(kind) != nullptr, kind.value.c_str());
        }
        QVERIFY(readReportFields("/no such folder").empty());
        QVERIFY(readReportFields({}).empty());
    }

    void limitsOfAKindReplaceThoseOfTheGrade()
    {
        QCOMPARE(m_plan->limitsFor(KindCode("gas.cylinders"), Grade::III, Mode::Normal).done, 120);
        QCOMPARE(m_plan->limitsFor(KindCode("gas.cylinders"), Grade::III, Mode::Normal).sign, 10);
        QCOMPARE(m_plan->limitsFor(KindCode("noise"), Grade::III, Mode::Normal).done, 1440);
        QCOMPARE(
            m_plan->limitsFor(KindCode("no such kind"), Grade::I, Mode::Normal).phoneReport, 10);
    }

    void aLimitMayBeInWorkingTime()
    {
        const Limits week = m_plan->limitsFor(KindCode("livelihood"), Grade::IV, Mode::Normal);
        QVERIFY(week.doneWork == (WorkLimit{WorkLimit::Unit::Days, 7}));
        QCOMPARE(week.done, 10 * 24 * 60); // about as long for those who cannot count workdays
        QVERIFY(!m_plan->limitsFor(KindCode("noise"), Grade::IV, Mode::Normal).doneWork);
        const PlanCopy copy;
        copy.replace(
            QStringLiteral("limits.toml"), "done = 4320", "done = 960\nclock = \"working\"");
        const auto loaded = loadPlan(copy.dir());
        QVERIFY(loaded);
        QVERIFY(
            loaded->plan.limits.at(Grade::IV).doneWork
            == (WorkLimit{WorkLimit::Unit::Minutes, 960}));
        const auto own = std::ranges::find_if(loaded->plan.kinds, [](const Kind& kind) {
            return kind.limits.contains(Grade::IV) && kind.limits.at(Grade::IV).done == 240;
        });
        QVERIFY(own != loaded->plan.kinds.end());
        QVERIFY(!own->limits.at(Grade::IV).doneWork); // written alone, it is plain minutes
    }

    void aYearWithoutHolidaysIsToldOf()
    {
        const PlanCopy copy;
        copy.replace(QStringLiteral("calendar.toml"), "2025, 2026]", "2025, 2026, 2028]");
        const auto loaded = loadPlan(copy.dir());
        QVERIFY(loaded);
        QCOMPARE(loaded->warnings.size(), 2U);
        QCOMPARE(loaded->warnings[0].message.substr(0, 4), std::string("2027"));
        QCOMPARE(loaded->warnings[1].message.substr(0, 4), std::string("2028"));
        QCOMPARE(
            loaded->warnings[0].line, copy.lineOf(QStringLiteral("calendar.toml"), "years = ["));
    }

    // Published in November for the year after.
    void theYearsAheadAreAskedFor_data()
    {
        QTest::addColumn<int>("year");
        QTest::addColumn<int>("month");
        QTest::addColumn<int>("warnings");
        QTest::newRow("known") << 2026 << 11 << 0;
        QTest::newRow("the next one is due") << 2026 << 12 << 1;
        QTest::newRow("nobody has cared") << 2027 << 3 << 1;
        QTest::newRow("before the first") << 2017 << 3 << 1;
    }

    void theYearsAheadAreAskedFor()
    {
        QFETCH(int, year);
        QFETCH(int, month);
        const Instant now = std::chrono::sys_days(
            std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) / 20);
        QTEST(static_cast<int>(checkPlan(shippedDir(), now).size()), "warnings");
    }

    // Given to nobody, no contacts are kept: that is no fault.
    void contactsAreForTheOfficeAndTheDistricts()
    {
        const Plan& plan = *m_plan;
        QCOMPARE(plan.contactDays, 30);
        for (const Role role : {Role::DutyOfficer, Role::DutyChief, Role::DistrictDesk}) {
            QCOMPARE(plan.reachOf(role, Right::SealContact), Reach::Own);
            QCOMPARE(plan.reachOf(role, Right::OpenContact), Reach::Own);
        }
        for (const Role role : {Role::Leader, Role::LineDesk, Role::Inspector, Role::Viewer}) {
            QCOMPARE(plan.reachOf(role, Right::OpenContact), Reach::None);
        }
        const PlanCopy copy;
        const auto file = QStringLiteral("roles.toml");
        copy.write(file, copy.read(file).replace("seal_contact", "#").replace("open_contact", "#"));
        const auto without = loadPlan(copy.dir());
        QVERIFY(without);
        QCOMPARE(without->plan.reachOf(Role::DutyChief, Right::SealContact), Reach::None);
    }

    void everyUnitHasNamesInBothLanguages()
    {
        for (const auto& unit : m_plan->units) {
            const bool isComplete = !unit.name.zh.empty() && !unit.name.en.empty()
                                    && !unit.name.shortZh.empty() && !unit.name.shortEn.empty();
            QVERIFY2(isComplete, unit.code.str().c_str());
        }
    }

    void lookingUpWhatIsNotThereGivesNothing()
    {
        QVERIFY(m_plan->unit(UnitCode("D99")) == nullptr);
        QVERIFY(m_plan->area(0) == nullptr);
        QVERIFY(m_plan->area(37) == nullptr);
        QVERIFY(m_plan->street(StreetCode("zzz")) == nullptr);
        QVERIFY(m_plan->post(PostCode("")) == nullptr);
    }

private:
    QString marks(UnitKind kind, std::string Unit::* mark) const
    {
        std::string text;
        for (const auto& unit : m_plan->units) {
            if (unit.kind == kind) {
                text += unit.*mark;
            }
        }
        return QString::fromStdString(text);
    }

    std::shared_ptr<const Plan> m_plan;
};

QTEST_GUILESS_MAIN(tst_PlanLoader)
#include "tst_PlanLoader.moc"
