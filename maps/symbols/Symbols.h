// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Grades, lamps and unit states drawn once for board, map, tables and wall, so that they cannot drift apart.
// All sizes are logical pixels; all functions leave the painter as they found it; thread: any (QPainter on QImage).

#include "data/model/Lamp.h"
#include "data/plan/Plan.h"
#include "maps/symbols/Tokens.h"

#include <QRectF>

class QPainter;
class QFont;

namespace sz::symbols {

/// The console's font at a size: Noto Sans CJK SC, weight 400 or 700, tabular figures.
[[nodiscard]] QFont uiFont(int pixelSize, bool bold = false);

/// Grade outline with its Roman letter: I diamond, II hexagon, III square, IV circle. `ground` fills the shape.
void paintGrade(
    QPainter& painter,
    const QRectF& box,
    plan::Grade grade,
    Theme theme,
    QColor ground);
/// Lamp shape: ring, triangle, square; nothing for None.
void paintLamp(QPainter& painter, const QRectF& box, model::Lamp lamp, Theme theme);
/// The lamp's shape in given colours: white on a red chip, grey in a legend. Nothing for None.
void paintLampShape(
    QPainter& painter,
    const QRectF& box,
    model::Lamp lamp,
    QColor fill,
    QColor edge);
/// Outline colour of a grade.
[[nodiscard]] QColor gradeEdge(plan::Grade grade, Theme theme);
/// Colour of the lamp's edge or ring (grey line for None).
[[nodiscard]] QColor lampEdge(model::Lamp lamp, Theme theme);
/// Colour of words that belong to a lamp on an ordinary ground.
[[nodiscard]] QColor lampText(model::Lamp lamp, Theme theme);

} // namespace sz::symbols
