// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/ForceChips.h"

#include "widgets/models/ForceWords.h"
#include "widgets/models/Wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace sz::widgets {
namespace {

struct ForceChips
{
    Q_DECLARE_TR_FUNCTIONS(ForceChips)
};

bool opens(const ParsedCommand& command)
{
    return command.verb == Verb::Force && !command.force.count;
}

bool hasForce(const ParsedCommand& command)
{
    return command.incident != nullptr && command.incident->force() != nullptr;
}

QString countText(const ParsedCommand& command)
{
    const auto& goals = command.incident->force()->goals;
    const auto goal = std::ranges::find(
        goals, command.force.goal, [](const model::GoalCount& g) { return g.goal.label; });
    if (goal == goals.end()) {
        return {};
    }
    model::GoalCount after = *goal;
    after.count = *command.force.count;
    return goalText(after);
}

} // namespace

void addForce(std::vector<Chip>& chips, const ParsedCommand& command, const plan::Plan& plan)
{
    if (command.verb == Verb::Force && command.force.count && hasForce(command)) {
        if (const QString text = countText(command); !text.isEmpty()) {
            chips.push_back({ForceChips::tr("goal"), text});
        }
    }
    if (command.verb == Verb::Transfer && !command.force.unit.empty()) {
        chips.push_back(
            {ForceChips::tr("command to"), seatText(plan, command.force.unit, command.force.post)});
    }
}

QString forceComplaint(Trouble trouble)
{
    switch (trouble) {
    case Trouble::NoForce:
        return ForceChips::tr("There is no task force here; F6 forms one.");
    case Trouble::NoGoal:
        return ForceChips::tr("The task force has no such goal.");
    default:
        return ForceChips::tr("How many? Type the count behind the goal.");
    }
}

QString forceEffect(const ParsedCommand& command)
{
    if (!opens(command)) {
        return verbText(command.verb);
    }
    return hasForce(command) ? ForceChips::tr("open the task force")
                             : ForceChips::tr("form a task force");
}

QString forceDone(const ParsedCommand& command)
{
    const QString number = shortNumberText(*command.incident);
    switch (command.verb) {
    case Verb::Force:
        return ForceChips::tr("%1: counted, %2", "number, goal").arg(number, countText(command));
    case Verb::Transfer:
        return ForceChips::tr("%1: command handed over", "number").arg(number);
    case Verb::Minutes:
        return ForceChips::tr("%1: minutes saved", "number").arg(number);
    default:
        return ForceChips::tr("%1 put for decision", "number").arg(number);
    }
}

} // namespace sz::widgets
