// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// mapMarks for a board that changes all the time: what has not changed is not made again.

#include "widgets/models/MapMarks.h"

#include <memory>

namespace sz::widgets {

/// The same marks in the same order as mapMarks. Of ten thousand incidents with forty new ones it takes some 2 ms, most of it
/// the copy that the map keeps. Thread: gui.
class MarkBook
{
public:
    using Marks = std::shared_ptr<const std::vector<maps::Mark>>; // the map reads them in its pool
    using Incidents = std::map<IncidentId, model::IncidentPtr>;

    explicit MarkBook(std::shared_ptr<const plan::Plan> plan) : m_plan(std::move(plan)) {}

    /// Other borders are in force: what has no point stands on the label of its area.
    void setPlan(std::shared_ptr<const plan::Plan> plan);
    /// The very same list as last time while nothing on it is another. Never null.
    [[nodiscard]] Marks
    marks(const Incidents& incidents, Instant now, std::optional<Instant> staleSince);

private:
    struct Known
    {
        model::IncidentPtr incident;
        Instant holdsUntil; ///< rank and lamp; the countdown changes sooner
        MarkRank rank;
        std::optional<maps::Mark> mark; ///< none: closed, or nowhere
        bool isCounting = false;
        bool isMoved = false; ///< has to find its place in m_order
    };
    using Book = std::map<IncidentId, Known>;

    void forget();
    void forgetWhenOutdated(Instant now, std::optional<Instant> staleSince);
    [[nodiscard]] bool
    follow(const Incidents& incidents, Instant now, std::optional<Instant> staleSince);
    void make(Known& known, Instant now, std::optional<Instant> staleSince) const;
    [[nodiscard]] static bool recount(Known& known, Instant now);
    void reorder(const std::vector<Known*>& fresh);

    std::shared_ptr<const plan::Plan> m_plan; // shared by all who look at the operation
    Book m_known;
    std::vector<Known*> m_order; ///< those with a mark
    Marks m_marks;
    Instant m_now;
    std::optional<Instant> m_staleSince;
    QString m_age;
};

} // namespace sz::widgets
