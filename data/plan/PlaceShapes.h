// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where streets and communities are, as far as the plan's optional files say: outlines and seats, tied to the plan's codes.
// Apart from the plan, because headquarters and most commands have no use for some thousand outlines.

#include "data/plan/Places.h"

#include <expected>
#include <memory>

namespace sz::plan {

/// Degrees WGS-84. One of the two is there at least; nothing is made up for the other.
template <class Code>
struct PlaceShape
{
    Code code;
    std::optional<Wgs84> seat{};
    MultiPolygon outline{}; ///< without polygons: not known
};
using StreetShape = PlaceShape<StreetCode>;
using CommunityShape = PlaceShape<CommunityCode>;

/// Immutable once made; thread: any.
class PlaceShapes
{
public:
    PlaceShapes(); ///< of a plan that has none
    PlaceShapes(std::vector<StreetShape> streets, std::vector<CommunityShape> communities);
    ~PlaceShapes();
    PlaceShapes(PlaceShapes&&) noexcept;
    PlaceShapes& operator=(PlaceShapes&&) noexcept;

    [[nodiscard]] const std::vector<StreetShape>& streets() const;        ///< by code
    [[nodiscard]] const std::vector<CommunityShape>& communities() const; ///< by code
    [[nodiscard]] bool empty() const { return streets().empty() && communities().empty(); }
    /// Whose outline has the point; null: nobody's. A point on a shared border belongs to exactly one; where outlines overlap
    /// it is the first by code. Some microseconds for 3,495 outlines.
    [[nodiscard]] const StreetShape* streetAt(Wgs84 point) const;
    [[nodiscard]] const CommunityShape* communityAt(Wgs84 point) const;
    [[nodiscard]] const CommunityShape* community(const CommunityCode& code) const; ///< null: none

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// What PlaceIndex::placeAt found, by outlines: street and community are those whose outline has the point. A community tells its
/// street where that has no outline; without any of both, or outside the areas, the place is as it was (the nearest known seat).
[[nodiscard]] Place byOutlines(Place place, const Plan& plan, const PlaceShapes& shapes);
/// The street of the point is known by an outline, its own or that of the community.
[[nodiscard]] bool isByOutline(const Place& place, const PlaceShapes& shapes);

/// Reads streets.geojson and communities.geojson of a plan folder; a file that is not there has nothing. The faults name file
/// and feature. loadPlan refuses a folder whose files have faults here, and takes seats of streets from them.
/// Thread: any; reads files.
[[nodiscard]] std::expected<PlaceShapes, std::vector<Fault>>
loadPlaceShapes(const std::filesystem::path& dir, const Plan& plan);

} // namespace sz::plan
