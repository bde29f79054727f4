// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a unit is told about itself, counted by hand.
#include "data/report/Scorecard.h"
#include "tests/support/SampleWorld.h"
#include "tests/unit/report/ScoreFixture.h"

#include <QTest>

#include <set>

using namespace sz;
using namespace sz::model;
using namespace sz::report;
using namespace sz::report::test;

namespace {

using enum Figure;

std::int64_t scoreOf(const Scorecard& card, const char* unit)
{
    const UnitCard* found = card.unit(UnitCode(unit));
    return found == nullptr ? -1 : found->points.score.value_or(-2);
}

/// Education signs after 5 minutes, speaks after 35, is done after 100; Police signs 2 minutes late, is there in the last
/// minute and a half, speaks, and is not done.
Story twoUnits()
{
    Story story = orderedStory(); // issued at 2
    story.tell(line("L06"), 7, SignOrder{OrderId("o1")});
    story.tell(line("L01"), 14, SignOrder{OrderId("o2")}); // the limit was 12
    story.tell(line("L06"), 37, ReportOrder{OrderId("o1"), "half the pupils traced"});
    story.tell(line("L01"), 43, ProgressOrder{OrderId("o2"), Progress::OnScene, {}}); // until 44
    story.tell(line("L01"), 60, ReportOrder{OrderId("o2"), "all calm"});
    story.tell(line("L06"), 102, FinishOrder{OrderId("o1"), "all traced"});
    return story;
}

Values valuesOf(std::initializer_list<std::pair<Figure, std::int64_t>> some)
{
    Values values{};
    values[static_cast<std::size_t>(Counted)] = 10;
    for (const auto& [figure, value] : some) {
        values[static_cast<std::size_t>(figure)] = value;
    }
    return values;
}

std::shared_ptr<Incident> rated(const Story& story, int score)
{
    auto incident = std::make_shared<Incident>(story.now());
    incident->rating = Rating{score, "回访", {}, story.at(200), UnitCode("HQ")};
    return incident;
}

} // namespace

