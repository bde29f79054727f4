// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Fonts and spacing of names on the map: shared by the layout, which measures, and the painter.

#include "maps/layers/LabelLayout.h"

#include <QFont>
#include <QFontMetricsF>

namespace sz::maps {

inline constexpr double kNumberHeight = 16;
inline constexpr double kNameHeight = 17;
inline constexpr double kSeatDot = 9; ///< width taken by the dot before a street's name
inline constexpr double kBannerPad = 6;
inline constexpr double kBannerHeight = 20;

/// Han zone names stand wide apart, Latin ones in spaced capitals.
[[nodiscard]] QFont labelFont(LabelSort sort, const QString& text);
[[nodiscard]] QFont numberFont();
[[nodiscard]] double labelWidth(LabelSort sort, const QString& text);

} // namespace sz::maps
