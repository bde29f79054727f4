// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// `sanzhenctl locate …`: whose is this point?

#include <ostream>
#include <span>
#include <string>

namespace sz::ctl {

/// locate LON LAT [--from SYSTEM] [--plan DIR] [--language zh_CN|en]; `args` begins after "locate". Prints one JSON object:
/// lon, lat (WGS-84), and zone, area, district, street, community, each with code (areas: number) and names, or null outside.
/// A street is the one whose outline has the point ("by_outline": true); where the plan has none, the one with the nearest known
/// seat ("nearest_seat": true). A community is known by its outline only.
/// Returns 0, 1 when the plan cannot be read or the numbers are no coordinates, 2 when the call is wrong.
int runLocate(std::span<const std::string> args, std::ostream& out, std::ostream& err);

} // namespace sz::ctl
