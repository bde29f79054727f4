// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// F12: the seat's own keys: every act with its key, changed by pressing the new one.

#include "widgets/actions/KeyBook.h"
#include "widgets/actions/SideSheet.h"

class QLineEdit;

namespace sz::widgets {

class KeyList;

class KeysSheet final : public SideSheet
{
    Q_OBJECT
public:
    KeysSheet(KeyBook& book, const ThemeSource& theme, QWidget* parent = nullptr);
    ~KeysSheet() override;

    /// Everything listed, focus in the search field.
    void open();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    KeyBook& m_book;
    QLineEdit* m_search;
    KeyList* m_list;
};

} // namespace sz::widgets
