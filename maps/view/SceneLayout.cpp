// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/view/SceneLayout.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sz::maps {
namespace {

constexpr double kPinWidth = 32;
constexpr double kPinHeight = 42;

/// The pin's point touches the ground; its words stand to the right of it.
std::vector<Sprite> pinSprites(const SceneTask& task)
{
    std::vector<Sprite> out;
    if (!task.pin) {
        return out;
    }
    const Mercator at = toMercator(*task.pin);
    MarkPainter& painter = task.painters->marks;
    out.push_back({painter.pin(), at, {-kPinWidth / 2, 1 - kPinHeight}, false});
    if (!task.pinLabel.isEmpty()) {
        const QImage chip = painter.chip({task.pinLabel, model::Lamp::None, false, true});
        out.push_back({chip, at, {kPinWidth / 2 + 4, -kPinHeight / 2 - kChipHeight / 2}, false});
    }
    return out;
}

std::vector<Sprite> labelSprites(const SceneTask& task, std::vector<QRectF> taken)
{
    LabelScene names{*task.store, task.camera, std::move(taken), task.selectedArea, task.language};
    if (task.overlays) {
        names.look = task.overlays->ground;
        names.more = &task.overlays->names;
        names.words = &task.overlays->words;
        names.banners = &task.overlays->banners;
    }
    std::vector<Sprite> out;
    for (const PlacedLabel& label : placeLabels(names)) {
        out.push_back(task.painters->labels.sprite(label, task.camera));
    }
    return out;
}

} // namespace

ScenePicture layOutScene(const SceneTask& task)
{
    std::vector<Sprite> pin = pinSprites(task);
    std::vector<QRectF> taken = task.obstacles;
    for (const Sprite& sprite : pin) {
        const QSizeF size = QSizeF(sprite.image.size()) / sprite.image.devicePixelRatio();
        taken.emplace_back(task.camera.toView(sprite.anchor) + sprite.offset, size);
    }
    MarkPicture marks = layOutMarks(
        {*task.marks, task.selectedMark, task.camera, taken, task.language}, task.painters->marks);
    std::ranges::copy(marks.taken, std::back_inserter(taken));
    std::ranges::move(pin, std::back_inserter(marks.sprites));
    return {
        makeSheet(std::move(marks.sprites), task.camera),
        makeSheet(labelSprites(task, std::move(taken)), task.camera), std::move(marks.hits)};
}

} // namespace sz::maps
