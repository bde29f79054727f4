// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// An imported file as the map needs it, made in the pool.

#include "data/layers/Layer.h"
#include "data/plan/Places.h"
#include "widgets/ground/LayerShapes.h"
#include "widgets/ground/WarningState.h"

#include <QString>

#include <memory>
#include <stop_token>

namespace sz::widgets {

/// Read and projected once; shared between threads, never changed.
struct LayerFile
{
    layers::LayerSummary layer;
    Shapes shapes;                   ///< never null; an area's feature is the place of its label
    std::vector<std::string> labels; ///< of areas: name, id or number
    std::vector<maps::PlaceName> names;
    std::vector<plan::ExtraPlace> places;
    WarningState warning; ///< of a CAP file

    [[nodiscard]] bool isUsable() const { return layer.good > 0; }
};
using LayerFilePtr = std::shared_ptr<const LayerFile>;

/// By the confined child. `system`: empty, or a name geo::systemFrom takes. Thread: pool. Never null; not usable once `stop` is wanted.
[[nodiscard]] LayerFilePtr readLayerFile(
    const QString& path,
    const QString& system,
    const std::shared_ptr<const plan::Plan>& plan,
    const std::stop_token& stop = {});

} // namespace sz::widgets
