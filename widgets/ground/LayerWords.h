// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Layers in the words of the screen.

#include "data/layers/Layer.h"
#include "data/plan/PlaceShapes.h"
#include "widgets/ground/LayerBook.h"

#include <QStringList>

namespace sz::widgets {

[[nodiscard]] QString layerName(OwnLayer layer);
/// What it shows and what it does not: "circles of 10 min (centre) and 12 min, straight lines × 1.3".
[[nodiscard]] QString layerNote(OwnLayer layer, const plan::Plan& plan);
/// Of Streets and Communities: how many the plan has, or that it has none.
[[nodiscard]] QString
shapeNote(OwnLayer layer, const plan::Plan& plan, const plan::PlaceShapes& shapes);
/// "GeoJSON · 16,000 polygons".
[[nodiscard]] QString contentText(const layers::LayerSummary& layer);
/// Remarks as sentences, the gravest first, warnings before repairs; at most `most`, the last says how many more.
[[nodiscard]] QStringList remarkTexts(const layers::LayerSummary& layer, int most);
/// The datum its points look to be in: "gcj02", "bd09"; empty: nothing looks shifted.
[[nodiscard]] QString shiftedFrom(const layers::LayerSummary& layer);
/// Of a coordinate system's name for geo::systemFrom: "GCJ-02 (AutoNavi, Tencent)".
[[nodiscard]] QString systemText(const QString& name);
/// All that can be chosen in a city at that longitude, planes of its own zone; the first is empty: what the file says.
[[nodiscard]] QStringList systemNames(double centreLon);

} // namespace sz::widgets
