// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/AlarmItem.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Painters.h"
#include "widgets/models/Wording.h"

#include <QPainter>

#include <algorithm>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kHeight = 32;
constexpr int kPad = 12;
constexpr int kGap = 16;
constexpr int kPx = 14;
constexpr int kSmallPx = 13;
constexpr int kLeastTitle = 120;
constexpr int kLamp = 12;

} // namespace

AlarmTally::AlarmTally(const ThemeSource& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("alarmTally"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void AlarmTally::setCount(int count, bool areGone)
{
    m_count = count;
    m_areGone = areGone;
    setAccessibleName(text());
    updateGeometry();
    update();
}

QString AlarmTally::textFor(int count) const
{
    return m_areGone
               ? tr("%n gone unseen", "steps that are late no more, confirmed by nobody", count)
               : tr("%n unacked", "late steps nobody has confirmed", count);
}

QSize AlarmTally::sizeHint() const
{
    const int widest = m_count > 99 ? m_count : 10; // keeps its width up to two digits
    return {kPad + kLamp + 8 + textWidth(textFor(widest), uiFont(kPx, true)) + kPad, kHeight};
}

void AlarmTally::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const QColor white = m_theme.color(m_areGone ? Token::Tx1 : Token::OnFill);
    if (m_areGone) {
        painter.setPen(QPen(m_theme.color(Token::Tx2), 1));
        painter.drawRect(QRectF(rect()).adjusted(4.5, 4.5, -4.5, -4.5));
    } else {
        painter.fillRect(rect(), m_theme.color(Token::Red));
    }
    symbols::paintLampShape(
        painter, {kPad, (height() - kLamp) / 2.0, kLamp, kLamp}, model::Lamp::Late, white, white);
    paintText(
        painter, QRectF(rect()).adjusted(kPad + kLamp + 8, 0, 0, 0), text(), uiFont(kPx, true),
        white);
}

AlarmItem::AlarmItem(const ThemeSource& theme, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("alarmItemButton"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void AlarmItem::setWords(const AlarmWords& words, const QString& badge, const QString& list)
{
    const bool isOther = words.title != m_words.title || badge != m_badge;
    m_words = words;
    m_badge = badge;
    const QString more = QStringList{words.climb, words.done}.join(QLatin1Char('\n')).trimmed();
    if (isOther || more != accessibleDescription()) { // not every second: the cause counts up
        setAccessibleName(tr("%1. %2", "item, cause").arg(words.title, words.cause));
        setAccessibleDescription(more);
        setToolTip(tipText((list.isEmpty() ? words.title : list) + u'\n' + more));
    }
    update();
}

QSize AlarmItem::sizeHint() const
{
    const int done = m_words.done.isEmpty() ? 0 : kGap + textWidth(m_words.done, uiFont(kSmallPx));
    const int climb =
        m_words.climb.isEmpty() ? 0 : kGap + textWidth(m_words.climb, uiFont(kSmallPx));
    const int badge = m_badge.isEmpty() ? 0 : kGap + badgeWidth(m_badge);
    return {
        2 * kPad + textWidth(m_words.title, uiFont(kPx, true)) + kGap
            + textWidth(m_words.causeSlot, uiFont(kPx)) + badge + climb + done,
        kHeight};
}

QSize AlarmItem::minimumSizeHint() const
{
    return {kLeastTitle, kHeight};
}

AlarmItem::Widths AlarmItem::widthsFor(int room) const
{
    Widths widths;
    widths.cause = std::min(room, textWidth(m_words.causeSlot, uiFont(kPx)));
    room -= widths.cause + kGap;
    const int badge = m_badge.isEmpty() ? 0 : badgeWidth(m_badge);
    if (badge > 0 && room - badge - kGap >= kLeastTitle) {
        widths.badge = badge;
        room -= badge + kGap;
    }
    const int title = textWidth(m_words.title, uiFont(kPx, true));
    widths.title = std::clamp(title, 0, std::max(0, room));
    room -= widths.title + kGap;
    const auto take = [&room](const QString& words) {
        const int wide = words.isEmpty() ? 0 : textWidth(words, uiFont(kSmallPx));
        const bool isFitting = wide > 0 && room >= wide;
        room -= isFitting ? wide + kGap : 0;
        return isFitting ? wide : 0;
    };
    widths.climb = take(m_words.climb);
    widths.done = take(m_words.done);
    return widths;
}

void AlarmItem::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    if (underMouse() || isDown()) {
        painter.fillRect(rect().adjusted(0, 2, 0, -2), m_theme.color(Token::Bg3));
    }
    const Widths widths = widthsFor(width() - 2 * kPad);
    double x = kPad;
    const auto place = [this, &x](int wide) {
        const QRectF box(x, 0, wide, height());
        x += wide > 0 ? wide + kGap : 0;
        return box;
    };
    paintText(
        painter, place(widths.title), m_words.title, uiFont(kPx, true), m_theme.color(Token::Tx1));
    paintText(
        painter, place(widths.cause), m_words.cause, uiFont(kPx), m_theme.color(Token::RedTx));
    if (widths.badge > 0) {
        paintBadge(painter, place(widths.badge), m_badge, m_theme.theme(), BadgeTone::Late);
    }
    paintText(
        painter, place(widths.climb), m_words.climb, uiFont(kSmallPx), m_theme.color(Token::Tx1));
    paintText(
        painter, place(widths.done), m_words.done, uiFont(kSmallPx), m_theme.color(Token::Tx2));
    if (hasFocus()) {
        paintFocusRing(painter, rect(), m_theme.color(Token::Inv));
    }
}

} // namespace sz::widgets
