// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The place search with the names of base maps below the plan's own places.

#include "data/plan/MapNames.h"
#include "data/plan/Places.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sz::plan {

/// A place of the plan or a layer, or one that only a base map names.
struct FoundPlace
{
    PlaceMatch match;               ///< its sort means nothing when `mapSort` is set
    std::optional<MapSort> mapSort; ///< of a base map
    std::string source;             ///< what that map is called

    [[nodiscard]] bool isOfMap() const { return mapSort.has_value(); }
};

struct FoundAddress
{
    FoundPlace place;
    double confidence = 0; ///< 0 to 1
    std::string found;     ///< the part of the address that speaks for it; empty: the whole of it
};

/// Names of base maps, searched as the plan's places are. Thread-safe.
class MapFinder
{
public:
    explicit MapFinder(std::shared_ptr<const Plan> plan);
    ~MapFinder();
    MapFinder(const MapFinder&) = delete;
    MapFinder& operator=(const MapFinder&) = delete;

    /// Null: none.
    void setNames(std::shared_ptr<const MapNames> names);
    /// Called once, by prepare() or the next search, in its thread: names may be read then. It must return at once.
    void whenWanted(std::function<void()> load);
    /// Somebody is about to search.
    void prepare() const;

    /// Best first; a long road once an area. A road's point is approximate, a place's its own.
    [[nodiscard]] std::vector<FoundPlace> find(std::string_view typed, std::size_t limit) const;
    /// Those whose whole names stand in an address, most probable first; without a point: the house is not where the road's is.
    [[nodiscard]] std::vector<FoundAddress>
    inAddress(std::string_view typed, std::size_t limit) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// Both together, at most `limit`: the plan's own first. Up to half of the rows are kept for names of maps that begin with what
/// was typed: a road must not be crowded out by communities that have it somewhere in their names. `maps` may be null.
[[nodiscard]] std::vector<FoundPlace> findPlaces(
    const PlaceFinder& finder,
    const MapFinder* maps,
    std::string_view typed,
    std::size_t limit);

/// Candidates for an address or a name, most probable first, the plan's own before those of maps that are as probable: what a
/// map names counts 0.9 of what it would in the plan (Address.cpp).
[[nodiscard]] std::vector<FoundAddress> resolvePlaces(
    const PlaceFinder& finder,
    const MapFinder* maps,
    std::string_view typed,
    std::size_t limit);

} // namespace sz::plan
