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
};

QTEST_APPLESS_MAIN(tst_ShiftDuty)
#include "tst_ShiftDuty.moc"
