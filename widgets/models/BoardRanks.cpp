// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/BoardRanks.h"

#include <algorithm>

namespace sz::widgets {

void BoardRanks::clear()
{
    m_all.clear();
    m_sorted.clear();
    m_next = Instant::max();
}

BoardRanks::Ranked BoardRanks::ranked(const model::IncidentPtr& incident) const
{
    return {incident, rankOf(*incident, m_now), rankHoldsUntil(*incident, m_now)};
}

void BoardRanks::set(const model::IncidentPtr& incident)
{
    Ranked one = ranked(incident);
    m_next = std::min(m_next, one.until);
    m_all.insert_or_assign(incident->id, std::move(one));
    m_sorted.clear();
}

void BoardRanks::erase(const IncidentId& id)
{
    m_sorted.clear();
    m_all.erase(id);
}

bool BoardRanks::moveTo(Instant now)
{
    const bool isBack = now < m_now; // a clock put right
    m_now = now;
    if (!isBack && now < m_next) {
        return false;
    }
    bool isChanged = false;
    m_next = Instant::max();
    for (auto& [id, one] : m_all) {
        if (isBack || one.until <= now) {
            Ranked anew = ranked(one.incident);
            isChanged = isChanged || anew.rank != one.rank;
            one = std::move(anew);
        }
        m_next = std::min(m_next, one.until);
    }
    if (isChanged) {
        m_sorted.clear();
    }
    return isChanged;
}

const std::vector<const BoardRanks::Ranked*>& BoardRanks::sorted()
{
    if (m_sorted.empty()) {
        m_sorted.reserve(m_all.size());
        for (const auto& [id, one] : m_all) {
            m_sorted.push_back(&one);
        }
        std::ranges::sort(
            m_sorted, {}, [](const Ranked* one) -> const BoardRank& { return one->rank; });
    }
    return m_sorted;
}

} // namespace sz::widgets
