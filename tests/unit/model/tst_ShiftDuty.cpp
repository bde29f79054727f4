// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One answer to "who is on duty": the plan's roster, cells by name over it, agreed changes over those.
#include "data/model/ShiftDuty.h"
#include "tests/support/SamplePlan.h"

#include <QTest>

using namespace sz;
using namespace sz::model;

namespace {

const Instant kNow = fromUtcMs(1'792'218'130'000); // 2026-10-17 14:22:10 in Wuhan
const UnitCode kOffice("HQ");

plan::Duty chief(const ShiftState& state, Instant when = kNow)
{
    return dutiesOf(*sz::test::samplePlan(), &state, kOffice, when)[1];
}

ShiftState byName(std::vector<std::string> people, Instant at = kNow)
{
    const plan::Duty planned = plan::dutiesOf(*sz::test::samplePlan(), kOffice, kNow)[1];
    ShiftState state;
    CellEdit edit;
    edit.post = planned.post;
    edit.day = 20'743;
    edit.shift = planned.shiftZh;
    edit.from = planned.from;
    edit.until = planned.until;
    edit.people = std::move(people);
    ShiftCell& cell = state.cells[{edit.post, edit.day, edit.shift}];
    cell.standing.edit = edit;
    cell.standing.author.at = at;
    return state;
}

} // namespace

