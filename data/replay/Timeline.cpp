// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/replay/Timeline.h"

#include "data/log/EntryPeek.h"
#include "data/model/DrawingActs.h"
#include "data/model/ModeActs.h"
#include "data/model/ShiftActs.h"

#include <algorithm>
#include <array>

namespace sz::replay {
namespace {

/// Of all that is told of shifts only this lies on the map.
bool isOfDrill(std::uint32_t type)
{
    static const std::array kTypes{
        model::shiftActType(model::PlanDrill{}), model::shiftActType(model::AgreeToDrill{}),
        model::shiftActType(model::StartDrill{}), model::shiftActType(model::EndDrill{})};
    return std::ranges::contains(kTypes, type);
}

} // namespace

std::uint32_t Timeline::subjectNamed(std::string_view incident)
{
    const auto fresh = static_cast<std::uint32_t>(m_names.size());
    const auto [it, isNew] = m_byName.try_emplace(std::string(incident), fresh);
    if (isNew) {
        m_names.emplace_back(incident);
        m_entries.emplace_back();
    }
    return it->second;
}

void Timeline::add(const store::ToldEntry& entry)
{
    Place place{
        entry.number, toUtcMs(entry.receivedAt), static_cast<std::uint32_t>(entry.seq), kNobody};
    if (const auto head = log::peekEntry(entry.raw); !entry.raw.empty() && head) {
        if (head->kind == log::SubjectKind::Incident) {
            place.subject = subjectNamed(head->subject);
            noteTie(place.subject, head->type, head->typeVersion, head->body);
        } else if (head->subject == model::modeSubject().id) {
            place.subject = kMode;
        } else if (head->subject == model::groundSubject().id) {
            place.subject = kGround;
        } else if (head->subject == model::shiftSubject().id && isOfDrill(head->type)) {
            place.subject = kDrills;
        }
    }
    m_places.push_back(place);
}

// Few entries are of these types: only their bodies are read.
void Timeline::noteTie(
    std::uint32_t subject,
    std::uint32_t type,
    std::uint32_t version,
    BytesView body)
{
    static const std::uint32_t kMerge = model::actType(model::MergeIncident{});
    static const std::uint32_t kGroup = model::actType(model::GroupIncident{});
    if (type != kMerge && type != kGroup) {
        return;
    }
    const auto act = model::decodeAct(type, version, body);
    if (!act) {
        return;
    }
    const auto* merge = std::get_if<model::MergeIncident>(&*act);
    const auto* group = std::get_if<model::GroupIncident>(&*act);
    const IncidentId over = merge != nullptr   ? merge->into
                            : group != nullptr ? group->major
                                               : IncidentId();
    if (!over.empty()) {
        m_under[subjectNamed(over.value)].push_back(subject);
    }
}

void Timeline::finish()
{
    std::ranges::stable_sort(m_places, {}, &Place::number);
    std::int64_t latest = 0;
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        Place& place = m_places[i];
        latest = std::max(latest, place.ms);
        place.ms = latest;
        if (place.subject < m_entries.size()) {
            m_entries[place.subject].push_back(static_cast<std::uint32_t>(i));
        }
    }
    m_byName.clear();
}

std::size_t Timeline::positionAt(Instant at) const
{
    const auto end = std::ranges::upper_bound(m_places, toUtcMs(at), {}, &Place::ms);
    return static_cast<std::size_t>(end - m_places.begin());
}

std::size_t Timeline::positionOf(std::uint64_t number) const
{
    const auto end = std::ranges::upper_bound(m_places, number, {}, &Place::number);
    return static_cast<std::size_t>(end - m_places.begin());
}

Instant Timeline::momentOf(std::size_t position) const
{
    if (m_places.empty()) {
        return {};
    }
    return atOf(position == 0 ? 0 : std::min(position, size()) - 1);
}

std::span<const std::uint32_t> Timeline::everUnder(std::uint32_t subject) const
{
    const auto it = m_under.find(subject);
    return it == m_under.end() ? std::span<const std::uint32_t>() : it->second;
}

} // namespace sz::replay
