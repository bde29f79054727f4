// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which words a question for decision asks for.

#include "widgets/orders/WordSheet.h"

namespace sz::widgets {

/// Q: one line that is put for decision.
[[nodiscard]] WordTask askTask(const model::Incident& incident);

} // namespace sz::widgets
