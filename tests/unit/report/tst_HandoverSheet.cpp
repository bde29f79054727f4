// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The handover sheet that writes itself: what stands on it, what has changed since, what was handed over and taken over.
#include "data/model/ShiftDuty.h"
#include "data/report/Handover.h"
#include "tests/support/SamplePlan.h"

#include <QTest>

using namespace sz;
using namespace sz::model;
using namespace sz::report;

namespace {

const Instant kNow = fromUtcMs(1'790'000'000'000);

Step step(StepKind kind, const char* unit, int due)
{
    Step out;
    out.kind = kind;
    out.unit = UnitCode(unit);
    out.since = kNow - Minutes(600);
    out.due = kNow + Minutes(due);
    out.nearFrom = out.due - Minutes(10);
    out.behindFrom = out.due - Minutes(3);
    return out;
}

IncidentPtr incident(const char* id, std::vector<Step> steps)
{
    auto out = std::make_shared<Incident>();
    out->id = IncidentId(id);
    out->serial = 45;
    out->title = "医院主楼停电";
    out->state = IncidentState::Active;
    out->steps = std::move(steps);
    return out;
}

std::string idsOf(const std::vector<SheetRow>& rows)
{
    std::string out;
    for (const SheetRow& row : rows) {
        out += row.id + (row.isRed ? "! " : " ");
    }
    return out;
}

ShiftSheet sheetOf(const std::vector<SheetRow>& rows)
{
    ShiftSheet sheet;
    for (const SheetRow& row : rows) {
        sheet.rows.push_back({row, {}, {}, false, false});
    }
    return sheet;
}

struct Ground
{
    HandoverFacts facts() const
    {
        return {UnitCode(unit),
                kNow,
                kNow + Minutes(30),
                kNow + Minutes(750),
                incidents,
                &shift,
                gaps,
                {},
                {}};
    }
    const char* unit = "HQ";
    std::vector<IncidentPtr> incidents;
    ShiftState shift;
    std::vector<GapFact> gaps;
};

} // namespace

