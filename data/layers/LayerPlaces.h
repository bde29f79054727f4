// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A layer's points with names as places that can be found: hospitals, shelters, stores.

#include "data/layers/Layer.h"
#include "data/plan/Places.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace sz::layers {

/// The feature as a place that can be found; nothing when it has no name or is not exactly one point.
[[nodiscard]] std::optional<plan::ExtraPlace>
placeOf(const LayerSummary& layer, const Feature& feature);

/// The layer's features that have a name and exactly one point, in their order; the phone from a property called phone,
/// tel, telephone or 电话. At most `most`, the first ones.
[[nodiscard]] std::vector<plan::ExtraPlace>
placesOf(const Layer& layer, std::size_t most = SIZE_MAX);

/// The property of any of these names, whatever its case; empty: none.
[[nodiscard]] std::string propertyOf(
    const LayerSummary& layer,
    const FeatureHead& head,
    std::initializer_list<std::string_view> names);

} // namespace sz::layers