class tst_ShiftDuty : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutActsItIsThePlan()
    {
        const auto planned = plan::dutiesOf(*sz::test::samplePlan(), kOffice, kNow);
        QCOMPARE(planned[1].post, PostCode("HQ-chief"));
        const auto same = dutiesOf(*sz::test::samplePlan(), nullptr, kOffice, kNow);
        QCOMPARE(same.size(), planned.size());
        QCOMPARE(same[1].holderZh, planned[1].holderZh);
        QCOMPARE(chief(ShiftState()).nextEn, planned[1].nextEn);
    }

    void whoIsWrittenByNameStands()
    {
        const ShiftState state = byName({"王伟", "李娜"});
        QCOMPARE(chief(state).holderZh, std::string("王伟、李娜"));
        QCOMPARE(chief(state).holderEn, std::string("王伟, 李娜"));
        const plan::Duty planned = plan::dutiesOf(*sz::test::samplePlan(), kOffice, kNow)[1];
        QCOMPARE(chief(state).nextZh, planned.nextZh); // the next shift is as planned
        QCOMPARE(chief(state, planned.from - Minutes(1)).nextZh, std::string("王伟、李娜"));
        QCOMPARE(chief(state, planned.until).holderZh, planned.nextZh); // half-open
    }

    void anEmptyCellIsAGap()
    {
        QVERIFY(chief(byName({})).holderZh.empty());
        ShiftState back = byName({});
        back.cells.begin()->second.standing.edit.isAsPlanned = true;
        QVERIFY(!chief(back).holderZh.empty());
    }

    void anAgreedChangeStandsUntilTheCellIsEditedAgain()
    {
        ShiftState state = byName({"王伟"});
        const plan::Duty now = chief(state);
        ShiftChange change;
        change.ask.sort = DutyChange::Substitute;
        change.ask.slot = {now.post, "王伟", now.from, now.until};
        change.ask.substitute = "李娜";
        state.changes["01"] = change;
        QCOMPARE(chief(state).holderZh, std::string("王伟")); // nobody has agreed
        state.changes["01"].decision = ShiftChange::Decision{};
        state.changes["01"].decision->isAccepted = false;
        QCOMPARE(chief(state).holderZh, std::string("王伟"));
        state.changes["01"].decision->isAccepted = true;
        state.changes["01"].decision->author.at = kNow + Minutes(1);
        QCOMPARE(chief(state).holderZh, std::string("李娜"));
        state.cells.begin()->second.standing.author.at = kNow + Minutes(2);
        QCOMPARE(chief(state).holderZh, std::string("王伟"));
    }

    void aCellByNameBringsItsOwnHours()
    {
        ShiftState state = byName({"王伟"});
        const plan::Duty planned = plan::dutiesOf(*sz::test::samplePlan(), kOffice, kNow)[1];
        CellEdit& edit = state.cells.begin()->second.standing.edit;
        edit.from = planned.from + Minutes(30);
        edit.until = planned.until + Minutes(60);
        const plan::Duty duty = chief(state);
        QCOMPARE(toUtcMs(duty.from), toUtcMs(edit.from));
        QCOMPARE(toUtcMs(duty.until), toUtcMs(edit.until));
        QCOMPARE(duty.shiftZh, planned.shiftZh);
        QCOMPARE(duty.nextZh, planned.nextZh); // an hour into his shift he takes over
        const plan::Duty before = chief(state, planned.from + Minutes(10));
        QCOMPARE(before.holderZh, planned.holderZh);
        QCOMPARE(toUtcMs(before.until), toUtcMs(edit.from));
        QCOMPARE(before.nextZh, std::string("王伟"));
        const plan::Duty after = chief(state, edit.until);
        QCOMPARE(after.holderZh, planned.nextZh);
        QCOMPARE(toUtcMs(after.from), toUtcMs(edit.until));
        edit.isAsPlanned = true;
        edit.people.clear();
        QCOMPARE(toUtcMs(chief(state).until), toUtcMs(planned.until));
    }

    void aStandInForAPartEndsADuty()
    {
        ShiftState state = byName({"王伟"});
        const plan::Duty whole = chief(state);
        ShiftChange change;
        change.ask.sort = DutyChange::Substitute;
        change.ask.slot = {whole.post, "王伟", kNow + Minutes(10), kNow + Minutes(70)};
        change.ask.substitute = "李娜";
        state.changes["01"] = change;
        QCOMPARE(toUtcMs(chief(state).until), toUtcMs(whole.until)); // nobody has agreed
        state.changes["01"].decision = ShiftChange::Decision{};
        state.changes["01"].decision->author.at = kNow;
        state.changes["01"].decision->isAccepted = true;
        const plan::Duty first = chief(state);
        QCOMPARE(first.holderZh, std::string("王伟"));
        QCOMPARE(toUtcMs(first.until), toUtcMs(change.ask.slot.from));
        QCOMPARE(first.nextZh, std::string("李娜"));
        const plan::Duty second = chief(state, change.ask.slot.from);
        QCOMPARE(second.holderZh, std::string("李娜"));
        QCOMPARE(toUtcMs(second.from), toUtcMs(change.ask.slot.from));
        QCOMPARE(toUtcMs(second.until), toUtcMs(change.ask.slot.until));
        QCOMPARE(second.nextZh, std::string("王伟"));
        const plan::Duty third = chief(state, change.ask.slot.until);
        QCOMPARE(toUtcMs(third.from), toUtcMs(change.ask.slot.until));
        QCOMPARE(toUtcMs(third.until), toUtcMs(whole.until));
    }

    void aNoShowWithoutASubstituteIsAGap()
    {
        ShiftState state = byName({"王伟"});
        const plan::Duty now = chief(state);
        ShiftChange change;
        change.ask.sort = DutyChange::NoShow;
        change.ask.slot = {now.post, "王伟", now.from, now.until};
        change.decision = ShiftChange::Decision{};
        change.decision->author.at = kNow;
        state.changes["01"] = change;
        QVERIFY(chief(state).holderZh.empty());
    }

    // From and until as it was said, over the area's own post; the phone is the leader's. After it the plan answers again.
    void whoIsPutInChargeAnswersForTheArea()
    {
        const UnitCode area("A24");
        const auto& plan = *sz::test::samplePlan();
        const auto first = [&](const ShiftState& state, Instant when) {
            return dutiesOf(plan, &state, area, when).front();
        };
        const plan::Duty planned = plan::dutiesOf(plan, area, kNow).front();
        ShiftState state;
        const Instant until = kNow + Minutes(90);
        const auto put = [&](PutInCharge charge) {
            state.charges[area].push_back({std::move(charge), {}});
        };
        put({area, PostCode("A24-leader"), {}, "王伟", "李娜", kNow - Minutes(5), until});
        const plan::Duty now = first(state, kNow);
        QCOMPARE(now.holderZh, std::string("王伟（副职李娜）"));
        QCOMPARE(now.holderEn, std::string("王伟 (deputy 李娜)"));
        QCOMPARE(now.unit, area);
        QCOMPARE(toUtcMs(now.from), toUtcMs(kNow - Minutes(5)));
        QCOMPARE(toUtcMs(now.until), toUtcMs(until));
        QCOMPARE(now.nextZh, planned.holderZh);
        QCOMPARE(first(state, until).holderZh, planned.holderZh); // half-open
        QCOMPARE(first(state, kNow - Minutes(6)).holderZh, planned.holderZh);
        QCOMPARE(chief(state).holderZh, chief(ShiftState()).holderZh); // nobody else is touched

        // Another one from the middle of it on, by post: whoever holds that post then.
        const Instant later = kNow + Minutes(30);
        put({area, PostCode("Z1-leader"), PostCode("A23-leader"), "", "", later, {}});
        QCOMPARE(toUtcMs(first(state, kNow).until), toUtcMs(later));
        const plan::Duty other = first(state, later);
        const auto zone = plan::dutyAt(plan, PostCode("Z1-leader"), later);
        QCOMPARE(other.post, PostCode("Z1-leader"));
        QVERIFY2(other.holderZh.starts_with(zone->holderZh), other.holderZh.c_str());
        QVERIFY(other.holderZh.ends_with("（副职市级领导岗 23）"));
        QCOMPARE(first(state, kNow).nextZh, other.holderZh);
        QVERIFY(!other.nextZh.empty()); // it goes on: no gap
    }

    void whatWasToldOfAnotherShiftIsNotOfThisOne()
    {
        ShiftState state;
        const PostCode post("HQ-chief");
        const plan::Duty duty = chief(state);
        state.presence[post] = {{post, Presence::Away, "", {}}, {}};
        state.presence[post].author.at = duty.from - Minutes(1);
        QVERIFY(presenceOf(state, post, duty.from) == nullptr);
        state.presence[post].author.at = duty.from;
        QVERIFY(presenceOf(state, post, duty.from) == &state.presence[post]);
        QVERIFY(presenceOf(state, PostCode("HQ-video"), duty.from) == nullptr);
    }
};

QTEST_APPLESS_MAIN(tst_ShiftDuty)
#include "tst_ShiftDuty.moc"
