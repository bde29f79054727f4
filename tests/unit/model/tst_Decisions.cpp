// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Questions put for decision: each becomes an order, or a reason for none, and is owed until then.
#include "data/model/OpenMatters.h"
#include "tests/unit/model/ForceStory.h"

#include <QTest>

#include <functional>
#include <optional>

using namespace sz;
using namespace sz::model;
using namespace sz::model::test;

namespace {

constexpr std::optional<Code> kAllowed;

IssueOrders answering(const std::string& ask, const char* order = "d1")
{
    return {"疏散两栋楼", {to(order, "L01")}, ask};
}

Story settled()
{
    Story story = withQuestion();
    story.tell(office(), 20, answering(lastEntry(story)));
    return story;
}

Story fresh()
{
    return {};
}

Story closed()
{
    Story story;
    story.tell(office(), 6, CloseIncident{"妥处"});
    return story;
}

struct Row
{
    const char* name;
    std::function<Story()> state;
    Actor who;
    /// Of the first question of the story; it may have none.
    std::function<Act(const std::string& ask)> act;
    std::optional<Code> refused;
};

std::function<Act(const std::string&)> just(Act act)
{
    return [act](const std::string&) { return act; };
}

std::vector<Row> rows()
{
    const auto question = just(AskDecision{"是否封路？"});
    const auto answer = [](const std::string& ask) -> Act { return answering(ask); };
    const auto again = [](const std::string& ask) -> Act { return answering(ask, "d2"); };
    const auto drop = [](const std::string& ask) -> Act { return DropDecision{ask, "不必"}; };
    const auto viewer = as(office(), plan::Role::Viewer);
    const auto inspector = as(office(), plan::Role::Inspector);
    return {
        {"the office asks", fresh, office(), question, kAllowed},
        {"a unit asks", fresh, line("L06"), question, kAllowed},
        {"a viewer does not ask", fresh, viewer, question, Code::NotAllowed},
        {"an inspector does not ask", fresh, inspector, question, Code::NotAllowed},
        {"it asks something", fresh, office(), just(AskDecision{" "}), Code::MissingField},
        {"nothing is asked of a closed one", closed, office(), question, Code::IncidentClosed},
        {"another question beside", withQuestion, office(), question, kAllowed},
        {"the office answers by orders", withQuestion, office(), answer, kAllowed},
        {"a unit does not answer", withQuestion, line("L06"), answer, Code::NotAllowed},
        {"answered once", settled, office(), again, Code::NothingAsked},
        {"orders without a question", withQuestion, office(), just(answering({})), kAllowed},
        {"orders to a question nobody put", withQuestion, office(),
         just(answering("01J0000000000000000000000X")), Code::NothingAsked},
        {"the office drops it", withQuestion, office(), drop, kAllowed},
        {"a unit does not drop it", withQuestion, line("L06"), drop, Code::NotAllowed},
        {"a viewer does not drop it", withQuestion, viewer, drop, Code::NotAllowed},
        {"dropped once", settled, office(), drop, Code::NothingAsked},
        {"dropped with a reason", withQuestion, office(),
         [](const std::string& ask) -> Act { return DropDecision{ask, ""}; }, Code::MissingField},
        {"nothing to drop", fresh, office(), just(DropDecision{"x", "因"}), Code::NothingAsked},
        {"close while one waits", withQuestion, office(), just(CloseIncident{"完"}),
         Code::StepsOpen},
        {"merge while one waits", withQuestion, office(),
         just(MergeIncident{IncidentId("other"), {}}), Code::StepsOpen},
    };
}

} // namespace

