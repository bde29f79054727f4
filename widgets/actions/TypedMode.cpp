// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/TypedMode.h"

#include "data/plan/Cards.h"
#include "widgets/common/Language.h"
#include "widgets/models/ModeWords.h"
#include "widgets/models/Wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace sz::widgets {
namespace {

struct ModeChips
{
    Q_DECLARE_TR_FUNCTIONS(ModeChips)
};

void complain(ParsedCommand& command, Trouble trouble, const QString& words = {})
{
    command.complaints.push_back({trouble, words, {}, {}});
}

model::ModeAct actOf(const ParsedCommand& command)
{
    const std::string reason = command.text.isEmpty() ? "-" : command.text.toStdString();
    return command.verb == Verb::Games ? model::ModeAct(model::StartMode{plan::Mode::Games, reason})
                                       : model::ModeAct(model::EndMode{reason});
}

QString namesOf(const std::vector<const plan::PlanCard*>& cards)
{
    QStringList names;
    for (const plan::PlanCard* card : cards) {
        names.append(nameText(card->name));
        if (names.size() == 4) {
            break;
        }
    }
    return names.join(ModeChips::tr(" or ", "between plan cards"));
}

} // namespace

void takeMode(TextReader& reader, const CommandContext& context, ParsedCommand& command)
{
    command.incident.reset();
    command.text = reader.restTyped();
    command.modeNow = context.mode.mode();
    const auto allowed =
        model::checkMode(context.plan, context.mode, context.actor, actOf(command));
    if (!allowed && allowed.error().code == Code::AlreadyDone) {
        complain(command, Trouble::ModeRuns);
    } else if (!allowed && allowed.error().code == Code::NothingAsked) {
        complain(command, Trouble::ModeIsNormal);
    } else if (!allowed) {
        command.complaints.push_back({Trouble::Refused, {}, {}, allowed.error()});
    } else if (command.text.isEmpty()) {
        complain(command, Trouble::NoText);
    }
}

void takeCard(TextReader& reader, const CommandContext& context, ParsedCommand& command)
{
    const QString name = reader.restTyped();
    if (command.incident == nullptr) {
        return; // said already
    }
    const auto fitting =
        plan::cardsFor(context.plan, command.incident->kind, command.incident->grade);
    command.cards = name.isEmpty() ? fitting : plan::cardsNamed(context.plan, name.toStdString());
    std::vector<const plan::PlanCard*> both;
    std::ranges::copy_if(command.cards, std::back_inserter(both), [&](const plan::PlanCard* card) {
        return std::ranges::contains(fitting, card);
    });
    if (!both.empty()) { // a beginning of several: those that fit
        command.cards = both;
    }
    if (command.cards.empty()) {
        complain(command, Trouble::NoCard, name);
    } else if (command.cards.size() == 1) {
        command.card = command.cards.front();
    } else if (!name.isEmpty()) {
        complain(command, Trouble::WhichCard, namesOf(command.cards));
    }
}

void addModeChips(std::vector<Chip>& chips, const ParsedCommand& command, const plan::Plan& plan)
{
    if (command.verb == Verb::Card && command.card != nullptr) {
        chips.push_back({ModeChips::tr("card"), nameText(command.card->name)});
        chips.push_back({ModeChips::tr("orders"), QString::number(command.card->orders.size())});
    } else if (command.verb == Verb::Card && command.complaints.empty()) {
        chips.push_back({ModeChips::tr("cards"), namesOf(command.cards)});
    }
    if (command.verb != Verb::Games && command.verb != Verb::Normal) {
        return;
    }
    const plan::Mode to = command.verb == Verb::Games ? plan::Mode::Games : plan::Mode::Normal;
    chips.push_back(
        {ModeChips::tr("mode"), ModeChips::tr("%1 → %2", "mode now, mode then")
                                    .arg(modeText(command.modeNow), modeText(to))});
    const QString change = limitChangeText(plan, plan::Grade::III, command.modeNow, to);
    if (!change.isEmpty()) {
        chips.push_back({gradeText(plan::Grade::III), change, ChipTone::Quiet, false});
    }
}

QString modeComplaint(const Complaint& complaint)
{
    switch (complaint.trouble) {
    case Trouble::ModeRuns:
        return ModeChips::tr("Games time runs already.");
    case Trouble::ModeIsNormal:
        return ModeChips::tr("These are normal times already.");
    case Trouble::NoCard:
        return complaint.words.isEmpty() ? ModeChips::tr("No plan card fits this kind and grade.")
                                         : ModeChips::tr("No plan card has this name.");
    default:
        return ModeChips::tr("Name one of these.");
    }
}

} // namespace sz::widgets
