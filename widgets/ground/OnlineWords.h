// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What is said of an online map: how it is doing, and why an address cannot be used.

#include "maps/online/OnlineTiles.h"

#include <QString>

namespace sz::widgets {

/// How a source does, as its row says it.
struct OnlineWords
{
    QString text;
    bool isBad = false;
};

/// `utcOffsetMinutes`: the plan's.
[[nodiscard]] OnlineWords statusWords(
    const packs::OnlineSource& source,
    const maps::OnlineStatus& status,
    int utcOffsetMinutes);
[[nodiscard]] QString addressWords(const packs::AddressProblem& problem);

} // namespace sz::widgets
