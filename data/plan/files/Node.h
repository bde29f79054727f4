// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a TOML file or the properties of a GeoJSON feature hold, without the library that parsed it.

#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

namespace sz::plan {

/// One value. `line` is 1-based, 0 where the format has no lines that matter (GeoJSON).
/// A TOML date arrives as text "2019-10-14".
struct Node
{
    using List = std::vector<Node>;
    using Table = std::map<std::string, Node, std::less<>>;

    std::variant<std::monostate, bool, std::int64_t, double, std::string, List, Table> value;
    int line = 0;

    template <class T>
    [[nodiscard]] const T* as() const
    {
        return std::get_if<T>(&value);
    }
};

} // namespace sz::plan
