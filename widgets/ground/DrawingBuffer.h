// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The ground within so many metres of a drawing, as a shape of its own over the map.

#include "data/base/Geo.h"
#include "data/model/Drawings.h"
#include "maps/overlay/Overlays.h"

#include <memory>
#include <string_view>

namespace sz::widgets {

/// Everything that lies in the drawing or at most `metres` from it, as BoardFilter measures it: in a metric plane at the middle
/// of the drawing, round corners of 72 points a circle (at most 0.1 % too small). Empty for nothing to draw: no metres round a
/// point or a line. An area that crosses itself comes as it is, beside its border's surroundings. Some milliseconds; thread: any.
[[nodiscard]] MultiPolygon bufferOf(const model::Draw& drawn, double metres);

/// Id of the overlay, stable.
inline constexpr std::string_view kBufferLayer = "buffer";
/// Flat and translucent, with a thin edge; below everything officers drew. `name` is what a legend calls it.
[[nodiscard]] maps::Overlay bufferOverlay(const MultiPolygon& buffer, const QString& name);
/// The name once more, at the northern end of the shape.
[[nodiscard]] maps::PlaceName bufferName(const MultiPolygon& buffer, const QString& name);

} // namespace sz::widgets
