// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which incidents belong together, seen from both ends: an incident knows what it is merged into or grouped under, this index
// knows what is merged into it or grouped under it.

#include "data/model/World.h"

#include <map>
#include <vector>

namespace sz::widgets {

enum class Tie : std::uint8_t {
    None,
    Merged,  ///< 并入: the same as the other one
    Grouped, ///< 串并: a part of the other, major one
};

/// What an incident belongs to.
struct Upward
{
    Tie tie = Tie::None;
    IncidentId other;
    model::IncidentPtr known; ///< null: this desk does not see the other one
    bool isCircular = false;  ///< the way up comes back: two desks merged each into the other's
};

/// What belongs to an incident, all levels, each incident once and never itself.
struct Rollup
{
    int merged = 0;
    int grouped = 0; ///< open and closed
    int open = 0;    ///< of the grouped
    int closed = 0;
    int ordersOpen = 0; ///< of all of them
    int ordersLate = 0;
    bool operator==(const Rollup&) const = default;

    [[nodiscard]] bool isEmpty() const { return merged == 0 && grouped == 0; }
};

/// Made anew from what the desk holds with every change, so that the order in which entries arrive leaves nothing behind; an
/// incident without ties costs one look. Circles are walked once. Thread: gui.
class Relations
{
public:
    Relations() = default;
    explicit Relations(const std::vector<model::IncidentPtr>& incidents);

    [[nodiscard]] Upward above(const model::Incident& incident) const;
    /// Directly below: open ones first, then in order of entering. Circles leave the incident itself out.
    [[nodiscard]] std::vector<model::IncidentPtr> below(const IncidentId& id) const;
    [[nodiscard]] Rollup rollup(const IncidentId& id, Instant now) const;
    /// Counts of the same label summed over the incident and all that is grouped under it, its own label first; what is merged
    /// is the same matter and not counted twice. A label that only the incident itself states is no sum and left out.
    [[nodiscard]] std::vector<model::Counts> counts(const model::Incident& incident) const;
    /// Where a merged incident's matter is dealt with: the end of the way up as far as this desk sees it. The incident itself
    /// when it is not merged, or in a circle.
    [[nodiscard]] IncidentId target(const model::Incident& incident) const;
    /// It belongs to something, or something to it.
    [[nodiscard]] bool isTied(const IncidentId& id) const
    {
        return m_below.contains(id) || m_tied.contains(id);
    }
    /// True when `upper` is somewhere on the way up from `lower`.
    [[nodiscard]] bool isBelow(const IncidentId& lower, const IncidentId& upper) const;

private:
    [[nodiscard]] std::vector<model::IncidentPtr> allBelow(const IncidentId& id) const;
    [[nodiscard]] model::IncidentPtr find(const IncidentId& id) const;

    std::map<IncidentId, model::IncidentPtr>
        m_tied; ///< those with a tie, and what they name, where it is known
    std::map<IncidentId, std::vector<model::IncidentPtr>> m_below;
};

} // namespace sz::widgets
