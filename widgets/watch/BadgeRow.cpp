// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/BadgeRow.h"

#include "maps/symbols/Symbols.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace sz::widgets {

namespace {

constexpr int kGap = 8;
constexpr int kHeight = 24;

} // namespace

BadgeRow::BadgeRow(const ThemeSource& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void BadgeRow::setItems(std::vector<Item> items, const QString& right)
{
    if (items == m_items && right == m_right) {
        return;
    }
    m_items = std::move(items);
    m_right = right;
    QStringList words;
    for (const Item& item : m_items) {
        words.append(item.text);
    }
    words.append(m_right);
    words.removeAll(QString());
    setAccessibleName(words.join(QStringLiteral(", ")));
    setToolTip(accessibleName().toHtmlEscaped());
    update();
}

QSize BadgeRow::sizeHint() const
{
    return {240, kHeight};
}

QSize BadgeRow::minimumSizeHint() const
{
    return {80, kHeight};
}

void BadgeRow::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    QRectF box(rect());
    if (!m_right.isEmpty()) {
        const double width = badgeWidth(m_right);
        paintBadge(
            painter, QRectF(box.right() - width, 0, width, kHeight), m_right, m_theme.theme());
        box.setRight(box.right() - width - kGap);
    }
    for (const Item& item : m_items) {
        const bool fits = box.width() >= (item.isBadge ? badgeWidth(item.text) : kHeight);
        if (!fits) {
            return;
        }
        const int used = item.isBadge
                             ? paintBadge(painter, box, item.text, m_theme.theme(), item.tone)
                             : textWidth(item.text, symbols::uiFont(12));
        if (!item.isBadge) {
            paintText(painter, box, item.text, symbols::uiFont(12), m_theme.color(Token::Tx2));
        }
        box.setLeft(std::min(box.right(), box.left() + used + kGap));
    }
}

} // namespace sz::widgets
