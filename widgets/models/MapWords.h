// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where a place is known from, when that is a base map.

#include "data/plan/MapFinder.h"

#include <QString>

namespace sz::widgets {

/// "base map Wuhan 2026"; empty for places of the plan and of layers. Its name is the file's own: shown as plain text.
[[nodiscard]] QString baseMapText(const plan::FoundPlace& place);

} // namespace sz::widgets