class tst_Scorecard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFigureOfTwoOrders()
    {
        const Scorecard card = cardAt(twoUnits(), 200);
        QCOMPARE(card.units.size(), 2U);
        const std::map<Figure, std::pair<int, int>> wanted{
            // Education, Police
            {Given, {1, 1}},         {Counted, {1, 1}},
            {Done, {1, 0}},          {Open, {0, 1}},
            {Withdrawn, {0, 0}},     {HandedOn, {0, 0}},
            {SignDue, {1, 1}},       {SignedInTime, {1, 0}},
            {ArriveDue, {0, 1}},     {ArrivedInTime, {0, 1}},
            {AnswerDue, {1, 1}},     {AnsweredInTime, {1, 1}},
            {FinishDue, {1, 0}},     {DoneInTime, {1, 0}},
            {LateSign, {0, 1}},      {LateArrive, {0, 0}},
            {LateAnswer, {0, 0}},    {LateFinish, {0, 0}},
            {Late, {0, 1}},          {Warned, {0, 1}},
            {Returns, {0, 0}},       {ReliefsAsked, {0, 0}},
            {Reminders, {0, 0}},     {Rated, {0, 0}},
            {SignP50, {300, 720}},   {SignWorst, {300, 720}},
            {ArriveP50, {-2, 1740}}, {AnswerP50, {1800, 2760}},
            {FinishP50, {6000, -2}}, {RatingMean, {-2, -2}}};
        for (const auto& [figure, both] : wanted) {
            QVERIFY2(count(card, "L06", figure) == both.first, figureName(figure).data());
            QVERIFY2(count(card, "L01", figure) == both.second, figureName(figure).data());
        }
    }

    void pointsByHand()
    {
        const Scorecard card = cardAt(twoUnits(), 200);
        QCOMPARE(scoreOf(card, "L06"), 100'000); // nobody rated: 85 points scaled up to 100
        QCOMPARE(scoreOf(card, "L01"), 0);       // 0 of 1 signed in time, less 0.2 and 0.5
        QCOMPARE(card.unit(UnitCode("L06"))->rank, 1);
        QCOMPARE(card.unit(UnitCode("L01"))->rank, 2);
        QCOMPARE(card.unit(UnitCode("L06"))->points.band->nameEn, std::string("excellent"));
        QCOMPARE(card.unit(UnitCode("L01"))->points.band->nameEn, std::string("to improve"));
    }

    void aRatingIsTheLeads()
    {
        const Story story = twoUnits();
        const Scorecard poor = cardAt(story, 200, rated(story, 3));
        QCOMPARE(count(poor, "L06", Rated), 1);
        QCOMPARE(count(poor, "L06", Satisfied), 0);
        QCOMPARE(count(poor, "L06", RatingMean), 3000);
        QCOMPARE(count(poor, "L01", Rated), 0);
        QCOMPARE(scoreOf(poor, "L06"), 85'000);
        QCOMPARE(scoreOf(cardAt(story, 200, rated(story, 4)), "L06"), 100'000);
    }

    void thePointsAreInIntegers_data()
    {
        QTest::addColumn<Values>("values");
        QTest::addColumn<qint64>("score");
        const auto row = [](const char* name, const Values& values, std::int64_t score) {
            QTest::newRow(name) << values << static_cast<qint64>(score);
        };
        row("all three terms",
            valuesOf(
                {{DoneInTime, 2},
                 {FinishDue, 3},
                 {SignedInTime, 3},
                 {SignDue, 3},
                 {Satisfied, 1},
                 {Rated, 2}}),
            72'500); // 40.000 + 25.000 + 7.500
        row("a third is rounded to a thousandth, the score to a tenth",
            valuesOf(
                {{DoneInTime, 1},
                 {FinishDue, 3},
                 {SignedInTime, 1},
                 {SignDue, 3},
                 {Satisfied, 1},
                 {Rated, 3}}),
            33'300); // 20.000 + 8.333 + 5.000 = 33.333
        row("half a tenth goes up",
            valuesOf(
                {{DoneInTime, 1},
                 {FinishDue, 1},
                 {SignedInTime, 1},
                 {SignDue, 8},
                 {Satisfied, 0},
                 {Rated, 1},
                 {Warned, 0}}),
            63'100); // 60 + 3.125 = 63.125 -> 63.1
        row("broken limits are capped at a point",
            valuesOf(
                {{DoneInTime, 1},
                 {FinishDue, 1},
                 {SignedInTime, 1},
                 {SignDue, 1},
                 {Satisfied, 1},
                 {Rated, 1},
                 {Late, 7}}),
            99'000);
        row("warnings are not capped",
            valuesOf(
                {{DoneInTime, 1},
                 {FinishDue, 1},
                 {SignedInTime, 1},
                 {SignDue, 1},
                 {Satisfied, 1},
                 {Rated, 1},
                 {Warned, 30}}),
            94'000);
        row("not below nothing", valuesOf({{DoneInTime, 0}, {FinishDue, 1}, {Returns, 3}}), 0);
        row("a term without a case is left out", valuesOf({{DoneInTime, 1}, {FinishDue, 2}}),
            50'000);
    }

    void thePointsAreInIntegers()
    {
        QFETCH(const Values, values);
        QFETCH(const qint64, score);
        const auto rule = sampleRule();
        QCOMPARE(pointsOf(rule, values).score.value_or(-2), score);
    }

    void noScoreSaysWhy()
    {
        plan::ScoreRule rule = sampleRule();
        rule.minimum = 11;
        const Values due = valuesOf({{DoneInTime, 1}, {FinishDue, 1}});
        QVERIFY(!pointsOf(rule, due).score);
        QCOMPARE(pointsOf(rule, due).why, Points::Why::TooFew);
        rule.minimum = 10;
        QCOMPARE(pointsOf(rule, due).why, Points::Why::Scored);
        QCOMPARE(pointsOf(rule, valuesOf({})).why, Points::Why::NoCase);
        QCOMPARE(pointsOf({}, due).why, Points::Why::NoFormula);
    }

    void equalScoresAreEqualRanks()
    {
        Story story;
        story.tell(
            office(), 2,
            IssueOrders{
                "go",
                {to("a", "L01"), to("b", "L06"), to("c", "L19"), to("d", "D05"), to("e", "D02")}});
        for (const auto& [unit, order] :
             {std::pair{"L01", "a"}, {"L06", "b"}, {"L19", "c"}, {"D05", "d"}}) {
            const double minute = std::string(order) == "b" ? 20 : 5; // b is late
            story.tell(line(unit), minute, SignOrder{OrderId(order)});
        }
        const Scorecard card = cardAt(story, 21);
        std::map<std::string, int> ranks;
        for (const UnitCard& unit : card.units) {
            ranks[unit.unit.value] = unit.rank;
        }
        QCOMPARE(ranks.at("L01"), 1);
        QCOMPARE(ranks.at("L19"), 1);
        QCOMPARE(ranks.at("D05"), 1);
        QCOMPARE(ranks.at("L06"), 4);                       // three before it
        QCOMPARE(ranks.at("D02"), 4);                       // never signed: as bad
        QCOMPARE(card.units.front().unit, UnitCode("D05")); // equal ones by code
    }

    void noOrdersNoUnits()
    {
        const Story story;
        QVERIFY(cardAt(story, 10).units.empty());
        QCOMPARE(cardAt(story, 10).rows(UnitCode("L06"), Given).size(), 0U);
    }

    void anOrderBelongsToThePeriodItWasIssuedIn()
    {
        const Story story = twoUnits();
        const IncidentPtr incident = story.pointer();
        const auto unitsIn = [&](double from, double until) {
            return makeScorecard(
                       scored(story.plan()), std::span(&incident, 1),
                       {Story::at(from), Story::at(until)}, Story::at(200))
                .units.size();
        };
        QCOMPARE(unitsIn(2, 3), 2U);    // from its moment on
        QCOMPARE(unitsIn(0, 2), 0U);    // not at the end
        QCOMPARE(unitsIn(3, 1000), 0U); // signed and done there, but not issued
    }

    void atTheLimitItself()
    {
        const Story open = orderedStory(); // sign until 12
        QCOMPARE(count(cardAt(open, 11.999), "L06", Late), 0);
        QCOMPARE(count(cardAt(open, 11.999), "L06", Warned), 1);
        QCOMPARE(count(cardAt(open, 12), "L06", LateSign), 1); // as the lamp: red from the limit on
        QCOMPARE(count(cardAt(open, 12), "L06", Warned), 0);
        QCOMPARE(count(cardAt(open, 12), "L06", SignDue), 1);
        QCOMPARE(count(cardAt(open, 11), "L06", SignDue), 0); // may still be kept
        Story kept = orderedStory();
        kept.tell(line("L06"), 12, SignOrder{OrderId("o1")});
        QCOMPARE(count(cardAt(kept, 500), "L06", LateSign), 0); // done at it is done in time
        QCOMPARE(count(cardAt(kept, 500), "L06", SignedInTime), 1);
    }

    void aReturnIsHeldUntilSomebodyHasIt()
    {
        Story story = orderedStory();
        story.tell(line("L06"), 15, ReturnOrder{OrderId("o1"), "not ours"}); // signed for it never
        const Scorecard held = cardAt(story, 20);
        QCOMPARE(count(held, "L06", Returns), 1);
        QCOMPARE(count(held, "L06", Counted), 1);
        QCOMPARE(count(held, "L06", Open), 1);
        QCOMPARE(count(held, "L06", LateSign), 1);                  // who returns late was late
        QCOMPARE(count(cardAt(story, 2000), "L06", LateFinish), 1); // no clock is ever ownerless
        Story back = story;
        back.tell(office(), 30, DecideReturn{OrderId("o1"), false, "yours"});
        QCOMPARE(count(cardAt(back, 40), "L06", Returns), 1);
        QCOMPARE(count(cardAt(back, 40), "L06", Counted), 1);
        Story away = story;
        away.tell(office(), 30, DecideReturn{OrderId("o1"), true, "the office takes it"});
        QCOMPARE(count(cardAt(away, 2000), "L06", Counted), 0);
        QCOMPARE(count(cardAt(away, 2000), "L06", HandedOn), 1);
        QCOMPARE(count(cardAt(away, 2000), "L06", LateFinish), 0);
        QCOMPARE(scoreOf(cardAt(away, 2000), "L06"), -2); // nothing left to be done: too few
    }

    void theNextUnitDoesNotInheritReturns()
    {
        Story story = orderedStory();
        story.tell(line("L06"), 5, ReturnOrder{OrderId("o1"), "not ours"});
        OrderTo next = to("o3", "L19", true);
        next.instead = OrderId("o1");
        story.tell(office(), 8, IssueOrders{"take it", {next}});
        QCOMPARE(story.order("o3").returns, 1); // the chain counts it
        QCOMPARE(count(cardAt(story, 9), "L19", Returns), 0);
        QCOMPARE(count(cardAt(story, 9), "L06", Returns), 1);
    }

    void withdrawnIsNobodysFault()
    {
        Story story = orderedStory();
        story.tell(office(), 6, WithdrawOrder{OrderId("o1"), "by mistake"});
        const Scorecard card = cardAt(story, 5000);
        QCOMPARE(count(card, "L06", Given), 1);
        QCOMPARE(count(card, "L06", Withdrawn), 1);
        QCOMPARE(count(card, "L06", Counted), 0);
        QCOMPARE(count(card, "L06", Late), 0);
    }

    void aSuspendedClockStandsStill()
    {
        const auto told = [](bool isGranted) {
            Story story = orderedStory();
            story.tell(line("L06"), 5, SignOrder{OrderId("o1")});
            story.tell(
                line("L06"), 100,
                AskRelief{OrderId("o1"), Relief::Suspend, 60, "court decides first"});
            story.tell(
                office(), 110,
                DecideRelief{OrderId("o1"), story.order("o1").ask.value().entry, isGranted, {}});
            story.tell(line("L06"), 2 + 1440 + 59, FinishOrder{OrderId("o1"), "done"});
            return story;
        };
        const Scorecard granted = cardAt(told(true), 2000);
        QCOMPARE(count(granted, "L06", ReliefsAsked), 1);
        QCOMPARE(count(granted, "L06", ReliefsGranted), 1);
        QCOMPARE(count(granted, "L06", DoneInTime), 1);
        const Scorecard refused = cardAt(told(false), 2000);
        QCOMPARE(count(refused, "L06", ReliefsAsked), 1);
        QCOMPARE(count(refused, "L06", ReliefsGranted), 0);
        QCOMPARE(count(refused, "L06", LateFinish), 1);
    }

    void aLimitInWorkingTime()
    {
        const auto told = [](Millis after) {
            Story story;
            OrderTo order = to("o1", "L06", true, 10, 1440, 0);
            order.work = plan::WorkLimit{plan::WorkLimit::Unit::Days, 2}; // Thursday to Monday
            story.tell(office(), 2, IssueOrders{"in two workdays", {order}});
            const Instant due = story.order("o1").finishDue(story.plan().calendar);
            const double minute =
                std::chrono::duration<double, std::ratio<60>>(due + after - kStart).count();
            story.tell(line("L06"), minute, FinishOrder{OrderId("o1"), "done"});
            return story;
        };
        const Story kept = told(Millis{0});
        QVERIFY(
            kept.order("o1").doneAt.value() - kStart > std::chrono::hours(90)); // over a weekend
        QCOMPARE(count(cardAt(kept, 20'000), "L06", DoneInTime), 1);
        QCOMPARE(count(cardAt(told(Millis{60'000}), 20'000), "L06", LateFinish), 1);
        QCOMPARE(count(cardAt(kept, 20'000), "L06", Warned), 1); // done in its last minute
    }

    void aFailedRecheckBeginsAnew()
    {
        Story story = twoUnits(); // done at 102
        story.tell(office(), 110, RecheckOrder{OrderId("o1"), false, 5, 3, 30, "two missing"});
        QCOMPARE(count(cardAt(story, 111), "L06", Done), 0);
        QCOMPARE(count(cardAt(story, 111), "L06", RechecksFailed), 1);
        story.tell(line("L06"), 130, FinishOrder{OrderId("o1"), "now all"});
        story.tell(office(), 140, RecheckOrder{OrderId("o1"), true, 5, 5, 0, "in order"});
        const Scorecard card = cardAt(story, 150);
        QCOMPARE(count(card, "L06", RechecksFailed), 1);
        QCOMPARE(count(card, "L06", DoneInTime), 1);
        QCOMPARE(count(card, "L06", FinishP50), 1200); // since it was opened again
    }

    void percentilesAreNearestRank()
    {
        QCOMPARE(nearestRank(1, 50), 1U);
        QCOMPARE(nearestRank(2, 50), 1U);
        QCOMPARE(nearestRank(10, 50), 5U);
        QCOMPARE(nearestRank(10, 90), 9U);
        QCOMPARE(nearestRank(10, 95), 10U);
        QCOMPARE(nearestRank(100, 95), 95U);
        Story story;
        IssueOrders orders{"go", {}};
        for (int i = 0; i < 10; ++i) {
            orders.to.push_back(to(("o" + std::to_string(i)).c_str(), "L06", i == 0, 60));
        }
        story.tell(office(), 0, orders);
        for (int i = 9; i >= 0; --i) { // the slowest first
            story.tell(line("L06"), i + 1, SignOrder{OrderId("o" + std::to_string(i))});
        }
        const Scorecard card = cardAt(story, 30);
        QCOMPARE(count(card, "L06", SignP50), 5 * 60);
        QCOMPARE(count(card, "L06", SignP90), 9 * 60);
        QCOMPARE(count(card, "L06", SignP95), 10 * 60);
        QCOMPARE(count(card, "L06", SignWorst), 10 * 60);
        const auto rows = card.rows(UnitCode("L06"), SignP50);
        QCOMPARE(rows.size(), 10U);
        QCOMPARE(rows[nearestRank(10, 50) - 1].value.value(), 300); // the figure is that row
    }

    void aFigureIsItsRows()
    {
        const Scorecard card = cardAt(twoUnits(), 200);
        for (const UnitCard& unit : card.units) {
            for (std::size_t i = 0; i < kFigures; ++i) {
                const auto figure = static_cast<Figure>(i);
                QCOMPARE(valueOf(figure, card.rows(unit.unit, figure)), unit.values[i]);
            }
        }
        const auto late = card.rows(UnitCode("L01"), Late);
        QCOMPARE(late.size(), 1U);
        QCOMPARE(late[0].step, StepKind::Sign);
        QCOMPARE(late[0].due.value(), Story::at(12));
        QCOMPARE(late[0].ended.value(), Story::at(14));
        QCOMPARE(late[0].number, 4U); // report, orders, Education, then Police signs
    }

    void namesAreUnique()
    {
        std::set<std::string_view> names;
        for (std::size_t i = 0; i < kFigures; ++i) {
            const auto figure = static_cast<Figure>(i);
            QVERIFY(names.insert(figureName(figure)).second);
            QCOMPARE(figureOf(figureName(figure)), std::optional(figure));
        }
        QVERIFY(!figureOf("nonsense"));
    }

    // The board's lamps and the alarms speak of the same limits.
    void whatTheModelCallsLateIsLate()
    {
        const Instant now = sz::test::pictureMoment();
        const auto plan = sz::test::samplePlan();
        std::vector<IncidentPtr> incidents;
        std::set<std::pair<OrderId, StepKind>> wanted;
        for (const auto& [id, incident] : sz::test::sampleOperation(now, true)) {
            incidents.push_back(incident);
            for (const LateStep& one : lateSteps(*plan, *incident)) {
                wanted.insert({one.step.order, one.step.kind});
            }
            for (const Step& one : incident->steps) {
                if (one.lampAt(now) == Lamp::Late) {
                    wanted.insert({one.order, one.kind});
                }
            }
        }
        std::erase_if(
            wanted, [](const auto& one) { return !std::ranges::contains(kUnitSteps, one.second); });
        const Scorecard card = makeScorecard(
            plan, incidents, {now - std::chrono::days(30), now + std::chrono::days(1)}, now);
        std::set<std::pair<OrderId, StepKind>> found;
        for (const UnitCard& unit : card.units) {
            for (const Row& row : card.rows(unit.unit, Late)) {
                found.insert({row.order, row.step});
            }
        }
        QVERIFY(wanted.size() >= 2);
        QVERIFY(std::ranges::includes(found, wanted));
        for (const auto& one : found) { // the rest: somebody was rid of the order after its limit
            QVERIFY(wanted.contains(one) || std::ranges::any_of(incidents, [&](const auto& i) {
                        const Order* order = i->order(one.first);
                        return order != nullptr && !order->isOpen();
                    }));
        }
    }

    void theFormulaIsPublished()
    {
        QCOMPARE(
            QString::fromStdString(formulaText(sampleRule(), false)),
            QStringLiteral("score = 60 × done in time + 25 × signed in time + 15 × satisfied − 0.2 "
                           "× warnings − "
                           "0.5 × limits broken (1 at most) − 1 × returns"));
        QVERIFY(QString::fromStdString(formulaText(sampleRule(), true))
                    .startsWith(QStringLiteral("得分 = 60 × 按时办结率 + 25")));
        QVERIFY(formulaText({}, true).empty());
    }
};

QTEST_APPLESS_MAIN(tst_Scorecard)
#include "tst_Scorecard.moc"
