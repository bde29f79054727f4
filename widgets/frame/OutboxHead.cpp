// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/OutboxHead.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Painters.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kHeight = 34;
constexpr int kPad = 12;
constexpr int kLamp = 12;

} // namespace

OutboxHead::OutboxHead(const ThemeSource& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("outboxHead"));
    setFixedHeight(kHeight);
    m_close->setObjectName(QStringLiteral("closeOutboxButton"));
    m_close->setAccessibleName(tr("Close the outbox"));
    m_close->setToolTip(tr("Close the outbox"));
    m_close->setFocusPolicy(Qt::TabFocus);
    m_close->setFixedSize(28, 28);
    tintCross();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 4, 0);
    row->addStretch(1);
    row->addWidget(m_close);
    connect(m_close, &QAbstractButton::clicked, this, &OutboxHead::closeRequested);
    connect(&theme, &ThemeSource::changed, this, &OutboxHead::tintCross);
}

void OutboxHead::setLamp(model::Lamp lamp)
{
    m_lamp = lamp;
    update();
}

void OutboxHead::setCounts(int unsent, int rejected)
{
    m_unsent = unsent;
    m_rejected = rejected;
    setAccessibleName(tr("Outbox: %1").arg(countText()));
    update();
}

QString OutboxHead::countText() const
{
    const QString unsent = tr("%n unsent", nullptr, m_unsent);
    return m_rejected == 0 ? unsent
                           : tr("%1 · %2", "unsent, rejected")
                                 .arg(unsent, tr("%n rejected", nullptr, m_rejected));
}

void OutboxHead::tintCross()
{
    m_close->setIcon(tintedIcon(QStringLiteral("close"), m_theme.theme()));
    update();
}

void OutboxHead::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    QRectF box = QRectF(rect()).adjusted(kPad, 0, -(28 + 4 + 8), 0);
    if (m_lamp != model::Lamp::None) {
        symbols::paintLamp(
            painter, {box.x(), (height() - kLamp) / 2.0, kLamp, kLamp}, m_lamp, m_theme.theme());
        box.setLeft(box.left() + kLamp + 8);
    }
    const QString title = tr("Outbox");
    paintText(painter, box, title, uiFont(14, true), m_theme.color(Token::Tx1));
    box.setLeft(box.left() + textWidth(title, uiFont(14, true)) + 10);
    paintText(painter, box, countText(), uiFont(13), m_theme.color(Token::Tx2));
    box.setLeft(box.left() + textWidth(countText(), uiFont(13)) + 12);
    if (m_unsent > 0) {
        paintText(
            painter, box, tr("sent in this order"), uiFont(12), m_theme.color(Token::Tx3),
            Qt::AlignRight | Qt::AlignVCenter);
    }
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(Token::Line1));
}

} // namespace sz::widgets
