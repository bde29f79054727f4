// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Sizes of the grid, logical pixels. Private to widgets/roster.

namespace sz::widgets {

inline constexpr int kHead = 48;
inline constexpr int kRow = 27;
inline constexpr int kNameWide = 172;
inline constexpr int kNameNarrow = 132;
inline constexpr int kNarrow = 1100;
inline constexpr int kCellPad = 3;

} // namespace sz::widgets
