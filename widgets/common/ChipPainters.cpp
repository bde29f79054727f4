// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/symbols/Symbols.h"
#include "widgets/common/Painters.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace sz::widgets {

using symbols::color;
using symbols::uiFont;

namespace {

constexpr int kLabelPx = 12;
constexpr double kKeycapPad = 6;
constexpr double kKeycapLeast = 20;
constexpr double kKeycapGap = 4;
constexpr double kBadgePad = 7;
constexpr double kChipPad = 6;
constexpr double kChipIcon = 12;
constexpr double kChipIconGap = 4;

QRectF leftCentred(const QRectF& box, double width, double height)
{
    return {
        box.x(), box.y() + std::floor((box.height() - height) / 2), std::min(width, box.width()),
        height};
}

/// A 1-px outline whose outer edge is the box.
void paintOutline(
    QPainter& painter,
    const QRectF& box,
    double radius,
    const QColor& edge,
    const QColor& ground)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(edge, 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.restore();
}

struct KeycapColours
{
    QColor edge;
    QColor ground;
    QColor words;
};

KeycapColours keycapColours(Theme theme, KeycapGround ground)
{
    switch (ground) {
    case KeycapGround::Quiet:
        return {color(theme, Token::Ctl), color(theme, Token::Bg2), color(theme, Token::Tx1)};
    case KeycapGround::Primary:
        return {color(theme, Token::InvTx), color(theme, Token::Inv), color(theme, Token::InvTx)};
    case KeycapGround::Faint:
        return {color(theme, Token::Line2), color(theme, Token::Bg1), color(theme, Token::Tx3)};
    }
    return {};
}

QColor badgeEdge(Theme theme, BadgeTone tone)
{
    switch (tone) {
    case BadgeTone::Quiet:
        return color(theme, Token::Line2);
    case BadgeTone::Behind:
        return color(theme, Token::YelLine);
    case BadgeTone::Late:
        return color(theme, Token::Red);
    }
    return {};
}

QColor badgeWords(Theme theme, BadgeTone tone)
{
    switch (tone) {
    case BadgeTone::Quiet:
        return color(theme, Token::Tx2);
    case BadgeTone::Behind:
        return color(theme, Token::YelTx);
    case BadgeTone::Late:
        return color(theme, Token::RedTx);
    }
    return {};
}

QString restText(std::size_t hidden)
{
    return QCoreApplication::translate("Painters", "+%1", "units that do not fit").arg(hidden);
}

} // namespace

void paintText(
    QPainter& painter,
    const QRectF& box,
    const QString& text,
    const QFont& font,
    const QColor& colour,
    Qt::Alignment alignment)
{
    if (text.isEmpty() || box.width() < 1) {
        return;
    }
    painter.save();
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(
        box, static_cast<int>(alignment) | Qt::TextSingleLine, elided(text, font, box.width()));
    painter.restore();
}

QString elided(const QString& text, const QFont& font, double width)
{
    return QFontMetricsF(font).elidedText(text, Qt::ElideRight, width + 0.5);
}

int textWidth(const QString& text, const QFont& font)
{
    return static_cast<int>(std::ceil(QFontMetricsF(font).horizontalAdvance(text)));
}

void paintFocusRing(QPainter& painter, const QRectF& box, const QColor& colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 2, 2);
    painter.restore();
}

QStringList keycapTexts(const QKeySequence& keys)
{
    QStringList texts;
    for (int i = 0; i < keys.count(); ++i) {
        QString text =
            QKeySequence(keys[static_cast<uint>(i)]).toString(QKeySequence::PortableText);
        text.replace(QStringLiteral("Return"), QStringLiteral("Enter"));
        texts.append(text);
    }
    return texts;
}

int keycapWidth(const QString& text)
{
    return static_cast<int>(
        std::max(kKeycapLeast, textWidth(text, uiFont(kLabelPx)) + 2 * kKeycapPad));
}

int keycapsWidth(const QKeySequence& keys)
{
    double width = 0;
    for (const QString& text : keycapTexts(keys)) {
        width += keycapWidth(text) + (width > 0 ? kKeycapGap : 0);
    }
    return static_cast<int>(width);
}

