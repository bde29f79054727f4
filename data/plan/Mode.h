// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How tightly the city is run.

#include <array>
#include <cstdint>
#include <string_view>

namespace sz::plan {

/// Wire values.
enum class Mode : std::uint8_t {
    Normal = 1, ///< 平时
    Games = 2,  ///< 赛时
    Drill = 3,  ///< 演练: only in an operation of its own
};
inline constexpr std::size_t kModes = 3;

/// As the plan's files name them, in the order of Mode.
inline constexpr std::array<std::string_view, kModes> kModeNames{"normal", "games", "drill"};

} // namespace sz::plan
