// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/CommandWords.h"

#include "widgets/actions/CareWords.h"
#include "widgets/actions/DutyWords.h"
#include "widgets/actions/ForceChips.h"
#include "widgets/actions/RelationChips.h"
#include "widgets/actions/TypedCare.h"
#include "widgets/actions/TypedForce.h"
#include "widgets/actions/TypedMode.h"
#include "widgets/actions/TypedReport.h"
#include "widgets/common/Durations.h"
#include "widgets/common/ErrorText.h"
#include "widgets/common/VisibleText.h"
#include "widgets/models/RatingWords.h"
#include "widgets/models/ReportSteps.h"
#include "widgets/models/Wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace sz::widgets {

namespace {

struct CommandWords
{
    Q_DECLARE_TR_FUNCTIONS(CommandWords)
};

QString matterText(const model::Incident& incident)
{
    return shortNumberText(incident) + QLatin1Char(' ') + shortTitleText(incident, 24);
}

QString limitWords(const QString& limit)
{
    return CommandWords::tr("≤ %1", "a limit").arg(limit);
}

QString limitOf(int minutes)
{
    return limitWords(limitText(Minutes{minutes}));
}

/// ① to ⑳, then plain digits.
QString circled(std::size_t number)
{
    return number <= 20 ? QString(QChar(static_cast<char16_t>(0x245F + number)))
                        : QString::number(number);
}

void addUnits(
    std::vector<Chip>& chips,
    const ParsedCommand& command,
    const plan::Plan& plan,
    Instant now,
    const DutyRoster& acts)
{
    for (std::size_t i = 0; i < command.lines.size(); ++i) {
        const OrderLine& line = command.lines[i];
        const std::vector<DutyLine> duties = dutyLines(plan, line.unit, now, uiLanguage(), acts);
        const QString word = duties.empty() ? QString() : dutyWord(duties.front().isGap);
        QString text = unitText(plan, line.unit);
        text += word.isEmpty() ? QString() : QStringLiteral(" · ") + word;
        chips.push_back({circled(i + 1), text, ChipTone::Quiet, true});
    }
}

void addLimits(
    std::vector<Chip>& chips,
    const ParsedCommand& command,
    const plan::Plan& plan,
    Instant now)
{
    if (command.lines.empty()) {
        return;
    }
    const OrderLine& line = command.lines.front();
    chips.push_back({CommandWords::tr("sign-for", "limit"), limitOf(line.sign)});
    if (line.arrive > 0) {
        chips.push_back({CommandWords::tr("on scene", "limit"), limitOf(line.arrive)});
    }
    const Instant due = line.work ? plan.calendar.after(now, *line.work) : now + Minutes{line.done};
    const QString until = dayClockText(due, plan.utcOffsetMinutes);
    chips.push_back(
        {CommandWords::tr("done", "limit"),
         limitWords(doneLimitText(line)) + QStringLiteral(" · ") + until});
}

void addLead(std::vector<Chip>& chips, const ParsedCommand& command, const plan::Plan& plan)
{
    const auto lead = std::ranges::find(command.lines, true, &OrderLine::isLead);
    if (lead != command.lines.end() && command.lines.size() > 1) {
        chips.push_back({CommandWords::tr("lead"), unitText(plan, lead->unit)});
    } else if (!command.keptLead.empty()) {
        chips.push_back(
            {CommandWords::tr("lead"), CommandWords::tr("%1 (as before)", "lead unit")
                                           .arg(unitText(plan, command.keptLead))});
    }
}

void addOrder(std::vector<Chip>& chips, const ParsedCommand& command)
{
    if (command.orders.empty() || command.incident == nullptr || isCareVerb(command.verb)) {
        return; // those name the unit (addCare)
    }
    if (command.verb == Verb::Remind) {
        chips.push_back({CommandWords::tr("unsigned"), QString::number(command.orders.size())});
    } else if (const model::Order* order = command.incident->order(command.orders.front())) {
        chips.push_back(
            {CommandWords::tr("order"), visibleLine(QString::fromStdString(order->text)),
             ChipTone::Quiet, false});
    }
}

void addDuty(
    std::vector<Chip>& chips,
    const ParsedCommand& command,
    const plan::Plan& plan,
    Instant now,
    const DutyRoster& acts)
{
    if (command.at) {
        chips.push_back(
            {CommandWords::tr("on duty at", "a moment"),
             dayClockText(*command.at, plan.utcOffsetMinutes)});
    }
    for (const plan::Unit* unit : command.asked) {
        const std::vector<DutyLine> duties =
            dutyLines(plan, unit->code, command.at.value_or(now), uiLanguage(), acts);
        if (!duties.empty()) {
            const DutyLine& first = duties.front();
            chips.push_back(
                {first.post, QStringLiteral("%1 · %2").arg(first.holder, first.phone),
                 first.isGap ? ChipTone::NotUnderstood : ChipTone::Quiet});
        }
    }
    for (const plan::PlaceMatch& place : command.places) {
        chips.push_back({visibleLine(nameText(place.name)), QString::fromStdString(place.phone)});
    }
}

void addText(std::vector<Chip>& chips, const ParsedCommand& command)
{
    if (!command.text.isEmpty() && command.verb != Verb::Duty) {
        chips.push_back(
            {CommandWords::tr("text"), visibleLine(command.text), ChipTone::Quiet, false});
    }
}

// Counts that do not balance can be saved: somebody is missing, and that is what has to be told. But they are seen first.
void addUpwards(std::vector<Chip>& chips, const ParsedCommand& command)
{
    if (command.verb == Verb::ReportUp && command.incident != nullptr) {
        chips.push_back({CommandWords::tr("report"), nextReportName(*command.incident)});
    }
    if (const auto& counts = command.upwards.counts) {
        const std::int64_t difference =
            model::Counts{counts->label, counts->total, counts->parts}.difference();
        chips.push_back(
            {CommandWords::tr("balance"), balanceText(difference),
             difference == 0 ? ChipTone::Quiet : ChipTone::NotUnderstood});
    }
}

QString namesOf(const std::vector<const plan::Unit*>& units)
{
    QStringList names;
    for (const plan::Unit* unit : units) {
        names.append(shortNameText(unit->name));
        if (names.size() == 4) {
            break;
        }
    }
    return names.join(CommandWords::tr(" or ", "between candidates"));
}

QString numberOf(const ParsedCommand& command)
{
    return command.incident == nullptr ? QString() : shortNumberText(*command.incident);
}

} // namespace

