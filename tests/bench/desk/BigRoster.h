// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The roster of a great city for benchmarks: rotations, teams by name, a week by name at every tenth post.

#include "data/roster/Roster.h"

namespace sz::bench {

inline constexpr int kBigRosterDays = 100;
inline constexpr int kBigRosterAreas =
    36; ///< the first units, with one post each, their leader's; others have twenty
inline constexpr Instant kBigRosterFrom = fromUtcMs(1'795'276'800'000); // 2026-11-22 00:00 in Wuhan

/// Code of the unit of the n-th post.
[[nodiscard]] std::string bigRosterUnit(int post);
/// A third each of day/night, three shifts and four on, three off; every tenth post has a week by name.
[[nodiscard]] roster::Roster bigRoster(int posts);

} // namespace sz::bench
