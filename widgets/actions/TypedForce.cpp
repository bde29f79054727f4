// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/TypedForce.h"

#include "widgets/actions/TypedGoal.h"
#include "widgets/actions/UnitChoice.h"

namespace sz::widgets {
namespace {

void complain(ParsedCommand& command, Trouble trouble, const QString& words = {})
{
    command.complaints.push_back({trouble, words, {}, {}});
}

std::vector<model::ForceGoal> goalsOf(const model::TaskForce& force)
{
    std::vector<model::ForceGoal> goals;
    for (const model::GoalCount& goal : force.goals) {
        goals.push_back(goal.goal);
    }
    return goals;
}

void takeCount(TextReader& reader, ParsedCommand& command, const model::TaskForce& force)
{
    const QString typed = reader.restTyped();
    if (typed.isEmpty()) {
        return; // opens it
    }
    const std::vector<model::ForceGoal> goals = goalsOf(force);
    const TypedCount count = typedCount(typed, goals);
    command.force.count = count.count;
    command.text = count.text;
    if (count.goal == nullptr) {
        complain(command, Trouble::NoGoal, typed);
    } else if (!count.count) {
        complain(command, Trouble::NoCount, typed);
    }
    command.force.goal = count.goal == nullptr ? std::string() : count.goal->label;
}

void takeTransfer(TextReader& reader, const CommandContext& context, ParsedCommand& command)
{
    const QString word = reader.word();
    const TypedSeat seat = typedSeat(context.plan, context.finder, word);
    reader.skipGap();
    command.text = reader.restTyped();
    command.force.unit = seat.unit;
    command.force.post = seat.post;
    if (word.isEmpty()) {
        complain(command, Trouble::NoUnit);
    } else if (seat.unit.empty()) {
        const bool isVague = !seat.candidates.empty();
        complain(command, isVague ? Trouble::AmbiguousUnit : Trouble::UnknownUnit, word);
        command.complaints.back().candidates = seat.candidates;
    } else if (command.text.isEmpty()) {
        complain(command, Trouble::NoText);
    }
}

} // namespace

bool isForceVerb(Verb verb)
{
    return verb == Verb::Force || verb == Verb::Transfer || verb == Verb::Minutes
           || verb == Verb::Ask;
}

void takeForce(TextReader& reader, const CommandContext& context, ParsedCommand& command)
{
    if (command.incident == nullptr) {
        return;
    }
    const model::TaskForce* force = command.incident->force();
    if (command.verb == Verb::Ask || (force == nullptr && command.verb == Verb::Force)) {
        command.text = reader.restTyped();
    } else if (force == nullptr) {
        complain(command, Trouble::NoForce);
        return;
    }
    switch (command.verb) {
    case Verb::Force:
        if (force != nullptr) {
            takeCount(reader, command, *force);
        } else if (!command.text.isEmpty()) {
            complain(command, Trouble::NoForce);
        }
        return;
    case Verb::Transfer:
        takeTransfer(reader, context, command);
        return;
    default:
        command.text = reader.restTyped();
        if (command.text.isEmpty()) {
            complain(command, Trouble::NoText);
        }
    }
}

std::optional<model::Act> forceActOf(const ParsedCommand& command)
{
    const std::string text = command.text.toStdString();
    switch (command.verb) {
    case Verb::Force:
        return command.force.count ? std::optional<model::Act>(model::StateGoal{
                                         command.force.goal, *command.force.count, text})
                                   : std::nullopt;
    case Verb::Transfer:
        return model::TransferForce{command.force.unit, command.force.post, text};
    case Verb::Minutes:
        return model::ForceMinutes{text};
    case Verb::Ask:
        return model::AskDecision{text};
    default:
        return std::nullopt;
    }
}

TypedSeat typedSeat(const plan::Plan& plan, const plan::PlaceFinder& finder, const QString& word)
{
    TypedSeat seat;
    if (word.isEmpty()) {
        return seat;
    }
    seat.candidates = unitsNamed(finder, word);
    std::erase_if(seat.candidates, [&plan](const plan::Unit* unit) {
        return model::answeringPost(plan, unit->code).empty();
    });
    if (seat.candidates.size() > 1) { // an area leader of the same name is rarely meant
        std::vector<const plan::Unit*> plain = seat.candidates;
        std::erase_if(plain, [](const plan::Unit* unit) { return !canTakeOrders(*unit); });
        seat.candidates = plain.empty() ? seat.candidates : plain;
    }
    if (seat.candidates.size() == 1) {
        seat.unit = seat.candidates.front()->code;
        seat.post = model::answeringPost(plan, seat.unit);
    }
    return seat;
}

} // namespace sz::widgets
