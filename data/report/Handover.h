// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The handover sheet (交接单) that writes itself: what stands open at a change of shift, row by row; what has changed since it was
// written; what was handed over against what was taken over. Pure.

#include "data/model/ShiftState.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sz::report {

/// A time in which a post is not held, or by too few (roster::Conflict, in words).
struct GapFact
{
    PostCode post; ///< may be empty: of a unit's posts together
    UnitCode unit;
    Instant from;
    Instant until;
    std::string textZh;
    std::string textEn;
};

/// An endpoint that is down, or a drill that is planned.
struct OtherFact
{
    std::string id; ///< the same on every sheet
    UnitCode unit;
    std::optional<Instant> at; ///< when it is due to begin
    std::string text;
    std::string detail;
    bool isRed = false;
};

/// What a sheet is written from. Views: they have to live as long as the call.
struct HandoverFacts
{
    UnitCode unit;
    Instant now;
    Instant changeAt;   ///< when the next shift begins
    Instant nextChange; ///< when it ends: what is due before that is on the sheet
    std::span<const model::IncidentPtr> incidents;
    const model::ShiftState* shift = nullptr; ///< never null
    std::vector<GapFact> gaps;
    std::vector<OtherFact> endpoints; ///< that are down
    std::vector<OtherFact> drills;    ///< planned or running
    /// When the shift that is handed over began. Incidents of its first day have their short number, all others the day with it: after
    /// midnight 003 would be two of them. None: short ones.
    std::optional<Instant> shiftFrom{};
    int utcOffsetMinutes = 480;
};

/// What a shift did, from its begin to now or to its last signature, over midnight as by day.
struct ShiftNumbers
{
    Instant from;
    Instant until;
    int reported = 0;   ///< incidents reported in it
    int closed = 0;     ///< closed in it, whenever they were reported
    int open = 0;       ///< that go on to the next shift
    int orders = 0;     ///< issued in it, to the unit where it is not the office
    int signedLate = 0; ///< of these: signed for, or still waiting, after their limit
    bool operator==(const ShiftNumbers&) const = default;
};
/// Half-open in time. `unit` is the office, or one whose own orders count.
[[nodiscard]] ShiftNumbers shiftNumbers(
    std::span<const model::IncidentPtr> incidents,
    const UnitCode& unit,
    Instant from,
    Instant until);

/// Endpoints of the unit (the office: of all) that somebody has told are down.
[[nodiscard]] std::vector<OtherFact>
endpointsDown(const model::ShiftState& shift, const UnitCode& unit);
/// The office's drills that run or are to begin within a day; `detail` is one of the words below.
[[nodiscard]] std::vector<OtherFact>
drillsAhead(const plan::Plan& plan, const model::ShiftState& shift, Instant now);
inline constexpr std::string_view kDrillPlanned = "planned";
inline constexpr std::string_view kDrillAgreed = "agreed";
inline constexpr std::string_view kDrillNeedsWord = "needs-word"; ///< of the incoming chief
inline constexpr std::string_view kDrillRuns = "runs";

/// By part, then by due time; ids are unique. The office's sheet has every matter, another unit's only its own steps. At most
/// `kMostPartRows` of a part.
inline constexpr std::size_t kMostPartRows = 120;
[[nodiscard]] std::vector<model::SheetRow> handoverRows(const HandoverFacts& facts);

/// What a sheet lacks of what stands open now. Nothing when it is up to date or signed by both.
[[nodiscard]] std::optional<model::AddRows> handoverNews(
    const std::string& id,
    const model::ShiftSheet& sheet,
    const std::vector<model::SheetRow>& rows);

/// Rows that still matter and, of these, rows the incoming one has read.
struct PartBalance
{
    model::SheetPart part = model::SheetPart::OpenRed;
    int handed = 0;
    int taken = 0;
    bool operator==(const PartBalance&) const = default;
};
/// One line a part, in their order.
[[nodiscard]] std::array<PartBalance, model::kSheetParts> balanceOf(const model::ShiftSheet& sheet);

/// A sheet against the one before, by the ids of rows that still matter. Notes belong to one sheet and are left out.
struct SheetDifference
{
    std::vector<std::string> stayed; ///< on both
    std::vector<std::string> came;
    std::vector<std::string> went;
};
[[nodiscard]] SheetDifference
compared(const model::ShiftSheet& before, const model::ShiftSheet& sheet);

/// Index of the next unread red row after `from`, round the end; none when all are read.
[[nodiscard]] std::optional<std::size_t>
nextUnreadRed(const model::ShiftSheet& sheet, std::optional<std::size_t> from);

} // namespace sz::report
