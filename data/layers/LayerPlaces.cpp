// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/layers/LayerPlaces.h"

#include "data/plan/Typed.h"

#include <algorithm>

namespace sz::layers {

std::string propertyOf(
    const LayerSummary& layer,
    const FeatureHead& head,
    std::initializer_list<std::string_view> names)
{
    for (const std::string_view wanted : names) {
        for (const Property& property : head.properties) {
            if (!property.text.empty() && property.kind != ValueKind::Null
                && plan::folded(layer.names[property.name]) == plan::folded(wanted)) {
                return property.text;
            }
        }
    }
    return {};
}

std::optional<plan::ExtraPlace> placeOf(const LayerSummary& layer, const Feature& feature)
{
    if (feature.head.name.empty() || kindOf(feature.geometry) != GeometryKind::Point) {
        return std::nullopt;
    }
    plan::Name name;
    name.zh = feature.head.name;
    name.en = propertyOf(layer, feature.head, {"name_en", "name:en"});
    return plan::ExtraPlace{
        std::move(name), feature.geometry.points.front(),
        propertyOf(layer, feature.head, {"phone", "tel", "telephone", "电话"})};
}

std::vector<plan::ExtraPlace> placesOf(const Layer& layer, std::size_t most)
{
    std::vector<plan::ExtraPlace> places;
    for (const Feature& feature : layer.features) {
        if (places.size() == most) {
            break;
        }
        if (auto place = placeOf(layer, feature)) {
            places.push_back(std::move(*place));
        }
    }
    return places;
}

} // namespace sz::layers