std::vector<Chip> commandChips(
    const ParsedCommand& command,
    const plan::Plan& plan,
    Instant now,
    const DutyRoster& acts)
{
    std::vector<Chip> chips;
    if (command.verb != Verb::None) {
        chips.push_back({CommandWords::tr("act"), verbText(command.verb)});
    }
    if (command.incident != nullptr && command.verb != Verb::None) {
        chips.push_back({CommandWords::tr("matter"), matterText(*command.incident)});
    }
    if (command.verb == Verb::Duty) {
        addDuty(chips, command, plan, now, acts);
    }
    addRelation(chips, command, plan);
    addModeChips(chips, command, plan);
    addForce(chips, command, plan);
    addUnits(chips, command, plan, now, acts);
    addOrder(chips, command);
    addCare(chips, command, plan, now);
    // What is wrong must not be pushed off the edge by what is right.
    for (const Complaint& complaint : command.complaints) {
        const bool isRefused = complaint.trouble == Trouble::Refused;
        chips.push_back(
            {isRefused ? CommandWords::tr("refused") : complaint.words, complaintText(complaint),
             isRefused ? ChipTone::Refused : ChipTone::NotUnderstood, isRefused});
    }
    addLimits(chips, command, plan, now);
    addLead(chips, command, plan);
    if (command.rating.score > 0) {
        chips.push_back(
            {CommandWords::tr("says"), ratingText(command.rating.score, command.rating.channel)});
    }
    addUpwards(chips, command);
    addText(chips, command);
    return chips;
}

