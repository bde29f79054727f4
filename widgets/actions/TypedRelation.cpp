// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/TypedRelation.h"

#include "widgets/actions/TypedDay.h"
#include "widgets/models/Relations.h"

#include <QRegularExpression>

#include <algorithm>

namespace sz::widgets {
namespace {

void complain(ParsedCommand& command, Trouble trouble, const QString& words)
{
    command.complaints.push_back({trouble, words, {}, {}});
}

bool isStop(const QString& word)
{
    static const QStringList kStops{
        QStringLiteral("止"),   QStringLiteral("停"),  QStringLiteral("无"),  QStringLiteral("zhi"),
        QStringLiteral("stop"), QStringLiteral("off"), QStringLiteral("none")};
    return kStops.contains(word, Qt::CaseInsensitive);
}

std::pair<bool, Instant> rank(const model::Incident& incident)
{
    return {incident.state != model::IncidentState::Closed, incident.enteredAt};
}

bool isCircle(const CommandContext& context, const IncidentId& other, const IncidentId& self)
{
    std::vector<model::IncidentPtr> all;
    std::ranges::transform(
        context.incidents, std::back_inserter(all), [](const auto& one) { return one.second; });
    return Relations(all).isBelow(other, self);
}

void checkOther(const CommandContext& context, ParsedCommand& command, const QString& word)
{
    if (command.other->state == model::IncidentState::Closed) {
        complain(command, Trouble::OtherClosed, word);
    } else if (
        command.incident != nullptr && isCircle(context, command.other->id, command.incident->id)) {
        complain(command, Trouble::Circle, word);
    }
}

} // namespace

model::IncidentPtr
incidentNumbered(const CommandContext& context, const QString& day, std::uint32_t serial)
{
    model::IncidentPtr best;
    for (const auto& [id, incident] : context.incidents) {
        const std::string number = model::incidentNumber(*incident, context.plan.utcOffsetMinutes);
        const bool fits = serial != 0 && incident->serial == serial
                          && QString::fromStdString(number).startsWith(day);
        if (fits && (best == nullptr || rank(*best) < rank(*incident))) {
            best = incident;
        }
    }
    return best;
}

void takeOther(TextReader& reader, const CommandContext& context, ParsedCommand& command)
{
    const QString word = reader.word();
    reader.skipGap();
    command.text = reader.restTyped();
    if (command.verb == Verb::Group && isStop(word)) {
        return;
    }
    static const QRegularExpression kShape(QStringLiteral(R"(^#?(\d{4}-)?(\d{1,4})$)"));
    const auto match = kShape.match(plainTyped(word));
    if (!match.hasMatch()) {
        complain(command, Trouble::NoOther, word);
        return;
    }
    command.other = incidentNumbered(context, match.captured(1), match.captured(2).toUInt());
    if (command.other == nullptr) {
        complain(command, Trouble::UnknownNumber, word);
        return;
    }
    checkOther(context, command, word);
    if (command.verb == Verb::Group && !command.text.isEmpty()) {
        complain(command, Trouble::StrayText, command.text); // the act keeps no reason
    }
}

void takeWatch(TextReader& reader, const CommandContext& context, ParsedCommand& command)
{
    const QString word = reader.word();
    reader.skipGap();
    command.text = reader.restTyped();
    if (isStop(word)) {
        return;
    }
    command.until = typedDay(word, context.now, context.plan.utcOffsetMinutes);
    if (!command.until) {
        complain(command, Trouble::NoDay, word);
    } else if (command.text.isEmpty()) {
        complain(command, Trouble::NoText, {});
    }
}

model::Act relationAct(const ParsedCommand& command)
{
    const std::string text = command.text.toStdString();
    const IncidentId other = command.other == nullptr ? IncidentId() : command.other->id;
    switch (command.verb) {
    case Verb::Merge:
        return model::MergeIncident{other, text};
    case Verb::Group:
        return model::GroupIncident{other};
    case Verb::Separate:
        return model::SeparateIncident{text};
    default:
        return model::WatchIncident{command.until, text};
    }
}

} // namespace sz::widgets
