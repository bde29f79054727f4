// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The seat's own keys, from the book onto buttons, shortcuts and lists; and the sheet that changes them.

#include "data/desk/Desk.h"
#include "widgets/actions/KeyBook.h"
#include "widgets/common/ThemeSource.h"

#include <QObject>

class QKeyEvent;

namespace sz::widgets {

class AlarmRow;
class KeysSheet;
class RightPane;

/// Thread: gui; all outlive it.
class KeyActs final : public QObject
{
    Q_OBJECT
public:
    KeyActs(
        desk::Desk& desk,
        const ThemeSource& theme,
        AlarmRow& row,
        RightPane& right,
        QWidget* page);

    /// Reads this seat's keys and prints them on everything there is now; what is made later follows by itself.
    void apply();
    void openSheet();
    /// A list that handles keys of Scope::Board itself.
    void addList(QWidget* list);
    [[nodiscard]] KeyBook& book() { return m_book; }

Q_SIGNALS:
    void sheetClosed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void print();
    static void printOn(QObject& object, const QKeySequence& keys);
    [[nodiscard]] QString settingsKey() const;

    desk::Desk& m_desk;
    const ThemeSource& m_theme;
    AlarmRow& m_row;
    RightPane& m_right;
    QWidget* m_page;
    KeyBook m_book;
    KeysSheet* m_sheet = nullptr;
    bool m_isTranslating = false;
};

} // namespace sz::widgets
