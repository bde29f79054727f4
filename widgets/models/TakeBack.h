// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The acts that take one back. Others may have seen it already, so an undo is written like everything else.

#include "data/model/World.h"

#include <vector>

namespace sz::widgets {

/// In the order in which they are done; empty when nothing takes it back at once. `before`: the incident as it was. An order that
/// answers a question, or stands for one that came back, is not taken back by one key: the question would stay answered.
[[nodiscard]] std::vector<model::Act>
takingBack(const model::Act& act, const model::Incident& before);

/// The same for orders with these ids.
[[nodiscard]] std::vector<model::Act> withdrawing(const std::vector<OrderId>& orders);

/// The reason these acts give, in the language of the screen.
[[nodiscard]] std::string takenBackAtOnce();

} // namespace sz::widgets
