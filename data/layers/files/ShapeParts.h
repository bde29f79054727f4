// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The files a Shapefile is made of, looked at before the library opens them, and opened for it in memory.

#include "data/layers/LayerInput.h"
#include "data/layers/RawLayer.h"

#include <shapefil.h>

namespace sz::layers {

/// Whether .shp, .shx and .dbf are as long as their heads say; remarks what is wrong. A missing .dbf is no fault.
[[nodiscard]] bool isWhole(const LayerInput& input, RawLayer& layer);

/// Shapelib's way to files, leading into `input`, which outlives it: no name is ever looked up on disk, and its messages
/// go nowhere (what is wrong is known by what it returns).
[[nodiscard]] SAHooks hooksInto(const LayerInput& input);

} // namespace sz::layers
