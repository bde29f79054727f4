// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/SoundBlock.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Durations.h"
#include "widgets/common/Painters.h"
#include "widgets/models/Wording.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kHeight = 36;
constexpr int kMark = 16;
constexpr int kGap = 5;
constexpr int kPad = 4;

} // namespace

SoundBlock::SoundBlock(const ThemeSource& theme, int utcOffsetMinutes, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme), m_utcOffsetMinutes(utcOffsetMinutes)
{
    setObjectName(QStringLiteral("soundButton"));
    setFocusPolicy(Qt::TabFocus); // a click must not take the focus from the list
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    describe();
}

void SoundBlock::setState(bool canPlay, std::optional<Instant> mutedUntil, bool isShift)
{
    m_canPlay = canPlay;
    m_mutedUntil = mutedUntil;
    m_isShift = isShift;
    describe();
    update();
}

void SoundBlock::setKeys(const QKeySequence& keys)
{
    m_keys = keys;
    describe();
}

QString SoundBlock::text() const
{
    if (!m_canPlay) {
        return tr("no sound");
    }
    return m_mutedUntil
               ? tr("muted to %1", "clock").arg(clockMinuteText(*m_mutedUntil, m_utcOffsetMinutes))
               : tr("sound on");
}

void SoundBlock::describe()
{
    setAccessibleName(text());
    const QString cap = keycapTexts(m_keys).join(QLatin1Char(' '));
    const QString more =
        !m_canPlay ? tr("No program that plays a sound was found here, or it has failed (pw-play, "
                        "paplay, aplay). Alarms are to be seen only.")
        : m_mutedUntil && m_isShift
            ? tr("Muted on this seat until the shift ends. %1: heard again.").arg(cap)
        : m_mutedUntil
            ? tr("Muted on this seat for half an hour at the most. %1: heard again.").arg(cap)
            : tr("What waits is heard every half minute. %1 mutes this seat for half an hour, not "
                 "beyond the shift.")
                  .arg(cap);
    setAccessibleDescription(more);
    setToolTip(tipText(more));
}

QSize SoundBlock::sizeHint() const
{
    const QString muted = tr("muted to %1", "clock").arg(QStringLiteral("00:00"));
    const int words = std::max(
        {textWidth(muted, uiFont(12, true)), textWidth(tr("no sound"), uiFont(12, true)),
         textWidth(tr("sound on"), uiFont(12))});
    return {kPad + kMark + kGap + words + kPad, kHeight};
}

void SoundBlock::paintMark(QPainter& painter, const QRectF& box) const
{
    const bool isOn = m_canPlay && !m_mutedUntil;
    const QColor ink = m_theme.color(isOn ? Token::Tx2 : Token::YelTx);
    QPainterPath speaker;
    const double x = box.x();
    const double y = box.center().y();
    speaker.addPolygon(QPolygonF(
        {{x + 1, y - 2.5},
         {x + 4, y - 2.5},
         {x + 8, y - 6},
         {x + 8, y + 6},
         {x + 4, y + 2.5},
         {x + 1, y + 2.5}}));
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawPath(speaker);
    painter.setPen(QPen(ink, 1.5));
    painter.setBrush(Qt::NoBrush);
    if (isOn) {
        painter.drawArc(QRectF(x + 6, y - 3.5, 7, 7), -55 * 16, 110 * 16);
        painter.drawArc(QRectF(x + 4, y - 6.5, 12, 13), -50 * 16, 100 * 16);
    } else {
        painter.drawLine(QPointF(x + 10, y - 3), QPointF(x + 15, y + 3));
        painter.drawLine(QPointF(x + 10, y + 3), QPointF(x + 15, y - 3));
    }
}

void SoundBlock::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse()) {
        painter.fillRect(rect(), m_theme.color(Token::Bg3));
    }
    paintMark(painter, QRectF(kPad, (height() - kMark) / 2.0, kMark, kMark));
    const bool isOn = m_canPlay && !m_mutedUntil;
    paintText(
        painter, QRectF(rect()).adjusted(kPad + kMark + kGap, 0, -kPad, 0), text(),
        uiFont(12, !isOn), m_theme.color(isOn ? Token::Tx2 : Token::YelTx));
    if (hasFocus()) {
        paintFocusRing(painter, rect(), m_theme.color(Token::Inv));
    }
}

} // namespace sz::widgets
