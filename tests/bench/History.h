// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Lives of made-up incidents, act by act, as desks and headquarters would have written them.

#include "data/base/Ulid.h"
#include "data/log/Chain.h"
#include "data/model/World.h"

#include <vector>

namespace sz::bench {

/// How far an incident has got.
enum class Stage : std::uint8_t {
    Pending,
    Active,
    Closed,
};

/// Writes entries of about ten acts an incident, at places of the plan. Same input, same lives.
class History
{
public:
    explicit History(const plan::Plan& plan) : m_plan(plan) {}

    /// The life of the n-th incident, oldest entry first; every act passes the rules in this order.
    [[nodiscard]] std::vector<log::Entry> life(std::size_t n, Stage stage, Instant reportedAt);

private:
    [[nodiscard]] model::ReportIncident report(std::size_t n, Instant at) const;
    [[nodiscard]] plan::Place placeOf(std::size_t n) const;
    [[nodiscard]] model::IssueOrders
    orders(std::size_t n, const model::ReportIncident& report, Instant at);
    [[nodiscard]] log::Entry
    entry(const UnitCode& unit, Instant at, const std::string& incident, const model::Act& act);

    const plan::Plan& m_plan;
    UlidMaker m_ulids;
};

} // namespace sz::bench
