// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/symbols/Symbols.h"
#include "widgets/common/Durations.h"
#include "widgets/common/Painters.h"

#include <QPainter>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace sz::widgets {

using model::Lamp;
using symbols::color;
using symbols::uiFont;

namespace {

constexpr int kPx = 13;
constexpr double kPad = 7;
constexpr double kLamp = 12;
constexpr double kLampGap = 5;

QString wordsOf(const Countdown& countdown)
{
    return stepCountdownText(countdown.step, countdown.left, countdown.lamp == Lamp::Late);
}

/// Words in bold with every digit replaced by 0: tabular digits are equally wide.
int boldWidth(const QString& step, Millis left, bool isLate)
{
    QString words = stepCountdownText(step, left, isLate);
    std::ranges::replace_if(words, [](QChar c) { return c.isDigit(); }, QLatin1Char('0'));
    return textWidth(words, uiFont(kPx, true));
}

/// The wider of "left" and "late", so that nothing beside the slot moves at the moment the limit breaks.
int reservedWords(const Countdown& countdown)
{
    const Millis distance = std::chrono::abs(countdown.left);
    return std::max(
        boldWidth(countdown.step, distance, false), boldWidth(countdown.step, -distance, true));
}

bool isBold(Lamp lamp)
{
    return lamp == Lamp::Behind || lamp == Lamp::Late;
}

void paintChipGround(QPainter& painter, const QRectF& chip, Lamp lamp, Theme theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(symbols::lampEdge(lamp, theme), 1));
    painter.setBrush(
        lamp == Lamp::Late ? color(theme, Token::Red)
                           : color(theme, lamp == Lamp::Near ? Token::BluBg : Token::YelBg));
    painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    painter.restore();
}

void paintChipLamp(QPainter& painter, const QRectF& box, Lamp lamp, Theme theme)
{
    if (lamp == Lamp::Late) {
        const QColor white = color(theme, Token::OnFill);
        symbols::paintLampShape(painter, box, lamp, white, white);
        return;
    }
    symbols::paintLamp(painter, box, lamp, theme);
}

} // namespace

int countdownWidth(const Countdown& countdown)
{
    return reservedWords(countdown) + static_cast<int>(2 * kPad + kLamp + kLampGap);
}

void paintCountdown(QPainter& painter, const QRectF& slot, const Countdown& countdown, Theme theme)
{
    const Lamp lamp = countdown.lamp;
    const double width = std::min<double>(countdownWidth(countdown), slot.width());
    const QRectF chip(
        slot.right() - width, slot.y() + std::floor((slot.height() - kChipHeight) / 2), width,
        kChipHeight);
    const QRectF words =
        chip.adjusted(lamp == Lamp::None ? 0 : kPad + kLamp + kLampGap, 0, -kPad, 0);
    if (lamp != Lamp::None) {
        paintChipGround(painter, chip, lamp, theme);
        paintChipLamp(
            painter, QRectF(chip.x() + kPad, chip.y() + (chip.height() - kLamp) / 2, kLamp, kLamp),
            lamp, theme);
    }
    const QColor colour =
        lamp == Lamp::Late ? color(theme, Token::OnFill) : symbols::lampText(lamp, theme);
    paintText(
        painter, words, wordsOf(countdown), uiFont(kPx, isBold(lamp)), colour,
        Qt::AlignRight | Qt::AlignVCenter);
}

} // namespace sz::widgets
