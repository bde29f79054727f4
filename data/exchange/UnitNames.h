// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Units by whatever a sheet calls them, looked up 155,000 times.

#include "data/plan/Plan.h"

#include <expected>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sz::exchange {

/// By code, name, short name, alias, and a name without its last generic part (武昌 → 武昌区). A unit that takes orders comes before
/// a zone or an area of the same name.
class UnitNames
{
public:
    enum class Why : std::uint8_t {
        Unknown,
        Ambiguous,
    };
    explicit UnitNames(const plan::Plan& plan);

    [[nodiscard]] std::expected<UnitCode, Why> find(std::string_view typed) const;
    /// Units of one cell: 公安、教育；城管. The first that is not one is `bad`.
    struct Several
    {
        std::vector<UnitCode> units;
        std::string bad; ///< empty: all are units
        Why why = Why::Unknown;
    };
    [[nodiscard]] Several several(std::string_view cell) const;

private:
    struct Named
    {
        UnitCode unit;
        int rank = 0; ///< lower is stronger
        bool isAmbiguous = false;
    };
    void add(std::string_view name, const UnitCode& unit, int rank);

    std::unordered_map<std::string, Named> m_names; ///< by folded name
};

} // namespace sz::exchange
