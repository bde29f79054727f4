// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/replay/Compare.h"

#include <algorithm>
#include <tuple>

namespace sz::replay {
namespace {

using model::IncidentPtr;
using model::IncidentState;

bool isOpen(const IncidentPtr& incident)
{
    return incident != nullptr && incident->state != IncidentState::Closed;
}

bool isLate(const IncidentPtr& incident, Instant now)
{
    return isOpen(incident) && incident->lampAt(now) == model::Lamp::Late;
}

Change changeOf(const IncidentPtr& before, Instant then, const IncidentPtr& after, Instant now)
{
    Change change{before, after};
    change.isAdded = before == nullptr;
    change.isClosed = !isOpen(after) && (before == nullptr || isOpen(before));
    change.isOpenAgain = before != nullptr && !isOpen(before) && isOpen(after);
    change.isLate = isLate(after, now) && !isLate(before, then);
    change.isChanged = before != nullptr && after != nullptr && before->version != after->version;
    return change;
}

bool isAny(const Change& change)
{
    return change.isAdded || change.isClosed || change.isOpenAgain || change.isLate
           || change.isChanged;
}

auto rank(const Change& change)
{
    const int group = change.isLate ? 0 : change.isClosed ? 1 : change.isAdded ? 2 : 3;
    const model::Incident& shown = change.shown();
    return std::tuple(group, shown.enteredAt, shown.id);
}

} // namespace

Difference compare(const Moment& earlier, const Moment& later)
{
    if (later.now < earlier.now) {
        return compare(later, earlier);
    }
    Difference out;
    const auto add = [&](const IncidentPtr& before, const IncidentPtr& after) {
        Change change = changeOf(before, earlier.now, after, later.now);
        if (isAny(change)) {
            out.changes.push_back(std::move(change));
        }
    };
    for (const auto& [id, after] : later.incidents) {
        const auto it = earlier.incidents.find(id);
        add(it == earlier.incidents.end() ? nullptr : it->second, after);
    }
    for (const auto& [id, before] : earlier.incidents) {
        if (!later.incidents.contains(id)) {
            add(before, nullptr);
        }
    }
    std::ranges::sort(out.changes, {}, rank);
    const auto count = [&](bool Change::* what) {
        return static_cast<std::size_t>(std::ranges::count(out.changes, true, what));
    };
    out.added = count(&Change::isAdded);
    out.closed = count(&Change::isClosed);
    out.late = count(&Change::isLate);
    out.changed = count(&Change::isChanged);
    return out;
}

} // namespace sz::replay
