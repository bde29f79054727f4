// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What becomes of an order, in words: more time, suspended, returned, rechecked; and who has owned the matter how long.

#include "data/model/World.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace sz::widgets {

/// A decision the office owes: Relief, Return or Recheck of one order.
struct Waiting
{
    model::StepKind kind = model::StepKind::Relief;
    OrderId order;
    bool operator==(const Waiting&) const = default;
};

/// What waits on the chosen order, else the first that waits in this incident (earliest due), else the chosen order's
/// result, which may be rechecked though nobody has to. Empty: nothing.
[[nodiscard]] std::optional<Waiting>
waitingFor(const model::Incident& incident, const OrderId& chosen);
/// What waits on this order; a finished one that has not been rechecked counts.
[[nodiscard]] std::optional<Waiting> waitingOn(const model::Order& order);

/// When an order is to be done, with all that was granted; `rawDueOf` without.
[[nodiscard]] Instant dueOf(const model::Order& order, const plan::Plan& plan);
[[nodiscard]] Instant rawDueOf(const model::Order& order, const plan::Plan& plan);
/// The same if so much were granted, from `from` on.
[[nodiscard]] Instant dueWith(
    model::Order order,
    model::Relief relief,
    int minutes,
    Instant from,
    const plan::Plan& plan);
/// The same if its clock ran again from `now` on.
[[nodiscard]] Instant dueResumed(model::Order order, Instant now, const plan::Plan& plan);

/// "18:00" today, "Fri 18 Oct 18:00" on any other day.
[[nodiscard]] QString whenText(Instant t, Instant now, int utcOffsetMinutes);
/// "16:00 → 18:00".
[[nodiscard]]
QString bothClocksText(Instant raw, Instant due, Instant now, int utcOffsetMinutes);
/// So much more time in the order's own clock: "3 workdays" where that is working time, else "3 d"; null: not known.
[[nodiscard]] QString moreTimeText(const model::Order* order, int minutes);
/// "2 h more asked for, waits"; empty when nothing is asked for.
[[nodiscard]] QString askText(const model::Order& order);

/// What is out of the ordinary about an order, most pressing first; mostly nothing.
[[nodiscard]] QStringList careNotes(
    const model::Incident& incident,
    const model::Order& order,
    const plan::Plan& plan,
    Instant now);

/// "Office 2 min › Education 12 min › Wuchang 6 min", oldest first.
[[nodiscard]] QString
hopsText(const model::Incident& incident, const plan::Plan& plan, Instant now);
/// The same to the second, one owner a line: "14:02:10 Education 12:07".
[[nodiscard]]
QString hopsDetail(const model::Incident& incident, const plan::Plan& plan, Instant now);

} // namespace sz::widgets
