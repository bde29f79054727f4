// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/ChoiceList.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Painters.h"
#include "widgets/common/VisibleText.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kRow = 30;
constexpr int kMostRows = 8;
constexpr int kWidest = 760; ///< the note stays near its title
constexpr int kPad = 10;
constexpr int kGap = 10;

} // namespace

ChoiceList::ChoiceList(const ThemeSource& theme, QWidget* host) : QWidget(host), m_theme(theme)
{
    setObjectName(QStringLiteral("choiceList"));
    setFocusPolicy(Qt::NoFocus);
    setMouseTracking(true);
    setCursor(Qt::PointingHandCursor);
    hide();
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void ChoiceList::setRows(std::vector<ChoiceRow> rows)
{
    QStringList words;
    for (ChoiceRow& row : rows) {
        row.title = visibleLine(row.title);
        row.badge = visibleLine(row.badge);
        row.note = visibleLine(row.note);
        words.append(QStringList{row.title, row.badge, row.note}.join(u' '));
    }
    m_rows = std::move(rows);
    m_current = m_rows.empty() ? -1 : 0;
    m_first = 0;
    setAccessibleName(words.join(QStringLiteral("; ")));
    update();
}

void ChoiceList::setKey(const QString& key)
{
    m_key = key;
}

void ChoiceList::showAt(const QWidget* anchor, Side side)
{
    if (m_rows.empty()) {
        hide();
        return;
    }
    QPoint corner = anchor->mapTo(parentWidget(), QPoint(0, anchor->height() - 1));
    const int height = visibleRows() * kRow + 2;
    if (side == Side::Above) {
        corner = anchor->mapTo(parentWidget(), QPoint(0, 1 - height));
    } else if (corner.y() + height > parentWidget()->height()) {
        corner.setY(std::max(0, parentWidget()->height() - height));
    }
    setGeometry(QRect(corner, QSize(std::min(anchor->width(), kWidest), height)));
    show();
    raise();
}

void ChoiceList::setCurrent(int row)
{
    m_current = std::clamp(row, -1, static_cast<int>(m_rows.size()) - 1);
    keepVisible();
    update();
}

void ChoiceList::step(int by)
{
    setCurrent(std::max(0, m_current + by));
}

void ChoiceList::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Bg2));
    for (int i = 0; i < visibleRows(); ++i) {
        const int row = m_first + i;
        paintRow(
            painter, QRectF(1, 1 + i * kRow, width() - 2, kRow),
            m_rows[static_cast<std::size_t>(row)], row == m_current);
    }
    painter.setPen(QPen(m_theme.color(Token::Ctl), 1));
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
}

void ChoiceList::paintRow(
    QPainter& painter,
    const QRectF& box,
    const ChoiceRow& row,
    bool isCurrent) const
{
    if (isCurrent) {
        painter.fillRect(box, m_theme.color(Token::Sel));
    }
    QRectF rest = box.adjusted(kPad, 0, -kPad, 0);
    if (isCurrent && !m_key.isEmpty()) {
        const int cap = keycapWidth(m_key);
        paintKeycap(
            painter, QRectF(rest.right() - cap, rest.y(), cap, rest.height()), m_key,
            m_theme.theme());
        rest.setRight(rest.right() - cap - kGap);
    }
    const double titleWidth = std::max(
        120.0, std::min<double>(textWidth(row.title, uiFont(13, true)), rest.width() * 0.45));
    paintText(
        painter, QRectF(rest.x(), rest.y(), titleWidth, rest.height()), row.title, uiFont(13, true),
        m_theme.color(Token::Tx1));
    rest.setLeft(rest.left() + titleWidth + kGap);
    if (!row.badge.isEmpty()) {
        rest.setLeft(rest.left() + paintBadge(painter, rest, row.badge, m_theme.theme()) + kGap);
    }
    paintText(
        painter, rest, row.note, uiFont(13),
        m_theme.color(row.isAbnormal ? Token::YelTx : Token::Tx2));
}

void ChoiceList::mouseMoveEvent(QMouseEvent* event)
{
    if (const int row = rowAt(event->position().y()); row >= 0) {
        setCurrent(row);
    }
}

void ChoiceList::mousePressEvent(QMouseEvent* event)
{
    if (const int row = rowAt(event->position().y()); row >= 0) {
        setCurrent(row);
        Q_EMIT chosen(row);
    }
}

void ChoiceList::wheelEvent(QWheelEvent* event)
{
    step(event->angleDelta().y() > 0 ? -1 : 1);
    event->accept();
}

int ChoiceList::rowAt(double y) const
{
    const int row = m_first + static_cast<int>((y - 1) / kRow);
    return y >= 1 && row < static_cast<int>(m_rows.size()) ? row : -1;
}

int ChoiceList::visibleRows() const
{
    return std::min(kMostRows, static_cast<int>(m_rows.size()));
}

void ChoiceList::keepVisible()
{
    m_first =
        std::clamp(m_first, std::max(0, m_current - visibleRows() + 1), std::max(0, m_current));
}

} // namespace sz::widgets
