// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Posts behind which more than one team has to stand in a mode (roster_depth), and who those teams are.

#include "data/plan/Places.h"

namespace sz::plan {

/// One post of ModeRules::deepPosts at a moment.
struct PostDepth
{
    PostCode post;
    UnitCode unit;
    int needed = 1;
    std::vector<std::string>
        teamsZh; ///< on duty first, then those to call in; fewer than needed: a gap
    std::vector<std::string> teamsEn; ///< as many

    [[nodiscard]] int missing() const { return needed - static_cast<int>(teamsZh.size()); }
};

/// In the order of the plan; empty when the mode asks for none. Who follows on the roster is called in before the time; a post
/// with one team only cannot be held twice.
[[nodiscard]] std::vector<PostDepth> depthAt(const Plan& plan, Mode mode, Instant when);
/// The next roll call of the mode after this moment; none when the mode has none.
[[nodiscard]] std::optional<Instant> nextRollCall(const Plan& plan, Mode mode, Instant after);

} // namespace sz::plan
