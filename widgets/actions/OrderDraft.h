// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Orders before they are issued: who, with which limits, who leads.

#include "data/model/World.h"
#include "data/plan/Places.h"

#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace sz::widgets {

/// One addressee. Minutes; `arrive` 0 = nobody has to go there.
struct OrderLine
{
    UnitCode unit;
    PostCode post;
    bool isLead = false;
    int sign = 10;
    int arrive = 0;
    int done = 24 * 60;
    /// Done in working time; then `done` is about as long.
    std::optional<plan::WorkLimit> work{};
    bool operator==(const OrderLine&) const = default;
};

/// Units a kind of incident needs, the lead first; "district" is the district of the place, left
/// out while that is unknown. No unit twice.
[[nodiscard]] std::vector<UnitCode>
suggestedUnits(const plan::Plan& plan, const KindCode& kind, const plan::Place& place);

/// A line with the plan's limits and the unit's answering post; `arrive` stays 0.
[[nodiscard]] OrderLine draftLine(
    const plan::Plan& plan,
    const UnitCode& unit,
    const KindCode& kind,
    plan::Grade grade,
    plan::Mode mode);

/// "7 workdays", or plain minutes.
[[nodiscard]] QString doneLimitText(const OrderLine& line);

/// Lead unit of the incident's open orders; empty when there is none.
[[nodiscard]] UnitCode leadOf(const model::Incident* incident);

/// Text of an order nobody wrote one for.
[[nodiscard]] QString defaultOrderText(const QString& matter);

/// The act; `newId` makes one id per line.
[[nodiscard]] model::IssueOrders issueOf(
    const QString& text,
    const std::vector<OrderLine>& lines,
    const std::function<OrderId()>& newId);

} // namespace sz::widgets
