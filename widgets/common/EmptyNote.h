// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What stands where a list is empty: why, since when, and what can be done. An empty pane without it is a bug.

#include "widgets/common/ThemeSource.h"

#include <QKeySequence>
#include <QWidget>

class QHBoxLayout;

namespace sz::widgets {

class ElidedLabel;
class KeycapButton;

class EmptyNote final : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyNote(const ThemeSource& theme, QWidget* parent = nullptr);

    /// Why it is empty, and since when. `isAbnormal` turns it yellow: the link is down, not the world quiet.
    void setReason(const QString& why, const QString& since, bool isAbnormal);
    [[nodiscard]] bool isAbnormal() const { return m_isAbnormal; }
    /// Something that can be done, on the third line.
    KeycapButton* addKeycap(const QKeySequence& keys, const QString& label);
    void clearActions();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const ThemeSource& m_theme;
    ElidedLabel* m_why;
    ElidedLabel* m_since;
    QHBoxLayout* m_actions;
    bool m_isAbnormal = false;
};

} // namespace sz::widgets
