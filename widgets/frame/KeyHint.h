// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A key printed beside its action where somebody else owns the key: the board's Space, the window's Ctrl+L.

#include "widgets/common/ThemeSource.h"

#include <QAbstractButton>
#include <QKeySequence>

namespace sz::widgets {

/// A flat button with a keycap that claims no shortcut: a key claimed twice works nowhere.
class KeyHint final : public QAbstractButton
{
    Q_OBJECT
public:
    KeyHint(
        const ThemeSource& theme,
        const QKeySequence& keys,
        const QString& label,
        QWidget* parent = nullptr);

    /// Empty: no cap, the label alone.
    void setKeys(const QKeySequence& keys);
    [[nodiscard]] QKeySequence keys() const { return m_keys; }
    /// Disables and prints the reason in place of the label; empty = possible again.
    void setBlocked(const QString& reason);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QString shownLabel() const;

    const ThemeSource& m_theme;
    QKeySequence m_keys;
    QString m_label;
    QString m_reason;
};

} // namespace sz::widgets
