// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the sheet of a task force writes, and what is missing before it can.
#include "data/desk/OnResult.h"
#include "widgets/actions/PickEdit.h"
#include "widgets/actions/TypedDay.h"
#include "widgets/actions/TypedGoal.h"
#include "widgets/common/ErrorText.h"
#include "widgets/common/TickTimer.h"
#include "widgets/force/ForceSheet.h"

#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>
#include <iterator>
#include <utility>

namespace sz::widgets {

std::optional<Instant> ForceSheet::until() const
{
    return typedDay(m_until->text(), m_ticks.now(), m_desk.plan().utcOffsetMinutes);
}

bool ForceSheet::hasGoodGoals()
{
    const TypedGoals goals = typedGoals(m_goals->toPlainText());
    if (!goals.notUnderstood.isEmpty()) {
        point(m_goals, tr("A goal is a name and a number: evacuate 120 households."));
    } else if (!goals.twice.isEmpty()) {
        point(m_goals, tr("Two goals have the same name: %1").arg(goals.twice));
    } else {
        return true;
    }
    return false;
}

bool ForceSheet::isComplete()
{
    if (!m_isChange && m_name->text().trimmed().isEmpty()) {
        point(m_name, tr("Give it a name."));
    } else if (m_leadSeat.unit.empty()) {
        point(m_lead, tr("Say who has command."));
    } else if (!m_members->edit()->text().trimmed().isEmpty()) { // nobody meant is left out unseen
        point(
            m_members->edit(),
            tr("“%1” is no member yet: choose one with Enter, or empty the field.")
                .arg(m_members->edit()->text().trimmed()));
    } else if (!hasGoodGoals()) {
        return false;
    } else if (!until() && !(m_isChange && m_until->text() == m_untilBefore)) {
        point(m_until, tr("Type days as 3d, or a day to come as 10-20."));
    } else {
        return true;
    }
    return false;
}

model::FormForce ForceSheet::formed() const
{
    model::FormForce act;
    act.name = m_name->text().simplified().toStdString();
    act.leadUnit = m_leadSeat.unit;
    act.leadPost = m_leadSeat.post;
    act.members = m_members->members();
    std::erase_if(act.members, [&act](const model::ForceMember& m) {
        return m.unit == act.leadUnit && m.post == act.leadPost;
    });
    act.goals = typedGoals(m_goals->toPlainText()).goals;
    act.until = until().value_or(m_ticks.now());
    act.text = m_text->text().simplified().toStdString();
    return act;
}

model::ChangeForce ForceSheet::changed(const model::TaskForce& force) const
{
    model::ChangeForce act;
    if (m_members->members() != force.members) {
        act.members = m_members->members();
    }
    std::vector<model::ForceGoal> before;
    std::ranges::transform(
        force.goals, std::back_inserter(before), [](const model::GoalCount& g) { return g.goal; });
    if (const auto goals = typedGoals(m_goals->toPlainText()).goals; goals != before) {
        act.goals = goals;
    }
    if (m_until->text() != m_untilBefore) {
        act.until = until();
    }
    act.reason = m_reason->text().simplified().toStdString();
    return act;
}

void ForceSheet::save()
{
    if (m_isBusy || isComposing()) {
        return;
    }
    m_lead->pickCurrent();
    m_members->settle();
    const auto incident = m_desk.incident(m_incident);
    if (incident == nullptr || !isComplete()) {
        return;
    }
    if (!m_isChange) {
        perform(formed(), tr("task force formed"));
        return;
    }
    if (incident->force() == nullptr) {
        say(tr("Meanwhile the task force has ended."), true);
        return;
    }
    const model::ChangeForce act = changed(*incident->force());
    if (!act.members && !act.goals && !act.until) {
        say(tr("Nothing is changed yet."));
    } else if ((act.goals || act.until) && act.reason.empty()) {
        point(m_reason, tr("Say why goals or end are changed."));
    } else {
        perform(act, tr("task force changed"));
    }
}

void ForceSheet::perform(model::Act act, const QString& what)
{
    m_isBusy = true;
    desk::onResult(
        this, m_desk.perform(m_incident, std::move(act)),
        [this, what](const Result<desk::Receipt>& receipt) {
            m_isBusy = false;
            if (!receipt) {
                say(errorText(receipt.error()), true);
                return;
            }
            Q_EMIT performed(std::exchange(m_incident, {}), what);
        });
}

} // namespace sz::widgets