class tst_Decisions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoMayDoWhat_data()
    {
        QTest::addColumn<int>("row");
        int at = 0;
        for (const Row& row : rows()) {
            QTest::newRow(row.name) << at++;
        }
    }
    void whoMayDoWhat()
    {
        QFETCH(int, row);
        const Row one = rows().at(static_cast<std::size_t>(row));
        const Story story = one.state();
        const auto& asked = story.now().decisions;
        const Act act = one.act(asked.empty() ? std::string() : asked.front().entry);
        const auto may = story.may(one.who, act);
        QCOMPARE(
            may ? QByteArray("allowed") : QByteArray(codeName(may.error().code)),
            one.refused ? QByteArray(codeName(*one.refused)) : QByteArray("allowed"));
    }

    void whyItCannotBeClosedIsNamed()
    {
        const auto may = withQuestion().may(office(), CloseIncident{"完"});
        QCOMPARE(may.error().detail, std::string(kDecisionOpen));
    }

    void answeredByItsOrders()
    {
        Story story = withQuestion();
        const std::string ask = story.now().openDecision()->entry;
        IssueOrders orders = answering(ask);
        orders.to.push_back(to("d2", "D05"));
        story.tell(office(), 20, orders);
        const Decision& one = story.now().decisions.front();
        QVERIFY(story.now().openDecision() == nullptr);
        QVERIFY(one.settledAt == Story::at(20));
        QCOMPARE(one.settledBy, UnitCode("HQ"));
        QCOMPARE(one.askedBy, UnitCode("L06"));
        QVERIFY((one.orders == std::vector{OrderId("d1"), OrderId("d2")}));
        QCOMPARE(story.now().orders.size(), std::size_t{2});
        QVERIFY(one.reason.empty());
    }

    void droppedWithAReason()
    {
        Story story = withQuestion();
        story.tell(office(), 20, DropDecision{lastEntry(story), "已自行离开"});
        const Decision& one = story.now().decisions.front();
        QVERIFY(one.settledAt && one.orders.empty());
        QCOMPARE(one.reason, std::string("已自行离开"));
        QVERIFY(story.now().orders.empty());
    }

    // The later answer is told; its orders were issued, and the question stays as it was settled.
    void twoAnswerAtOnce()
    {
        Story story = settled();
        const std::string ask = story.now().decisions.front().entry;
        story.tell(office(), 20, answering(ask, "d9"), "desk-2", 2);
        story.tell(office(), 21, DropDecision{ask, "不必"}, "desk-3", 2);
        const Decision& one = story.now().decisions.front();
        QVERIFY((one.orders == std::vector{OrderId("d1")}));
        QVERIFY(one.reason.empty());
        QVERIFY(story.now().order(OrderId("d9")) != nullptr);
    }

    void theOfficeOwesIt()
    {
        Story story = withQuestion();
        story.tell(office(), 8, AskDecision{"是否停电？"});
        const Step* first = story.step(StepKind::Decide);
        QVERIFY(first != nullptr);
        QCOMPARE(first->unit, UnitCode("HQ"));
        QCOMPARE(first->post, PostCode("HQ-chief"));
        QCOMPARE(first->ref(), std::string("decide/1"));
        QVERIFY(first->since == Story::at(5));
        QVERIFY(first->due == Story::at(5 + 30)); // Limits::decide
        QCOMPARE(
            std::ranges::count(story.now().steps, StepKind::Decide, &Step::kind),
            std::ptrdiff_t{2});
        story.tell(office(), 20, answering(story.now().decisions.front().entry));
        QCOMPARE(story.step(StepKind::Decide)->ref(), std::string("decide/2"));
    }

    void settledLateIsRemembered()
    {
        Story story = withQuestion();
        story.tell(office(), 50, DropDecision{lastEntry(story), "不必"});
        const auto late = lateSteps(story.plan(), story.now());
        const auto one = std::ranges::find(
            late, StepKind::Decide, [](const LateStep& s) { return s.step.kind; });
        QVERIFY(one != late.end());
        QVERIFY(one->clearedAt == Story::at(50));
        QCOMPARE(one->step.ref(), std::string("decide/1"));
        QVERIFY(story.may(office(), AcknowledgeAlarm{"decide/1"}).has_value());
    }

    void anOldLogThatClosedItStaysClosed()
    {
        Story story = withQuestion();
        story.tell(office(), 6, CloseIncident{"妥处"});
        QCOMPARE(story.now().state, IncidentState::Closed);
        QVERIFY(story.now().steps.empty());
    }
};

QTEST_APPLESS_MAIN(tst_Decisions)
#include "tst_Decisions.moc"
