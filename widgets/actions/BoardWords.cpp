// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/BoardWords.h"

#include <algorithm>

namespace sz::widgets {

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
