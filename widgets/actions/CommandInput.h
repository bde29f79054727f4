// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The field of the command line: its keys as signals, none of them while an input method is composing.

#include "widgets/common/ThemeSource.h"

#include <QLineEdit>
#include <QStringList>

namespace sz::widgets {

class Composing;

class CommandInput final : public QLineEdit
{
    Q_OBJECT
public:
    explicit CommandInput(const ThemeSource& theme, QWidget* parent = nullptr);

    /// Keeps the text for Up and Down, newest last; 50 at most.
    void remember(const QString& text);
    /// Up and Down move in a list instead of the history while one is shown.
    void setListShown(bool isShown);
    [[nodiscard]] bool isComposing() const;

Q_SIGNALS:
    void performWanted();
    void completeWanted();
    void clearWanted();
    void stepWanted(int by);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] bool handle(const QKeyEvent& event);
    void recall(int by);

    const ThemeSource& m_theme;
    Composing* m_composing;
    QStringList m_history;
    qsizetype m_recalled = -1; ///< index in the history; -1 = the operator's own text
    bool m_isListShown = false;
};

} // namespace sz::widgets
