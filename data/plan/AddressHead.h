// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What an address begins with. For the place search only.

#include "data/plan/NameKeys.h"

#include <map>
#include <string>
#include <string_view>

namespace sz::plan {

/// "武汉市江汉区银松小路8号": the city taken off, the district told, the rest as it is searched.
struct AddressHead
{
    UnitCode district; ///< named in it; may be empty
    std::string rest;  ///< behind the district's name
};

[[nodiscard]] AddressHead addressHead(
    const Name& city,
    const std::map<UnitCode, NameKeys>& districts,
    std::string_view typed);

/// What an address is worth where it lies: 1 in the district it names, 0.85 when it names none, 0.2 in another.
[[nodiscard]] double districtFactor(const UnitCode& named, const UnitCode& of);

} // namespace sz::plan
