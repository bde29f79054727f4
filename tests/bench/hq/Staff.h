// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A real headquarters with desks that were enrolled behind its back: 2,000 codes would take minutes.

#include "tests/integration/hq/HqProcess.h"
#include "tests/integration/hq/Wire.h"

#include <vector>

namespace sz::bench {

/// Makes the folder's keys with a short run of the process, then writes desks of a unit straight into its log. The process
/// is stopped afterwards. Errors: the store's.
[[nodiscard]] Result<std::vector<test::Enrolled>>
enrolMany(test::HqProcess& hq, const UnitCode& unit, std::size_t count);

/// Resident memory of a process, KB; 0 when there is none.
[[nodiscard]] double residentKb(qint64 pid);

} // namespace sz::bench
