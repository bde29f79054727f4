// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/layers/RawLayer.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>

namespace sz::layers {
namespace {

using namespace std::string_view_literals;

constexpr std::array kIdNames{"id"sv, "编号"sv, "objectid"sv, "fid"sv};
constexpr std::array kNameNames{"name"sv, "名称"sv, "name_zh"sv, "mc"sv, "label"sv, "title"sv};

bool isSameName(std::string_view a, std::string_view lower)
{
    return std::ranges::equal(a, lower, [](char x, char y) {
        return (x >= 'A' && x <= 'Z' ? static_cast<char>(x - 'A' + 'a') : x) == y;
    });
}

template <class T>
void moveBehind(std::vector<T>& to, std::vector<T>&& from)
{
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

} // namespace

void FileGeometry::append(FileGeometry&& more)
{
    moveBehind(points, std::move(more.points));
    moveBehind(lines, std::move(more.lines));
    moveBehind(polygons, std::move(more.polygons));
}

std::uint32_t RawLayer::nameIndex(std::string_view name)
{
    const auto it = m_index.find(name);
    if (it != m_index.end()) {
        return it->second;
    }
    const auto index = static_cast<std::uint32_t>(names.size());
    names.emplace_back(name);
    m_index.emplace(names.back(), index);
    return index;
}

bool RawLayer::add(RawFeature feature)
{
    if (m_next > kMostFeatures) {
        remarks.add(
            {.matter = Matter::TooLarge,
             .text = "features",
             .a = static_cast<std::int64_t>(kMostFeatures)});
        return false;
    }
    if (stop.stop_requested()) {
        return false;
    }
    feature.head.number = m_next;
    if (take) {
        take(std::move(feature));
    } else {
        features.push_back(std::move(feature));
    }
    pass();
    return true;
}

void RawLayer::pass()
{
    if (passed) {
        passed(m_next);
    }
    ++m_next;
}

bool RawLayer::countPoints(std::size_t more)
{
    const bool wasGood = m_points <= kMostPoints;
    m_points += more;
    if (m_points > kMostPoints && wasGood) {
        remarks.add(
            {.matter = Matter::TooLarge,
             .text = "points",
             .a = static_cast<std::int64_t>(kMostPoints)});
    }
    return m_points <= kMostPoints && !stop.stop_requested();
}

std::string valueOf(
    const RawLayer& layer,
    const std::vector<Property>& properties,
    std::span<const std::string_view> wanted)
{
    for (const std::string_view name : wanted) {
        for (const Property& one : properties) {
            if (!one.text.empty() && one.kind != ValueKind::Nested
                && isSameName(layer.names[one.name], name)) {
                return one.text;
            }
        }
    }
    return {};
}

void nameByProperties(const RawLayer& layer, FeatureHead& head)
{
    if (head.id.empty()) {
        head.id = valueOf(layer, head.properties, kIdNames);
    }
    if (head.name.empty()) {
        head.name = valueOf(layer, head.properties, kNameNames);
    }
}

std::optional<double> numberOf(std::string_view text)
{
    if (text.starts_with('+')) {
        text.remove_prefix(1);
    }
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isNumber =
        error == std::errc() && end == text.data() + text.size() && std::isfinite(value);
    return isNumber ? std::optional(value) : std::nullopt;
}

} // namespace sz::layers
