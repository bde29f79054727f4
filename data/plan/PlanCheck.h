// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Everything that can be proven wrong about a plan folder, the slow proofs included; for tools, not for starting.

#include "data/plan/Plan.h"

namespace sz::plan {

/// Two outlines that should share a border may overlap or gape by this much: one hectare, about what rounding to six
/// decimals leaves along 100 km of border that is not noded, and far below what a duty officer could see.
inline constexpr double kToleranceKm2 = 0.01;
/// A street's seat may lie this far outside its own area: the sample's own sources are that good (SOURCES.md).
inline constexpr double kSeatToleranceMetres = 2000;

/// All faults loadPlan finds and, when it finds no error, also: outlines that are not simple (Boost.Geometry is_valid),
/// areas that overlap, areas that do not cover their district, districts that do not cover their zone, seats and
/// labels outside their area, districts and lines without a post, simplified layers that name other features. Empty =
/// clean. In the order of files and lines found. With `now` also: the calendar does not know this year, or in December the next
/// one. Thread: any; reads files; 0.1 s for the sample.
[[nodiscard]] std::vector<Fault>
checkPlan(const std::filesystem::path& dir, std::optional<Instant> now = std::nullopt);

} // namespace sz::plan
