// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/MapWords.h"

#include "widgets/common/VisibleText.h"

#include <QCoreApplication>

#include <algorithm>

namespace sz::widgets {

QString baseMapText(const plan::FoundPlace& place)
{
    return !place.isOfMap()
               ? QString()
               : QCoreApplication::translate("MapWords", "base map %1", "where a name is from")
                     .arg(visibleLine(QString::fromStdString(place.source)));
}

namespace {

constexpr std::size_t kMostAddresses = 12; ///< more than any list offers

} // namespace

AddressWords::AddressWords(
    const plan::PlaceFinder& finder,
    const plan::MapFinder* maps,
    const std::vector<plan::FoundPlace>& found,
    const std::string& typed)
{
    // The finder keeps the words of an address as the place's own.
    const bool isAddress = std::ranges::any_of(found, [&typed](const plan::FoundPlace& one) {
        return one.match.place.text == typed && one.match.name.zh != typed;
    });
    if (isAddress) {
        m_addresses = plan::resolvePlaces(finder, maps, typed, kMostAddresses);
    }
}

QString AddressWords::of(const plan::FoundPlace& place) const
{
    const auto it = std::ranges::find_if(m_addresses, [&place](const plan::FoundAddress& one) {
        const plan::PlaceMatch& match = one.place.match;
        return match.name.zh == place.match.name.zh && match.place.area == place.match.place.area
               && match.place.district == place.match.place.district
               && one.place.mapSort == place.mapSort
               && (place.mapSort || match.sort == place.match.sort);
    });
    if (it == m_addresses.end() || it->found.empty()) {
        return {};
    }
    return QCoreApplication::translate(
               "MapWords", "by “%1”, %2 % sure", "part of an address, confidence")
        .arg(visibleLine(QString::fromStdString(it->found)))
        .arg(qRound(it->confidence * 100));
}

} // namespace sz::widgets
