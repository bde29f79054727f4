// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where discs, chips and edge arrows stand in a view, and what a click on each of them means.

#include "maps/layers/LabelPlacer.h"
#include "maps/layers/MarkClusterer.h"
#include "maps/layers/MarkPainter.h"
#include "maps/layers/Sprite.h"

#include <span>
#include <string>
#include <vector>

namespace sz::maps {

/// Everything the layout depends on.
struct MarkScene
{
    std::span<const Mark> marks;
    std::string selected; ///< id; empty = none
    CameraState camera;
    std::vector<QRectF> obstacles;
    Language language = Language::Chinese;
};

/// A place to click. Rectangles are relative to the anchor, or to the view when `isFixed`.
struct MarkHit
{
    Mercator anchor;
    QRectF box;
    bool isRound = false;
    bool isFixed = false;
    std::vector<std::string> ids; ///< worst first
};

struct MarkPicture
{
    std::vector<Sprite> sprites; ///< first painted first; the selected one last
    std::vector<MarkHit> hits;   ///< topmost first
    std::vector<QRectF> taken;   ///< view coordinates: labels keep out
};

/// Lays out and paints everything within a quarter of a view round the camera. Thread: any that has the painter to itself; 1 to 3 ms for 50 marks.
[[nodiscard]] MarkPicture layOutMarks(const MarkScene& scene, MarkPainter& painter);

} // namespace sz::maps
