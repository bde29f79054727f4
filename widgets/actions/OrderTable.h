// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Orders that will go out, one row a unit: who leads, who is there now, which limits. Rows are ticked or edited by keys.

#include "widgets/actions/OrderDraft.h"
#include "widgets/common/ThemeSource.h"

#include <QWidget>

#include <array>
#include <vector>

namespace sz::widgets {

struct OrderRow
{
    OrderLine line;
    QString unit; ///< short name
    QString duty; ///< "Wuchang duty leader on duty 8-2405"
    bool isGap = false;
    bool isTicked = true;
};

class OrderTable final : public QWidget
{
    Q_OBJECT
public:
    /// A checklist ticks its rows with Space; otherwise L makes a row the lead and Delete takes it out.
    enum class Use : std::uint8_t { Checklist, Editing };

    OrderTable(const ThemeSource& theme, const QString& name, Use use, QWidget* parent = nullptr);

    void setRows(std::vector<OrderRow> rows);
    [[nodiscard]] const std::vector<OrderRow>& rows() const { return m_rows; }
    [[nodiscard]] int current() const { return m_current; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void ticked(int row, bool isOn);
    void leadWanted(int row);
    void removeWanted(int row);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void paintRow(QPainter& painter, const QRectF& box, const OrderRow& row) const;
    void paintMark(QPainter& painter, const QRectF& box, const OrderRow& row) const;
    void paintLimits(QPainter& painter, QRectF& rest, const OrderLine& line) const;
    [[nodiscard]] static std::array<QString, 3> limitTexts(const OrderLine& line);
    void measure();
    void act(int row, int key);
    void describe();

    const ThemeSource& m_theme;
    QString m_name;
    Use m_use;
    std::vector<OrderRow> m_rows;
    std::array<int, 3> m_limitWidths{}; ///< sign, arrive, done
    int m_current = 0;
};

} // namespace sz::widgets
