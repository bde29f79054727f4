// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/MarkLink.h"

#include "widgets/common/Painters.h"
#include "widgets/watch/RelationPainter.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace sz::widgets {

namespace {

constexpr int kHeight = 28;
constexpr int kPad = 4;

} // namespace

MarkLink::MarkLink(const ThemeSource& theme, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme)
{
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    connect(this, &QAbstractButton::clicked, this, [this] {
        if (!m_incident.empty()) {
            Q_EMIT activated(m_incident);
        }
    });
    hide();
}

void MarkLink::present(const RelationMark& mark, const IncidentId& incident)
{
    setVisible(!mark.text.isEmpty());
    if (mark == m_mark && incident == m_incident) {
        return;
    }
    m_mark = mark;
    m_incident = incident;
    setFocusPolicy(incident.empty() ? Qt::NoFocus : Qt::StrongFocus);
    setCursor(incident.empty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    setAccessibleName(mark.text);
    setToolTip(mark.text.toHtmlEscaped());
    updateGeometry();
    update();
}

QSize MarkLink::sizeHint() const
{
    return {markWordsWidth(m_mark) + 2 * kPad, kHeight};
}

QSize MarkLink::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), 72), kHeight};
}

void MarkLink::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void MarkLink::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const bool isLink = !m_incident.empty();
    if (isLink && underMouse()) {
        painter.fillRect(rect(), m_theme.color(Token::Bg3));
    }
    const Token words = m_mark.isAbnormal ? Token::YelTx : isLink ? Token::Tx1 : Token::Tx2;
    const QRectF inner = QRectF(rect()).adjusted(kPad, 0, -kPad, 0);
    paintMarkWords(painter, inner, m_mark, m_theme.color(words));
    if (isLink) { // looks like what it is: something to follow
        const double right = std::min(inner.right(), inner.left() + markWordsWidth(m_mark));
        painter.fillRect(
            QRectF(inner.left(), height() - 6, right - inner.left(), 1),
            m_theme.color(Token::Line2));
    }
    if (hasFocus()) {
        paintFocusRing(painter, rect(), m_theme.color(Token::Inv));
    }
}

} // namespace sz::widgets
