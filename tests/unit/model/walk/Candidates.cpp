// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Acts to try on an incident: of each kind the right one and one wrong in each way its rule knows.
#include "data/model/CampaignItems.h"
#include "tests/unit/model/ForceStory.h"
#include "tests/unit/model/walk/Walk.h"

namespace sz::model::test {
namespace {

const std::string kBlank = " ";
constexpr int kTooLong = 367 * 24 * 60;
constexpr std::size_t kMostOrders = 3; ///< of the right ones: else there is no end of shapes

class Maker
{
public:
    Maker(const Incident* incident, Instant now) : m_i(incident), m_now(now) {}

    std::vector<Act> all()
    {
        about();
        orders();
        for (const OrderId& id : orderIds()) {
            order(id);
        }
        alarms();
        files();
        relations();
        force();
        decisions();
        campaign();
        ledCase();
        return std::move(m_acts);
    }

private:
    void add(Act act) { m_acts.push_back(std::move(act)); }

    [[nodiscard]] std::vector<OrderId> orderIds() const
    {
        std::vector<OrderId> ids{OrderId("unknown"), OrderId()};
        if (m_i != nullptr) {
            for (const Order& o : m_i->orders) {
                ids.push_back(o.id);
            }
        }
        return ids;
    }
    [[nodiscard]] OrderId fresh() const
    {
        return OrderId("o" + std::to_string(m_i == nullptr ? 1 : m_i->orders.size() + 1));
    }

    void report()
    {
        ReportIncident right = sampleReport();
        right.receivedAt = m_now;
        add(right);
        ReportIncident wrong = right;
        wrong.title = kBlank;
        add(wrong);
        wrong = right;
        wrong.place = {};
        add(wrong);
        wrong = right;
        wrong.place.area = 99;
        add(wrong);
        right.grade = plan::Grade::IV;
        right.mode = plan::Mode::Games;
        add(right);
    }

    void amend()
    {
        AmendIncident act;
        add(act);
        act.title = kBlank;
        add(act);
        act.title = "新题";
        add(act);
        act = {};
        act.facts = {{"depth", "40"}};
        add(act);
        act.facts = {{"depth", "40"}, {"depth", "50"}};
        add(act);
        act = {};
        act.kind = KindCode("nothing");
        add(act);
        act = {};
        act.place = plan::Place{};
        act.place->area = 99;
        add(act);
        for (const plan::Grade grade : {plan::Grade::II, plan::Grade::III}) {
            act = {};
            act.grade = grade;
            add(act);
        }
    }

    void about()
    {
        add(UnknownAct{999});
        report();
        amend();
        for (const std::string& words : {std::string("话"), kBlank}) {
            add(AddNote{words});
            add(CloseIncident{words});
            add(FileReport{ReportStage::Update, words, {}, 60});
            add(StateCounts{words, 3, {{"甲", 2}, {"乙", 1}}});
            add(SeparateIncident{words});
        }
        add(FileReport{ReportStage::First, "初", {}, kTooLong});
        add(StateCounts{"学员", 3, {{"甲", -1}}});
        add(ClaimIncident{});
        contacts();
    }

    void contacts()
    {
        const Instant told = m_i == nullptr ? m_now : m_i->reportedAt;
        const Bytes sealed{1, 2, 3};
        const Instant until = told + std::chrono::days(20);
        add(ContactSealed{ContactId("c1"), sealed, until});
        add(ContactSealed{ContactId(), sealed, until});
        add(ContactSealed{ContactId("c2"), {}, until});
        add(ContactSealed{ContactId("c3"), sealed, told + std::chrono::days(31)});
        add(ContactOpened{ContactId("c1")});
        add(ContactOpened{ContactId("nobody")});
        add(ViewEndpoint{"E001", {}});
        add(ViewEndpoint{"E999", {}});
    }

    void issue(const OrderTo& one, const std::string& text = "去")
    {
        add(IssueOrders{text, {one}});
    }

    void orders()
    {
        const std::string id = fresh().value;
        const char* name = id.c_str();
        const bool isRoom = m_i == nullptr || m_i->orders.size() < kMostOrders;
        if (isRoom) {
            issue(to(name, "L06", true));
            issue(to(name, "L19", false, 10, 1440, 0));
            const std::string second = id + "b";
            add(IssueOrders{"去", {to(name, "L06", true), to(second.c_str(), "L19")}});
        }
        add(IssueOrders{"去", {}});
        issue(to(name, "L06"), kBlank);
        issue(to(name, "L77"));
        issue(to(name, "HQ"));
        issue(to("", "L06"));
        issue(to(name, "L06", false, 0));
        issue(to(name, "L06", false, 10, kTooLong));
        add(IssueOrders{"去", {to(name, "L06", true), to("second", "L19", true)}});
        add(IssueOrders{"去", {to(name, "L06")}, "nobody asked"});
        for (const OrderId& back : orderIds()) {
            OrderTo instead = to(name, "L19");
            instead.instead = back;
            const bool isRight = m_i != nullptr && m_i->order(back) != nullptr
                                 && m_i->order(back)->state == OrderState::Returned;
            if (!back.empty() && (isRoom || !isRight)) {
                issue(instead);
            }
        }
        add(RemindUnits{});
    }

