// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A key printed beside its action where somebody else owns the key: a global action, Enter in a focused card, Space.

#include "widgets/common/ThemeSource.h"

#include <QAbstractButton>
#include <QKeySequence>

namespace sz::widgets {

/// Looks like a flat KeycapButton and can be clicked, but claims no shortcut: Enter would be taken from the command
/// line, and a key claimed twice works nowhere.
class HintButton final : public QAbstractButton
{
    Q_OBJECT
public:
    HintButton(
        const ThemeSource& theme,
        const QKeySequence& keys,
        const QString& label,
        QWidget* parent = nullptr);

    void setKeys(const QKeySequence& keys);
    [[nodiscard]] QKeySequence keys() const { return m_keys; }
    void setLabel(const QString& label);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const ThemeSource& m_theme;
    QKeySequence m_keys;
    QString m_label;
};

} // namespace sz::widgets
