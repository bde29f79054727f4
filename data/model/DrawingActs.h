// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Entries about what is drawn on the map (types 120 and 121): points, lines, areas and notes of the operation, in the matter
// "ground". Every unit is told: a closed road is closed for all.

#include "data/model/World.h"

#include <variant>

namespace sz::model {

/// What a drawing says of the ground. Wire values. Each has its own colour, pattern and word on the map.
enum class DrawingKind : std::uint8_t {
    ClosedRoad = 1,
    Approach = 2, ///< the way in for those who come to help
    Cordon = 3,
    Hazard = 4,
    Gathering = 5, ///< where people or teams meet
    Note = 6,      ///< words only
};
inline constexpr std::size_t kDrawingKinds = 6;

enum class DrawingForm : std::uint8_t { ///< wire values
    Point = 1,
    Line = 2,
    Area = 3,
};

/// In a form its kind can take: see canTake.
struct Draw
{
    DrawingKind kind = DrawingKind::Note;
    DrawingForm form = DrawingForm::Point;
    std::vector<Wgs84>
        corners;         ///< in order, to 1e-7 degrees; an area's last is not its first again
    std::string words;   ///< may be empty, except of a note
    IncidentId incident; ///< what it belongs to; empty: the operation
    bool operator==(const Draw&) const = default;
};
inline constexpr std::size_t kMostCorners = 200;
inline constexpr std::size_t kLongestDrawingWords = 180; ///< bytes: sixty characters
inline constexpr std::size_t kMostDrawings = 500;        ///< on the map at once

/// Takes one off the map; that it was there stays.
struct EraseDrawing
{
    std::string drawing; ///< entry of the Draw
    std::string reason;  ///< may be empty
    bool operator==(const EraseDrawing&) const = default;
};

using DrawingAct = std::variant<Draw, EraseDrawing>;

/// Closed roads and approaches are lines, cordons lines or areas, hazards points or areas, gatherings points, notes points.
[[nodiscard]] bool canTake(DrawingKind kind, DrawingForm form);
/// How many corners it needs at least: 1, 2 or 3.
[[nodiscard]] std::size_t leastCorners(DrawingForm form);

/// The operation, in the matter "ground".
[[nodiscard]] const log::Subject& groundSubject();
[[nodiscard]] inline bool isOfGround(const log::Subject& subject)
{
    return subject == groundSubject();
}

/// Wire numbers: 120, 121.
[[nodiscard]] std::uint32_t drawingActType(const DrawingAct& act);
[[nodiscard]] Bytes encodeDrawingAct(const DrawingAct& act);
/// Nothing when it is of another type or a newer version. Errors: BadEncoding.
[[nodiscard]] Result<std::optional<DrawingAct>> decodeDrawingAct(const log::Entry& entry);

} // namespace sz::model
