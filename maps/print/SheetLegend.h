// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the signs on a sheet mean.

#include "maps/print/MapSheet.h"

#include <QFont>

namespace sz::maps {

inline constexpr double kLegendWidth = 190;

/// The console's font so that what is written can be found and copied.
[[nodiscard]] QFont paperFont(int pixels, bool isBold = false);

/// From the top of `box` downwards; its height is what is left of the page.
void paintLegend(QPainter& painter, const QRectF& box, const SheetWords& words);
/// An arrow to the north with its letter, in a box of 36 × 48.
void paintNorth(QPainter& painter, const QRectF& box, const QString& letter);
/// A bar of a round length, with that length.
void paintSheetScale(QPainter& painter, QPointF at, double metresPerPixel);

} // namespace sz::maps
