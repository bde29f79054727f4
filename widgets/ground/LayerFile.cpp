// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ground/LayerFile.h"

#include "data/layers/LayerPlaces.h"

namespace sz::widgets {
namespace {

constexpr std::size_t kMostNames = 2000;
constexpr std::size_t kMostPlaces = 20'000; ///< that can be found by typing

} // namespace

LayerFilePtr readLayerFile(
    const QString& path,
    const QString& system,
    const std::shared_ptr<const plan::Plan>& plan,
    const std::stop_token& stop)
{
    layers::ReadOptions options;
    options.plan = plan;
    options.stop = stop;
    if (const auto asked = geo::systemFrom(system.toStdString()); asked && !system.isEmpty()) {
        options.from = *asked;
    }
    auto file = std::make_shared<LayerFile>();
    file->layer = layers::readLayer(std::filesystem::path(path.toStdU16String()), options);
    file->shapes = shapesOf(file->layer);
    file->names = namesOf(file->layer, kMostNames);
    file->places = layers::placesOf(file->layer, kMostPlaces);
    return file;
}

} // namespace sz::widgets
