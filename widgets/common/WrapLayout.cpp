// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/WrapLayout.h"

#include <QWidget>

#include <algorithm>

namespace sz::widgets {

namespace {

constexpr int kBetweenRows = 2;

} // namespace

WrapLayout::WrapLayout(QWidget* parent) : QLayout(parent) {}

WrapLayout::~WrapLayout() = default;

void WrapLayout::addItem(QLayoutItem* item)
{
    m_items.emplace_back(item);
    invalidate();
}

int WrapLayout::count() const
{
    return static_cast<int>(m_items.size());
}

QLayoutItem* WrapLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem* WrapLayout::takeAt(int index)
{
    if (itemAt(index) == nullptr) {
        return nullptr;
    }
    QLayoutItem* taken = m_items[static_cast<std::size_t>(index)].release();
    m_items.erase(m_items.begin() + index);
    return taken;
}

int WrapLayout::heightForWidth(int width) const
{
    return place({0, 0, width, 0}, false);
}

QSize WrapLayout::minimumSize() const
{
    QSize least;
    for (const auto& item : m_items) {
        least = item->isEmpty() ? least : least.expandedTo(item->minimumSize());
    }
    const QMargins around = contentsMargins();
    return least.grownBy(around);
}

void WrapLayout::setGeometry(const QRect& box)
{
    QLayout::setGeometry(box);
    place(box, true);
}

/// The height it takes.
int WrapLayout::place(const QRect& box, bool isMoving) const
{
    const QRect inner = box.marginsRemoved(contentsMargins());
    int x = inner.x();
    int y = inner.y();
    int tall = 0;
    for (const auto& item : m_items) {
        if (item->isEmpty()) {
            continue;
        }
        const QSize size = item->sizeHint();
        if (x > inner.x() && x + size.width() > inner.x() + inner.width()) {
            x = inner.x();
            y += tall + kBetweenRows;
            tall = 0;
        }
        if (isMoving) {
            item->setGeometry({QPoint(x, y), size});
        }
        x += size.width() + spacing();
        tall = std::max(tall, size.height());
    }
    return y + tall - box.y() + contentsMargins().bottom();
}

} // namespace sz::widgets
