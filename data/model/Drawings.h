// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What is drawn on the map of the operation, and whether one more may be.

#include "data/model/DrawingActs.h"
#include "data/model/ShiftState.h"

#include <map>

namespace sz::model {

struct Drawing
{
    Draw drawn;
    ShiftAuthor author;
    struct Erased
    {
        std::string reason;
        ShiftAuthor author;
        bool operator==(const Erased&) const = default;
    };
    std::optional<Erased> erased;
    bool operator==(const Drawing&) const = default;
};

/// By ULID text of the entry that drew it, so oldest first. Erased ones stay: who took what away is part of the trace.
struct DrawingState
{
    std::map<std::string, Drawing> drawings;

    [[nodiscard]] std::size_t standing() const; ///< not erased
    bool operator==(const DrawingState&) const = default;
};

/// Folds one more entry; entries come in headquarters' order, own ones last. What cannot be read or refers to nothing leaves the state.
void foldDrawing(DrawingState& state, const log::Entry& entry);

/// May it be done now? Who may write a note may draw; a drawing is erased by the unit that drew it or by the office. Errors: NotAllowed,
/// NotFound, AlreadyDone, MissingField (words), LimitOutOfRange (drawings on the map), BadArgument naming the field: kind, form,
/// corners (too few, too many, or outside: farther than kGroundMargin from the areas of the plan), words, incident, reason.
[[nodiscard]] Result<void> checkDrawing(
    const plan::Plan& plan,
    const DrawingState& now,
    const Actor& actor,
    const DrawingAct& act);
inline constexpr double kGroundMargin = 0.2; ///< degrees
/// Within that of the areas of the plan. False for what is no number.
[[nodiscard]] bool isOnGround(const plan::Plan& plan, Wgs84 point);

/// Metres from a point to the nearest part of a drawing; 0 inside an area. Straight lines, exact to a metre within a city.
[[nodiscard]] double distanceTo(const Draw& drawn, Wgs84 point);

} // namespace sz::model
