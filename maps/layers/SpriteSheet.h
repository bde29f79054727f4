// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Sprites as they are drawn: many of them put together into few pictures. A value, so that the pool can make it.

#include "maps/layers/Sprite.h"

#include <QRect>

#include <vector>

namespace sz::maps {

/// A square of the view with all its sprites painted into it.
struct SpriteBlock
{
    QImage image;
    QPointF corner; ///< view pixels at SpriteSheet::camera
    QRect used;     ///< device pixels of the image
};

struct SpriteSheet
{
    std::vector<Sprite> sprites;     ///< first painted first
    std::vector<SpriteBlock> blocks; ///< empty: few sprites; those that are fixed are in none
    CameraState camera;              ///< blocks are drawn at its zoom only
};

/// Thread: any.
[[nodiscard]] SpriteSheet makeSheet(std::vector<Sprite> sprites, const CameraState& camera);

/// Upper left corner in the view, on a whole device pixel.
[[nodiscard]] QPointF cornerOf(const Sprite& sprite, const CameraState& camera);

} // namespace sz::maps
