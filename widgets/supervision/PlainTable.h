// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The tables of the supervision page: quiet rows of 28 px, keys of their own, nothing of the stock look.

#include "widgets/common/ThemeSource.h"

#include <QTableView>

#include <functional>
#include <map>
#include <vector>

namespace sz::widgets {

/// What the delegate asks of a model beside text and alignment.
enum TableRole : int {
    ToneRole = Qt::UserRole + 1, ///< Token as int; default Tx1
    BoldRole,                    ///< bool
    BarRole,                     ///< double 0 to 1: a bar before the text
    LateRole,                    ///< bool: white words on a red block
};

/// Letters go to the keys it was given, the input method is off, Tab leaves it. Columns share the width by weight; a fixed one has
/// its pixels. Thread: gui.
class PlainTable final : public QTableView
{
    Q_OBJECT
public:
    struct Column
    {
        int pixels = 0; ///< of a fixed column; least width of a stretching one
        int weight = 0; ///< 0: fixed
    };
    PlainTable(const ThemeSource& theme, std::vector<Column> columns, QWidget* parent = nullptr);

    /// Works while the table has the focus and nothing is held but what `key` names.
    void addKey(const QKeyCombination& key, std::function<void()> act);
    /// Rows that are selected, ascending; the current one when none is.
    [[nodiscard]] std::vector<int> chosenRows() const;
    void keyboardSearch(const QString& /*search*/) override {}
    void setModel(QAbstractItemModel* model) override;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void fitColumns();

    const ThemeSource& m_theme;
    std::vector<Column> m_columns;
    std::map<int, std::function<void()>> m_keys; ///< by QKeyCombination::toCombined
};

} // namespace sz::widgets
