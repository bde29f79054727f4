// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// `sanzhenctl coords …`: a file of points from one coordinate system into another.

#include <ostream>
#include <span>
#include <string>

namespace sz::ctl {

/// coords --from SYSTEM --to SYSTEM FILE.csv [--out FILE] [--skip-bad] [--language zh_CN|en]; `args` begins after "coords".
/// The columns are found by name (lon, lat; 经度, 纬度; east, north for plane coordinates); every other byte of the file stays
/// as it is. A row that cannot be converted is named on `err` with its line; then nothing is written, or with --skip-bad
/// the rest. Returns 0 when every row was converted, 1 when one was not or the file cannot be used, 2 when the call is wrong.
int runCoords(std::span<const std::string> args, std::ostream& out, std::ostream& err);

} // namespace sz::ctl