    void order(const OrderId& id)
    {
        add(SignOrder{id});
        add(ProgressOrder{id, Progress::Moving, {}});
        add(ProgressOrder{id, Progress::OnScene, "到"});
        add(RemindUnits{{id}});
        for (const std::string& words : {std::string("话"), kBlank}) {
            add(ReportOrder{id, words});
            add(FinishOrder{id, words});
            add(ReturnOrder{id, words});
            add(WithdrawOrder{id, words});
            add(DecideReturn{id, true, words});
            add(AskRelief{id, Relief::Suspend, 60, words});
            add(RecheckOrder{id, true, 0, 0, 0, words});
        }
        add(DecideReturn{id, false, "还是你的"});
        add(RecheckOrder{id, false, 5, 2, 60, "差"});
        add(RecheckOrder{id, true, 2, 3, 0, "多"});
        add(RecheckOrder{id, false, 5, 2, 0, "差"});
        add(ResumeOrder{id, "好"});
        relief(id);
    }

    void relief(const OrderId& id)
    {
        add(AskRelief{id, Relief::Extend, 30, "忙"});
        add(AskRelief{id, Relief::Extend, 0, "忙"});
        const Order* o = m_i == nullptr ? nullptr : m_i->order(id);
        const std::string ask = o != nullptr && o->ask ? o->ask->entry : "nobody asked";
        add(DecideRelief{id, ask, true, {}});
        add(DecideRelief{id, ask, false, "不行"});
        add(DecideRelief{id, ask, false, kBlank});
        add(DecideRelief{id, "another", true, {}});
    }

    void alarms()
    {
        std::vector<std::string> refs{"nothing/owed"};
        if (m_i != nullptr && !m_i->steps.empty()) {
            refs.push_back(m_i->steps.front().ref());
            refs.push_back(m_i->steps.back().ref());
        }
        for (const std::string& ref : refs) {
            add(AcknowledgeAlarm{ref});
            add(ShelveAlarm{ref, 30, "等"});
            add(ShelveAlarm{ref, 30, kBlank});
            add(ShelveAlarm{ref, 2000, "等"});
            add(ShelveAlarm{ref, 0, {}});
            add(RaiseAlarm{ref, PostCode("HQ-chief")});
            add(RaiseAlarm{ref, PostCode("nobody")});
        }
    }

    static AttachFile file(std::uint8_t name, std::uint64_t size, OrderId order = {})
    {
        AttachFile act{{}, "图", "image/png", size, std::move(order)};
        act.hash[0] = name;
        return act;
    }

    void files()
    {
        add(file(1, 90));
        add(file(2, 90));
        add(file(3, 101));
        add(file(3, 0));
        AttachFile wrong = file(3, 9);
        wrong.name = kBlank;
        add(wrong);
        wrong = file(3, 9);
        wrong.type = "text/html";
        add(wrong);
        for (const OrderId& id : orderIds()) {
            if (!id.empty()) {
                add(file(4, 5, id));
            }
        }
    }

    void relations()
    {
        add(MergeIncident{IncidentId("other"), "同"});
        add(MergeIncident{IncidentId(), "同"});
        add(MergeIncident{IncidentId("incident-1"), "同"});
        add(GroupIncident{IncidentId("major")});
        add(GroupIncident{IncidentId()});
        add(GroupIncident{IncidentId("incident-1")});
        add(WatchIncident{m_now + std::chrono::hours(48), "苗头"});
        add(WatchIncident{m_now + std::chrono::hours(48), kBlank});
        add(WatchIncident{std::nullopt, {}});
    }

    void form(auto change)
    {
        FormForce act = sampleForce();
        act.until = m_now + std::chrono::days(3);
        change(act);
        add(act);
    }

