// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/OrderTable.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Durations.h"
#include "widgets/common/Painters.h"
#include "widgets/common/VisibleText.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <array>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kRow = 30;
constexpr int kPad = 10;
constexpr int kMark = 26;
constexpr int kUnit = 100;
constexpr int kLimitGap = 14;

} // namespace

OrderTable::OrderTable(const ThemeSource& theme, const QString& name, Use use, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_name(name), m_use(use)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setAccessibleName(name);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void OrderTable::setRows(std::vector<OrderRow> rows)
{
    m_rows = std::move(rows);
    m_current = std::clamp(m_current, 0, std::max(0, static_cast<int>(m_rows.size()) - 1));
    setFocusPolicy(m_rows.empty() ? Qt::NoFocus : Qt::StrongFocus);
    measure();
    describe();
    updateGeometry();
    update();
}

void OrderTable::describe()
{
    QStringList words;
    for (const OrderRow& row : m_rows) {
        const QString state = m_use == Use::Checklist
                                  ? (row.isTicked ? tr("ticked") : tr("not ticked"))
                                  : (row.line.isLead ? tr("lead") : QString());
        words.append(QStringList{row.unit, state, row.duty}.join(u' '));
    }
    setAccessibleDescription(words.join(QStringLiteral("; ")));
}

QSize OrderTable::sizeHint() const
{
    return {320, static_cast<int>(m_rows.size()) * kRow + (m_rows.empty() ? 0 : 2)};
}

QSize OrderTable::minimumSizeHint() const
{
    return {240, sizeHint().height()};
}

void OrderTable::paintEvent(QPaintEvent* /*event*/)
{
    if (m_rows.empty()) {
        return;
    }
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Bg2));
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const QRectF box(1, 1 + static_cast<double>(i) * kRow, width() - 2, kRow);
        if (hasFocus() && static_cast<int>(i) == m_current) {
            painter.fillRect(box, m_theme.color(Token::Sel));
        }
        paintRow(painter, box, m_rows[i]);
        painter.fillRect(
            QRectF(box.x(), box.bottom() - 1, box.width(), 1), m_theme.color(Token::Line1));
    }
    painter.setPen(QPen(m_theme.color(Token::Line2), 1));
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    if (hasFocus()) {
        paintFocusRing(painter, rect(), m_theme.color(Token::Inv));
    }
}

void OrderTable::paintRow(QPainter& painter, const QRectF& box, const OrderRow& row) const
{
    QRectF rest = box.adjusted(kPad, 0, -kPad, 0);
    paintMark(painter, QRectF(rest.x(), rest.y(), 16, rest.height()), row);
    rest.setLeft(rest.left() + kMark);
    const bool isIdle = m_use == Use::Checklist && !row.isTicked;
    paintLimits(painter, rest, row.line);
    const double unitWidth = std::min<double>(kUnit, rest.width());
    const QString lead =
        row.line.isLead ? tr("%1 (lead)", "unit in the orders table").arg(row.unit) : row.unit;
    paintText(
        painter, QRectF(rest.x(), rest.y(), unitWidth, rest.height()), visibleLine(lead),
        uiFont(13, row.line.isLead), m_theme.color(isIdle ? Token::Tx2 : Token::Tx1));
    rest.setLeft(rest.left() + unitWidth + 8);
    const QString duty = visibleLine(row.duty);
    if (row.isGap || textWidth(duty, uiFont(12)) <= rest.width()) { // half a number helps nobody
        paintText(
            painter, rest, duty, uiFont(12), m_theme.color(row.isGap ? Token::YelTx : Token::Tx3));
    }
}

// A checklist has its box; an edited order the lead mark.
void OrderTable::paintMark(QPainter& painter, const QRectF& box, const OrderRow& row) const
{
    const QRectF square(box.x(), box.center().y() - 7, 14, 14);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_use == Use::Checklist) {
        painter.setPen(QPen(m_theme.color(Token::Ctl), 1));
        painter.setBrush(m_theme.color(Token::Field));
        painter.drawRoundedRect(square.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
        if (row.isTicked) {
            painter.setPen(QPen(m_theme.color(Token::Tx1), 2));
            const std::array tick{
                square.topLeft() + QPointF(3, 7), square.topLeft() + QPointF(6, 10),
                square.topLeft() + QPointF(11, 4)};
            painter.drawPolyline(tick.data(), static_cast<int>(tick.size()));
        }
    } else {
        painter.setPen(QPen(m_theme.color(row.line.isLead ? Token::Tx1 : Token::Ctl), 2));
        painter.setBrush(row.line.isLead ? m_theme.color(Token::Tx1) : QColor(Qt::transparent));
        painter.drawEllipse(square.adjusted(3, 3, -3, -3));
    }
    painter.restore();
}

// Columns are as wide as their widest row, so that different rows stand under one another.
void OrderTable::paintLimits(QPainter& painter, QRectF& rest, const OrderLine& line) const
{
    const std::array texts = limitTexts(line);
    for (std::size_t i = texts.size(); i-- > 0;) {
        const QRectF box(
            rest.right() - m_limitWidths[i], rest.y(), m_limitWidths[i], rest.height());
        paintText(painter, box, texts[i], uiFont(13), m_theme.color(Token::Tx2));
        rest.setRight(box.left() - (m_limitWidths[i] > 0 ? kLimitGap : 0));
    }
}

std::array<QString, 3> OrderTable::limitTexts(const OrderLine& line)
{
    const auto limit = [](int minutes) { return limitText(Minutes{minutes}); };
    return {
        tr("sign ≤ %1", "limit of an order").arg(limit(line.sign)),
        line.arrive > 0 ? tr("there ≤ %1", "limit to be on scene").arg(limit(line.arrive))
                        : QString(),
        tr("done ≤ %1", "limit of an order").arg(doneLimitText(line))};
}

void OrderTable::measure()
{
    m_limitWidths = {};
    for (const OrderRow& row : m_rows) {
        const std::array texts = limitTexts(row.line);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            m_limitWidths[i] = std::max(m_limitWidths[i], textWidth(texts[i], uiFont(13)));
        }
    }
}

void OrderTable::keyPressEvent(QKeyEvent* event)
{
    const int last = static_cast<int>(m_rows.size()) - 1;
    const int key = event->key();
    if (event->modifiers() != Qt::NoModifier || last < 0) {
        QWidget::keyPressEvent(event);
    } else if (key == Qt::Key_Down || key == Qt::Key_Up) {
        m_current = std::clamp(m_current + (key == Qt::Key_Down ? 1 : -1), 0, last);
        update();
    } else if (key == Qt::Key_Space || key == Qt::Key_L || key == Qt::Key_Delete) {
        act(m_current, key);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void OrderTable::act(int row, int key)
{
    if (m_use == Use::Editing) {
        if (key == Qt::Key_Delete) {
            Q_EMIT removeWanted(row);
        } else {
            Q_EMIT leadWanted(row);
        }
        return;
    }
    if (key == Qt::Key_Space) {
        OrderRow& one = m_rows[static_cast<std::size_t>(row)];
        one.isTicked = !one.isTicked;
        describe();
        update();
        Q_EMIT ticked(row, one.isTicked);
    }
}

void OrderTable::mousePressEvent(QMouseEvent* event)
{
    const int row = static_cast<int>((event->position().y() - 1) / kRow);
    if (row >= 0 && row < static_cast<int>(m_rows.size())) {
        m_current = row;
        act(row, Qt::Key_Space);
        update();
    }
}

void OrderTable::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void OrderTable::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace sz::widgets
