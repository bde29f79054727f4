// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where a drill is held, as it is called in one word.

#include "data/plan/Places.h"

#include <optional>
#include <string>

namespace sz::widgets {

/// "江汉区", "A24", "24", a street, a key place, or "114.28,30.59" (WGS-84): its text is how it is called. An area or a district has no
/// point: it is all of it. None: nothing is called so. Thread: any; the first search takes some 20 ms.
[[nodiscard]] std::optional<plan::Place> placeCalled(
    const plan::Plan& plan,
    const plan::PlaceFinder& finder,
    const plan::PlaceIndex& index,
    const std::string& word);

} // namespace sz::widgets
