// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The two tables of the detail pane: orders with their limits, trace with its numbers.

#include "widgets/common/ThemeSource.h"
#include "widgets/models/OrdersModel.h"
#include "widgets/models/TraceModel.h"

#include <QPersistentModelIndex>
#include <QStyledItemDelegate>
#include <QTableView>

#include <array>

namespace sz::widgets {

/// A table without grid and row headers whose letters and input method are left to others.
class QuietTable : public QTableView
{
    Q_OBJECT
public:
    QuietTable(int rowHeight, QWidget* parent);
    void keyboardSearch(const QString& /*search*/) override {}

Q_SIGNALS:
    void resized();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
};

/// Orders, one unit a row, as high as its rows up to `maxRows`; the rest scrolls. What is out of the ordinary about an order
/// stands in a line below it.
class OrdersTable final : public QuietTable
{
    Q_OBJECT
public:
    OrdersTable(OrdersModel& model, const ThemeSource& theme, QWidget* parent = nullptr);
    void setMaxRows(int rows);
    /// How far it may be pressed together: so many rows.
    void setLeastRows(int rows);
    [[nodiscard]] OrderId selectedOrder() const;
    /// Selects without taking the focus; unknown selects nothing.
    void selectOrder(const OrderId& order);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void fitColumns();
    void fitHeight();

    OrdersModel& m_model;
    const ThemeSource& m_theme;
    int m_maxRows = 6;
    int m_leastRows = 2;
};

/// Trace, newest first. The row under the cursor unfolds to all its words: no column holds a report upwards.
class TraceTable final : public QuietTable
{
    Q_OBJECT
public:
    TraceTable(TraceModel& model, const ThemeSource& theme, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override { return {240, 104}; }
    [[nodiscard]] QSize minimumSizeHint() const override;
    void setLeastRows(int rows);

private:
    void fitColumns();
    void unfold();

    QPersistentModelIndex m_unfolded;
    int m_leastRows = 2;
};

} // namespace sz::widgets
