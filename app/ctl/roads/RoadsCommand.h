// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// `sanzhenctl roads …`: road graphs, made of OpenStreetMap and examined before they are given to a desk.

#include "data/base/Clock.h"

#include <ostream>
#include <span>
#include <string>

namespace sz::ctl {

/// roads build --osm FILE.osm.pbf --out FILE.roads [--name TEXT] [--quiet] · roads check FILE… ; both [--json] [--language zh_CN|en];
/// `args` begins after "roads". build tells its progress on `err` and leaves nothing behind when it fails; check reads every row.
/// Returns 0 when all is good, 1 when a file is refused or could not be made, 2 when the call is wrong.
int runRoads(std::span<const std::string> args, std::ostream& out, std::ostream& err, Instant now);

} // namespace sz::ctl
