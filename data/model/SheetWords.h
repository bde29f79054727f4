// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// When two rows of a handover sheet are one: fold and report have to agree.

#include "data/model/ShiftActs.h"

namespace sz::model {

/// The same words about the same matter, whatever the number: an incident gets it when headquarters has heard of it.
[[nodiscard]] inline bool saysTheSame(const SheetRow& a, SheetRow b)
{
    b.number = a.number;
    return a == b;
}

} // namespace sz::model
