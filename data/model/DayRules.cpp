// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/DayRules.h"

#include <optional>
#include <string>

namespace sz::model {
namespace {

std::optional<Instant> endOf(const Act& act)
{
    if (const auto* watch = std::get_if<WatchIncident>(&act)) {
        return watch->until;
    }
    if (const auto* formed = std::get_if<FormForce>(&act)) {
        return formed->until;
    }
    const auto* changed = std::get_if<ChangeForce>(&act);
    return changed == nullptr ? std::nullopt : changed->until;
}

} // namespace

Result<void> checkDays(const Act& act, Instant madeAt)
{
    const auto end = endOf(act);
    return !end || *end > madeAt ? Result<void>{}
                                 : fail(Code::LimitOutOfRange, std::string(kDayIsPast));
}

} // namespace sz::model
