// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// When a lamp will turn, said as a clock: a countdown has to be added up first.

#include "data/model/World.h"

#include <QString>

namespace sz::widgets {

/// "red at 14:20", with the day when it is another; "red since 14:20" once it is. Of the step that is shown; empty: none is open.
[[nodiscard]] QString redText(const model::Incident& incident, const plan::Plan& plan, Instant now);
/// With the lamps before it: "near at 14:10, behind at 14:15, red at 14:20"; those that shine already are left out.
[[nodiscard]] QString
forecastText(const model::Incident& incident, const plan::Plan& plan, Instant now);

} // namespace sz::widgets
