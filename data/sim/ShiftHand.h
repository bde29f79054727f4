// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The part of a duty person's day that is about shifts: rosters, presence, promises, loans, rounds and the handover.

#include "data/model/ShiftState.h"
#include "data/sim/Random.h"

namespace sz::sim {

/// Acts often, not always, allowed by the rules; every kind of ShiftAct comes up but those of OfficeHand. Thread: one.
class ShiftHand
{
public:
    ShiftHand(UnitCode unit, Random random) : m_unit(std::move(unit)), m_random(random) {}

    [[nodiscard]] model::ShiftAct
    next(const model::ShiftState& shown, Instant now, const std::string& mark);

private:
    [[nodiscard]] model::ShiftAct
    ofRoster(const model::ShiftState& shown, Instant now, const std::string& mark);
    [[nodiscard]] model::ShiftAct
    ofPromises(const model::ShiftState& shown, Instant now, const std::string& mark);
    [[nodiscard]] model::ShiftAct ofRounds(const model::ShiftState& shown, const std::string& mark);
    [[nodiscard]] model::ShiftAct
    ofSheets(const model::ShiftState& shown, Instant now, const std::string& mark);
    [[nodiscard]] model::ShiftAct
    onSheet(const std::string& id, const model::ShiftSheet& sheet, const std::string& mark);
    [[nodiscard]] std::string newKey();
    [[nodiscard]] UnitCode anyUnit();
    [[nodiscard]] PostCode ownPost() const { return PostCode(m_unit.value + "-duty"); }
    template <class Map>
    [[nodiscard]] auto anyOf(const Map& map);

    UnitCode m_unit;
    Random m_random;
};

} // namespace sz::sim
