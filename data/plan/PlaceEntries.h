// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What PlaceFinder searches: every place with the ways of typing it. For the files of PlaceFinder only.

#include "data/plan/NameKeys.h"
#include "data/plan/Places.h"
#include "data/plan/PlaceShapes.h"

#include <map>
#include <mutex>
#include <span>

namespace sz::plan {

struct PlaceEntry
{
    PlaceMatch match;
    NameKeys keys;
    std::vector<const NameKeys*>
        within; ///< street, area and district it lies in, for "江汉 唐家墩"
};

struct PlaceFinder::Impl
{
    explicit Impl(std::shared_ptr<const Plan> p) : plan(std::move(p)), index(plan) {}

    /// About 20 ms that a console which is just starting does not have.
    void fillOnce();
    [[nodiscard]] std::shared_ptr<const std::vector<PlaceEntry>> extrasNow() const;
    [[nodiscard]] std::shared_ptr<const PlaceShapes> shapesNow() const;
    /// Best first by `score` (0: not at all).
    template <class Score>
    [[nodiscard]] std::vector<PlaceMatch> best(std::size_t limit, Score score) const;
    [[nodiscard]] std::vector<PlaceMatch>
    byWords(std::span<const std::string> words, std::size_t limit) const;
    /// For a pasted address: the places whose names stand in it.
    [[nodiscard]] std::vector<PlaceMatch>
    inAddress(std::string_view typed, std::string_view address, std::size_t limit) const;

    void add(PlaceSort sort, const Name& name, Place place, std::string phone = {});
    [[nodiscard]] PlaceEntry
    entryOf(PlaceSort sort, const Name& name, Place place, std::string phone) const;
    [[nodiscard]] std::vector<const NameKeys*>
    surroundings(const Place& place, PlaceSort sort) const;
    /// Area and district by the point.
    [[nodiscard]] Place placeOf(Wgs84 point, bool isApproximate) const;
    void addDistricts();
    void addAreas();
    void addStreets();
    void addCommunities();
    void addKeyPlaces();
    void setExtras(const std::vector<ExtraPlace>& places);

    std::shared_ptr<const Plan> plan;
    PlaceIndex index;
    std::vector<PlaceEntry> entries;
    std::map<UnitCode, NameKeys> districtKeys;
    std::map<int, NameKeys> areaKeys;
    std::map<StreetCode, NameKeys> streetKeys;
    std::once_flag isFilled;

    mutable std::mutex extrasMutex;
    std::shared_ptr<const std::vector<PlaceEntry>> extras; ///< never null once filled
    std::vector<ExtraPlace> extraPlaces;                   ///< as they were given
    std::shared_ptr<const PlaceShapes> shapes;             ///< null: none
};

} // namespace sz::plan
