// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Marks and names laid out and painted away from the screen: values in, pictures out.

#include "maps/layers/LabelLayout.h"
#include "maps/layers/MarkLayout.h"
#include "maps/layers/SpriteSheet.h"
#include "maps/overlay/Overlays.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sz::maps {

using Marks = std::shared_ptr<const std::vector<Mark>>; // read by gui and pool

/// They keep what they have painted, so one layout at a time uses them.
struct ScenePainters
{
    ScenePainters(symbols::Theme theme, double ratio, bool isOnBase)
        : marks(theme, ratio), labels(theme, ratio, isOnBase)
    {
    }
    MarkPainter marks;
    LabelPainter labels;
};

/// Everything the layout depends on.
struct SceneTask
{
    std::shared_ptr<ScenePainters> painters; // the task's while it runs
    std::shared_ptr<const BoundaryStore> store;
    std::shared_ptr<const Overlays> overlays; ///< may be null
    Marks marks;                              ///< not null
    std::string selectedMark;
    int selectedArea = 0;
    CameraState camera;
    std::vector<QRectF> obstacles;
    std::optional<Wgs84> pin;
    QString pinLabel;
    Language language = Language::Chinese;
};

struct ScenePicture
{
    SpriteSheet marks; ///< with the pin
    SpriteSheet labels;
    std::vector<MarkHit> hits; ///< topmost first
};

/// Thread: any; 1 to 3 ms for 50 marks, some 15 ms for ten thousand.
[[nodiscard]] ScenePicture layOutScene(const SceneTask& task);

} // namespace sz::maps
