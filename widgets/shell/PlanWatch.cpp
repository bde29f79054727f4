// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/PlanWatch.h"

#include "widgets/shell/MapArea.h"

#include <algorithm>
#include <utility>

namespace sz::widgets {

PlanWatch::PlanWatch(
    desk::Desk& desk,
    const plan::PlaceFinder& finder,
    const plan::PlaceIndex& index,
    TickTimer& ticks,
    MapArea& map,
    QObject* parent)
    : QObject(parent), m_desk(desk), m_finder(finder), m_index(index), m_ticks(ticks), m_map(map),
      m_plan(desk.sharedPlan())
{
    connect(&desk, &desk::Desk::planChanged, this, &PlanWatch::look);
    connect(&ticks, &TickTimer::ticked, this, [this] {
        look();
        askAround(); // every second, because who sits here changes as well
    });
    look();
}

// The board was opened with what was in force then: only a turn while somebody watches is told.
void PlanWatch::look()
{
    const Instant now = m_ticks.now();
    auto plan = m_desk.planAt(now);
    const bool isFirst = !std::exchange(m_hasLooked, m_desk.isOpen());
    if (plan == m_plan) {
        return;
    }
    m_plan = std::move(plan);
    m_index.setPlan(m_plan);
    m_finder.setPlan(m_plan);
    m_map.setPlan(m_plan);
    Q_EMIT turned(m_plan);
    if (!isFirst) {
        Q_EMIT noticed({desk::Notice::Kind::PlanTurned, 0, {}, Code::Internal, now});
    }
}

void PlanWatch::askAround()
{
    std::set<std::string> asked;
    for (const auto& [id, one] : m_desk.planState()->proposals) {
        const bool isWaiting = one.state == model::ProposalState::Waiting;
        if (isWaiting && m_desk.canPerformPlan(model::DecidePlan{id, false, "?"})) {
            asked.insert(id);
        }
    }
    const bool isMore = !std::ranges::includes(m_asked, asked);
    const bool isOver = asked.empty() && !m_asked.empty();
    m_asked = std::move(asked);
    if (isMore || isOver) {
        Q_EMIT noticed(
            {desk::Notice::Kind::PlanAsked, static_cast<int>(m_asked.size()), {}, Code::Internal});
    }
}

} // namespace sz::widgets
