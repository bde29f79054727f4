// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of the plan: wire form, two persons, coverage, valid from a local midnight, the past as it was.
#include "data/model/PlanState.h"
#include "data/plan/areas/AreaCover.h"
#include "tests/support/PlanChanges.h"
#include "tests/support/SamplePlan.h"

#include <QTest>

using namespace sz;
using namespace sz::model;
using sz::test::samplePlan;

namespace {

const Instant kNow = fromUtcMs(1'790'000'000'000);
const std::int64_t kDay = samplePlan()->calendar.localDay(kNow) + 7;

Actor chief(const char* person = "")
{
    return {UnitCode("HQ"), PostCode("HQ-chief"), plan::Role::DutyChief, PersonCode(person)};
}

Actor officer(const char* person = "")
{
    return {UnitCode("HQ"), PostCode("HQ-deputy"), plan::Role::DutyOfficer, PersonCode(person)};
}

Actor admin()
{
    return {UnitCode("HQ"), PostCode("HQ-admin"), plan::Role::Administrator, PersonCode()};
}

std::string word(const Result<void>& result)
{
    return result ? "ok" : std::string(codeName(result.error().code));
}

log::Entry entryOf(const PlanAct& act, const Actor& who, Instant at = kNow)
{
    static UlidMaker ids;
    log::Entry entry;
    entry.id = ids.next(at);
    entry.desk = DeskId("desk-1");
    entry.unit = who.unit;
    entry.post = who.post;
    entry.person = who.person;
    entry.time = {at, 0};
    entry.type = planActType(act);
    entry.subject = planSubject();
    entry.body = encodePlanAct(act);
    return entry;
}

/// A log of this matter only.
class Log
{
public:
    /// Id of the entry, or the code of the refusal.
    std::string write(const PlanAct& act, const Actor& who, Instant at = kNow)
    {
        const auto may = checkPlanAct(*samplePlan(), state, who, act);
        return may ? force(entryOf(act, who, at)) : word(may);
    }
    std::string force(const log::Entry& entry)
    {
        foldPlan(*samplePlan(), state, *log::decodeEntry(log::encodeEntry(entry)));
        return entry.id.text();
    }
    [[nodiscard]] ProposalState stateOf(const std::string& id) const
    {
        return state.proposal(id)->state;
    }
    [[nodiscard]] int areaAt(Wgs84 point, Instant when) const
    {
        return plan::PlaceIndex(planAt(samplePlan(), state, when)).areaAt(point);
    }

    PlanState state;
};

const sz::test::Redrawn& moved()
{
    static const auto kMoved =
        sz::test::redrawn(samplePlan(), sz::test::areaWithNeighbour(*samplePlan()));
    return kMoved;
}

ProposePlan proposal(std::int64_t day = kDay)
{
    return {moved().change, day, "长江新区调整", 0};
}

/// A street of a district with two areas, and the other area.
plan::StreetMove streetMove()
{
    for (const plan::Street& one : samplePlan()->streets) {
        const auto& areas = samplePlan()->district(one.district)->areas;
        if (areas.size() > 1) {
            return {one.code, one.area == areas[0] ? areas[1] : areas[0]};
        }
    }
    return {};
}

} // namespace

