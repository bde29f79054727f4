// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// An area's outline being redrawn: a border that two areas share moves for both, so that no gap arises.

#include "data/plan/areas/AreaChange.h"
#include "data/plan/areas/AreaCover.h"

#include <map>
#include <optional>
#include <utility>

namespace sz::plan {

/// Why a corner stays as it is.
enum class EditRefusal : std::uint8_t {
    DistrictBorder, ///< a district's border is not the plan's to move
    Junction,       ///< three areas meet there: without it there would be a gap
    TooFew,         ///< a ring needs three corners
    Taken,          ///< another corner is there already
    NoSuchCorner,
};

/// Not thread-safe. The plan is only read.
class BorderEdit
{
public:
    struct Corner
    {
        Wgs84 at;
        bool isFixed = false;    ///< on the border of the district
        bool isJunction = false; ///< three areas meet
        std::size_t next = 0;    ///< the corner after it in the same ring
        bool operator==(const Corner&) const = default;
    };
    /// An area the plan does not have has no corners.
    BorderEdit(std::shared_ptr<const Plan> plan, int area);

    [[nodiscard]] int area() const { return m_area; }
    /// Ring by ring, in the order of the outline, each place once; anew after every change.
    [[nodiscard]] const std::vector<Corner>& corners() const { return m_corners; }
    /// As it is now, of any area of the district; null otherwise.
    [[nodiscard]] const MultiPolygon* outline(int area) const;

    /// Moves it in every area that has it. `goesOn`: the same drag, one step of undo.
    [[nodiscard]] std::expected<void, EditRefusal>
    move(std::size_t corner, Wgs84 to, bool goesOn = false);
    /// A new corner in the middle of the edge that begins here, in both areas; its place in corners().
    [[nodiscard]] std::expected<std::size_t, EditRefusal> insertAfter(std::size_t corner);
    [[nodiscard]] std::expected<void, EditRefusal> remove(std::size_t corner);
    /// False when there is nothing to take back.
    bool undo();
    [[nodiscard]] bool canUndo() const { return !m_before.empty(); }

    /// Areas whose outline is another than in the plan.
    [[nodiscard]] std::vector<AreaOutline> changed() const;
    /// What is wrong with it now; looks at this district only, fast enough for every step of a drag.
    [[nodiscard]] std::vector<CoverFault> faults() const;
    /// The plan as it would be.
    [[nodiscard]] std::shared_ptr<const Plan> result() const;

private:
    using Outlines = std::map<int, MultiPolygon>;
    void shareCorners();
    void readCorners();
    void keep();
    [[nodiscard]] std::set<int> holdersOf(Wgs84 corner) const;

    std::shared_ptr<const Plan> m_plan;
    int m_area;
    Outlines m_first; ///< of the district, with the corners of neighbours on each shared border
    Outlines m_now;
    std::vector<Outlines> m_before;
    std::vector<Corner> m_corners;
};

} // namespace sz::plan
