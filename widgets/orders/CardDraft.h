// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The orders of a plan card for one incident: whom, with which limits, and who is left out because it has an order already.

#include "widgets/actions/OrderDraft.h"

namespace sz::widgets {

/// Orders with the same words.
struct CardGroup
{
    std::string text;
    std::vector<OrderLine> lines;
};

struct CardDraft
{
    std::vector<CardGroup> groups; ///< in the order of the card; may be empty
    std::vector<UnitCode> busy;    ///< left out: an open order of theirs is there already
    bool isPlaceMissing = false; ///< an order for the district of the place, and the place has none

    [[nodiscard]] std::size_t count() const;
};

/// Pure. No unit twice; a lead that stands already stays the only one.
[[nodiscard]] CardDraft
cardDraft(const plan::Plan& plan, const plan::PlanCard& card, const model::Incident& incident);

} // namespace sz::widgets
