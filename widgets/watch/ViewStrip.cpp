// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/ViewStrip.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Painters.h"
#include "widgets/common/VisibleText.h"
#include "widgets/models/Wording.h"
#include "widgets/watch/HintButton.h"

#include <QHBoxLayout>
#include <QPainter>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kPad = 12;
constexpr int kGap = 8;

} // namespace

ViewStrip::ViewStrip(const ThemeSource& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme),
      m_all(new HintButton(theme, QKeySequence(Qt::ALT | Qt::Key_0), tr("show all"), this))
{
    setObjectName(QStringLiteral("viewStrip"));
    m_all->setObjectName(QStringLiteral("showAllButton"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kPad, 0, kGap, 0);
    row->addStretch(1);
    row->addWidget(m_all);
    connect(m_all, &QAbstractButton::clicked, this, &ViewStrip::allRequested);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void ViewStrip::setNothing()
{
    if (isVisibleTo(parentWidget())) {
        hide();
        Q_EMIT shownChanged();
    }
}

void ViewStrip::setView(const QString& name, const QString& filter, int shown, int total)
{
    m_name = visibleLine(name);
    m_filter = visibleLine(filter);
    m_shown = shown;
    m_total = total;
    setAccessibleName(text());
    setToolTip(tipText(
        m_name.isEmpty()
            ? tr("%1. In the command line “view NAME” keeps this filter under a name.").arg(text())
            : text()));
    if (!isVisibleTo(parentWidget())) {
        show();
        Q_EMIT shownChanged();
    }
    update();
}

QString ViewStrip::text() const
{
    const QString what = m_name.isEmpty()
                             ? m_filter
                             : tr("%1: %2", "name of a view, its filter").arg(m_name, m_filter);
    return tr("%1 · %2 of %3", "filter, shown, in all").arg(what).arg(m_shown).arg(m_total);
}

void ViewStrip::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Bg3));
    painter.fillRect(QRect(0, 0, 3, height()), m_theme.color(Token::Inv));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(Token::Line2));
    QRectF box = QRectF(rect()).adjusted(kPad, 0, -m_all->width() - 2 * kGap, 0);
    const QString count = tr("%1 of %2", "shown, in all").arg(m_shown).arg(m_total);
    const int wide = textWidth(count, uiFont(13));
    paintText(
        painter, box, count, uiFont(13), m_theme.color(Token::Tx2),
        Qt::AlignRight | Qt::AlignVCenter);
    box.setRight(box.right() - wide - kGap);
    const QString first = m_name.isEmpty() ? tr("Filter") : m_name;
    paintText(painter, box, first, uiFont(13, true), m_theme.color(Token::Tx1));
    box.setLeft(box.left() + textWidth(first, uiFont(13, true)) + kGap);
    paintText(painter, box, m_filter, uiFont(13), m_theme.color(Token::Tx2));
}

} // namespace sz::widgets
