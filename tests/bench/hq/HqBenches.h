// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What headquarters can carry: its stores, its restart, its desks. No window in here.

#include "tests/bench/Bench.h"

namespace sz::bench {

/// PostgreSQL: entries a second through whole group commits; and one act's commit.
Outcome postgresAppend(const Setting& setting);
/// kill -9 to a desk's welcome, with a million entries in the log.
Outcome hqRestart(const Setting& setting);
/// One desk's push to its arrival at each of 240 others.
Outcome fanOut240(const Setting& setting);
/// Two desks at their work while a third sends ten times its quota, against the same while nobody does.
Outcome flood(const Setting& setting);
/// Memory of headquarters for each of 2,000 connected desks.
Outcome desks2000(const Setting& setting);

} // namespace sz::bench
