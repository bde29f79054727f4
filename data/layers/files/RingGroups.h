// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which ring is a hole of which: Shapefiles hold the rings of a shape in any order.

#include "data/layers/RawLayer.h"

namespace sz::layers {

/// Twice the area in the file's units; negative: clockwise. An open ring counts as closed.
[[nodiscard]] double doubleArea(const FilePoints& ring);

/// Outer rings run clockwise (those of a shape written the wrong way, as its first does); each hole goes to the smallest outer ring
/// that holds its first point, or stands alone. Nothing when that would take too long; `budget`: edges to look at, is lowered.
[[nodiscard]] std::optional<std::vector<std::vector<FilePoints>>>
groupRings(std::vector<FilePoints> rings, std::int64_t& budget);

} // namespace sz::layers
