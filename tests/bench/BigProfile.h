// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The profile of an office desk that has seen many incidents: real files, correctly chained, headquarters out of reach.

#include "data/desk/Profile.h"
#include "data/plan/Plan.h"

namespace sz::bench {

struct BigSize
{
    std::size_t incidents = 1000; ///< all of them
    std::size_t onBoard =
        1000; ///< of the last 20 hours, in mixed states; those before are closed for days
};

/// Writes profile.toml, keys and log.db into `folder`; view.db is made by the desk that opens it first. About ten entries
/// an incident, lives interleaved as on a busy day. Errors: as desk::saveProfile and store::DeskLog.
[[nodiscard]] Result<desk::Profile> makeBigProfile(
    const std::filesystem::path& folder,
    const plan::Plan& plan,
    Instant now,
    BigSize size = {});

} // namespace sz::bench
