// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// From a point or a few typed letters to a place of the plan.

#include "data/plan/Plan.h"

#include <memory>
#include <string_view>

namespace sz::plan {

class PlaceShapes;

/// Where something is, as far as it is known. A place without coordinates keeps its name and is shown at its area.
struct Place
{
    std::string text;           ///< as named or typed: "唐家墩街", "徐东大街 120 号"
    std::optional<Wgs84> point; ///< only when clicked, measured or a known seat; never invented
    bool isApproximate = true;  ///< true unless the point itself was given
    int area = 0;               ///< 0 = outside the city
    UnitCode district;
    StreetCode street;       ///< may be empty
    CommunityCode community; ///< may be empty
    bool operator==(const Place&) const = default;
};

/// Point → area by a 1024² grid with exact edges in boundary cells (findings/sync.md §6).
/// Thread-safe; ≥ 1 M lookups/s. The grid is made by the first lookup (some 8 ms).
class PlaceIndex
{
public:
    explicit PlaceIndex(std::shared_ptr<const Plan> plan);
    ~PlaceIndex();
    PlaceIndex(PlaceIndex&&) noexcept;

    /// Number of the area that holds the point, 0 outside all. A point on a shared border belongs to exactly one.
    [[nodiscard]] int areaAt(Wgs84 point) const;
    /// Place of a clicked or typed point: area, district, and street and community by the outlines there are (byOutlines);
    /// without one the nearest known street seat of that area (street empty and isApproximate when the area has none or the
    /// nearest is farther than `maxSeatMetres`).
    [[nodiscard]] Place placeAt(Wgs84 point, double maxSeatMetres = 3000) const;
    /// Another plan is in force from now on: other outlines of the same areas. Const as PlaceFinder::setExtras; who is being
    /// answered meanwhile is answered by either.
    void setPlan(std::shared_ptr<const Plan> plan) const;
    /// Outlines that placeAt goes by from now on; they outlive a change of plan.
    void setShapes(std::shared_ptr<const PlaceShapes> shapes) const;

private:
    struct Impl;
    struct Shelf;
    std::unique_ptr<Shelf> m_shelf;
};

enum class PlaceSort : std::uint8_t {
    Street,
    Community,
    Area,
    District,
    DutyRoom,
    KeyPlace,
    Resource, ///< of a loaded layer: hospital, shelter, store
};

/// One line under the place field.
struct PlaceMatch
{
    PlaceSort sort = PlaceSort::Street;
    Name name;
    Place place;
    std::string phone; ///< duty room of the street or district, when known
    int score = 0;     ///< higher is better
};

/// A place from outside the plan. A name without pinyin gets that of its characters, one by one.
struct ExtraPlace
{
    Name name;
    Wgs84 point;
    std::string phone;
};

/// A place an address may mean. `match.place.text` is the address as typed.
struct AddressMatch
{
    PlaceMatch match;
    double confidence = 0; ///< 0 to 1, see Address.cpp: exact names near 1, a district alone 0.3
    std::string
        found; ///< the part of the address that speaks for it: "银松"; empty: the whole of it
};

/// Search over districts, areas, streets, communities, key places and extras by Chinese text, full pinyin or initials
/// ("tjd"). Thread-safe. The keys of all places are made by the first search (some 20 ms).
class PlaceFinder
{
public:
    explicit PlaceFinder(std::shared_ptr<const Plan> plan);
    ~PlaceFinder();
    PlaceFinder(PlaceFinder&&) noexcept;

    /// Best first, at most `limit`; empty for empty text. Exact beats prefix beats inside; streets before communities.
    [[nodiscard]] std::vector<PlaceMatch> find(std::string_view typed, std::size_t limit = 8) const;
    /// Units by name, short name, pinyin or initials ("武昌", "jy", "gd"), best first.
    [[nodiscard]] std::vector<const Unit*>
    findUnits(std::string_view typed, std::size_t limit = 8) const;
    /// Candidates for an address ("江汉区银松小路 8 号") or a name in any way of typing, most probable first. Roads are in
    /// no plan: a road speaks for the places that are called like it. Never invents a point.
    [[nodiscard]] std::vector<AddressMatch>
    resolve(std::string_view address, std::size_t limit = 5) const;
    /// Replaces the places known beside the plan's. Const: whoever may search may also see what has been loaded since.
    void setExtras(const std::vector<ExtraPlace>& extras) const;
    /// As PlaceIndex::setPlan: streets moved to other areas. The extras stay. Units found before keep their addresses.
    void setPlan(std::shared_ptr<const Plan> plan) const;
    /// A community found has the seat they know. As PlaceIndex::setShapes.
    void setShapes(std::shared_ptr<const PlaceShapes> shapes) const;

private:
    struct Impl;
    struct Shelf;
    [[nodiscard]] Impl& impl() const;
    std::unique_ptr<Shelf> m_shelf;
};

/// What the words of a narrative suggest, and why. Never overrides a manual pick: the caller decides.
struct Suggestion
{
    KindCode kind;
    Grade grade = Grade::IV;
    std::string ruleId;             ///< "燃-07"
    std::vector<std::string> words; ///< as found in the narrative, for underlining
    std::string gradeReasonZh;      ///< "20 只以上且在人员密集处"; may be empty
    std::string gradeReasonEn;
};
/// Empty when no rule matches.
[[nodiscard]] std::optional<Suggestion> suggest(const Plan& plan, std::string_view narrative);

/// Who holds the post at that moment, until when and who comes next. Empty for an unknown post.
[[nodiscard]] std::optional<Duty> dutyAt(const Plan& plan, const PostCode& post, Instant when);
/// All posts of a unit, in the order of posts.csv.
[[nodiscard]] std::vector<Duty> dutiesOf(const Plan& plan, const UnitCode& unit, Instant when);

} // namespace sz::plan
