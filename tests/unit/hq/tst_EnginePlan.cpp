// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of the plan at headquarters: judged against what stands, told to everybody, there after a restart.
#include "tests/support/PlanChanges.h"
#include "tests/unit/hq/Office.h"

#include <QTest>

using namespace sz;
using namespace sz::test;

namespace {

std::string write(Author& author, const model::PlanAct& act, const char* post)
{
    log::Entry entry;
    entry.post = PostCode(post);
    entry.type = model::planActType(act);
    entry.subject = model::planSubject();
    entry.body = model::encodePlanAct(act);
    return author.writeEntry(std::move(entry));
}

const Redrawn& moved()
{
    static const auto kMoved = redrawn(samplePlan(), areaWithNeighbour(*samplePlan()));
    return kMoved;
}

model::ProposePlan proposal()
{
    return {moved().change, 30'000, "边界调整", 0};
}

} // namespace

class tst_EnginePlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyUnitIsTold()
    {
        Office office;
        Author desk = office.enrol("HQ");
        const auto hq = office.join(desk);
        const auto d06 = office.join(office.enrol("D06"));
        const auto id = write(desk, proposal(), "HQ-deputy");
        write(desk, model::DecidePlan{id, true, ""}, "HQ-deputy");
        write(desk, model::DecidePlan{id, true, ""}, "HQ-chief");
        QCOMPARE(inWords(office.push(hq, desk.batch(1))), "accepted 1, SecondPerson, accepted 2");
        QCOMPARE(office.feed(d06, "D06").size(), std::size_t{2});
    }

    void theProposerNeverApproves()
    {
        Office office;
        Author desk = office.enrol("HQ");
        const auto hq = office.join(desk);
        const auto id = write(desk, proposal(), "HQ-chief");
        write(desk, model::DecidePlan{id, true, ""}, "HQ-chief");
        write(desk, model::DecidePlan{id, true, ""}, "HQ-admin");
        write(desk, model::DecidePlan{id, true, ""}, "HQ-admin");
        QCOMPARE(
            inWords(office.push(hq, desk.batch(1))),
            "accepted 1, SecondPerson, accepted 2, AlreadyDone");
    }

    void aDistrictOnlyLooks()
    {
        Office office;
        Author district = office.enrol("D05");
        const auto d05 = office.join(district);
        write(district, proposal(), "D05-desk");
        QCOMPARE(inWords(office.push(d05, district.batch(1))), "NotAllowed");
    }

    void aGapIsRefusedWhateverTheDeskThought()
    {
        Office office;
        Author desk = office.enrol("HQ");
        const auto hq = office.join(desk);
        model::ProposePlan half = proposal();
        half.change.outlines.pop_back();
        write(desk, half, "HQ-chief");
        QCOMPARE(inWords(office.push(hq, desk.batch(1))), "BadArgument");
    }

    void isThereAfterARestart()
    {
        Office office;
        Author desk = office.enrol("HQ");
        const auto id = write(desk, proposal(), "HQ-deputy");
        QCOMPARE(inWords(office.push(office.join(desk), desk.batch(1))), "accepted 1");
        QVERIFY(office.restart());
        write(desk, model::DecidePlan{id, true, ""}, "HQ-chief");
        write(desk, model::WithdrawPlan{id, ""}, "HQ-deputy");
        QCOMPARE(inWords(office.push(office.join(desk), desk.batch(2))), "accepted 2, AlreadyDone");
        QVERIFY(office.restart());
        write(desk, model::DecidePlan{id, false, "晚了"}, "HQ-admin");
        QCOMPARE(inWords(office.push(office.join(desk), desk.batch(4))), "AlreadyDone");
    }
};

QTEST_GUILESS_MAIN(tst_EnginePlan)
#include "tst_EnginePlan.moc"
