// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What officers drew, as it lies over the map, and in words. Pure functions; thread: gui (tr).

#include "data/model/Drawings.h"
#include "maps/overlay/Overlays.h"

#include <QString>

#include <array>
#include <optional>
#include <string>

namespace sz::widgets {

inline constexpr std::array kDrawingKindList{
    model::DrawingKind::ClosedRoad, model::DrawingKind::Approach,  model::DrawingKind::Cordon,
    model::DrawingKind::Hazard,     model::DrawingKind::Gathering, model::DrawingKind::Note};

/// "Road closed", "Way in", …
[[nodiscard]] QString drawingKindText(model::DrawingKind kind);
/// "Road closed · works on Jianghan Road"; a note is its words alone. Text from outside is made visible.
[[nodiscard]] QString drawingText(const model::Draw& drawn);
/// Colour, pattern and mark of a kind: no two are alike without colour. Red is not among them: red is late.
[[nodiscard]] maps::OverlayStyle drawingStyle(model::DrawingKind kind);
/// What so many corners make of a kind: one corner a point, two a line, more an area, where the kind can take it. None: not
/// (yet) a form of this kind.
[[nodiscard]] std::optional<model::DrawingForm>
formFor(model::DrawingKind kind, std::size_t corners);

/// What BoardFilter takes: everything within so many metres of it, and in it.
[[nodiscard]] QString aroundFilter(const model::Draw& drawn, int metres);
/// "drawing-1": stable, the id of a kind's overlay.
[[nodiscard]] std::string drawingLayerId(model::DrawingKind kind);
/// Adds all that stands, one overlay a kind, and its words.
void addDrawings(maps::Overlays& overlays, const model::DrawingState& state, double opacity);

} // namespace sz::widgets
