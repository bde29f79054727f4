// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Key places (三圈: the circles around malls, hospitals, schools): an incident inside one of them weighs more.

#include "data/plan/Places.h"

#include <array>
#include <string_view>

namespace sz::plan {

/// Words of key_places.csv, in the order of KeyPlaceType.
inline constexpr std::array<std::string_view, 3> kKeyPlaceTypes{"mall", "hospital", "school"};

/// A circle that holds a point.
struct KeyCircle
{
    const KeyPlace* place = nullptr; ///< never null in an answer
    double metres = 0;               ///< from its centre
};

/// Of the circles around a point that raise the grade (`rises`), the one whose centre is nearest; the edge belongs to the circle.
/// Empty when there is none. `place` points into `plan`. Thread-safe.
[[nodiscard]] std::optional<KeyCircle> keyCircleAt(const Plan& plan, Wgs84 point);
/// The same for a place, when its own point is known: the seat of its street stands for a whole street and raises nothing.
[[nodiscard]] std::optional<KeyCircle> keyCircleAt(const Plan& plan, const Place& place);

/// One grade graver; I stays I.
[[nodiscard]] Grade raised(Grade grade);

} // namespace sz::plan
