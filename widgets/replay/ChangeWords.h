// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What happened to an incident between two moments, in words.

#include "data/replay/Compare.h"

#include <QString>

namespace sz::widgets {

/// "late", "closed", "new", "changed": the loudest word that is true, each with its shape in the list.
[[nodiscard]] QString changeWord(const replay::Change& change);
/// "III → II · orders 2 → 4 · signed 1 → 3 · reports 0 → 1"; what is open now of one that was added.
[[nodiscard]] QString
changeDetails(const replay::Change& change, const plan::Plan& plan, Instant now);
/// "4 new · 2 closed · 1 became late · 6 changed"; that nothing did.
[[nodiscard]] QString differenceText(const replay::Difference& difference);

} // namespace sz::widgets
