// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which pane an incident belongs to and where it stands there: pure functions of incident and time.

#include "data/model/World.h"

#include <array>
#include <compare>
#include <cstdint>

namespace sz::widgets {

/// Panes of the board, top to bottom.
enum class Pane : std::uint8_t {
    Pending,
    Overdue, ///< anything open that has broken a limit
    Active,
    Closed, ///< in the last 24 h
};
inline constexpr std::array kPanes{Pane::Pending, Pane::Overdue, Pane::Active, Pane::Closed};

[[nodiscard]] Pane paneOf(const model::Incident& incident, Instant now);

/// Smaller stands higher. Pending and active: worst lamp, then earliest limit. Overdue: by harm, that is grade, then
/// who has been late for longest. Closed: newest first.
struct BoardRank
{
    Pane pane = Pane::Pending;
    int first = 0;
    std::int64_t second = 0;
    std::string id;
    auto operator<=>(const BoardRank&) const = default;
};
[[nodiscard]] BoardRank rankOf(const model::Incident& incident, Instant now);
/// The next moment after `now` at which time alone may change its pane or rank; Instant::max(): never.
[[nodiscard]] Instant rankHoldsUntil(const model::Incident& incident, Instant now);

/// True when some order was finished, or some report sent, after its limit; what was granted counts.
[[nodiscard]] bool wasLate(const model::Incident& incident, const plan::Calendar& calendar);

} // namespace sz::widgets
