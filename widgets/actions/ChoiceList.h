// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The list under (or above) a field that is typed into: it never takes the focus, the field steers it.

#include "widgets/common/ThemeSource.h"

#include <QWidget>

#include <vector>

namespace sz::widgets {

struct ChoiceRow
{
    QString title;
    QString badge; ///< outlined: the sort, a number; may be empty
    QString note;
    bool isAbnormal = false; ///< the note in yellow words
};

/// Lies over its host, below or above an anchor, and is at most as high as its rows.
class ChoiceList final : public QWidget
{
    Q_OBJECT
public:
    enum class Side : std::uint8_t { Below, Above };

    ChoiceList(const ThemeSource& theme, QWidget* host);

    void setRows(std::vector<ChoiceRow> rows);
    [[nodiscard]] const std::vector<ChoiceRow>& rows() const { return m_rows; }
    /// Printed at the current row's right edge: "Enter".
    void setKey(const QString& key);
    void showAt(const QWidget* anchor, Side side);
    /// -1 when there is no row.
    [[nodiscard]] int current() const { return m_current; }
    void setCurrent(int row);
    /// One row on or back, stopping at the ends.
    void step(int by);

Q_SIGNALS:
    void chosen(int row);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    [[nodiscard]] int rowAt(double y) const;
    [[nodiscard]] int visibleRows() const;
    void keepVisible();
    void paintRow(QPainter& painter, const QRectF& box, const ChoiceRow& row, bool isCurrent) const;

    const ThemeSource& m_theme;
    std::vector<ChoiceRow> m_rows;
    QString m_key;
    int m_current = -1;
    int m_first = 0;
};

} // namespace sz::widgets
