// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which unit was meant by what was typed, and when that cannot be said.

#include "data/plan/Places.h"

#include <QString>

#include <vector>

namespace sz::widgets {

/// Districts, lines and streets take orders; zones, areas and the office do not.
[[nodiscard]] bool canTakeOrders(const plan::Unit& unit);

/// One unit, or the candidates among which only the operator can choose; both empty when nothing fits.
struct UnitChoice
{
    const plan::Unit* unit = nullptr;
    bool isExact = false;                      ///< typed in full, not just its beginning
    std::vector<const plan::Unit*> candidates; ///< best first, the chosen one included
};

/// Who can be given an order under this name. A full match beats beginnings; two full matches are ambiguous.
[[nodiscard]] UnitChoice chooseUnit(const plan::PlaceFinder& finder, QStringView typed);

/// Everybody with that name for "who is on duty": all full matches, else up to `limit` of what begins so.
[[nodiscard]] std::vector<const plan::Unit*>
unitsNamed(const plan::PlaceFinder& finder, QStringView typed, std::size_t limit = 6);

} // namespace sz::widgets
