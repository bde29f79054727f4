// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/ChipRow.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Painters.h"
#include "widgets/common/VisibleText.h"

#include <QCoreApplication>
#include <QMouseEvent>
#include <QPainter>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kHeight = 26;
constexpr int kPad = 9;
constexpr int kLabelGap = 5;
constexpr int kGap = 8;

int widthOf(const Chip& chip)
{
    const int label = chip.label.isEmpty() ? 0 : textWidth(chip.label, uiFont(12)) + kLabelGap;
    return label + textWidth(chip.text, uiFont(13, chip.isStrong)) + 2 * kPad;
}

QColor edgeOf(const Chip& chip, const ThemeSource& theme)
{
    switch (chip.tone) {
    case ChipTone::Quiet:
        return theme.color(Token::Line2);
    case ChipTone::NotUnderstood:
        return theme.color(Token::YelLine);
    case ChipTone::Refused:
        return theme.color(Token::Red);
    }
    return {};
}

void paintChip(QPainter& painter, const QRectF& box, const Chip& chip, const ThemeSource& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(edgeOf(chip, theme), 1));
    painter.setBrush(theme.color(Token::Bg2));
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    painter.restore();
    QRectF words = box.adjusted(kPad, 0, 1 - kPad, 0);
    if (!chip.label.isEmpty()) {
        paintText(painter, words, chip.label, uiFont(12), theme.color(Token::Tx3));
        words.setLeft(words.left() + textWidth(chip.label, uiFont(12)) + kLabelGap);
    }
    const Token text = chip.tone == ChipTone::Refused         ? Token::RedTx
                       : chip.tone == ChipTone::NotUnderstood ? Token::YelTx
                                                              : Token::Tx1;
    paintText(painter, words, chip.text, uiFont(13, chip.isStrong), theme.color(text));
}

/// Boxes of the chips that fit into the width, left to right.
std::vector<QRectF> layOut(const std::vector<Chip>& chips, int width, int height)
{
    std::vector<QRectF> boxes;
    double x = 0;
    const int y = (height - kHeight) / 2;
    for (std::size_t i = 0; i < chips.size(); ++i) {
        const int least = i + 1 < chips.size() ? 36 : 0; // room for "+n"
        const double right = x + widthOf(chips[i]);
        if (right + least > width && i > 0) {
            break;
        }
        boxes.emplace_back(x, y, qMin(right, static_cast<double>(width)) - x, kHeight);
        x = right + kGap;
    }
    return boxes;
}

} // namespace

ChipRow::ChipRow(const ThemeSource& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void ChipRow::setChips(std::vector<Chip> chips)
{
    QStringList words;
    for (Chip& chip : chips) {
        chip.label = visibleLine(chip.label);
        chip.text = visibleLine(chip.text);
        words.append(chip.label.isEmpty() ? chip.text : chip.label + QLatin1Char(' ') + chip.text);
    }
    m_chips = std::move(chips);
    setAccessibleName(words.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

QSize ChipRow::sizeHint() const
{
    int width = 0;
    for (const Chip& chip : m_chips) {
        width += widthOf(chip) + kGap;
    }
    return {width, kHeight};
}

QSize ChipRow::minimumSizeHint() const
{
    return {80, kHeight};
}

void ChipRow::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const std::vector<QRectF> boxes = layOut(m_chips, width(), height());
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        paintChip(painter, boxes[i], m_chips[i], m_theme);
    }
    if (boxes.size() < m_chips.size()) {
        const double x = boxes.back().right() + kGap;
        paintText(
            painter, QRectF(x, 0, width() - x, height()),
            QCoreApplication::translate("Painters", "+%1", "chips that do not fit")
                .arg(m_chips.size() - boxes.size()),
            uiFont(12), m_theme.color(Token::Tx3));
    }
}

void ChipRow::mouseReleaseEvent(QMouseEvent* event)
{
    const std::vector<QRectF> boxes = layOut(m_chips, width(), height());
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (boxes[i].contains(event->position())) {
            Q_EMIT chipClicked(static_cast<int>(i));
            return;
        }
    }
    QWidget::mouseReleaseEvent(event);
}

} // namespace sz::widgets
