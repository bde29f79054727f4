// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/ElidedLabel.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Painters.h"
#include "widgets/common/VisibleText.h"

#include <QPainter>

namespace sz::widgets {

namespace {

constexpr int kLeastWidth = 24;

} // namespace

ElidedLabel::ElidedLabel(const ThemeSource& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setPixelSize(14);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void ElidedLabel::setText(const QString& text)
{
    const QString shown = visibleLine(text);
    if (shown == m_text) {
        return;
    }
    m_text = shown;
    setAccessibleName(shown);
    updateTip();
    updateGeometry();
    update();
}

void ElidedLabel::setToken(Token token)
{
    m_token = token;
    update();
}

void ElidedLabel::setPixelSize(int pixels, bool bold)
{
    setFont(symbols::uiFont(pixels, bold));
    updateTip();
    updateGeometry();
}

void ElidedLabel::setAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    update();
}

bool ElidedLabel::isElided() const
{
    return elided(m_text, font(), contentsRect().width()) != m_text;
}

QSize ElidedLabel::sizeHint() const
{
    return QSize(textWidth(m_text, font()), fontMetrics().height()).grownBy(contentsMargins());
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {qMin(kLeastWidth, sizeHint().width()), sizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    paintText(painter, contentsRect(), m_text, font(), m_theme.color(m_token), m_alignment);
}

void ElidedLabel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    updateTip();
}

void ElidedLabel::updateTip()
{
    // Tooltips guess rich text from the words, so the whole is escaped.
    setToolTip(isElided() ? m_text.toHtmlEscaped() : QString());
}

} // namespace sz::widgets
