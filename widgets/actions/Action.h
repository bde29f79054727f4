// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Every act that has a key, as data: the shortcut editor, the manual and the test against clashes read this one list.

#include <QString>

#include <span>

namespace sz::widgets {

/// Where a key works. Keys of Window must not be used in any other scope.
enum class Scope : std::uint8_t {
    Window,  ///< from everywhere
    Board,   ///< focus in the list of incidents, or in the late list
    Detail,  ///< an incident is shown, no text is being written
    Office,  ///< the same, at the office's desks only
    Own,     ///< the same, at a unit's own desk only
    Sheet,   ///< focus in any side sheet
    Intake,  ///< focus in the new report, beside Sheet
    Order,   ///< focus in the new order, beside Sheet
    Relate,  ///< focus in the sheet of what belongs together or of an early sign, beside Sheet
    Force,   ///< focus in the board of a task force, beside Sheet
    Command, ///< focus in the command line
    // The pages that stand in the watch's place, one at a time, and what lies over its map.
    Late,        ///< the list of what is late
    Roster,      ///< the grid of the roster
    Supervision, ///< the page of campaigns, led cases and visits
    Scores,      ///< unit scores or the daily brief
    Handover,    ///< the handover sheet
    Rounds,      ///< the sheet of a check-in round
    Replay,      ///< the line of time
};

struct Action
{
    const char* id;   ///< "report.new": stable, in settings and tests
    const char* text; ///< English source, context "Action"
    const char* keys; ///< portable text of a QKeySequence: as shipped
    Scope scope;
    const char* objects =
        ""; ///< object names, one blank between, of the buttons and shortcuts that carry it, or of the list that hears the key
    bool isFixed = false; ///< the same in every list, page or sheet: cannot be changed
};

[[nodiscard]] std::span<const Action> actions();
/// Null when there is none.
[[nodiscard]] const Action* actionById(QLatin1StringView id);
/// Where it works, in the language of the screen: "everywhere", "board".
[[nodiscard]] QString scopeText(Scope scope);
/// Words of an action in the language of the screen.
[[nodiscard]] QString actionText(const Action& action);
/// Whether two actions could both be meant by one key press.
[[nodiscard]] bool canClash(Scope a, Scope b);

} // namespace sz::widgets
