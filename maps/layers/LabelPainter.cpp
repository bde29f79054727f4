// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/layers/LabelFonts.h"
#include "maps/symbols/Symbols.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace sz::maps {

using symbols::Token;

namespace {

constexpr double kPad = 2;
constexpr double kEdge = 1.3; ///< round words that lie on a base map

bool isHan(const QString& text)
{
    return !text.isEmpty() && text.front().unicode() >= 0x2E80;
}

QSizeF naturalSize(const PlacedLabel& label)
{
    const double w = labelWidth(label.sort, label.text);
    switch (label.sort) {
    case LabelSort::AreaNumber:
        return {
            QFontMetricsF(numberFont()).horizontalAdvance(QString::number(label.index)),
            kNumberHeight};
    case LabelSort::Area:
        return {std::max(w, 24.0), kNumberHeight + kNameHeight};
    case LabelSort::Zone:
        return {w, 28};
    case LabelSort::River:
        return {w, 20};
    case LabelSort::Seat:
        return {w + kSeatDot, 16};
    case LabelSort::Banner:
        return {w + 2 * kBannerPad, kBannerHeight};
    }
    return {};
}

} // namespace

QFont numberFont()
{
    return symbols::uiFont(13, true);
}

QFont labelFont(LabelSort sort, const QString& text)
{
    switch (sort) {
    case LabelSort::Zone: {
        QFont font = symbols::uiFont(isHan(text) ? 22 : 20, true);
        font.setLetterSpacing(QFont::AbsoluteSpacing, isHan(text) ? 9 : 2.5);
        return font;
    }
    case LabelSort::River: {
        QFont font = symbols::uiFont(14);
        font.setLetterSpacing(QFont::AbsoluteSpacing, isHan(text) ? 4 : 0.5);
        return font;
    }
    case LabelSort::Seat:
        return symbols::uiFont(12);
    case LabelSort::Banner:
        return symbols::uiFont(12, true);
    case LabelSort::Area:
    case LabelSort::AreaNumber:
        return symbols::uiFont(13);
    }
    return symbols::uiFont(13);
}

double labelWidth(LabelSort sort, const QString& text)
{
    const QFont font = labelFont(sort, text);
    return std::ceil(QFontMetricsF(font).horizontalAdvance(text) - font.letterSpacing());
}

QImage LabelPainter::paint(const PlacedLabel& label) const
{
    const QSizeF size = naturalSize(label);
    const double turn = label.degrees * M_PI / 180;
    const double w = std::abs(size.width() * std::cos(turn))
                     + std::abs(size.height() * std::sin(turn)) + 2 * kPad;
    const double h = std::abs(size.width() * std::sin(turn))
                     + std::abs(size.height() * std::cos(turn)) + 2 * kPad;
    QImage image(
        QSize(
            static_cast<int>(std::ceil(w * m_ratio / 2)) * 2,
            static_cast<int>(std::ceil(h * m_ratio / 2)) * 2),
        QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(m_ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const QSizeF logical = QSizeF(image.size()) / m_ratio;
    painter.translate(logical.width() / 2, logical.height() / 2);
    writeCentred(painter, label);
    return image;
}

void LabelPainter::write(QPainter& painter, const PlacedLabel& label) const
{
    painter.save();
    painter.translate(label.centre);
    writeCentred(painter, label);
    painter.restore();
}

void LabelPainter::writeCentred(QPainter& painter, const PlacedLabel& label) const
{
    const QSizeF size = naturalSize(label);
    painter.rotate(label.degrees);
    QRectF box(-size.width() / 2, -size.height() / 2, size.width(), size.height());
    const bool hasNumber = label.sort == LabelSort::Area || label.sort == LabelSort::AreaNumber;
    if (hasNumber) {
        painter.setFont(numberFont());
        write(
            painter, QRectF(box.left() - 20, box.top() - 2, box.width() + 40, kNumberHeight + 4),
            Qt::AlignCenter, QString::number(label.index),
            symbols::color(m_theme, label.isSelected ? Token::Tx1 : Token::MapTx));
        box.setTop(box.top() + kNumberHeight);
    }
    if (label.sort == LabelSort::AreaNumber) {
        return;
    }
    if (label.sort == LabelSort::Banner) {
        painter.setPen(QPen(symbols::color(m_theme, Token::Drill), 1));
        painter.setBrush(symbols::color(m_theme, Token::DrillBg));
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        painter.setFont(labelFont(label.sort, label.text));
        painter.setPen(symbols::color(m_theme, Token::Drill));
        painter.drawText(box, Qt::AlignCenter, label.text);
        return;
    }
    QColor colour = symbols::color(m_theme, label.isSelected ? Token::Tx2 : Token::MapTx2);
    if (label.sort == LabelSort::River) {
        colour = symbols::color(m_theme, Token::WaterTx);
    }
    if (label.sort == LabelSort::Seat) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawEllipse(
            QPointF(label.isDotLeft ? box.left() + 2.5 : box.right() - 2.5, 0), 2, 2);
        label.isDotLeft ? box.setLeft(box.left() + kSeatDot) : box.setRight(box.right() - kSeatDot);
    }
    painter.setFont(labelFont(label.sort, label.text));
    // one letter space trails the last letter: left-aligned, the word itself is centred in its measured width
    write(
        painter,
        QRectF(
            box.left()
                + (label.sort == LabelSort::Area
                       ? (box.width() - labelWidth(label.sort, label.text)) / 2
                       : 0),
            box.top() - 3, box.width() + 40, box.height() + 6),
        Qt::AlignLeft | Qt::AlignVCenter, label.text, colour);
}

// Eight times round: a stroked outline of small Han letters would fill them.
void LabelPainter::write(
    QPainter& painter,
    const QRectF& box,
    int flags,
    const QString& text,
    const QColor& colour) const
{
    if (m_isOnBase) {
        painter.setPen(symbols::color(m_theme, Token::Land));
        for (int i = 0; i < 8; ++i) {
            const double turn = i * M_PI / 4;
            painter.drawText(
                box.translated(kEdge * std::cos(turn), kEdge * std::sin(turn)), flags, text);
        }
    }
    painter.setPen(colour);
    painter.drawText(box, flags, text);
}

Sprite LabelPainter::sprite(const PlacedLabel& label, const CameraState& camera)
{
    const QString key = QStringLiteral("%1 %2 %3 %4%5 ")
                            .arg(static_cast<int>(label.sort))
                            .arg(label.index)
                            .arg(std::lround(label.degrees))
                            .arg(label.isSelected)
                            .arg(label.isDotLeft)
                        + label.text;
    auto it = m_images.find(key);
    if (it == m_images.end()) {
        it = m_images.insert(key, paint(label));
    }
    const QSizeF size = QSizeF(it->size()) / m_ratio;
    return {*it, camera.toGround(label.centre), {-size.width() / 2, -size.height() / 2}, false};
}

} // namespace sz::maps
