// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/PlaceEntries.h"

#include "data/plan/Pinyin.h"

namespace sz::plan {
namespace {

Name dutyRoomOf(const Name& name)
{
    Name room = name;
    room.zh += "值班室";
    room.en += " duty room";
    room.pinyin += "zhibanshi";
    room.initials += "zbs";
    room.shortZh.clear();
    room.shortEn.clear();
    return room;
}

Name spelled(Name name)
{
    if (name.pinyin.empty()) {
        const Pinyin pinyin = pinyinOf(name.zh);
        name.pinyin = pinyin.syllables;
        name.initials = pinyin.initials;
    }
    return name;
}

} // namespace

void PlaceFinder::Impl::fillOnce()
{
    std::call_once(isFilled, [this] {
        addDistricts();
        addAreas();
        addStreets();
        addCommunities();
        addKeyPlaces();
    });
}

std::shared_ptr<const std::vector<PlaceEntry>> PlaceFinder::Impl::extrasNow() const
{
    const std::scoped_lock lock(extrasMutex);
    return extras;
}

std::shared_ptr<const PlaceShapes> PlaceFinder::Impl::shapesNow() const
{
    const std::scoped_lock lock(extrasMutex);
    return shapes;
}

void PlaceFinder::Impl::add(PlaceSort sort, const Name& name, Place place, std::string phone)
{
    entries.push_back(entryOf(sort, name, std::move(place), std::move(phone)));
}

PlaceEntry
PlaceFinder::Impl::entryOf(PlaceSort sort, const Name& name, Place place, std::string phone) const
{
    place.text = name.zh;
    PlaceEntry entry{{sort, name, std::move(place), std::move(phone), 0}, keysOf(name), {}};
    entry.within = surroundings(entry.match.place, sort);
    return entry;
}

std::vector<const NameKeys*>
PlaceFinder::Impl::surroundings(const Place& place, PlaceSort sort) const
{
    std::vector<const NameKeys*> within;
    if (const auto it = districtKeys.find(place.district);
        it != districtKeys.end() && sort != PlaceSort::District) {
        within.push_back(&it->second);
    }
    if (const auto it = areaKeys.find(place.area);
        it != areaKeys.end() && sort != PlaceSort::Area) {
        within.push_back(&it->second);
    }
    if (const auto it = streetKeys.find(place.street);
        it != streetKeys.end() && sort == PlaceSort::Community) {
        within.push_back(&it->second);
    }
    return within;
}

Place PlaceFinder::Impl::placeOf(Wgs84 point, bool isApproximate) const
{
    Place place;
    place.point = point;
    place.isApproximate = isApproximate;
    place.area = index.areaAt(point);
    if (const Area* area = plan->area(place.area)) {
        place.district = area->district;
    }
    return place;
}

void PlaceFinder::Impl::addDistricts()
{
    for (const auto& district : plan->districts) {
        districtKeys.emplace(district.code, keysOf(district.name));
        const Unit* unit = plan->unit(district.code);
        Place place;
        place.district = district.code;
        place.area = district.areas.size() == 1 ? district.areas.front() : 0;
        const auto phone = unit != nullptr ? unit->phone : std::string();
        add(PlaceSort::District, district.name, place, phone);
        add(PlaceSort::DutyRoom, dutyRoomOf(district.name), place, phone);
    }
}

void PlaceFinder::Impl::addAreas()
{
    for (const auto& area : plan->areas) {
        areaKeys.emplace(area.number, keysOf(area.name));
        Place place;
        place.area = area.number;
        place.district = area.district;
        add(PlaceSort::Area, area.name, place);
    }
}

void PlaceFinder::Impl::addStreets()
{
    for (const auto& street : plan->streets) {
        streetKeys.emplace(street.code, keysOf(street.name));
        Place place;
        place.point = street.seat;
        place.area = street.area;
        place.district = street.district;
        place.street = street.code;
        add(PlaceSort::Street, street.name, place, street.phone);
        if (!street.phone.empty()) {
            add(PlaceSort::DutyRoom, dutyRoomOf(street.name), place, street.phone);
        }
    }
}

void PlaceFinder::Impl::addCommunities()
{
    for (const auto& community : plan->communities) {
        Place place;
        place.area = community.area;
        place.district = community.district;
        place.street = community.street;
        place.community = community.code;
        const Street* street = plan->street(community.street);
        add(PlaceSort::Community, community.name, place, street != nullptr ? street->phone : "");
    }
}

void PlaceFinder::Impl::addKeyPlaces()
{
    for (const KeyPlace& key : plan->keyPlaces) {
        add(PlaceSort::KeyPlace, spelled(key.name), placeOf(key.point, key.isApproximate));
    }
}

void PlaceFinder::setExtras(const std::vector<ExtraPlace>& extras) const
{
    impl().setExtras(extras);
}

void PlaceFinder::Impl::setExtras(const std::vector<ExtraPlace>& places)
{
    fillOnce(); // an entry points into the keys of what it lies in
    auto made = std::make_shared<std::vector<PlaceEntry>>();
    for (const ExtraPlace& extra : places) {
        made->push_back(entryOf(
            PlaceSort::Resource, spelled(extra.name), placeOf(extra.point, false), extra.phone));
    }
    const std::scoped_lock lock(extrasMutex);
    extras = std::move(made);
    extraPlaces = places;
}

} // namespace sz::plan
