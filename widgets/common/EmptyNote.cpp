// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/EmptyNote.h"

#include "widgets/common/ElidedLabel.h"
#include "widgets/common/KeycapButton.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace sz::widgets {

EmptyNote::EmptyNote(const ThemeSource& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_why(new ElidedLabel(theme, this)),
      m_since(new ElidedLabel(theme, this)), m_actions(new QHBoxLayout)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    for (ElidedLabel* line : {m_why, m_since}) {
        line->setContentsMargins(
            4, 0, 4, 0); // in line with the keycaps, which have 4 px of ground around them
    }
    m_why->setPixelSize(14, true);
    m_since->setPixelSize(13);
    m_since->setToken(Token::Tx2);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(11, 10, 11, 8);
    column->setSpacing(3);
    column->addWidget(m_why);
    column->addWidget(m_since);
    column->addLayout(m_actions);
    m_actions->setSpacing(4);
    m_actions->addStretch(1);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void EmptyNote::setReason(const QString& why, const QString& since, bool isAbnormal)
{
    m_why->setText(why);
    m_since->setText(since);
    m_since->setVisible(!since.isEmpty());
    m_isAbnormal = isAbnormal;
    setAccessibleName(why + QLatin1Char(' ') + since);
    update();
}

KeycapButton* EmptyNote::addKeycap(const QKeySequence& keys, const QString& label)
{
    auto* button = new KeycapButton(m_theme, keys, label, this);
    m_actions->insertWidget(m_actions->count() - 1, button);
    return button;
}

void EmptyNote::clearActions()
{
    qDeleteAll(findChildren<KeycapButton*>(Qt::FindDirectChildrenOnly));
}

void EmptyNote::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setBrush(m_isAbnormal ? QBrush(m_theme.color(Token::YelBg)) : QBrush(Qt::NoBrush));
    QPen pen(m_theme.color(m_isAbnormal ? Token::YelLine : Token::Line2), 1);
    pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
}

} // namespace sz::widgets