class tst_PlanActs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWireFormComesBack()
    {
        ProposePlan whole = proposal();
        whole.change.streets.push_back(streetMove());
        for (const PlanAct& act :
             {PlanAct(whole), PlanAct(DecidePlan{"01X", true, "同意"}),
              PlanAct(WithdrawPlan{"01X", "写错了"})}) {
            const auto entry = entryOf(act, chief());
            QVERIFY(log::encodeEntry(entry).size() < log::kMaxEntryBytes);
            const auto back = decodePlanAct(*log::decodeEntry(log::encodeEntry(entry)));
            QVERIFY(back && *back);
            QVERIFY(**back == act);
        }
        QCOMPARE(planActType(PlanAct(whole)), 130U);
    }

    void theOutlinesOfTheWholeCityComeBackExactly()
    {
        ProposePlan all{{}, kDay, "全市", 0};
        for (const plan::Area& area : samplePlan()->areas) {
            all.change.outlines.push_back({area.number, area.outline});
        }
        qInfo("%zu bytes for 36 areas", encodePlanAct(all).size());
        const auto back = decodePlanAct(entryOf(all, chief()));
        QVERIFY(back && *back && **back == PlanAct(all)); // micro-degrees come back exactly
    }

    void whatIsDamagedOrNewerIsPassedBy_data()
    {
        QTest::addColumn<int>("injury");
        for (int i = 0; i < 5; ++i) {
            QTest::addRow("injury %d", i) << i;
        }
    }

    void whatIsDamagedOrNewerIsPassedBy()
    {
        QFETCH(int, injury);
        log::Entry entry = entryOf(proposal(), chief());
        log::Fields fields = *log::decode(entry.body)->as<log::Fields>();
        const auto outline = [&](log::Array ring) {
            log::Array rings;
            rings.emplace_back(std::move(ring));
            log::Array polygons;
            polygons.emplace_back(std::move(rings));
            log::Array outlines;
            outlines.emplace_back(log::Fields{{1, 5}, {2, std::move(polygons)}});
            fields[1] = std::move(outlines);
        };
        switch (injury) {
        case 0:
            entry.typeVersion = 2;
            break;
        case 1:
            entry.body.resize(entry.body.size() / 2);
            break;
        case 2: // two corners
            outline({1, 2, 3, 4});
            break;
        case 3: // far out of any map, by steps that each look harmless
            outline({300'000'000, 0, 300'000'000, 0, 5, 5});
            break;
        default:
            fields[3] = std::int64_t{1} << 62;
        }
        if (injury >= 2) {
            entry.body = log::encode(fields);
        }
        Log log;
        log.force(entry);
        QVERIFY(log.state == PlanState{});
    }

    // A district's outlines go into one entry, all of the city's do not: the refusal says how much there is room for.
    void whatIsTooLargeForAnEntryIsRefused()
    {
        plan::AreaChange all;
        for (const plan::District& district : samplePlan()->districts) {
            plan::AreaChange one;
            for (const plan::Area& area : samplePlan()->areas) {
                if (area.district == district.code) {
                    one.outlines.push_back({area.number, area.outline});
                    all.outlines.push_back({area.number, area.outline});
                }
            }
            QVERIFY(encodePlanAct(ProposePlan{one, kDay, "重划", 0}).size() < kMostPlanBytes / 4);
        }
        const ProposePlan big{all, kDay, "重划", 0};
        const auto may = checkPlanAct(*samplePlan(), {}, chief(), big);
        QCOMPARE(word(may), "LimitOutOfRange");
        const std::string bytes = std::to_string(encodePlanAct(big).size());
        QVERIFY2(may.error().detail.contains(bytes), may.error().detail.c_str());
        // The largest that may be written is no larger than an entry with the longest names around it.
        log::Entry entry =
            entryOf(WithdrawPlan{std::string(26, '0'), ""}, chief(std::string(64, 'p').c_str()));
        entry.body = Bytes(kMostPlanBytes, 0);
        QVERIFY(log::encodeEntry(entry).size() < log::kMaxEntryBytes);
    }

    void anotherPersonApproves()
    {
        Log log;
        const auto id = log.write(proposal(), officer("P1"));
        QCOMPARE(log.stateOf(id), ProposalState::Waiting);
        QCOMPARE(log.state.waiting(), 1);
        QCOMPARE(log.write(DecidePlan{id, true, ""}, officer("P2")), "NotAllowed");
        QCOMPARE(log.write(DecidePlan{id, true, ""}, chief("P1")), "SecondPerson");
        QCOMPARE(log.write(DecidePlan{"none", true, ""}, chief("P2")), "NotFound");
        QCOMPARE(log.write(DecidePlan{id, false, " "}, chief("P2")), "MissingField");
        QCOMPARE(log.write(DecidePlan{id, true, "同意"}, chief("P2")).size(), std::size_t{26});
        QCOMPARE(log.stateOf(id), ProposalState::Approved);
        QCOMPARE(log.state.proposal(id)->decidedBy.person, PersonCode("P2"));
        QCOMPARE(log.write(DecidePlan{id, false, "晚了"}, chief("P3")), "AlreadyDone");
        QCOMPARE(log.write(WithdrawPlan{id, ""}, officer("P1")), "AlreadyDone");
    }

    // Nobody has signed on: the post is who it was.
    void aSharedSeatIsOnePerson()
    {
        Log log;
        const auto id = log.write(proposal(), chief());
        QCOMPARE(log.write(DecidePlan{id, true, ""}, chief()), "SecondPerson");
        QCOMPARE(log.write(WithdrawPlan{id, ""}, officer()), "NotAllowed");
        QCOMPARE(log.write(DecidePlan{id, true, ""}, admin()).size(), std::size_t{26});
    }

    void whoMayPropose()
    {
        Log log;
        const Actor district{
            UnitCode("D05"), PostCode("D05-desk"), plan::Role::DistrictDesk, PersonCode()};
        QCOMPARE(log.write(proposal(), district), "NotAllowed");
        const Actor viewer{UnitCode("HQ"), PostCode(), plan::Role::Viewer, PersonCode()};
        QCOMPARE(log.write(proposal(), viewer), "NotAllowed");
        QCOMPARE(log.write(proposal(), admin()).size(), std::size_t{26});
    }

    void whatIsNotWholeIsRefused()
    {
        Log log;
        const auto says = [&](const ProposePlan& act) { return log.write(act, chief()); };
        ProposePlan act = proposal();
        act.reason = "  ";
        QCOMPARE(says(act), "MissingField");
        QCOMPARE(says({{}, kDay, "没有内容", 0}), "NothingToAmend");
        act = proposal();
        act.change.outlines[0].area = 999;
        QCOMPARE(says(act), "BadArgument");
        act = proposal();
        act.change.outlines.push_back(act.change.outlines[0]);
        QCOMPARE(says(act), "BadArgument");
        act = proposal();
        act.change.outlines[0].outline.polygons.clear();
        QCOMPARE(says(act), "BadArgument");
        const plan::StreetMove move = streetMove();
        const int own = samplePlan()->street(move.street)->area;
        QCOMPARE(says({{{}, {{move.street, own}}}, kDay, "x", 0}), "NothingToAmend");
        QCOMPARE(says({{{}, {{StreetCode("0"), own}}}, kDay, "x", 0}), "BadArgument");
        QCOMPARE(says({{{}, {move, move}}, kDay, "x", 0}), "BadArgument");
        const auto other = std::ranges::find_if(samplePlan()->areas, [&](const plan::Area& area) {
            return area.district != samplePlan()->street(move.street)->district;
        });
        QCOMPARE(says({{{}, {{move.street, other->number}}}, kDay, "x", 0}), "BadArgument");
        QVERIFY(log.state == PlanState{});
    }

    void gapsAndOverlapsNameTheAreas()
    {
        ProposePlan half = proposal();
        half.change.outlines.pop_back();
        const auto may = checkPlanAct(*samplePlan(), {}, chief(), half);
        QCOMPARE(word(may), "BadArgument");
        for (const int area : {moved().from, moved().to}) {
            QVERIFY2(
                may.error().detail.find(std::to_string(area)) != std::string::npos,
                may.error().detail.c_str());
        }
        QVERIFY(may.error().detail.find("m²") != std::string::npos);
    }

    void itIsValidFromLocalMidnight()
    {
        Log log;
        const auto id = log.write(proposal(), officer());
        const Instant midnight = midnightOf(*samplePlan(), kDay);
        QCOMPARE(toUtcMs(midnight) % (24 * 3'600'000), 16 * 3'600'000); // 00:00 in Wuhan
        QCOMPARE(log.areaAt(moved().point, midnight + Minutes(1)), moved().from);
        log.write(DecidePlan{id, true, ""}, chief());
        QCOMPARE(log.areaAt(moved().point, midnight - Millis(1)), moved().from);
        QCOMPARE(log.areaAt(moved().point, midnight), moved().to);
        QCOMPARE(log.areaAt(moved().point, midnight + Minutes(1'000'000)), moved().to);
        QCOMPARE(log.areaAt(moved().point, kNow), moved().from);
        QCOMPARE(nextTurn(log.state, kNow), std::optional(midnight));
        QVERIFY(!nextTurn(log.state, midnight));
    }

    // What was answered yesterday is not changed today.
    void approvedLateItIsValidFromTheApproval()
    {
        Log log;
        const auto id = log.write(proposal(kDay - 10), officer());
        log.write(DecidePlan{id, true, ""}, chief(), kNow);
        QCOMPARE(log.state.proposal(id)->validFrom, kNow);
        QCOMPARE(log.areaAt(moved().point, kNow - Millis(1)), moved().from);
        QCOMPARE(log.areaAt(moved().point, kNow), moved().to);
    }

    void refusedAndWithdrawnChangeNothing()
    {
        Log log;
        const auto first = log.write(proposal(), officer());
        log.write(DecidePlan{first, false, "边界不清"}, chief());
        QCOMPARE(log.stateOf(first), ProposalState::Refused);
        QCOMPARE(log.state.proposal(first)->words, "边界不清");
        const auto second = log.write(proposal(), officer());
        QCOMPARE(log.write(WithdrawPlan{second, "写错了"}, officer()).size(), std::size_t{26});
        QCOMPARE(log.stateOf(second), ProposalState::Withdrawn);
        QCOMPARE(log.write(DecidePlan{second, true, ""}, chief()), "AlreadyDone");
        QVERIFY(log.state.approved().empty());
        QCOMPARE(planAt(samplePlan(), log.state, Instant::max()), samplePlan());
    }

    // Two were drawn on the same plan: the second would take the border of the first back unseen.
    void theSecondIsHeldAgainstTheFirst()
    {
        Log log;
        const auto first = log.write(proposal(), officer());
        ProposePlan other = proposal(kDay + 5);
        other.change = sz::test::redrawn(samplePlan(), moved().from, 1).change;
        const auto second = log.write(other, officer());
        QCOMPARE(second.size(), std::size_t{26});
        QCOMPARE(log.write(DecidePlan{first, true, ""}, chief()).size(), std::size_t{26});
        QCOMPARE(log.write(DecidePlan{second, true, ""}, chief()), "BadArgument");
        QCOMPARE(log.write(other, officer()), "BadArgument"); // and a late one likewise
        QCOMPARE(log.write(DecidePlan{second, false, "须重绘"}, chief()).size(), std::size_t{26});
        // Drawn again on what stands, it is as good as any.
        const auto now = planAt(samplePlan(), log.state, Instant::max());
        const ProposePlan again{
            sz::test::redrawn(now, moved().from, 1).change, kDay + 5, "重绘", log.state.approvals};
        const auto third = log.write(again, officer());
        QCOMPARE(log.write(DecidePlan{third, true, ""}, chief()).size(), std::size_t{26});
        QVERIFY(plan::coverFaults(*planAt(samplePlan(), log.state, Instant::max())).empty());
    }

    void oneSideOfABorderNeverStands()
    {
        Log log;
        const auto first = log.write(proposal(kDay + 5), officer());
        log.write(DecidePlan{first, true, ""}, chief());
        const auto now = planAt(samplePlan(), log.state, Instant::max());
        const auto change = sz::test::redrawn(now, moved().from, 1).change;
        ProposePlan act{change, kDay + 6, "再调", 1};
        act.change.outlines.resize(1);
        QCOMPARE(log.write(act, officer()), "BadArgument");
        act.change = change;
        QCOMPARE(log.write(act, officer()).size(), std::size_t{26});
    }

    void streetsGoOverOnTheirDay()
    {
        Log log;
        const plan::StreetMove move = streetMove();
        const int was = samplePlan()->street(move.street)->area;
        const auto id = log.write(ProposePlan{{{}, {move}}, kDay, "街道划转", 0}, officer());
        log.write(DecidePlan{id, true, ""}, chief());
        const Instant midnight = midnightOf(*samplePlan(), kDay);
        const auto at = [&](Instant when) {
            return planAt(samplePlan(), log.state, when)->street(move.street)->area;
        };
        QCOMPARE(at(midnight - Millis(1)), was);
        QCOMPARE(at(midnight), move.area);
        // It is there: once more is nothing.
        QCOMPARE(
            log.write(ProposePlan{{{}, {move}}, kDay + 1, "再来", 1}, officer()), "NothingToAmend");
    }

    void theShelfGivesTheSamePlan()
    {
        Log log;
        const auto id = log.write(proposal(), officer());
        log.write(DecidePlan{id, true, ""}, chief());
        const PlanShelf shelf(samplePlan());
        const Instant midnight = midnightOf(*samplePlan(), kDay);
        QCOMPARE(shelf.at(log.state, midnight - Millis(1)), samplePlan());
        const auto after = shelf.at(log.state, midnight);
        QVERIFY(after != samplePlan());
        QCOMPARE(shelf.at(log.state, midnight + Minutes(60)), after);
        QCOMPARE(shelf.at({}, midnight), samplePlan());
    }
};

QTEST_GUILESS_MAIN(tst_PlanActs)
#include "tst_PlanActs.moc"
