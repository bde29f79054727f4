// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/BoardWords.h"

#include <QString>

#include <algorithm>

namespace sz::widgets {

std::vector<std::string> BoardWords::fieldsNamed(const std::string& typed) const
{
    const QString wanted = QString::fromStdString(typed);
    const auto begins = [&wanted](const std::string& name) {
        return !name.empty()
               && QString::fromStdString(name).startsWith(wanted, Qt::CaseInsensitive);
    };
    std::vector<std::string> out;
    for (const auto& [kind, fields] : m_fields) {
        for (const plan::ReportField& field : fields) {
            const bool isNamed =
                begins(field.code) || begins(field.name.zh) || begins(field.name.en);
            if (isNamed && !std::ranges::contains(out, field.code)) {
                out.push_back(field.code);
            }
        }
    }
    if (out.empty()) {
        out.push_back(typed);
    }
    return out;
}

std::string
BoardWords::choiceNamed(const std::vector<std::string>& fields, const std::string& typed) const
{
    const QString wanted = QString::fromStdString(typed);
    for (const auto& [kind, all] : m_fields) {
        for (const plan::ReportField& field : all) {
            for (const plan::Name& choice : field.choices) {
                const bool isNamed =
                    choice.zh == typed
                    || wanted.compare(QString::fromStdString(choice.en), Qt::CaseInsensitive) == 0;
                if (isNamed && std::ranges::contains(fields, field.code)) {
                    return choice.zh;
                }
            }
        }
    }
    return typed;
}

bool BoardWords::have(const store::TypedWords& typed, const model::IncidentPtr& incident)
{
    Text& text = textOf(incident);
    if (!typed.hasLetters()) { // initials are letters: where none was typed, nothing need be spelt
        return typed.in(text.plain, {});
    }
    if (!text.initials) {
        text.initials = store::Initials().of(wordsOf(*incident));
    }
    return typed.in(text.plain, *text.initials);
}

bool BoardWords::areOf(const std::vector<UnitCode>& units, const model::IncidentPtr& incident)
{
    return !units.empty() && std::ranges::any_of(textOf(incident).units, [&](const UnitCode& unit) {
        return std::ranges::contains(units, unit);
    });
}

BoardWords::Text& BoardWords::textOf(const model::IncidentPtr& incident)
{
    Text& text = m_texts[incident.get()];
    if (text.of == nullptr) {
        text.of = incident;
        text.plain = store::plainOf(wordsOf(*incident));
        text.units.push_back(incident->place.district);
        for (const model::Order& order : incident->orders) {
            text.units.push_back(order.unit);
        }
    }
    return text;
}

std::string BoardWords::wordsOf(const model::Incident& incident) const
{
    std::string words = incident.title + '\n' + incident.place.text + '\n'
                        + model::incidentNumber(incident, m_plan->utcOffsetMinutes);
    if (const plan::Kind* kind = m_plan->kind(incident.kind)) {
        words += '\n' + kind->name.zh + '\n' + kind->name.en;
    }
    if (const plan::Street* street = m_plan->street(incident.place.street)) {
        words += '\n' + street->name.zh + '\n' + street->name.en;
    }
    return words;
}

} // namespace sz::widgets
