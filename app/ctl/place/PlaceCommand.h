// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// `sanzhenctl place …`: which place of the plan an address or a name may mean.

#include <ostream>
#include <span>
#include <string>

namespace sz::ctl {

/// place TEXT [--layer FILE]… [--pack FILE]… [--most N] [--plan DIR] [--json] [--language zh_CN|en]; `args` begins after "place". Candidates
/// with a confidence (0 to 1), most probable first. Points of the layers and names of the packs are searched, too. Returns 0 when there is a
/// candidate, 1 when there is none or the plan or a layer cannot be used, 2 when the call is wrong.
int runPlace(std::span<const std::string> args, std::ostream& out, std::ostream& err);

} // namespace sz::ctl
