// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What has to be asked about a kind of incident when it is reported: `[[kind.field]]` of kinds.toml.

#include "data/plan/Plan.h"

namespace sz::plan {

/// A number, or one of a few words. No free text: there would be names in it.
struct ReportField
{
    std::string code; ///< "cylinders", unique within its kind
    Name name;
    std::string unitZh; ///< behind a number: "只"; may be empty
    std::string unitEn;
    std::vector<Name> choices; ///< empty: a whole number is asked for
};
using ReportFields = std::map<KindCode, std::vector<ReportField>>;

/// Of each kind that asks for any, in the file's order. Faults are loadPlan's to name: what is wrong here is left out. Thread: any.
[[nodiscard]] ReportFields readReportFields(const std::filesystem::path& planFolder);

} // namespace sz::plan
