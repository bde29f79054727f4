// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Do the parts make the whole?

#include "data/plan/files/FaultList.h"

namespace sz::plan {

/// Faults for outlines that are not simple, overlapping areas, and districts and zones that their parts do not cover
/// or reach beyond, each by more than kToleranceKm2 (PlanCheck.h).
void checkCoverage(const Plan& plan, FaultList& faults);

} // namespace sz::plan
