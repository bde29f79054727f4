// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/handover/DrillPlace.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>

namespace sz::widgets {
namespace {

bool isCalled(const plan::Name& name, const std::string& word)
{
    return name.zh == word || name.shortZh == word || name.en == word || name.shortEn == word;
}

std::optional<Wgs84> pointOf(const QString& word)
{
    static const QRegularExpression form(
        QStringLiteral("^(-?\\d{1,3}(?:\\.\\d+)?)[,，](-?\\d{1,2}(?:\\.\\d+)?)$"));
    const auto match = form.match(word);
    return match.hasMatch()
               ? std::optional(Wgs84{match.captured(1).toDouble(), match.captured(2).toDouble()})
               : std::nullopt;
}

// By its whole name; else, "江汉" of 江汉区, by how it begins.
std::optional<plan::Place>
districtCalled(const plan::Plan& plan, const std::string& word, bool isBeginning)
{
    const auto district = std::ranges::find_if(plan.districts, [&](const plan::District& one) {
        return isBeginning ? one.name.zh.starts_with(word)
                           : one.code.value == word || isCalled(one.name, word);
    });
    if (district == plan.districts.end()) {
        return std::nullopt;
    }
    plan::Place place;
    place.text = district->name.zh;
    place.district = district->code;
    return place;
}

std::optional<plan::Place> areaCalled(const plan::Plan& plan, const std::string& word)
{
    const auto area = std::ranges::find_if(plan.areas, [&](const plan::Area& one) {
        return std::to_string(one.number) == word || one.unit.value == word
               || isCalled(one.name, word);
    });
    if (area == plan.areas.end()) {
        return std::nullopt;
    }
    plan::Place place;
    place.text = area->name.zh;
    place.area = area->number;
    place.district = area->district;
    return place;
}

} // namespace

std::optional<plan::Place> placeCalled(
    const plan::Plan& plan,
    const plan::PlaceFinder& finder,
    const plan::PlaceIndex& index,
    const std::string& word)
{
    if (word.empty()) {
        return std::nullopt;
    }
    if (const auto point = pointOf(QString::fromStdString(word))) {
        plan::Place place = index.placeAt(*point);
        place.text = word;
        place.point = point;
        place.isApproximate = false;
        return place;
    }
    for (auto place :
         {districtCalled(plan, word, false), areaCalled(plan, word),
          districtCalled(plan, word, true)}) {
        if (place) {
            return place;
        }
    }
    auto found = finder.find(word, 1);
    if (found.empty()) {
        return std::nullopt;
    }
    plan::Place place = std::move(found.front().place);
    if (place.text.empty()) {
        place.text = found.front().name.zh;
    }
    return place;
}

} // namespace sz::widgets
