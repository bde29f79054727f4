// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wall/WallHead.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Durations.h"
#include "widgets/common/Painters.h"

#include <QPainter>

#include <cmath>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kHeight = 96;
constexpr int kEdge = 32;

int sized(double pixels, double scale)
{
    return std::max(8, static_cast<int>(std::lround(pixels * scale)));
}

} // namespace

WallHead::WallHead(const ThemeSource& theme, int utcOffsetMinutes, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_utcOffsetMinutes(utcOffsetMinutes)
{
    setObjectName(QStringLiteral("wallHead"));
    setScale(1);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void WallHead::setScale(double scale)
{
    m_scale = scale;
    setFixedHeight(sized(kHeight, scale));
    update();
}

void WallHead::setNow(Instant now)
{
    m_now = now;
    describe();
}

void WallHead::setMode(const QString& mode)
{
    m_mode = mode;
    describe();
}

void WallHead::setLink(const desk::LinkStatus& link, Instant now)
{
    m_lostAt = lostSince(m_lostAt, link);
    m_words = linkWords(link, m_lostAt, now, m_utcOffsetMinutes);
    describe();
}

QString WallHead::text() const
{
    QStringList parts{tr("Sanzhen"), m_mode, m_words.state};
    for (const LinkFact& fact : m_words.facts) {
        parts << fact.text;
    }
    parts << dateText(m_now, m_utcOffsetMinutes) << clockText(m_now, m_utcOffsetMinutes);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

void WallHead::describe()
{
    setAccessibleName(text());
    update();
}

double WallHead::paintStart(QPainter& painter) const
{
    const double s = m_scale;
    double x = kEdge * s;
    const QFont brand = uiFont(sized(30, s), true);
    const QString name = tr("Sanzhen");
    paintText(
        painter, {x, 0, width() - x, static_cast<double>(height())}, name, brand,
        m_theme.color(Token::Tx1));
    x += textWidth(name, brand) + 28 * s;
    if (!m_mode.isEmpty()) {
        const QFont font = uiFont(sized(24, s));
        const double wide = textWidth(m_mode, font) + 32 * s;
        const QRectF box(x, (height() - 44 * s) / 2, wide, 44 * s);
        painter.setPen(QPen(m_theme.color(Token::Ctl), 2 * s));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box, 3 * s, 3 * s);
        paintText(painter, box, m_mode, font, m_theme.color(Token::Tx1), Qt::AlignCenter);
        x += wide + 28 * s;
    }
    return x;
}

double WallHead::paintClock(QPainter& painter) const
{
    const double s = m_scale;
    const QString clock = clockText(m_now, m_utcOffsetMinutes);
    const QFont large = uiFont(sized(64, s), true);
    const double right = width() - kEdge * s;
    const double clockLeft = right - textWidth(clock, large) - 2;
    paintText(
        painter, {clockLeft, 0, right - clockLeft, static_cast<double>(height())}, clock, large,
        m_theme.color(Token::Tx1), Qt::AlignRight | Qt::AlignVCenter);
    const QString date = dateText(m_now, m_utcOffsetMinutes);
    const QFont small = uiFont(sized(28, s));
    const double dateLeft = clockLeft - 28 * s - textWidth(date, small);
    paintText(
        painter, {dateLeft, 0, clockLeft - 28 * s - dateLeft, static_cast<double>(height())}, date,
        small, m_theme.color(Token::Tx2));
    return dateLeft;
}

// Shape, word, age and unsent: never a colour alone.
void WallHead::paintLink(QPainter& painter, double left, double right) const
{
    const double s = m_scale;
    const double side = 20 * s;
    const QRectF mark(left, (height() - side) / 2, side, side);
    const QColor words = m_words.lamp == model::Lamp::None
                             ? m_theme.color(Token::Tx1)
                             : symbols::lampText(m_words.lamp, m_theme.theme());
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Token::Tx1));
    switch (m_words.shape) {
    case LinkShape::Dot:
        painter.drawEllipse(mark.adjusted(side / 4, side / 4, -side / 4, -side / 4));
        break;
    case LinkShape::HalfDot:
        painter.drawPie(mark.adjusted(side / 6, side / 6, -side / 6, -side / 6), 90 * 16, 180 * 16);
        break;
    case LinkShape::Dots:
        for (int i = 0; i < 3; ++i) {
            painter.drawEllipse(
                QPointF(mark.left() + side * (0.2 + 0.3 * i), mark.center().y()), side / 9,
                side / 9);
        }
        break;
    case LinkShape::Triangle:
        symbols::paintLamp(painter, mark, model::Lamp::Behind, m_theme.theme());
        break;
    case LinkShape::Square:
        symbols::paintLamp(painter, mark, model::Lamp::Late, m_theme.theme());
        break;
    }
    double x = mark.right() + 12 * s;
    const QFont font = uiFont(sized(24, s), m_words.lamp != model::Lamp::None);
    QStringList parts{m_words.state};
    for (const LinkFact& fact : m_words.facts) {
        parts << fact.text;
    }
    paintText(
        painter, {x, 0, right - 28 * s - x, static_cast<double>(height())},
        parts.join(QStringLiteral(" · ")), font, words);
}

void WallHead::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), m_theme.color(Token::Bg1));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(Token::Line1));
    const double left = paintStart(painter);
    const double right = paintClock(painter);
    paintLink(painter, left, right);
}

} // namespace sz::widgets