    void force()
    {
        form([](FormForce&) {});
        form([](FormForce& a) { a.name = kBlank; });
        form([](FormForce& a) { a.leadUnit = UnitCode("L77"); });
        form([](FormForce& a) { a.leadPost = PostCode("L01-desk"); });
        form([](FormForce& a) { a.goals.front().target = 0; });
        const auto change = [&](std::optional<std::vector<ForceMember>> members,
                                std::optional<std::vector<ForceGoal>> goals, const char* reason) {
            add(ChangeForce{std::move(members), std::move(goals), std::nullopt, reason});
        };
        change(std::nullopt, std::nullopt, "");
        change(std::vector{member("L06")}, std::nullopt, "");
        change(std::vector{member("L77")}, std::nullopt, "");
        change(std::vector{ForceMember{UnitCode("L06"), PostCode("L01-desk"), {}}}, {}, "");
        change(std::vector{member("L06"), member("L06")}, std::nullopt, "");
        change(std::nullopt, std::vector{ForceGoal{"转移", 200, "户"}}, "多");
        change(std::nullopt, std::vector{ForceGoal{"转移", 200, "户"}}, " ");
        add(StateGoal{"转移", 96, {}});
        add(StateGoal{"没有", 1, {}});
        add(StateGoal{"转移", -1, {}});
        command();
    }

    void command()
    {
        const auto to = [&](const char* unit, const char* post, const char* reason) {
            add(TransferForce{UnitCode(unit), PostCode(post), reason});
        };
        to("L06", "L06-desk", "近");
        to("D05", "D05-leader", "回");
        to("L06", "L06-desk", " ");
        to("L77", "x", "近");
        to("L06", "", "近");
        to("L06", "L01-desk", "近");
        for (const std::string& words : {std::string("话"), kBlank}) {
            add(ForceMinutes{words});
            add(EndForce{words});
        }
    }

    void decisions()
    {
        const Decision* open = m_i == nullptr ? nullptr : m_i->openDecision();
        if (open == nullptr) {
            add(AskDecision{"是否疏散？"});
        }
        add(AskDecision{kBlank});
        const std::string ask = open == nullptr ? "nobody asked" : open->entry;
        add(DropDecision{ask, "不必"});
        add(DropDecision{ask, kBlank});
        add(DropDecision{"another", "不必"});
        if (open != nullptr && m_i->orders.size() < kMostOrders) {
            add(IssueOrders{"疏散", {to(fresh().value.c_str(), "L06")}, ask});
        }
    }

    void import(auto change)
    {
        ImportItems act;
        act.sheet[0] = 7;
        act.name = "清单.csv";
        act.rows = 2;
        act.first = 1;
        act.items = {
            {"1", "隐患一", UnitCode("L06"), {UnitCode("D05")}, std::nullopt, {}, {}},
            {"2", "隐患二", UnitCode("D05"), {}, std::nullopt, {}, {}}};
        act.until = m_now + std::chrono::days(30);
        change(act);
        add(act);
    }

    void campaign()
    {
        import([](ImportItems&) {});
        import([](ImportItems& a) { a.name = kBlank; });
        import([](ImportItems& a) { a.first = 3; });
        import([&](ImportItems& a) { a.from = m_now + std::chrono::days(60); });
        import([](ImportItems& a) { a.items[1].key = "1"; });
        import([](ImportItems& a) { a.items[0].unit = UnitCode("L77"); });
        import([](ImportItems& a) { a.until.reset(); });
        for (const ItemState state : {ItemState::Open, ItemState::Done, ItemState::Void}) {
            add(SettleItems{{"1"}, state, "好"});
            add(SettleItems{{"1", "2"}, state, {}});
            add(SettleItems{{"9"}, state, "好"});
        }
        add(SettleItems{{}, ItemState::Done, "好"});
    }

    void ledCase()
    {
        const auto lead = [&](const char* unit, const char* post, std::string number,
                              std::vector<std::string> stages) {
            add(LeadCase{UnitCode(unit), PostCode(post), std::move(number), std::move(stages)});
        };
        lead("D05", "D05-leader", "2019-7", {});
        lead("L06", "L06-desk", "2019-7", {"约谈", "化解"});
        lead("L77", "x", "2019-7", {});
        lead("D05", "L06-desk", "2019-7", {});
        lead("D05", "D05-leader", kBlank, {});
        lead("D05", "D05-leader", std::string(65, '7'), {});
        lead("D05", "D05-leader", "2019-7", {kBlank});
        add(VisitCase{m_now, "走访"});
        add(VisitCase{m_now, kBlank});
        add(StageCase{"约谈", {}});
        add(StageCase{"没有", {}});
        add(StageCase{kBlank, {}});
        add(RateResult{4, "回访", {}});
        add(RateResult{9, "回访", {}});
    }

    const Incident* m_i;
    Instant m_now;
    std::vector<Act> m_acts;
};

} // namespace

std::vector<Act> candidates(const Incident* incident, Instant now)
{
    return Maker(incident, now).all();
}

} // namespace sz::model::test
