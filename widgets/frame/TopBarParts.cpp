// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/TopBarParts.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Painters.h"
#include "widgets/common/VisibleText.h"
#include "widgets/models/Wording.h"

#include <QIcon>
#include <QMouseEvent>
#include <QPainter>

namespace sz::widgets {

using model::Lamp;
using symbols::uiFont;

namespace {

constexpr int kBarHeight = 48;
constexpr int kMark = 12;
constexpr int kMarkGap = 6;
constexpr int kMostCounted = 99;

QString dash()
{
    return QStringLiteral("—");
}

} // namespace

TopBarPart::TopBarPart(const ThemeSource& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void TopBarPart::changed()
{
    updateGeometry();
    update();
}

// ---- brand ----

BrandLabel::BrandLabel(const ThemeSource& theme, QWidget* parent) : TopBarPart(theme, parent)
{
    setObjectName(QStringLiteral("brandLabel"));
    setAccessibleName(tr("Sanzhen"));
}

void BrandLabel::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    changed();
}

QSize BrandLabel::sizeHint() const
{
    return {m_isCompact ? 26 : 26 + 10 + textWidth(tr("Sanzhen"), uiFont(16, true)), kBarHeight};
}

void BrandLabel::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    logoIcon(theme().theme()).paint(&painter, QRect(0, (height() - 26) / 2, 26, 26));
    paintText(
        painter, QRectF(rect()).adjusted(36, 0, 0, 0), m_isCompact ? QString() : tr("Sanzhen"),
        uiFont(16, true), theme().color(Token::Tx1));
}

// ---- badges ----

BadgeLabel::BadgeLabel(const ThemeSource& theme, bool isStrong, QWidget* parent)
    : TopBarPart(theme, parent), m_isStrong(isStrong)
{
    hide();
}

void BadgeLabel::setText(const QString& text)
{
    m_text = visibleLine(text);
    setAccessibleName(m_text);
    setVisible(!m_text.isEmpty());
    changed();
}

QSize BadgeLabel::sizeHint() const
{
    return {textWidth(m_text, uiFont(13, m_isStrong)) + 14, 24};
}

void BadgeLabel::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint())) {
        Q_EMIT clicked();
    }
}

void BadgeLabel::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme().color(m_isStrong ? Token::Tx2 : Token::Ctl), 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    paintText(
        painter, rect(), m_text, uiFont(13, m_isStrong),
        theme().color(m_isStrong ? Token::Tx1 : Token::Tx2), Qt::AlignCenter);
}

// ---- lamps ----

LampTally::LampTally(const ThemeSource& theme, Lamp lamp, QWidget* parent)
    : TopBarPart(theme, parent), m_lamp(lamp)
{
    describe();
}

void LampTally::setCount(std::optional<int> count)
{
    if (count == m_count) {
        return;
    }
    m_count = count;
    describe();
    update();
}

void LampTally::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    changed();
}

QString LampTally::text() const
{
    if (!m_count) {
        return dash();
    }
    return *m_count > kMostCounted ? tr("%1+", "more than").arg(kMostCounted)
                                   : QString::number(*m_count);
}

QString LampTally::word() const
{
    return m_isCompact ? QString() : lampWord(m_lamp);
}

void LampTally::describe()
{
    setAccessibleName(
        m_count ? tr("%1: %2", "lamp, number of incidents").arg(lampWord(m_lamp)).arg(*m_count)
                : tr("%1: not known, headquarters was never heard", "lamp").arg(lampWord(m_lamp)));
    setToolTip(tipText(accessibleName()));
}

QSize LampTally::sizeHint() const
{
    const QString words = word();
    const int wordWidth = words.isEmpty() ? 0 : textWidth(words, uiFont(13)) + kMarkGap;
    return {kMark + kMarkGap + wordWidth + textWidth(QStringLiteral("00+"), uiFont(16, true)), 28};
}

void LampTally::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    symbols::paintLamp(
        painter, {0, (height() - kMark) / 2.0, kMark, kMark}, m_lamp, theme().theme());
    QRectF box = QRectF(rect()).adjusted(kMark + kMarkGap, 0, 0, 0);
    const QString words = word();
    if (!words.isEmpty()) {
        paintText(painter, box, words, uiFont(13), theme().color(Token::Tx2));
        box.setLeft(box.left() + textWidth(words, uiFont(13)) + kMarkGap);
    }
    paintText(painter, box, text(), uiFont(16, true), theme().color(Token::Tx1));
}

} // namespace sz::widgets
