// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What happened between two moments: which incidents came, closed, broke a limit, or read otherwise now. Pure.

#include "data/replay/PastBoard.h"

#include <vector>

namespace sz::replay {

/// One moment with what its board showed.
struct Moment
{
    Instant now;
    Incidents incidents;
};

/// One incident that is not at the later moment what it was at the earlier one.
struct Change
{
    model::IncidentPtr before; ///< null: it was not there yet
    model::IncidentPtr after;  ///< null: it has left the board meanwhile
    bool isAdded = false;
    bool isClosed = false; ///< open or unknown before, closed (or gone) after
    bool isOpenAgain = false;
    bool isLate = false;    ///< open, and a limit is broken that was not
    bool isChanged = false; ///< more entries of it, on both boards

    [[nodiscard]] const model::Incident& shown() const { return after ? *after : *before; }
};

struct Difference
{
    std::vector<Change>
        changes; ///< became late first, then closed, added, changed; within these by number of the day and id
    std::size_t added = 0;
    std::size_t closed = 0;
    std::size_t late = 0;
    std::size_t changed = 0; ///< on both boards, whatever else is true of them

    [[nodiscard]] bool isEmpty() const { return changes.empty(); }
};

/// The earlier moment first; the other way round they are exchanged. An incident that was closed at the earlier one and has
/// left the board since is no change.
[[nodiscard]] Difference compare(const Moment& earlier, const Moment& later);

} // namespace sz::replay
