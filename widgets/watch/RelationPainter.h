// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How "merged into 041" and its like are drawn on tiles and in the detail: outline, icon, words.

#include "widgets/common/ThemeSource.h"
#include "widgets/models/RelationWords.h"

#include <QRectF>

#include <vector>

class QPainter;

namespace sz::widgets {

[[nodiscard]] int relationMarkWidth(const RelationMark& mark);
/// Left-aligned and vertically centred in the box, elided where it is too narrow; returns the width used.
int paintRelationMark(QPainter& painter, const QRectF& box, const RelationMark& mark, Theme theme);
/// As many as fit, the last one elided; gives back what is left of the box.
[[nodiscard]] QRectF paintRelationMarks(
    QPainter& painter,
    const QRectF& box,
    const std::vector<RelationMark>& marks,
    Theme theme);
/// Icon and words without an outline, in one colour.
void paintMarkWords(
    QPainter& painter,
    const QRectF& box,
    const RelationMark& mark,
    const QColor& colour);
[[nodiscard]] int markWordsWidth(const RelationMark& mark);

} // namespace sz::widgets
