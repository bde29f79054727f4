// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of a task force and of what waits for a decision.
#include "app/console/Picture.h"
#include "app/console/PictureKeys.h"
#include "widgets/force/DecisionList.h"
#include "widgets/force/ForceBoard.h"
#include "widgets/force/ForceSheet.h"
#include "widgets/orders/OrderSheet.h"
#include "widgets/shell/Decisions.h"
#include "widgets/shell/MainWindow.h"
#include "widgets/shell/RightPane.h"
#include "widgets/shell/TaskForces.h"
#include "widgets/shell/WatchPage.h"

#include <algorithm>

namespace sz::app {
namespace {

std::string words(const char* zh, const char* en)
{
    return isChinese() ? zh : en;
}

model::FormForce sampleForce(const plan::Plan& plan, const char* lead, Instant until)
{
    const auto post = [&plan](const char* unit) {
        return model::answeringPost(plan, UnitCode(unit));
    };
    model::FormForce act;
    act.name = words("徐东培训学校专班", "Xudong school task force");
    act.leadUnit = UnitCode(lead);
    act.leadPost = post(lead);
    act.members = {
        {UnitCode("L06"), post("L06"), words("学员安置", "pupils")},
        {UnitCode("L01"), post("L01"), words("现场秩序", "order at the gate")},
        {UnitCode("L19"), post("L19"), {}}};
    act.goals = {
        {words("核对学员", "Trace pupils"), 1354, words("人", "pupils")},
        {words("退费", "Refund"), 119, words("户", "families")},
        {words("约谈法人", "Talk to owners"), 2, {}}};
    act.until = until;
    act.text = words("逐人核对去向，三日内完成退费", "trace everybody; refunds within three days");
    return act;
}

} // namespace

// One on the longest story of the sample, with everything a board can hold.
bool Picture::setForce()
{
    using namespace std::chrono_literals;
    const IncidentId id = leading();
    const auto tell = [&](model::Act act) { std::ignore = m_desk.perform(id, std::move(act)); };
    widgets::TaskForces& forces = m_window.page().forces();
    if (m_screen == u"force") {
        forces.open(id);
        type(
            forces.sheet(), "forceGoalsEdit",
            isChinese() ? QStringLiteral("核对学员 1,354 人\n退费 119 户")
                        : QStringLiteral("Trace 1,354 pupils\nRefund 119 families"));
        return true;
    }
    const plan::Plan& plan = m_desk.plan();
    tell(sampleForce(plan, "D05", m_tick.now() + 76h));
    tell(model::StateGoal{words("核对学员", "Trace pupils"), 1235, {}});
    tell(model::StateGoal{words("约谈法人", "Talk to owners"), 2, {}});
    tell(model::ForceMinutes{words(
        "14:10 碰头会：教育牵头核对名单，公安维持校门秩序，市场监管约谈法人。",
        "14:10 meeting: Education matches the list, Police keep the gate, the owners are called "
        "in.")});
    tell(model::TransferForce{
        UnitCode("L06"), model::answeringPost(plan, UnitCode("L06")),
        words("退费由教育统一办理", "refunds are handled by Education")});
    const bool isSet = waitFor(
        [&] {
            const auto now = m_desk.incident(id);
            return now->force() != nullptr && now->force()->commands.size() == 2
                   && m_desk.link().unsent == 0;
        },
        20'000);
    if (m_screen == u"force-board") {
        forces.open(id);
        type(
            forces.board(), "forceActEdit",
            isChinese() ? QStringLiteral("退费 46") : QStringLiteral("Refund 46"));
    } else if (m_screen == u"forces") {
        forces.openAll();
    } else { // the detail with both of its lines
        tell(model::AskDecision{
            words("退费窗口今晚是否延长到 22 时？", "Keep the refund counter open until 22:00?")});
        return waitFor(
            [&] {
                return m_desk.incident(id)->openDecision() != nullptr && m_desk.link().unsent == 0;
            },
            20'000);
    }
    return isSet;
}

bool Picture::setDecision()
{
    std::vector<IncidentId> ids{leading()};
    for (const auto& [id, incident] : m_desk.incidents()) {
        if (incident->state != model::IncidentState::Closed && id != leading() && ids.size() < 3) {
            ids.push_back(id);
        }
    }
    const std::vector<std::string> questions{
        words(
            "退费窗口今晚是否延长到 22 时，由谁值守？",
            "Keep the refund counter open until 22:00 tonight, and who staffs it?"),
        words("是否疏散周边两栋楼？", "Evacuate the two buildings beside it?"),
        words("是否提请市级协调？", "Ask the city to coordinate?")};
    for (std::size_t i = 0; i < ids.size(); ++i) {
        std::ignore = m_desk.perform(ids[i], model::AskDecision{questions[i]});
    }
    const bool isSet = waitFor(
        [&] {
            return std::ranges::all_of(
                       ids,
                       [&](const IncidentId& id) {
                           return m_desk.incident(id)->openDecision() != nullptr;
                       })
                   && m_desk.link().unsent == 0;
        },
        20'000);
    m_window.page().decisions().openList(leading());
    if (m_screen == u"decision") {
        const auto incident = m_desk.incident(leading());
        m_window.page().decisions().decide(leading(), incident->openDecision()->entry);
        type(m_window.page().right().order(), "unitEdit", QStringLiteral("jy\n"));
    }
    return isSet;
}

} // namespace sz::app
