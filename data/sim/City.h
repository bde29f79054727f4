// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A small city made in memory, so that the simulator needs no plan folder.

#include "data/plan/Plan.h"

#include <memory>

namespace sz::sim {

/// The office "HQ", districts D01…D05 with one area each, lines L01…L03; two kinds; every unit has one post, the
/// office two leaders beside it, for the area unit A01. A contact is kept for a day.
[[nodiscard]] std::shared_ptr<const plan::Plan> makeCity(); // shared by all machines

} // namespace sz::sim
