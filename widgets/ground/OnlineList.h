// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The online maps in the panel of layers: one row each, and a way to name another.

#include "widgets/common/ThemeSource.h"
#include "widgets/ground/OnlineBook.h"

#include <QWidget>

#include <map>

class QCheckBox;
class QToolButton;
class QVBoxLayout;

namespace sz::widgets {

class KeycapButton;
class PlainLabel;

/// Rows keep their place and the focus. Thread: gui.
class OnlineList final : public QWidget
{
    Q_OBJECT
public:
    explicit OnlineList(const ThemeSource& theme, QWidget* parent = nullptr);

    /// Names another one; whoever shows the list shows it beside.
    [[nodiscard]] KeycapButton& addButton() { return *m_add; }
    void setEntries(const OnlineBook& book);
    void setNote(const QString& id, const QString& note, bool isBad);
    [[nodiscard]] QCheckBox* box(const QString& id) const;
    [[nodiscard]] QString note(const QString& id) const;

Q_SIGNALS:
    void switched(const QString& id, bool isOn);
    void editRequested(const QString& id);
    void removeRequested(const QString& id);
    void addRequested();

private:
    struct Row
    {
        QWidget* widget = nullptr;
        QCheckBox* box = nullptr;
        QToolButton* edit = nullptr;
        QToolButton* remove = nullptr;
        PlainLabel* note = nullptr;
    };
    [[nodiscard]] Row makeRow(const QString& id);
    void renew();
    void paintNote(PlainLabel& note, bool isBad) const;

    const ThemeSource& m_theme;
    QVBoxLayout* m_column;
    KeycapButton* m_add;
    std::map<QString, Row> m_rows;
    std::map<QString, bool> m_bad;
};

} // namespace sz::widgets
