// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which items of a campaign are shown. A header of its own: lupdate loses the namespace of a class that stands behind it.

#include "data/base/Ids.h"

#include <cstdint>
#include <string>

namespace sz::widgets {

enum class WhichItems : std::uint8_t {
    Open,
    Late,
    Done,
    Void,
    All,
};

struct ItemFilter
{
    WhichItems which = WhichItems::Open;
    UnitCode unit;    ///< lead or support; empty: all
    std::string text; ///< in key, words, place or kind; empty: all
    bool operator==(const ItemFilter&) const = default;
};

} // namespace sz::widgets
