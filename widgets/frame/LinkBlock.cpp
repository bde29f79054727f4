// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/LinkBlock.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Painters.h"
#include "widgets/models/Wording.h"

#include <QPainter>
#include <QStringList>

#include <algorithm>

namespace sz::widgets {

using model::Lamp;
using symbols::uiFont;

namespace {

constexpr int kHeight = 38;
constexpr int kPad = 10;
constexpr int kShape = 14;
constexpr int kShapeGap = 10;
constexpr int kFirstPx = 13;
constexpr int kSecondPx = 12;
constexpr int kMark = 10;
constexpr int kMarkGap = 4;

QString separator()
{
    return QStringLiteral(" · ");
}

/// The block is as wide as its widest state of a normal day, whatever it shows now.
int constantWidth()
{
    const int marks = 2 * (kMark + kMarkGap);
    return 2 * kPad + kShape + kShapeGap + textWidth(widestFacts(), uiFont(kSecondPx)) + marks;
}

} // namespace

LinkBlock::LinkBlock(const ThemeSource& theme, int utcOffsetMinutes, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme), m_utcOffsetMinutes(utcOffsetMinutes),
      m_width(constantWidth())
{
    setObjectName(QStringLiteral("linkBlock"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    refresh();
}

void LinkBlock::setLink(const desk::LinkStatus& link)
{
    m_lostAt = lostSince(m_lostAt, link);
    m_link = link;
    refresh();
}

void LinkBlock::setNow(Instant now)
{
    m_now = now;
    refresh();
}

QString LinkBlock::text() const
{
    QStringList parts{m_words.state};
    for (const LinkFact& fact : m_words.facts) {
        parts.append(fact.text);
    }
    return parts.join(separator());
}

void LinkBlock::refresh()
{
    const QString before = text();
    m_words = linkWords(m_link, m_lostAt, m_now, m_utcOffsetMinutes);
    if (text() == before && !accessibleName().isEmpty()) {
        return;
    }
    setAccessibleName(tr("Link: %1").arg(text()));
    setToolTip(tipText(tr("%1. Opens the outbox.", "state of the link").arg(text())));
    update();
}

QSize LinkBlock::sizeHint() const
{
    return {m_width, kHeight};
}

void LinkBlock::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter);
    const QRectF inner = QRectF(rect()).adjusted(kPad, 0, -kPad, 0);
    paintShape(painter, QRectF(inner.x(), inner.y() + 4, kShape, kShape));
    const QRectF lines = inner.adjusted(kShape + kShapeGap, 0, 0, 0);
    const bool isBold = m_words.lamp != Lamp::None;
    const QColor colour =
        isBold ? symbols::lampText(m_words.lamp, m_theme.theme()) : m_theme.color(Token::Tx1);
    paintText(
        painter, QRectF(lines.x(), lines.y() + 2, lines.width(), 18), m_words.state,
        uiFont(kFirstPx, isBold), colour);
    paintFacts(painter, QRectF(lines.x(), lines.y() + 20, lines.width(), 16));
    if (hasFocus()) {
        paintFocusRing(painter, rect(), m_theme.color(Token::Inv));
    }
}

void LinkBlock::paintGround(QPainter& painter) const
{
    const bool isHot = underMouse() || isDown();
    if (m_words.lamp == Lamp::None && !isHot) {
        return;
    }
    const Token ground = m_words.lamp == Lamp::Late     ? Token::RedBg
                         : m_words.lamp == Lamp::Behind ? Token::YelBg
                                                        : Token::Bg3;
    painter.save();
    painter.setPen(
        m_words.lamp == Lamp::None
            ? QPen(Qt::NoPen)
            : QPen(symbols::lampEdge(m_words.lamp, m_theme.theme()), isHot ? 2 : 1));
    painter.setBrush(m_theme.color(ground));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    painter.restore();
}

void LinkBlock::paintShape(QPainter& painter, const QRectF& box) const
{
    const QColor ink = m_theme.color(Token::Tx1);
    const QRectF dot(box.center().x() - 4, box.center().y() - 4, 8, 8);
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    switch (m_words.shape) {
    case LinkShape::Dot:
        painter.drawEllipse(dot);
        break;
    case LinkShape::HalfDot:
        painter.drawPie(dot, 90 * 16, 180 * 16);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(ink, 1.5));
        painter.drawEllipse(dot);
        break;
    case LinkShape::Dots:
        for (const double x : {-5.0, 0.0, 5.0}) {
            painter.drawEllipse(QPointF(box.center().x() + x, box.center().y()), 1.6, 1.6);
        }
        break;
    case LinkShape::Triangle:
        symbols::paintLamp(painter, box, Lamp::Behind, m_theme.theme());
        break;
    case LinkShape::Square:
        symbols::paintLamp(painter, box, Lamp::Late, m_theme.theme());
        break;
    }
    painter.restore();
}

void LinkBlock::paintFacts(QPainter& painter, const QRectF& line) const
{
    const QFont font = uiFont(kSecondPx);
    const int gap = textWidth(separator(), font);
    double x = line.x();
    for (std::size_t i = 0; i < m_words.facts.size(); ++i) {
        const LinkFact& fact = m_words.facts[i];
        if (i > 0) {
            paintText(
                painter, {x, line.y(), line.right() - x, line.height()}, separator(), font,
                m_theme.color(Token::Tx2));
            x += gap;
        }
        if (fact.lamp != Lamp::None && fact.lamp != m_words.lamp) { // the block's own shape says it
            symbols::paintLamp(
                painter, {x, line.y() + 3, kMark, kMark}, fact.lamp, m_theme.theme());
            x += kMark + kMarkGap;
        }
        paintText(
            painter, {x, line.y(), line.right() - x, line.height()}, fact.text, font,
            symbols::lampText(fact.lamp, m_theme.theme()));
        x += textWidth(fact.slot, font);
    }
}

} // namespace sz::widgets
