// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Redrawing areas: borders move for both neighbours, gaps and overlaps are found and named, the export can be read again.
#include "data/plan/areas/AreasJson.h"
#include "data/plan/areas/BorderEdit.h"
#include "data/plan/areas/StreetSeats.h"
#include "data/plan/PlanCheck.h"
#include "tests/support/PlanChanges.h"
#include "tests/support/ThreadTime.h"
#include "tests/unit/plan/PlanFixture.h"

#include <ranges>

using namespace sz;
using namespace sz::plan;
using namespace sz::plan::test;

namespace {

std::optional<std::size_t> cornerWhere(const BorderEdit& edit, auto is)
{
    for (std::size_t i = 0; i < edit.corners().size(); ++i) {
        if (is(edit.corners()[i])) {
            return i;
        }
    }
    return std::nullopt;
}

bool isFree(const BorderEdit::Corner& corner)
{
    return !corner.isFixed && !corner.isJunction;
}

Wgs84 beside(Wgs84 p, double degrees = 0.0005)
{
    return {p.lon + degrees, p.lat + degrees};
}

} // namespace

class tst_AreaEdit : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<const Plan> m_plan = shippedPlan();
    int m_area = sz::test::areaWithNeighbour(*m_plan);

private Q_SLOTS:
    void theShippedPlanIsCovered()
    {
        const auto faults = coverFaults(*m_plan);
        for (const auto& fault : faults) {
            qInfo() << wordsOf(fault).c_str();
        }
        QCOMPARE(faults.size(), std::size_t{0});
    }

    void aDistrictIsCheckedWhileACornerIsDragged()
    {
        double most = 0;
        for (const District& district : m_plan->districts) {
            const sz::test::ThreadTime own;
            QVERIFY(coverFaults(*m_plan, {district.areas.front()}).empty());
            most = std::max(most, own.ms());
        }
        qInfo("slowest district: %.1f ms", most);
        QVERIFY2(most < 500 * sz::test::kSlowness, qPrintable(QString::number(most)));
    }

    void aSharedCornerMovesForBoth()
    {
        BorderEdit edit(m_plan, m_area);
        const auto corner = cornerWhere(edit, isFree);
        QVERIFY(corner);
        QVERIFY(edit.move(*corner, beside(edit.corners()[*corner].at, 0.00002)));
        const auto changed = edit.changed();
        QCOMPARE(changed.size(), std::size_t{2});
        QVERIFY(coverFaults(*edit.result(), {m_area}).empty());
        QVERIFY(edit.undo());
        QVERIFY(edit.changed().empty());
        QVERIFY(!edit.undo());
    }

    void aDragIsOneStepOfUndo()
    {
        BorderEdit edit(m_plan, m_area);
        const auto corner = cornerWhere(edit, isFree);
        const Wgs84 at = edit.corners()[*corner].at;
        QVERIFY(edit.move(*corner, beside(at, 0.00001)));
        QVERIFY(edit.move(*corner, beside(at, 0.00002), true));
        QVERIFY(edit.move(*corner, beside(at, 0.00003), true));
        QVERIFY(edit.undo());
        QCOMPARE(edit.corners()[*corner].at, at);
        QVERIFY(!edit.canUndo());
    }

    void aDistrictsBorderStays()
    {
        BorderEdit edit(m_plan, m_area);
        const auto fixed = cornerWhere(edit, [](const auto& c) { return c.isFixed; });
        QVERIFY(fixed);
        QCOMPARE(
            edit.move(*fixed, beside(edit.corners()[*fixed].at)).error(),
            EditRefusal::DistrictBorder);
        QCOMPARE(edit.remove(*fixed).error(), EditRefusal::DistrictBorder);
        QVERIFY(edit.changed().empty());
    }

    void aCornerIsAddedAndTakenAway()
    {
        BorderEdit edit(m_plan, m_area);
        const std::size_t before = edit.corners().size();
        const auto corner = cornerWhere(edit, isFree);
        const auto added = edit.insertAfter(*corner);
        QVERIFY(added);
        QCOMPARE(edit.corners().size(), before + 1);
        QVERIFY(isFree(edit.corners()[*added]));
        QVERIFY(edit.remove(*added));
        QCOMPARE(edit.corners().size(), before);
        QVERIFY(edit.changed().empty());
        QVERIFY(edit.remove(*cornerWhere(edit, isFree)));
        QCOMPARE(edit.changed().size(), std::size_t{2});
    }

    void aJunctionCannotBeTakenAway()
    {
        for (const Area& area : m_plan->areas) {
            BorderEdit edit(m_plan, area.number);
            const auto meeting =
                cornerWhere(edit, [](const auto& c) { return c.isJunction && !c.isFixed; });
            if (meeting) {
                QCOMPARE(edit.remove(*meeting).error(), EditRefusal::Junction);
                return;
            }
        }
        QSKIP("no three areas of one district meet");
    }

    void cornersDoNotFallTogether()
    {
        BorderEdit edit(m_plan, m_area);
        const auto corner = cornerWhere(edit, isFree);
        const auto& all = edit.corners();
        QCOMPARE(edit.move(*corner, all[all[*corner].next].at).error(), EditRefusal::Taken);
        QCOMPARE(edit.move(all.size(), {}).error(), EditRefusal::NoSuchCorner);
    }

    void anAreaThatIsNotThereHasNoCorners() { QVERIFY(BorderEdit(m_plan, 999).corners().empty()); }

    void overlapsAndGapsAreNamed()
    {
        auto moved = sz::test::redrawn(m_plan, m_area);
        QCOMPARE(moved.change.outlines.size(), std::size_t{2});
        const int left = moved.change.outlines[0].area;
        const int right = moved.change.outlines[1].area;
        moved.change.outlines.pop_back(); // one neighbour's half only
        const auto faults = coverFaults(*changedPlan(*m_plan, moved.change), {left});
        QVERIFY(!faults.empty());
        const CoverFault& worst = faults.front();
        QCOMPARE(worst.areas, (std::vector<int>{left, right}));
        QVERIFY(worst.sort == CoverSort::Gap || worst.sort == CoverSort::Overlap);
        QVERIFY(worst.squareMetres > 1000);
        QVERIFY(!worst.ground.polygons.empty());
        QVERIFY(distanceMetres(worst.at, moved.point) < 2000);
        const std::string words = wordsOf(worst);
        QVERIFY2(words.find(std::to_string(left)) != std::string::npos, words.c_str());
        QVERIFY2(words.find("m²") != std::string::npos, words.c_str());
    }

    void whatCrossesItselfIsNamed()
    {
        AreaChange change{{{m_area, m_plan->area(m_area)->outline}}, {}};
        Ring& ring = change.outlines[0].outline.polygons[0].rings[0];
        std::swap(ring[2], ring[ring.size() / 2]);
        const auto faults = coverFaults(*changedPlan(*m_plan, change), {m_area});
        QCOMPARE(faults.size(), std::size_t{1});
        QCOMPARE(faults[0].sort, CoverSort::Crossed);
        QCOMPARE(faults[0].areas, std::vector<int>{m_area});
    }

    void aChangedPlanAnswersOtherwise()
    {
        const auto moved = sz::test::redrawn(m_plan, m_area);
        const PlaceIndex index(m_plan);
        QCOMPARE(index.areaAt(moved.point), moved.from);
        index.setPlan(changedPlan(*m_plan, moved.change));
        QCOMPARE(index.areaAt(moved.point), moved.to);
        QCOMPARE(index.placeAt(moved.point).area, moved.to);
        index.setPlan(m_plan);
        QCOMPARE(index.areaAt(moved.point), moved.from);
    }

    void aStreetTakesItsCommunitiesAlong()
    {
        const auto street = std::ranges::find_if(m_plan->streets, [&](const Street& one) {
            return m_plan->district(one.district)->areas.size() > 1;
        });
        const auto& areas = m_plan->district(street->district)->areas;
        const int to = street->area == areas[0] ? areas[1] : areas[0];
        const auto after = changedPlan(*m_plan, {{}, {{street->code, to}}});
        QCOMPARE(after->street(street->code)->area, to);
        const auto isThere = [&](const Community& c) { return c.street == street->code; };
        for (const Community& one : after->communities | std::views::filter(isThere)) {
            QCOMPARE(one.area, to);
        }
        PlaceFinder finder(m_plan);
        ExtraPlace extra;
        extra.name.zh = "新设便民点";
        extra.point = m_plan->centre;
        finder.setExtras({extra});
        const auto placed = [&] {
            for (const auto& match : finder.find(street->name.zh)) {
                if (match.place.street == street->code && match.sort == PlaceSort::Street) {
                    return match.place.area;
                }
            }
            return 0;
        };
        QCOMPARE(placed(), street->area);
        finder.setPlan(after);
        QCOMPARE(placed(), to);
        QVERIFY(!finder.find("新设便民点").empty());
    }

    void aSeatLeftBehindIsTold()
    {
        const auto street = std::ranges::find_if(m_plan->streets, [&](const Street& one) {
            return one.seat && m_plan->district(one.district)->areas.size() > 1
                   && PlaceIndex(m_plan).areaAt(*one.seat) == one.area;
        });
        QVERIFY(street != m_plan->streets.end());
        const auto& areas = m_plan->district(street->district)->areas;
        const int to = street->area == areas[0] ? areas[1] : areas[0];
        QVERIFY(straySeats(*m_plan, {}).empty());
        const StraySeat left{street->code, to, street->area};
        QCOMPARE(straySeats(*m_plan, {{}, {{street->code, to}}}), std::vector{left});
        // Outlines swapped as well: the street goes along with its ground, all others of both areas are left behind.
        const AreaChange both{
            {{to, m_plan->area(street->area)->outline}, {street->area, m_plan->area(to)->outline}},
            {{street->code, to}}};
        const auto strays = straySeats(*m_plan, both);
        QVERIFY(!std::ranges::contains(strays, street->code, &StraySeat::street));
        // What is astray already is no news.
        const auto after = changedPlan(*m_plan, {{}, {{street->code, to}}});
        QVERIFY(straySeats(*after, {{{to, m_plan->area(to)->outline}}, {}}).empty());
    }

    void theExportIsAPlanFile()
    {
        const auto moved = sz::test::redrawn(m_plan, m_area);
        const auto after = changedPlan(*m_plan, moved.change);
        const PlanCopy copy;
        copy.write(
            QStringLiteral("areas.geojson"),
            QByteArray::fromStdString(areasJson(*after, "2026-12-01")));
        const auto read = loadPlan(copy.dir());
        QVERIFY2(read.has_value(), qPrintable(described(checkPlan(copy.dir()))));
        QCOMPARE(read->plan.areas.size(), after->areas.size());
        for (const Area& area : after->areas) {
            const Area* same = read->plan.area(area.number);
            QVERIFY(same->outline == area.outline);
            QCOMPARE(same->name.zh, area.name.zh);
            QCOMPARE(same->unit, area.unit);
            QVERIFY(distanceMetres(same->label, area.label) < 0.2);
        }
        const auto faults = checkPlan(copy.dir());
        QVERIFY2(std::ranges::none_of(faults, &Fault::isError), qPrintable(described(faults)));
    }
};

QTEST_GUILESS_MAIN(tst_AreaEdit)
#include "tst_AreaEdit.moc"
