// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What was answered to the questions of a kind, in words: "Cylinders 32 · Leak none".

#include "data/model/Incident.h"
#include "data/plan/ReportFields.h"

#include <QString>

namespace sz::widgets {

/// The field of that code the kind asks for, else another kind's; null: the plan does not know it (any more).
[[nodiscard]] const plan::ReportField*
fieldOf(const plan::ReportFields& fields, const KindCode& kind, const std::string& code);

/// "Cylinders 32", "Cars pass: no"; code and value as they came where the plan does not know the field.
[[nodiscard]] QString
factText(const plan::ReportFields& fields, const KindCode& kind, const model::Fact& fact);
/// All of an incident, in the order in which they were told; empty when nothing was.
[[nodiscard]] QString factsText(const plan::ReportFields& fields, const model::Incident& incident);

} // namespace sz::widgets
