// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Says what this desk just did, at the bottom left, for six seconds. Never for what others did.

#include "widgets/common/ThemeSource.h"

#include <QKeySequence>
#include <QTimer>
#include <QWidget>

namespace sz::widgets {

class ElidedLabel;
class KeycapButton;

class Toast final : public QWidget
{
    Q_OBJECT
public:
    /// Lies over `host` at its bottom left, `bottomOffset` pixels up (above the command line). Hidden at first.
    Toast(const ThemeSource& theme, QWidget* host, int bottomOffset);

    /// Replaces what is shown. With keys an undo action stands beside the words; it works while the toast is shown.
    void showMessage(const QString& text, const QKeySequence& keys = {}, const QString& label = {});
    /// Counts down in place ("Undo 28 s") without restarting the six seconds.
    void setActionLabel(const QString& label);

Q_SIGNALS:
    void actionTriggered();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void place();

    const ThemeSource& m_theme;
    int m_bottomOffset;
    ElidedLabel* m_text;
    KeycapButton* m_action;
    QTimer m_timer;
};

} // namespace sz::widgets
