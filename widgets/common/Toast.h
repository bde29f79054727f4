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

    void setBottomOffset(int pixels);

    /// Replaces what is shown. With keys an undo action stands beside the words; it works while the toast is shown.
    void showMessage(const QString& text, const QKeySequence& keys = {}, const QString& label = {});
    /// Counts down in place ("Undo 28 s") without restarting the six seconds.
    void setActionLabel(const QString& label);
    /// What was done and Ctrl+Z to take it back, counting down half a minute; the next message ends it.
    void offerUndo(const QString& text);
    /// Nothing can be taken back any more: Ctrl+Z is somebody else's.
    void endOffer();

Q_SIGNALS:
    /// Before each message: where it is to lie can still be said.
    void showing();
    void actionTriggered();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void place();
    void fit();
    void countDown();

    const ThemeSource& m_theme;
    int m_bottomOffset;
    ElidedLabel* m_text;
    KeycapButton* m_action;
    QTimer m_timer;
    QTimer m_seconds; ///< runs while an undo is offered
    int m_left = 0;   ///< seconds
};

} // namespace sz::widgets