class tst_HandoverSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void redsFirstThenWhatIsDueBeforeTheNextChange()
    {
        Ground g;
        g.incidents = {
            incident(
                "B", {step(StepKind::Assign, "HQ", -5), step(StepKind::FirstReport, "HQ", -3)}),
            incident(
                "A", {step(StepKind::Assign, "HQ", -60), step(StepKind::FirstReport, "HQ", 700)}),
            incident(
                "C",
                {step(StepKind::Assign, "HQ", 750)})}; // due at the change itself: the next sheet's
        const auto rows = handoverRows(g.facts());
        QCOMPARE(
            idsOf(rows),
            std::string("red:A! red:B! due:A:" + g.incidents[1]->steps[1].ref() + " "));
        QCOMPARE(rows[0].number, std::string("045"));
        QCOMPARE(rows[0].detail, g.incidents[1]->steps[0].ref());
    }

    // After midnight 003 would be two of them: whatever is not of the shift's first day has its day with it, however late it is.
    void numbersOverMidnightNameTheirDay()
    {
        const Instant midnight =
            std::chrono::floor<std::chrono::days>(kNow) - std::chrono::hours(8);
        Ground g;
        const auto reported = [&](const char* id, Instant at) {
            auto one =
                std::make_shared<Incident>(*incident(id, {step(StepKind::Assign, "HQ", -5)}));
            one->reportedAt = at;
            g.incidents.push_back(one);
        };
        reported("A", midnight - std::chrono::hours(30));
        reported("B", midnight - std::chrono::hours(2));
        reported("C", midnight + std::chrono::hours(2));
        HandoverFacts facts = g.facts();
        facts.shiftFrom = midnight - Minutes(210);
        const auto numbers = [&] {
            QStringList all;
            for (const SheetRow& row : handoverRows(facts)) {
                all << QString::fromStdString(row.number);
            }
            return all;
        };
        const auto full = [&](std::size_t i) {
            return QString::fromStdString(incidentNumber(*g.incidents[i], 480));
        };
        QCOMPARE(numbers(), (QStringList{full(0), QStringLiteral("045"), full(2)}));
        const QStringList before = numbers();
        facts.now += std::chrono::hours(9); // the same sheet in the morning
        QCOMPARE(numbers(), before);
        facts.shiftFrom.reset();
        QCOMPARE(numbers(), QStringList(3, QStringLiteral("045")));
    }

    // A night shift from 20:30 to now: what was before it is the day shift's, and midnight cuts nothing off.
    void theShiftsOwnNumbers()
    {
        const Instant midnight =
            std::chrono::floor<std::chrono::days>(kNow) - std::chrono::hours(8);
        const Instant from = midnight - Minutes(210);
        const Instant now = midnight + std::chrono::hours(3);
        std::vector<IncidentPtr> all{nullptr};
        const auto add = [&](Instant reportedAt, std::optional<Instant> closedAt,
                             std::vector<Order> orders = {}) {
            auto one = std::make_shared<Incident>();
            one->reportedAt = reportedAt;
            one->state = closedAt ? IncidentState::Closed : IncidentState::Active;
            one->closedAt = closedAt;
            one->orders = std::move(orders);
            all.push_back(one);
        };
        const auto order = [](const char* unit, Instant issuedAt, std::optional<Instant> signedAt) {
            Order one;
            one.unit = UnitCode(unit);
            one.issuedAt = issuedAt;
            one.signMinutes = 10;
            one.signedAt = signedAt;
            one.state = signedAt ? OrderState::Signed : OrderState::Issued;
            return one;
        };
        add(from - Minutes(1), from + Minutes(5)); // the day's, closed by the night
        add(from - Minutes(90), from - Minutes(1));
        add(from, {},
            {order("D05", from + Minutes(1), from + Minutes(20)),
             order("D06", midnight + Minutes(1), midnight + Minutes(3))});
        add(midnight + Minutes(30), midnight + Minutes(60),
            {order("D05", now - Minutes(5), {}), order("D05", now - Minutes(15), {})});
        add(from - Minutes(600), {}, {order("D05", from - Minutes(60), from - Minutes(10))});
        const ShiftNumbers night = shiftNumbers(all, UnitCode("HQ"), from, now);
        QCOMPARE(night, (ShiftNumbers{from, now, 2, 2, 2, 4, 2}));
        const ShiftNumbers own = shiftNumbers(all, UnitCode("D06"), from, now);
        QCOMPARE(own.orders, 1);
        QCOMPARE(own.signedLate, 0);
        // The day shift before it has the rest, and nothing is counted in both.
        const ShiftNumbers day =
            shiftNumbers(all, UnitCode("HQ"), from - std::chrono::hours(12), from);
        QCOMPARE(day, (ShiftNumbers{from - std::chrono::hours(12), from, 3, 1, 2, 1, 1}));
    }

    void aClosedIncidentIsNoMatter()
    {
        Ground g;
        auto closed =
            std::make_shared<Incident>(*incident("A", {step(StepKind::Assign, "HQ", -5)}));
        closed->state = IncidentState::Closed;
        g.incidents = {closed, nullptr};
        QVERIFY(handoverRows(g.facts()).empty());
    }

    void aUnitHasItsOwnSteps()
    {
        Ground g;
        g.unit = "D05";
        g.incidents = {
            incident("A", {step(StepKind::Assign, "HQ", -5), step(StepKind::Sign, "D05", 20)})};
        const auto rows = handoverRows(g.facts());
        QCOMPARE(rows.size(), std::size_t{1});
        QCOMPARE(rows[0].part, SheetPart::Due);
    }

    void promisesShelvedAlarmsAndGaps()
    {
        Ground g;
        auto one = std::make_shared<Incident>(*incident("A", {step(StepKind::Assign, "HQ", -5)}));
        one->shelved[one->steps[0].ref()] = {UnitCode("HQ"), {}, "等", kNow, kNow + Minutes(20)};
        one->shelved["gone/1"] = {UnitCode("HQ"), {}, "等", kNow, kNow + Minutes(20)};
        g.incidents = {one};
        ShiftPromise kept{{UnitCode("D05"), "增派", kNow - Minutes(1), {}}, {}, {}, {}};
        kept.author.unit = UnitCode("HQ");
        g.shift.promises["P1"] = kept;
        kept.settled = SettlePromise{"P2", true, ""};
        g.shift.promises["P2"] = kept;
        kept.settled.reset();
        kept.author.unit = UnitCode("D06");
        g.shift.promises["P3"] = kept; // another unit's
        const GapFact gap{
            PostCode("L06-desk"), UnitCode("L06"), kNow, kNow + Minutes(60), "缺", "x"};
        g.gaps = {gap, gap};
        const auto rows = handoverRows(g.facts());
        const std::string ref = one->steps[0].ref();
        QCOMPARE(
            idsOf(rows), "red:A! promise:P1! shelf:A:" + ref
                             + " gap:L06-desk:" + std::to_string(toUtcMs(kNow)) + "! ");
    }

    void endpointsThatAreDownAndDrillsAhead()
    {
        const auto plan = sz::test::samplePlan();
        ShiftState shift;
        const auto tell = [&](const char* unit, bool isDown) {
            shift.endpoints[{UnitCode(unit), "会议终端"}] = {
                {UnitCode(unit), "会议终端", isDown, "已报修"}, {}, kNow};
        };
        tell("D11", true);
        tell("D05", false);
        QCOMPARE(endpointsDown(shift, UnitCode("HQ")).size(), std::size_t{1});
        QVERIFY(endpointsDown(shift, UnitCode("D05")).empty());
        const Instant change = dutyAt(*plan, &shift, PostCode("HQ-chief"), kNow)->until;
        const auto plan1 = [&](const char* id, Instant at) {
            shift.drills[id].planned = {"防汛演练", at, ""};
        };
        plan1("D1", change + Minutes(10));
        plan1("D2", change - Minutes(60));
        plan1("D3", kNow + std::chrono::days(3)); // another sheet's
        plan1("D4", change - Minutes(60));
        shift.drills["D4"].ended = ShiftAuthor{};
        plan1("D5", kNow - Minutes(10));
        shift.drills["D5"].begun = ShiftAuthor{};
        const auto words = [&] {
            std::string out;
            for (const OtherFact& one : drillsAhead(*plan, shift, kNow)) {
                out += one.id + " " + one.detail + (one.at ? " @ " : " ");
            }
            return out;
        };
        QCOMPARE(words(), std::string("D1 needs-word @ D2 planned @ D5 runs "));
        shift.drills["D1"].words.push_back({{"D1", change, "值班长三组"}, {}});
        QCOMPARE(words(), std::string("D1 agreed @ D2 planned @ D5 runs "));
        Ground g;
        HandoverFacts facts = g.facts();
        facts.endpoints = endpointsDown(shift, UnitCode("HQ"));
        facts.drills = drillsAhead(*plan, shift, kNow);
        QCOMPARE(
            idsOf(handoverRows(facts)),
            std::string("endpoint:D11/会议终端 drill:D2 drill:D1 drill:D5 "));
    }

    // Two desks, one of which has not heard of the number yet, do not correct each other for ever.
    void aNumberIsToldOnceAndNeverTakenAway()
    {
        Ground g;
        g.incidents = {incident("A", {step(StepKind::Assign, "HQ", -5)})};
        ShiftSheet sheet = sheetOf(handoverRows(g.facts()));
        auto rows = handoverRows(g.facts());
        rows[0].number.clear();
        QVERIFY(!handoverNews("S", sheet, rows));
        sheet.rows[0].row.number.clear();
        const auto news = handoverNews("S", sheet, handoverRows(g.facts()));
        QVERIFY(news);
        QCOMPARE(news->rows[0].number, std::string("045"));
    }

    void aPartHasABound()
    {
        Ground g;
        for (int i = 0; i < 300; ++i) {
            g.incidents.push_back(incident(
                ("I" + std::to_string(i)).c_str(), {step(StepKind::Assign, "HQ", -i - 1)}));
        }
        const auto rows = handoverRows(g.facts());
        QCOMPARE(rows.size(), kMostPartRows);
        QCOMPARE(rows[0].id, std::string("red:I299")); // late for longest
    }

    void whatHasChangedSinceIsAdded()
    {
        Ground g;
        g.incidents = {incident("A", {step(StepKind::Assign, "HQ", -5)})};
        ShiftSheet sheet = sheetOf(handoverRows(g.facts()));
        QVERIFY(!handoverNews("S", sheet, handoverRows(g.facts())));
        SheetRow note;
        note.id = "note:1";
        sheet.rows.push_back({note, {}, {}, true, false});
        g.incidents = {incident("B", {step(StepKind::Assign, "HQ", -5)})};
        const auto news = handoverNews("S", sheet, handoverRows(g.facts()));
        QVERIFY(news);
        QCOMPARE(idsOf(news->rows), std::string("red:B! "));
        QCOMPARE(
            news->settled, std::vector<std::string>{"red:A"}); // the note is nobody's to settle
        // The same matter with another step late is told anew.
        g.incidents = {incident("A", {step(StepKind::FirstReport, "HQ", -5)})};
        QCOMPARE(handoverNews("S", sheet, handoverRows(g.facts()))->rows.size(), std::size_t{1});
        // It came back after it was settled.
        sheet.rows[0].isSettled = true;
        g.incidents = {incident("A", {step(StepKind::Assign, "HQ", -5)})};
        QCOMPARE(handoverNews("S", sheet, handoverRows(g.facts()))->rows.size(), std::size_t{1});
        sheet.outgoing = sheet.incoming = ShiftSheet::Signature{};
        QVERIFY(!handoverNews("S", sheet, handoverRows(g.facts())));
    }

    void theBalanceCountsWhatStillMatters()
    {
        Ground g;
        g.incidents = {
            incident("A", {step(StepKind::Assign, "HQ", -5)}),
            incident("B", {step(StepKind::Assign, "HQ", -5)})};
        ShiftSheet sheet = sheetOf(handoverRows(g.facts()));
        sheet.rows[0].readBy = ShiftAuthor{};
        QCOMPARE(balanceOf(sheet)[0], (PartBalance{SheetPart::OpenRed, 2, 1}));
        QCOMPARE(balanceOf(sheet)[7], (PartBalance{SheetPart::Note, 0, 0}));
        QCOMPARE(*nextUnreadRed(sheet, {}), std::size_t{1});
        QCOMPARE(*nextUnreadRed(sheet, 1), std::size_t{1}); // round the end
        sheet.rows[1].isSettled = true;
        QCOMPARE(balanceOf(sheet)[0], (PartBalance{SheetPart::OpenRed, 1, 1}));
        QVERIFY(!nextUnreadRed(sheet, {}));
    }

    void aSheetAgainstTheOneBefore()
    {
        Ground g;
        g.incidents = {
            incident("A", {step(StepKind::Assign, "HQ", -5)}),
            incident("B", {step(StepKind::Assign, "HQ", -5)})};
        const ShiftSheet before = sheetOf(handoverRows(g.facts()));
        g.incidents = {g.incidents[1], incident("C", {step(StepKind::Assign, "HQ", -5)})};
        const auto difference = compared(before, sheetOf(handoverRows(g.facts())));
        QCOMPARE(difference.stayed, std::vector<std::string>{"red:B"});
        QCOMPARE(difference.came, std::vector<std::string>{"red:C"});
        QCOMPARE(difference.went, std::vector<std::string>{"red:A"});
    }
};

QTEST_APPLESS_MAIN(tst_HandoverSheet)
#include "tst_HandoverSheet.moc"
