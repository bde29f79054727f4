// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/RelationPainter.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Painters.h"

#include <QHash>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kIcon = 14;
constexpr int kIconGap = 4;
constexpr int kPad = 5;
constexpr int kGap = 6;
constexpr int kLeastWidth = 60; ///< below this a mark says nothing

// A board draws the same three icons many times a second: each is read and parsed once a colour.
const QIcon& iconOf(const QString& name, const QColor& colour)
{
    static QHash<QString, QIcon> made;
    const QString key = name + colour.name();
    auto it = made.find(key);
    if (it == made.end()) {
        it = made.insert(key, tintedIcon(name, colour));
    }
    return *it;
}

} // namespace

int markWordsWidth(const RelationMark& mark)
{
    const int icon = mark.icon.isEmpty() ? 0 : kIcon + kIconGap;
    return icon + textWidth(mark.text, uiFont(12));
}

void paintMarkWords(
    QPainter& painter,
    const QRectF& box,
    const RelationMark& mark,
    const QColor& colour)
{
    QRectF words = box;
    if (!mark.icon.isEmpty()) {
        const int y = static_cast<int>(std::floor(box.y() + (box.height() - kIcon) / 2));
        iconOf(mark.icon, colour)
            .paint(&painter, QRect(static_cast<int>(box.x()), y, kIcon, kIcon));
        words.setLeft(words.left() + kIcon + kIconGap);
    }
    paintText(painter, words, mark.text, uiFont(12), colour);
}

int relationMarkWidth(const RelationMark& mark)
{
    return 2 * kPad + markWordsWidth(mark);
}

int paintRelationMark(QPainter& painter, const QRectF& box, const RelationMark& mark, Theme theme)
{
    const double width = std::min<double>(relationMarkWidth(mark), box.width());
    const QRectF frame(
        box.x(), std::floor(box.y() + (box.height() - kChipHeight) / 2), width, kChipHeight);
    const Token edge = mark.isAbnormal ? Token::YelLine : Token::Ctl;
    const Token words = mark.isAbnormal ? Token::YelTx : Token::Tx1;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(symbols::color(theme, edge), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    painter.restore();
    paintMarkWords(
        painter, frame.adjusted(kPad, 0, 1 - kPad, 0), mark, symbols::color(theme, words));
    return static_cast<int>(width);
}

QRectF paintRelationMarks(
    QPainter& painter,
    const QRectF& box,
    const std::vector<RelationMark>& marks,
    Theme theme)
{
    QRectF rest = box;
    for (const RelationMark& mark : marks) {
        if (rest.width() < std::min(kLeastWidth, relationMarkWidth(mark))) {
            break;
        }
        rest.setLeft(std::min(
            rest.right(), rest.left() + paintRelationMark(painter, rest, mark, theme) + kGap));
    }
    return rest;
}

} // namespace sz::widgets
