// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One line to type into with a list to pick from: places, kinds, units.

#include "widgets/actions/ChoiceList.h"

#include <QLineEdit>

namespace sz::widgets {

class Composing;

/// Up and Down move in the list, Enter (and Tab, when `setTabPicks`) picks, Esc puts the list away first.
/// Nothing happens while an input method is composing.
class PickEdit final : public QLineEdit
{
    Q_OBJECT
public:
    /// The list lies over `host`, which must hold this field.
    PickEdit(const ThemeSource& theme, QWidget* host, QWidget* parent = nullptr);

    /// Shows the rows under the field while it has the focus; none puts the list away.
    void offer(std::vector<ChoiceRow> rows);
    void closeList();
    [[nodiscard]] bool isListOpen() const;
    [[nodiscard]] ChoiceList* list() const { return m_list; }
    /// Picks the row that is lit, if a list is open; for owners that act on the whole form.
    bool pickCurrent();
    /// Words at the right edge of the field, away from the text.
    void setAside(const QString& words);

Q_SIGNALS:
    void picked(int row);
    void focused();
    /// Enter without an open list.
    void entered();
    /// Down without an open list.
    void listWanted();
    /// Esc put the list away.
    void listLeft();
    /// Backspace in an empty field.
    void erasedBack();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] bool handle(const QKeyEvent& event);

    const ThemeSource& m_theme;
    ChoiceList* m_list;
    Composing* m_composing;
    QString m_aside;
};

} // namespace sz::widgets
