// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Swaps, substitutes and no-shows as values: one person asks, another approves, then the roster is another one.

#include "data/roster/Roster.h"

namespace sz::roster {

enum class ChangeSort : std::uint8_t {
    Swap = 1,       ///< two persons take each other's duty
    Substitute = 2, ///< another takes it
    NoShow = 3,     ///< did not come; somebody else may stand in
};

/// A duty or a part of one.
struct Slot
{
    PostCode post;
    std::string person;
    Span time;
    bool operator==(const Slot&) const = default;
};

struct Approval
{
    std::string by;
    Instant at;
    bool operator==(const Approval&) const = default;
};

struct Change
{
    ChangeSort sort = ChangeSort::Substitute;
    Slot slot;
    std::optional<Slot> other; ///< Swap
    std::string substitute;    ///< Substitute; NoShow: may be empty, then there is a gap
    std::string reason;
    std::string askedBy;
    std::optional<Approval> approval;
    bool operator==(const Change&) const = default;
};

/// Errors: MissingField (nobody approves), SecondPerson (who asked, or is to be relieved, cannot approve it), AlreadyDone.
[[nodiscard]] Result<Change> approved(Change change, std::string by, Instant at);

/// The roster with the change in it; what it had before stays below. Errors: SecondPerson (not approved yet), NotFound (no such
/// post, or this person does not hold it for all of that time), MissingField (no substitute, no other slot), BadArgument (empty
/// time). Conflicts that come of it are conflictsOf()'s to tell.
[[nodiscard]] Result<Roster> applied(Roster roster, const Change& change);

} // namespace sz::roster
