// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/symbols/Symbols.h"
#include "widgets/common/Durations.h"
#include "widgets/common/Painters.h"

#include <QCoreApplication>
#include <QPainter>

#include <cmath>

namespace sz::widgets {

using symbols::color;
using symbols::uiFont;

namespace {

constexpr double kPad = 11;
constexpr double kGap = 8;

QString verdict(qint64 difference)
{
    if (difference == 0) {
        return QCoreApplication::translate("Balance", "balanced");
    }
    return difference > 0
               ? QCoreApplication::translate("Balance", "%1 unaccounted for")
                     .arg(numberText(difference))
               : QCoreApplication::translate("Balance", "%1 too many").arg(numberText(-difference));
}

/// Draws words one after the other from the left, clipped at the verdict.
class Row
{
public:
    Row(QPainter& painter, const QRectF& box) : m_painter(painter), m_left(box) {}
    void words(const QString& text, const QFont& font, const QColor& colour, double gap = kGap)
    {
        paintText(m_painter, m_left, text, font, colour);
        m_left.setLeft(std::min(m_left.right(), m_left.left() + textWidth(text, font) + gap));
    }

private:
    QPainter& m_painter;
    QRectF m_left;
};

void paintGround(QPainter& painter, const QRectF& box, bool isBalanced, Theme theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(theme, isBalanced ? Token::Line1 : Token::Red), 1));
    painter.setBrush(color(theme, isBalanced ? Token::Bg2 : Token::RedBg));
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    painter.restore();
}

double verdictWidth(const QString& text, bool isBalanced)
{
    return isBalanced ? unitChipWidth({.name = text, .state = UnitState::Signed})
                      : badgeWidth(text);
}

void paintVerdict(
    QPainter& painter,
    const QRectF& box,
    const QString& text,
    bool isBalanced,
    Theme theme)
{
    if (isBalanced) {
        paintUnitChip(painter, box, {.name = text, .state = UnitState::Signed}, theme);
        return;
    }
    paintBadge(painter, box, text, theme, BadgeTone::Late);
}

} // namespace

qint64 Balance::difference() const
{
    qint64 rest = total;
    for (const BalancePart& part : parts) {
        rest -= part.count;
    }
    return rest;
}

void paintBalance(QPainter& painter, const QRectF& box, const Balance& balance, Theme theme)
{
    const bool isBalanced = balance.difference() == 0;
    const QString end = verdict(balance.difference());
    const double endWidth = verdictWidth(end, isBalanced);
    paintGround(painter, box, isBalanced, theme);

    const QColor grey = color(theme, isBalanced ? Token::Tx3 : Token::RedTx);
    const QColor words = color(theme, Token::Tx1);
    Row row(painter, box.adjusted(kPad, 0, -kPad - endWidth - kGap, 0));
    row.words(balance.what, uiFont(13), grey, 10);
    row.words(numberText(balance.total), uiFont(15, true), words);
    QString sign = QStringLiteral("=");
    for (const BalancePart& part : balance.parts) {
        row.words(sign, uiFont(13), grey);
        row.words(part.name, uiFont(13), words, 4);
        row.words(numberText(part.count), uiFont(13, true), words);
        sign = QStringLiteral("+");
    }
    paintVerdict(
        painter, QRectF(box.right() - kPad - endWidth, box.y(), endWidth, box.height()), end,
        isBalanced, theme);
}

} // namespace sz::widgets
