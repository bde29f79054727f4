// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/ForceWords.h"

#include "widgets/common/Durations.h"
#include "widgets/common/VisibleText.h"
#include "widgets/models/Wording.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace sz::widgets {
namespace {

struct ForceWords
{
    Q_DECLARE_TR_FUNCTIONS(ForceWords)
};

QString visible(const std::string& text)
{
    return visibleLine(QString::fromStdString(text));
}

QString with(const QString& what, const std::string& text)
{
    return text.empty()
               ? what
               : ForceWords::tr("%1: %2", "what was done, in which words").arg(what, visible(text));
}

bool isReached(const model::GoalCount& goal)
{
    return goal.count >= goal.goal.target;
}

} // namespace

QString ForceTeller::operator()(const model::FormForce& a) const
{
    return ForceWords::tr("formed the task force %1, %2 in command", "name, unit")
        .arg(visible(a.name), unitText(m_plan, a.leadUnit, m_language));
}

QString ForceTeller::operator()(const model::ChangeForce& a) const
{
    QStringList parts;
    if (a.members) {
        parts.append(ForceWords::tr("%n members", nullptr, static_cast<int>(a.members->size())));
    }
    if (a.goals) {
        parts.append(ForceWords::tr("%n goals", nullptr, static_cast<int>(a.goals->size())));
    }
    if (a.until) {
        parts.append(ForceWords::tr("until %1").arg(dateText(*a.until, m_plan.utcOffsetMinutes)));
    }
    return with(
        ForceWords::tr("changed the task force (%1)")
            .arg(parts.join(ForceWords::tr(", ", "between parts"))),
        a.reason);
}

QString ForceTeller::operator()(const model::StateGoal& a) const
{
    return with(
        ForceWords::tr("goal %1 stands at %2", "name, count")
            .arg(visible(a.label), numberText(a.count)),
        a.text);
}

QString ForceTeller::operator()(const model::TransferForce& a) const
{
    return with(
        ForceWords::tr("command of the task force to %1")
            .arg(whoText(m_plan, a.unit, a.post, m_language)),
        a.reason);
}

QString ForceTeller::operator()(const model::ForceMinutes& a) const
{
    return with(ForceWords::tr("minutes of the task force"), a.text);
}

QString ForceTeller::operator()(const model::EndForce& a) const
{
    return with(ForceWords::tr("ended the task force"), a.result);
}

QString ForceTeller::operator()(const model::AskDecision& a) const
{
    return with(ForceWords::tr("put for decision"), a.question);
}

QString ForceTeller::operator()(const model::DropDecision& a) const
{
    return with(ForceWords::tr("decided to order nothing"), a.reason);
}

int percentOf(const model::GoalCount& goal)
{
    if (goal.goal.target <= 0 || isReached(goal)) {
        return 100;
    }
    return static_cast<int>(
        static_cast<double>(goal.count) / static_cast<double>(goal.goal.target) * 100.0);
}

QString goalText(const model::GoalCount& goal)
{
    return ForceWords::tr("%1 %2 of %3 %4", "goal, count, target, what is counted")
        .arg(
            visible(goal.goal.label), numberText(goal.count), numberText(goal.goal.target),
            visible(goal.goal.unitWord))
        .trimmed();
}

QString goalTyped(const model::ForceGoal& goal)
{
    return QStringLiteral("%1 %2 %3")
        .arg(
            QString::fromStdString(goal.label), QString::number(goal.target),
            QString::fromStdString(goal.unitWord))
        .trimmed();
}

QString forceLeftText(const model::TaskForce& force, Instant now)
{
    return countdownText(force.until - now);
}

QString goalsText(const model::TaskForce& force)
{
    if (force.goals.empty()) {
        return {};
    }
    if (force.goals.size() == 1) {
        return goalText(force.goals.front());
    }
    const auto reached = std::ranges::count_if(force.goals, isReached);
    return ForceWords::tr("goals %1/%2", "reached, all").arg(reached).arg(force.goals.size());
}

QString forceLine(const model::TaskForce& force, const plan::Plan& plan, Instant now)
{
    QStringList parts{
        visible(force.name),
        ForceWords::tr("%1 in command", "unit").arg(unitText(plan, force.command().unit)),
        goalsText(force), forceLeftText(force, now)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString seatText(const plan::Plan& plan, const UnitCode& unit, const PostCode& post)
{
    return QStringLiteral("%1 · %2").arg(unitText(plan, unit), postText(plan, post));
}

QString decisionsLine(const model::Incident& incident)
{
    const auto open = static_cast<int>(std::ranges::count_if(
        incident.decisions, [](const model::Decision& d) { return !d.settledAt; }));
    if (const model::Decision* first = incident.openDecision()) {
        const QString what = visible(first->question);
        return open > 1
                   ? ForceWords::tr("%1 for decision: %2 …", "count, question").arg(open).arg(what)
                   : ForceWords::tr("for decision: %1", "question").arg(what);
    }
    if (incident.decisions.empty()) {
        return {};
    }
    const auto ordered = static_cast<int>(std::ranges::count_if(
        incident.decisions, [](const model::Decision& d) { return !d.orders.empty(); }));
    return ForceWords::tr("decided: %1, of these ordered %2", "counts")
        .arg(incident.decisions.size())
        .arg(ordered);
}

std::vector<RelationMark> forceMarks(const model::Incident& incident)
{
    std::vector<RelationMark> marks;
    if (incident.state == model::IncidentState::Closed) {
        return marks;
    }
    if (incident.openDecision() != nullptr) {
        marks.push_back(
            {QStringLiteral("decision"), ForceWords::tr("for decision", "mark on a tile"), false});
    }
    if (incident.force() != nullptr) {
        marks.push_back(
            {QStringLiteral("force"), ForceWords::tr("task force", "mark on a tile"), false});
    }
    return marks;
}

const model::Step* stepOf(const model::Incident& incident, const model::Decision& decision)
{
    const auto at = std::ranges::find(incident.decisions, decision.entry, &model::Decision::entry);
    const auto ordinal = static_cast<int>(at - incident.decisions.begin()) + 1;
    const auto step = std::ranges::find_if(incident.steps, [&](const model::Step& s) {
        return s.kind == model::StepKind::Decide && s.ordinal == ordinal;
    });
    return step == incident.steps.end() ? nullptr : &*step;
}

} // namespace sz::widgets
