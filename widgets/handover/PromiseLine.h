// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A promise as it is typed: "武昌区 增派 1 组 22:00".

#include "data/model/ShiftActs.h"

namespace sz::widgets {

/// First word: the unit, by code, name or alias. Last word HH:MM: until when, the next such time after `now` in the plan's zone.
/// Errors: NoSuchUnit, MissingField (no words).
[[nodiscard]] Result<model::MakePromise>
readPromise(const plan::Plan& plan, const std::string& typed, Instant now);

} // namespace sz::widgets
