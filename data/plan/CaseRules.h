// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How led cases (包案) go in this city: [case] of plan.toml.

#include <string>
#include <vector>

namespace sz::plan {

struct CaseRules
{
    std::vector<std::string> stages;   ///< in order, without doubles; empty: any word is a stage
    std::vector<std::string> stagesEn; ///< as many, or none
    int visitDays = 7;                 ///< a leader sees to the case at least every so many days
    bool operator==(const CaseRules&) const = default;
};

} // namespace sz::plan
