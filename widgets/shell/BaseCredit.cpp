// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/BaseCredit.h"

#include "maps/symbols/Symbols.h"
#include "widgets/models/Wording.h"

#include <QFontMetrics>
#include <QPainter>

namespace sz::widgets {
namespace {

constexpr int kHeight = 22;
constexpr int kPad = 8;

QFont wordFont()
{
    return symbols::uiFont(12);
}

} // namespace

BaseCredit::BaseCredit(const ThemeSource& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("baseCredit"));
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void BaseCredit::setText(const QString& text)
{
    m_text = text;
    setAccessibleName(text);
    setToolTip(tipText(text));
    setVisible(!text.isEmpty());
    update();
}

QSize BaseCredit::sizeHint() const
{
    return {QFontMetrics(wordFont()).horizontalAdvance(m_text) + 2 * kPad + 1, kHeight};
}

void BaseCredit::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    QColor ground = m_theme.color(Token::Bg1);
    ground.setAlphaF(0.86F);
    painter.fillRect(rect(), ground);
    painter.setFont(wordFont());
    painter.setPen(m_theme.color(Token::Tx2));
    const QRect room = rect().adjusted(kPad, 0, -kPad, 0);
    painter.drawText(
        room, Qt::AlignVCenter | Qt::AlignLeft,
        painter.fontMetrics().elidedText(m_text, Qt::ElideRight, room.width()));
}

} // namespace sz::widgets
