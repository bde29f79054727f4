// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Two desks form a task force, or answer a question, at once: headquarters' order decides, and the later desk hears so. Members
// see the incident from the moment they belong to it.
#include "tests/unit/hq/Office.h"

#include <QTest>

using namespace sz;
using namespace sz::test;

namespace {

model::FormForce force(const char* name, const char* lead = "D05")
{
    const auto post = [](const char* unit) {
        return model::answeringPost(*samplePlan(), UnitCode(unit));
    };
    model::FormForce act;
    act.name = name;
    act.leadUnit = UnitCode(lead);
    act.leadPost = post(lead);
    act.members = {{UnitCode("L06"), post("L06"), {}}};
    act.goals = {{"转移", 120, "户"}};
    act.until = fromUtcMs(4'102'444'800'000);
    return act;
}

struct TwoDesks
{
    Office office;
    Author chief = office.enrol("HQ");
    Author deputy = office.enrol("HQ");
    net::ConnectionId chiefDesk = office.join(chief);
    net::ConnectionId deputyDesk = office.join(deputy);
    std::string incident;

    TwoDesks()
    {
        incident = chief.write(report(*samplePlan(), "楼体开裂"));
        told(chief, chiefDesk);
    }
    QByteArray told(Author& author, net::ConnectionId desk)
    {
        return QByteArray::fromStdString(
            inWords(office.push(desk, author.batch(author.written()))));
    }
};

} // namespace

class tst_ForceRace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLaterOneHearsThatThereIsOne()
    {
        TwoDesks two;
        two.chief.write(force("甲专班"), two.incident);
        two.deputy.write(force("乙专班", "L06"), two.incident); // has not seen the other's
        QVERIFY(two.told(two.chief, two.chiefDesk).startsWith("accepted"));
        const QByteArray verdict = two.told(two.deputy, two.deputyDesk);
        QVERIFY2(verdict.contains("AlreadyDone"), verdict.constData());
    }

    void oneQuestionOneAnswer()
    {
        TwoDesks two;
        const std::string ask = two.chief.write(model::AskDecision{"是否疏散？"}, two.incident);
        QVERIFY(two.told(two.chief, two.chiefDesk).startsWith("accepted"));
        model::IssueOrders orders = order(*samplePlan(), UnitCode("L06"), "o1");
        orders.decides = ask;
        two.chief.write(orders, two.incident);
        two.deputy.write(model::DropDecision{ask, "不必"}, two.incident);
        QVERIFY(two.told(two.chief, two.chiefDesk).startsWith("accepted"));
        const QByteArray verdict = two.told(two.deputy, two.deputyDesk);
        QVERIFY2(verdict.contains("NothingAsked"), verdict.constData());
    }

    void aMemberGetsWhatWasBefore()
    {
        TwoDesks two;
        const auto line = two.office.join(two.office.enrol("L06"));
        QVERIFY(!two.office.next<sync::Feed>(line));
        two.chief.write(force("甲专班"), two.incident);
        QVERIFY(two.told(two.chief, two.chiefDesk).startsWith("accepted"));
        const auto items = two.office.feed(line, "L06");
        QCOMPARE(items.size(), std::size_t{2}); // the report, then what made it a member
    }

    // Who has left without a word hears that, and nothing after it.
    void whoLeavesHearsNoMore()
    {
        TwoDesks two;
        const auto line = two.office.join(two.office.enrol("L06"));
        two.chief.write(force("甲专班"), two.incident);
        two.told(two.chief, two.chiefDesk);
        model::ChangeForce change;
        change.members = std::vector<model::ForceMember>{};
        two.chief.write(change, two.incident);
        two.told(two.chief, two.chiefDesk);
        two.chief.write(model::AddNote{"与其无关"}, two.incident);
        two.told(two.chief, two.chiefDesk);
        QCOMPARE(two.office.feed(line, "L06").size(), std::size_t{3});
    }
};

QTEST_GUILESS_MAIN(tst_ForceRace)
#include "tst_ForceRace.moc"
