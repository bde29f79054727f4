// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The lists above the command line: who is on duty, what Tab can put in.
#include "widgets/actions/CommandWords.h"
#include "widgets/actions/DutyWords.h"
#include "widgets/common/VisibleText.h"
#include "widgets/models/Wording.h"

namespace sz::widgets {

std::vector<ChoiceRow> dutyRows(
    const ParsedCommand& command,
    const plan::Plan& plan,
    Instant now,
    QStringList& phones,
    const DutyRoster& acts)
{
    std::vector<ChoiceRow> rows;
    phones.clear();
    for (const plan::Unit* unit : command.asked) {
        for (const DutyLine& line :
             dutyLines(plan, unit->code, command.at.value_or(now), uiLanguage(), acts)) {
            rows.push_back(
                {line.post, line.phone,
                 line.isGap ? line.holder + QStringLiteral(" · ") + line.until
                            : QStringLiteral("%1 · %2").arg(line.holder, line.until),
                 line.isGap});
            phones.append(line.phone);
        }
    }
    for (const plan::PlaceMatch& place : command.places) {
        const QString phone = QString::fromStdString(place.phone);
        rows.push_back(
            {visibleLine(nameText(place.name)), phone, placeText(plan, place.place), false});
        phones.append(phone);
    }
    return rows;
}

std::vector<ChoiceRow> completionRows(const ParsedCommand& command)
{
    std::vector<ChoiceRow> rows;
    for (const plan::Unit* unit : command.completion.units) {
        rows.push_back(
            {shortNameText(unit->name), QString::fromStdString(unit->code.value),
             nameText(unit->name), false});
    }
    return rows;
}

} // namespace sz::widgets
