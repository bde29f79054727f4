// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a desk may keep: an incident its unit has left goes from its disk, and comes back when the unit is part of it again.
#include "data/desk/DeskCore.h"

#include <algorithm>
#include <format>

namespace sz::desk {
namespace {

// Once the unit belonged to a task force.
bool brought(const model::Act& act, const UnitCode& unit)
{
    const auto isIn = [&unit](const std::vector<model::ForceMember>& members) {
        return std::ranges::contains(members, unit, &model::ForceMember::unit);
    };
    if (const auto* form = std::get_if<model::FormForce>(&act)) {
        return form->leadUnit == unit || isIn(form->members);
    }
    const auto* change = std::get_if<model::ChangeForce>(&act);
    return change != nullptr && change->members && isIn(*change->members);
}

// Once the incident lay in the unit's district, and it takes no part in any other way. Entries that come before the one that
// brings the unit in (backfill) are no reason to give them up.
bool isLeft(const model::Incident& incident, const UnitCode& unit)
{
    if (model::audienceOf(incident).contains(unit)) {
        return false;
    }
    return std::ranges::any_of(incident.trace, [&](const model::TraceLine& line) {
        const auto* report = std::get_if<model::ReportIncident>(line.act.get());
        const auto* amend = std::get_if<model::AmendIncident>(line.act.get());
        return (report != nullptr && report->place.district == unit)
               || (amend != nullptr && amend->place && amend->place->district == unit)
               || brought(*line.act, unit);
    });
}

} // namespace

void DeskCore::followScope(const std::set<IncidentId>& ids)
{
    std::string numbers;
    int count = 0;
    for (const IncidentId& id : ids) {
        const auto tracked = m_world.find(id);
        const auto confirmed = tracked == m_world.end() ? nullptr : tracked->second.confirmed;
        const auto lost =
            confirmed != nullptr ? giveUp(id) : askAgain(id).transform([] { return false; });
        if (!lost) {
            onStoreFailed(lost.error());
            return;
        }
        if (*lost) {
            const std::string number =
                model::incidentNumber(*confirmed, m_options.plan->utcOffsetMinutes);
            numbers += (numbers.empty() ? "" : ", ") + number;
            ++count;
            warn(std::format("incident {} left this unit: its entries are removed here", id.value));
        }
    }
    if (count > 0) {
        m_listener.notice({Notice::Kind::ScopeLost, count, numbers, {}});
    }
}

// True when it was given up. An own act that waits for its verdict would make the unit a writer: then it stays until judged.
Result<bool> DeskCore::giveUp(const IncidentId& id)
{
    Tracked& tracked = m_world.at(id);
    if (!tracked.pending.empty() || !isLeft(*tracked.confirmed, m_actor.unit)) {
        return false;
    }
    return removeBodies(id).transform([&] {
        tracked.confirmed.reset();
        tracked.shown.reset();
        return true;
    });
}

// The search index goes first: after a crash between the two it is made anew from a log that still has the words, and the
// next start gives them up.
Result<void> DeskCore::removeBodies(const IncidentId& id)
{
    if (m_search) {
        m_search->restart();
    }
    return dropFiles(id)
        .and_then([&] { return m_view->seqsOf(id); })
        .and_then([&](const auto& seqs) { return m_log->withdrawn().drop(id, seqs); })
        .and_then([&] { return m_view->forget(id); })
        .and_then([&] { return markScope(); });
}

Result<void> DeskCore::markScope()
{
    return m_log->withdrawn().generation().and_then(
        [&](std::uint64_t now) { return m_view->setScope(now); });
}

Result<void> DeskCore::askAgain(const IncidentId& id)
{
    return m_log->withdrawn().seqsOf(id).transform([&](const auto& seqs) {
        if (!seqs.empty() && m_sync) {
            m_sync->recall(seqs);
        }
    });
}

// After a start: what should have been given up is, and what has entries since it was is asked for.
Result<void> DeskCore::resumeScope()
{
    const auto all = m_log->withdrawn().all();
    if (!all) {
        return std::unexpected(all.error());
    }
    for (const auto& [id, gone] : *all) {
        const auto members = m_view->seqsOf(id);
        if (!members) {
            return std::unexpected(members.error());
        }
        const bool isBack = std::ranges::any_of(
            *members, [&](std::uint64_t seq) { return !std::ranges::binary_search(gone, seq); });
        if (auto ok = isBack ? askAgain(id) : Result<void>{}; !ok) {
            return ok;
        }
    }
    std::set<IncidentId> shown;
    for (const auto& [id, tracked] : m_world) {
        if (tracked.confirmed != nullptr) {
            shown.insert(id);
        }
    }
    followScope(shown);
    std::erase_if(shown, [&](const IncidentId& id) { return m_world.at(id).shown != nullptr; });
    if (!shown.empty()) {
        publish(shown);
    }
    return {};
}

void DeskCore::onRecalled(const sync::Recalled& answer)
{
    const auto back = m_log->withdrawn().match(answer.items);
    if (!back && back.error().code == Code::BadChain) {
        warn("bodies from headquarters refused: " + back.error().detail);
        return;
    }
    auto taken = back.transform([](const auto&) {})
                     .and_then([&] { return indexBack(*back); })
                     .and_then([&] { return m_log->withdrawn().restore(answer.items); })
                     .and_then([&] { return foldBack(*back); })
                     .and_then([&] { return giveUpDenied(answer.denied); })
                     .and_then([&] { return markScope(); });
    if (!taken) {
        onStoreFailed(taken.error());
        return;
    }
    if (m_search && !back->empty()) {
        m_search->restart(); // it has passed the places whose words are back
    }
    std::set<IncidentId> touched;
    for (const auto& [id, seqs] : *back) {
        touched.insert(id);
    }
    publish(touched);
}

// It came back and left again before this desk could ask: what came meanwhile goes the same way.
Result<void> DeskCore::giveUpDenied(const std::vector<std::uint64_t>& seqs)
{
    if (seqs.empty()) {
        return {};
    }
    const auto all = m_log->withdrawn().all();
    if (!all) {
        return std::unexpected(all.error());
    }
    for (const auto& [id, gone] : *all) {
        const bool isDenied = std::ranges::any_of(
            seqs, [&](std::uint64_t seq) { return std::ranges::binary_search(gone, seq); });
        if (!isDenied) {
            continue;
        }
        if (auto removed = removeBodies(id); !removed) {
            return removed;
        }
    }
    return {};
}

Result<void> DeskCore::indexBack(const PlacesOf& back)
{
    std::vector<store::IndexRow> rows;
    for (const auto& [id, seqs] : back) {
        rows.push_back({id, {}, {}, 0, seqs, {}});
    }
    return m_view->update(rows, m_view->applied());
}

Result<void> DeskCore::foldBack(const PlacesOf& back)
{
    std::vector<store::IndexRow> rows;
    for (const auto& [id, seqs] : back) {
        Tracked& tracked = m_world[id];
        tracked.confirmed.reset();
        if (auto ok = confirm(tracked, id); !ok) {
            return ok;
        }
        refold(tracked);
        if (const auto& now = tracked.confirmed) {
            rows.push_back(
                {id,
                 now->state,
                 now->closedAt.value_or(Instant{}),
                 now->version,
                 {},
                 now->belongsTo()});
        }
    }
    return m_view->update(rows, m_view->applied());
}

} // namespace sz::desk
