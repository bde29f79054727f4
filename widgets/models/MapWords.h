// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where a place is known from, when that is a base map, and how surely, when it is only a part of an address.

#include "data/plan/MapFinder.h"

#include <QString>

#include <string>
#include <vector>

namespace sz::widgets {

/// "base map Wuhan 2026"; empty for places of the plan and of layers. Its name is the file's own: shown as plain text.
[[nodiscard]] QString baseMapText(const plan::FoundPlace& place);

/// By which part of a typed address places were recognised, and how surely. Nobody takes a district for the road that was asked for.
class AddressWords
{
public:
    /// Looks once; a name typed alone costs nothing.
    AddressWords(
        const plan::PlaceFinder& finder,
        const plan::MapFinder* maps,
        const std::vector<plan::FoundPlace>& found,
        const std::string& typed);
    /// "by “银松”, 56 % sure"; empty: its whole name was typed.
    [[nodiscard]] QString of(const plan::FoundPlace& place) const;

private:
    std::vector<plan::FoundAddress> m_addresses;
};

} // namespace sz::widgets