int paintKeycap(
    QPainter& painter,
    const QRectF& box,
    const QString& text,
    Theme theme,
    KeycapGround ground)
{
    const int width = keycapWidth(text);
    const QRectF cap = leftCentred(box, width, kKeycapHeight);
    const KeycapColours colours = keycapColours(theme, ground);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.edge); // the edge is one shape under another: 1 px, at the bottom 2
    painter.drawRoundedRect(cap, 3, 3);
    painter.setBrush(colours.ground);
    painter.drawRoundedRect(cap.adjusted(1, 1, -1, -2), 2, 2);
    painter.restore();
    paintText(
        painter, cap.adjusted(1, 0, -1, -1), text, uiFont(kLabelPx), colours.words,
        Qt::AlignCenter);
    return width;
}

int paintKeycaps(
    QPainter& painter,
    const QRectF& box,
    const QKeySequence& keys,
    Theme theme,
    KeycapGround ground)
{
    double x = 0;
    for (const QString& text : keycapTexts(keys)) {
        x += x > 0 ? kKeycapGap : 0;
        x += paintKeycap(painter, box.adjusted(x, 0, 0, 0), text, theme, ground);
    }
    return static_cast<int>(x);
}

int badgeWidth(const QString& text)
{
    return textWidth(text, uiFont(kLabelPx)) + static_cast<int>(2 * kBadgePad);
}

int paintBadge(
    QPainter& painter,
    const QRectF& box,
    const QString& text,
    Theme theme,
    BadgeTone tone)
{
    const QRectF badge = leftCentred(box, badgeWidth(text), kChipHeight);
    paintOutline(painter, badge, 2, badgeEdge(theme, tone), Qt::transparent);
    paintText(
        painter, badge.adjusted(kBadgePad, 0, 2 - kBadgePad, 0), text, uiFont(kLabelPx),
        badgeWords(theme, tone));
    return static_cast<int>(badge.width());
}

int unitChipWidth(const UnitChip& chip)
{
    return textWidth(chip.name, uiFont(kLabelPx, chip.isLead))
           + static_cast<int>(2 * kChipPad + kChipIcon + kChipIconGap);
}

int paintUnitChip(QPainter& painter, const QRectF& box, const UnitChip& chip, Theme theme)
{
    const QRectF frame = leftCentred(box, unitChipWidth(chip), kChipHeight);
    const QColor edge = color(
        theme, chip.isLate   ? Token::Red
               : chip.isLead ? Token::Ctl
                             : Token::Line2);
    const QColor words = color(theme, chip.isLead ? Token::Tx1 : Token::Tx2);
    paintOutline(painter, frame, 2, edge, Qt::transparent);
    const QRectF icon(
        frame.x() + kChipPad, frame.y() + (frame.height() - kChipIcon) / 2, kChipIcon, kChipIcon);
    paintUnitState(painter, icon, chip.state, words);
    const QRectF name(
        icon.right() + kChipIconGap, frame.y(), frame.right() - icon.right() - kChipIconGap - 2,
        frame.height());
    paintText(painter, name, chip.name, uiFont(kLabelPx, chip.isLead), words);
    return static_cast<int>(frame.width());
}

void paintUnitChips(
    QPainter& painter,
    const QRectF& box,
    const std::vector<UnitChip>& chips,
    int most,
    Theme theme)
{
    double x = box.x();
    std::size_t shown = 0;
    for (; shown < chips.size() && std::cmp_less(shown, most); ++shown) {
        const bool isLast = shown + 1 == chips.size();
        const int rest =
            isLast ? 0 : kChipGap + textWidth(restText(chips.size() - shown - 1), uiFont(kLabelPx));
        if (x + unitChipWidth(chips[shown]) + rest > box.right() && shown > 0) {
            break;
        }
        x += paintUnitChip(
                 painter, QRectF(x, box.y(), box.right() - x, box.height()), chips[shown], theme)
             + kChipGap;
    }
    if (shown < chips.size()) {
        paintText(
            painter, QRectF(x, box.y(), box.right() - x, box.height()),
            restText(chips.size() - shown), uiFont(kLabelPx), color(theme, Token::Tx3));
    }
}

} // namespace sz::widgets
