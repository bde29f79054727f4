// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/RelationChips.h"

#include "widgets/common/Durations.h"
#include "widgets/models/RelationWords.h"
#include "widgets/models/Wording.h"

#include <QCoreApplication>

namespace sz::widgets {
namespace {

struct RelationChips
{
    Q_DECLARE_TR_FUNCTIONS(RelationChips)
};

QString numberOf(const model::IncidentPtr& incident)
{
    return incident == nullptr ? QString() : shortNumberText(*incident);
}

} // namespace

void addRelation(std::vector<Chip>& chips, const ParsedCommand& command, const plan::Plan& plan)
{
    if (command.other != nullptr) {
        const QString matter =
            shortNumberText(*command.other) + QLatin1Char(' ') + shortTitleText(*command.other, 24);
        chips.push_back(
            {command.verb == Verb::Merge ? RelationChips::tr("into", "the other incident")
                                         : RelationChips::tr("major one"),
             matter});
    } else if (command.verb == Verb::Group && command.complaints.empty()) {
        chips.push_back({RelationChips::tr("major one"), RelationChips::tr("none any more")});
    }
    if (command.verb == Verb::Watch && command.complaints.empty()) {
        chips.push_back(
            {RelationChips::tr("watched until"),
             command.until ? dayClockText(*command.until, plan.utcOffsetMinutes)
                           : RelationChips::tr("no longer")});
    }
}

QString relationComplaint(Trouble trouble)
{
    switch (trouble) {
    case Trouble::NoOther:
        return RelationChips::tr("Which incident? Type its number.");
    case Trouble::OtherClosed:
        return RelationChips::tr("That incident is closed.");
    case Trouble::Circle:
        return RelationChips::tr("That incident belongs to this one already.");
    default:
        return RelationChips::tr("Until when? Type 3d or a date such as 10-20.");
    }
}

QString relationDone(const ParsedCommand& command)
{
    const QString number = numberOf(command.incident);
    const QString other = numberOf(command.other);
    switch (command.verb) {
    case Verb::Merge:
        return RelationChips::tr("%1 merged into %2", "numbers").arg(number, other);
    case Verb::Group:
        return command.other == nullptr
                   ? RelationChips::tr("%1 taken out of its group", "number").arg(number)
                   : RelationChips::tr("%1 grouped under %2", "numbers").arg(number, other);
    case Verb::Separate:
        return RelationChips::tr("%1 separated again", "number").arg(number);
    default:
        return command.until ? RelationChips::tr("%1 is watched as an early sign").arg(number)
                             : RelationChips::tr("%1 is no longer watched").arg(number);
    }
}

} // namespace sz::widgets
