// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One way in for every kind of map file.

#include "data/base/Bytes.h"
#include "data/layers/Layer.h"
#include "data/layers/LayerInput.h"
#include "data/plan/Plan.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>

namespace sz::layers {

struct ReadOptions
{
    std::optional<geo::CoordinateSystem> from{}; ///< none: what the file says
    std::shared_ptr<const plan::Plan> plan{};    ///< null: no look for shifted points
    std::stop_token
        stop{}; ///< asked feature by feature; once it is wanted, the layer is empty and means nothing
};

/// Reads a GeoJSON, CSV, KML, KMZ, GPX, CAP, Shapefile (any of its parts) or GeoPackage, known by its bytes and else by its name, into
/// WGS-84. Never fails and never throws for what is in the file, but for memory (std::bad_alloc): Layer::isRefused() and the remarks say
/// what is wrong. Bounds: RawLayer.h. In this process: for the confined child and for tests; everybody else asks
/// layers/child/ReadConfined.h. Thread: any, not gui; reads files.
[[nodiscard]] Layer readLayer(const std::filesystem::path& file, const ReadOptions& options = {});

class RawLayer;

struct LayerReading
{
    std::optional<geo::CoordinateSystem> from{};
    std::stop_token stop{};
    std::function<void(Feature&&, const RawLayer& soFar)>
        take{};                                  ///< each good feature; names and groups are there
    std::function<void(std::uint32_t)> passed{}; ///< each number that is behind
};

/// The same, feature by feature: none is kept. What a summary counts by feature (LayerSummary::count) is left to who takes them.
[[nodiscard]] LayerSummary readLayer(const LayerInput& input, const LayerReading& how);

/// Which format these first bytes of a file with that ending (".kml") are.
[[nodiscard]] Format formatOf(BytesView begin, std::string_view ending);

} // namespace sz::layers
