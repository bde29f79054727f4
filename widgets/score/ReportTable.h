// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A quiet table for figures: cells painted from roles, arrows move, letters are left to others.

#include "widgets/common/ThemeSource.h"

#include <QTableView>

#include <vector>

namespace sz::widgets {

/// Roles beside Qt::DisplayRole and Qt::TextAlignmentRole.
enum class ReportRole : int {
    Tone = Qt::UserRole + 1, ///< int of a Token; none: Tx1
    Bold,                    ///< bool
    Share,                   ///< thousandths of a bar in front of the words; none: no bar
};

class ReportTable final : public QTableView
{
    Q_OBJECT
public:
    /// `widths` in pixels, one a column; the column with 0 takes what is left, at least 80.
    ReportTable(const ThemeSource& theme, const QString& name, bool hasHeads, QWidget* parent);
    void setWidths(std::vector<int> widths);
    /// Cells, not rows, are chosen.
    void chooseCells();
    void keyboardSearch(const QString& /*search*/) override {}
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 84}; }

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitColumns();

    std::vector<int> m_widths;
};

} // namespace sz::widgets
