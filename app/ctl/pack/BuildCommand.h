// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// `sanzhenctl pack build`: a base map out of an OpenStreetMap extract, offline.

#include <ostream>
#include <span>
#include <string>

namespace sz::ctl {

/// --osm FILE.osm.pbf --out FILE.mbtiles [--zoom A-B] [--name TEXT] [--json] [--quiet] [--language zh_CN|en]; `args` begins after
/// "build". Progress goes to `err`. Returns 0 when the pack is there, 1 when it could not be made (what was painted stays for the
/// next run), 2 when the call is wrong.
int runPackBuild(std::span<const std::string> args, std::ostream& out, std::ostream& err);

} // namespace sz::ctl