QString complaintText(const Complaint& complaint)
{
    switch (complaint.trouble) {
    case Trouble::UnknownVerb:
        return CommandWords::tr("Begin with order, ?, remind, note, or a number.");
    case Trouble::NoIncident:
        return CommandWords::tr("Select an incident, or put its number in front.");
    case Trouble::UnknownNumber:
        return CommandWords::tr("No incident with this number is on the board.");
    case Trouble::NoUnit:
        return CommandWords::tr("Name at least one unit.");
    case Trouble::UnknownUnit:
        return CommandWords::tr("No unit has this name.");
    case Trouble::AmbiguousUnit:
        return namesOf(complaint.candidates);
    case Trouble::BareNumber:
        return CommandWords::tr("Add m, h or d to the number.");
    case Trouble::NobodyNamed:
        return complaint.words.isEmpty() ? CommandWords::tr("Name a unit, an area or a street.")
                                         : CommandWords::tr("Nobody in the plan has this name.");
    case Trouble::NothingUnsigned:
        return CommandWords::tr("Every order here is signed for.");
    case Trouble::NoOwnOrder:
        return CommandWords::tr("Your unit has no order here that waits for this.");
    case Trouble::NoText:
        return CommandWords::tr("Write what it says.");
    case Trouble::StrayText:
        return CommandWords::tr("This act takes no words.");
    case Trouble::NoLength:
    case Trouble::NoVerdict:
    case Trouble::NothingWaits:
    case Trouble::WhichOrder:
        return careComplaint(complaint);
    case Trouble::ModeRuns:
    case Trouble::ModeIsNormal:
    case Trouble::NoCard:
    case Trouble::WhichCard:
        return modeComplaint(complaint);
    case Trouble::NoOther:
    case Trouble::OtherClosed:
    case Trouble::Circle:
    case Trouble::NoDay:
        return relationComplaint(complaint.trouble);
    case Trouble::NoForce:
    case Trouble::NoGoal:
    case Trouble::NoCount:
        return forceComplaint(complaint.trouble);
    case Trouble::NoScore:
        return CommandWords::tr("Type a score from 1, not content, to 5.");
    case Trouble::NoFirstReport:
        return CommandWords::tr("Nothing has been reported yet: begin with the first report.");
    case Trouble::NoCounts:
        return countsComplaint();
    case Trouble::Refused:
        return complaint.error ? shortReason(*complaint.error) : QString();
    }
    return {};
}

QString effectText(const ParsedCommand& command)
{
    if (!command.isReady()) {
        return {};
    }
    switch (command.verb) {
    case Verb::Order:
        return CommandWords::tr("issue %n orders", nullptr, static_cast<int>(command.lines.size()));
    case Verb::Remind:
        return CommandWords::tr(
            "remind %n units", nullptr, static_cast<int>(command.orders.size()));
    case Verb::Duty:
        return CommandWords::tr("copy the number");
    case Verb::Find:
        return CommandWords::tr("show it");
    case Verb::Games:
    case Verb::Normal:
    case Verb::Card:
        return CommandWords::tr("look at it before it is done");
    default:
        return isForceVerb(command.verb) ? forceEffect(command) : verbText(command.verb);
    }
}

QString doneText(const ParsedCommand& command)
{
    const QString number = numberOf(command);
    switch (command.verb) {
    case Verb::Order:
        return CommandWords::tr(
                   "%n orders issued for %1", nullptr, static_cast<int>(command.lines.size()))
            .arg(number);
    case Verb::Remind:
        return CommandWords::tr(
                   "%n units reminded, %1", nullptr, static_cast<int>(command.orders.size()))
            .arg(number);
    case Verb::Note:
        return CommandWords::tr("Note saved, %1").arg(number);
    case Verb::Rate:
        return QStringLiteral("%1: %2").arg(
            number, ratingText(command.rating.score, command.rating.channel));
    case Verb::Close:
        return CommandWords::tr("Incident %1 closed").arg(number);
    case Verb::Merge:
    case Verb::Group:
    case Verb::Separate:
    case Verb::Watch:
        return relationDone(command);
    case Verb::Force:
    case Verb::Transfer:
    case Verb::Minutes:
    case Verb::Ask:
        return forceDone(command);
    default:
        return CommandWords::tr("Saved: %1, %2", "act, number").arg(verbText(command.verb), number);
    }
}

} // namespace sz::widgets
