// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where each incident of the board stands at a moment, kept from letter to letter and from second to second: ten thousand
// ranks are worked out when something changes, not whenever somebody looks.

#include "widgets/models/BoardOrder.h"

#include <unordered_map>
#include <vector>

namespace sz::widgets {

class BoardRanks
{
public:
    struct Ranked
    {
        model::IncidentPtr incident; ///< never null
        BoardRank rank;
        Instant until; ///< when time alone may change it
    };

    void clear();
    /// Adds it or takes it anew, at the moment of `moveTo`.
    void set(const model::IncidentPtr& incident);
    void erase(const IncidentId& id);
    /// True when a rank has changed with it.
    bool moveTo(Instant now);

    /// Throws when the board does not hold it.
    [[nodiscard]] const BoardRank& of(const IncidentId& id) const { return m_all.at(id).rank; }
    /// All, highest first; good until the next change.
    [[nodiscard]] const std::vector<const Ranked*>& sorted();

private:
    [[nodiscard]] Ranked ranked(const model::IncidentPtr& incident) const;

    std::unordered_map<IncidentId, Ranked> m_all;
    std::vector<const Ranked*> m_sorted; ///< empty: to be made
    Instant m_now;
    Instant m_next = Instant::max(); ///< no rank changes before, by time alone
};

} // namespace sz::widgets
