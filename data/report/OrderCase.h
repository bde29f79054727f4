// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One order and everything a score may say of it: what was owed from when until when, and what became of it.

#include "data/model/World.h"

#include <array>
#include <optional>
#include <span>

namespace sz::report {

/// Steps a unit owes about an order, in the order of StepTimes.
inline constexpr std::array kUnitSteps{
    model::StepKind::Sign, model::StepKind::Arrive, model::StepKind::Feedback,
    model::StepKind::Finish};

/// One step as it was owed. Late and behind as the lamps say: at the limit itself somebody who has not done it is late, and
/// somebody who has done it is not.
struct StepTime
{
    Instant since;
    Instant due;
    Instant behindFrom;
    std::optional<Instant>
        ended;           ///< done, or the order was returned or withdrawn; none: still owed
    bool isKept = false; ///< it ended because it was done

    [[nodiscard]] bool isLate(Instant asOf) const { return ended ? *ended > due : asOf >= due; }
    /// Went behind and kept its limit (so far).
    [[nodiscard]] bool isWarned(Instant asOf) const
    {
        return !isLate(asOf) && (ended ? *ended > behindFrom : asOf >= behindFrom);
    }
    /// How long it took; nothing unless it was done.
    [[nodiscard]] std::optional<Millis> took() const
    {
        return isKept ? std::optional(*ended - since) : std::nullopt;
    }
};

struct OrderCase
{
    model::IncidentPtr incident;                                  ///< never null
    std::size_t index = 0;                                        ///< of the order in the incident
    std::array<std::optional<StepTime>, kUnitSteps.size()> steps; ///< none: not owed
    int returns = 0;                                              ///< by this unit, of this order
    int asked = 0;                                                ///< for more time or a suspension
    int granted = 0;
    int failed = 0;            ///< rechecks
    std::optional<int> rating; ///< of the incident, for the lead's result; 1 to 5

    [[nodiscard]] const model::Order& order() const { return incident->orders[index]; }
    /// Another unit or the office has it, or it was withdrawn: it is not this unit's to be done.
    [[nodiscard]] bool isAway() const;
};

/// What `asOf` needs not be known for: the limits an order had come from model::openSteps, so that there is one rule. After a
/// failed recheck the finish is the new one. A return ends its order's steps, unless it is still the unit's matter (held).
[[nodiscard]] OrderCase
caseOf(const plan::Plan& plan, const model::IncidentPtr& incident, std::size_t index);

/// Log number of the entry that did something to an order at a moment; 0: none, or unsent.
[[nodiscard]] std::uint64_t
numberAt(const model::Incident& incident, const OrderId& order, Instant at);

} // namespace sz::report
