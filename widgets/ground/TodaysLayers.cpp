// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ground/TodaysLayers.h"

#include "widgets/ground/DrawingBuffer.h"
#include "widgets/ground/DrawingShapes.h"
#include "widgets/ground/DrillShapes.h"
#include "widgets/ground/LayerBook.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <string_view>

namespace sz::widgets {
namespace {

bool isOfAMoment(const maps::Overlay& overlay)
{
    return overlay.id == layerId(OwnLayer::Orders).toStdString() || overlay.id == kBufferLayer
           || std::ranges::contains(
               kDrawingKindList, overlay.id,
               [](model::DrawingKind kind) { return drawingLayerId(kind); })
           || std::ranges::contains(
               kDrillLayers, std::string_view(overlay.id),
               [](const auto& layer) { return layer.first; });
}

} // namespace

maps::Overlays todaysLayers(const maps::Overlays& all)
{
    maps::Overlays out;
    std::ranges::copy_if(all.list, std::back_inserter(out.list), std::not_fn(isOfAMoment));
    out.names = all.names;
    return out;
}

} // namespace sz::widgets
