// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/layers/SpriteSheet.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace sz::maps {
namespace {

constexpr std::ptrdiff_t kMany = 40; ///< sprites from which blocks are cheaper
constexpr double kBlock = 256;       ///< side in logical pixels

struct Placed
{
    const Sprite* sprite;
    QPointF at; ///< view pixels
};
using Cells = std::map<std::pair<int, int>, std::vector<Placed>>;

// In the order of the sprites, so that what lies over another does so in a block, too.
Cells cellsOf(const std::vector<Sprite>& sprites, const CameraState& camera, double ratio)
{
    Cells cells;
    const auto cell = [](double v) { return static_cast<int>(std::floor(v / kBlock)); };
    for (const Sprite& sprite : sprites) {
        if (sprite.isFixed) {
            continue;
        }
        const QRectF place(cornerOf(sprite, camera), QSizeF(sprite.image.size()) / ratio);
        for (int y = cell(place.top()); y <= cell(place.bottom()); ++y) {
            for (int x = cell(place.left()); x <= cell(place.right()); ++x) {
                cells[{x, y}].push_back({&sprite, place.topLeft()});
            }
        }
    }
    return cells;
}

SpriteBlock blockOf(std::pair<int, int> cell, const std::vector<Placed>& placed, double ratio)
{
    const int side = static_cast<int>(std::ceil(kBlock * ratio));
    SpriteBlock block{
        QImage(side, side, QImage::Format_ARGB32_Premultiplied),
        QPointF(cell.first * kBlock, cell.second * kBlock),
        {}};
    block.image.setDevicePixelRatio(ratio);
    block.image.fill(Qt::transparent);
    QPainter painter(&block.image);
    for (const auto& [sprite, place] : placed) {
        const QPointF at = place - block.corner;
        painter.drawImage(at, sprite->image);
        block.used |= QRectF(at * ratio, QSizeF(sprite->image.size())).toAlignedRect();
    }
    block.used &= block.image.rect();
    return block;
}

} // namespace

QPointF cornerOf(const Sprite& sprite, const CameraState& camera)
{
    const double ratio = sprite.image.devicePixelRatio();
    const QPointF corner =
        sprite.isFixed ? sprite.offset : camera.toView(sprite.anchor) + sprite.offset;
    return {std::round(corner.x() * ratio) / ratio, std::round(corner.y() * ratio) / ratio};
}

SpriteSheet makeSheet(std::vector<Sprite> sprites, const CameraState& camera)
{
    SpriteSheet sheet{std::move(sprites), {}, camera};
    if (std::ranges::count(sheet.sprites, false, &Sprite::isFixed) < kMany) {
        return sheet;
    }
    const double ratio = sheet.sprites.front().image.devicePixelRatio();
    for (const auto& [cell, placed] : cellsOf(sheet.sprites, camera, ratio)) {
        SpriteBlock block = blockOf(cell, placed, ratio);
        if (!block.used.isEmpty()) {
            sheet.blocks.push_back(std::move(block));
        }
    }
    return sheet;
}

} // namespace sz::maps
