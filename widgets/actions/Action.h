// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Every act that has a key, as data: menus, manual and the test against clashes read this one list.

#include <QString>

#include <span>

namespace sz::widgets {

/// Where a key works. Keys of Window must not be used in any other scope.
enum class Scope : std::uint8_t {
    Window,  ///< from everywhere
    Board,   ///< focus in the list of incidents
    Detail,  ///< focus in the detail of an incident
    Alarm,   ///< focus in the alarm row
    Sheet,   ///< focus in any side sheet
    Intake,  ///< focus in the new report, beside Sheet
    Order,   ///< focus in the new order, beside Sheet
    Relate,  ///< focus in the sheet of what belongs together or of an early sign, beside Sheet
    Force,   ///< focus in the board of a task force, beside Sheet
    Command, ///< focus in the command line
};

struct Action
{
    const char* id;   ///< "report.new": stable, in settings and tests
    const char* text; ///< English source, context "Action"
    const char* keys; ///< portable text of a QKeySequence
    Scope scope;
};

[[nodiscard]] std::span<const Action> actions();
/// Null when there is none.
[[nodiscard]] const Action* actionById(QLatin1StringView id);
/// Words of an action in the language of the screen.
[[nodiscard]] QString actionText(const Action& action);
/// Whether two actions could both be meant by one key press.
[[nodiscard]] bool canClash(Scope a, Scope b);

} // namespace sz::widgets
