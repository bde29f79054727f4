// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A row of joined buttons of which one is on: source picker, filters. Arrow keys move, Tab enters and leaves.

#include "widgets/common/ThemeSource.h"

#include <QStringList>
#include <QWidget>

class QAbstractButton;
class QButtonGroup;

namespace sz::widgets {

class SegmentedButtons final : public QWidget
{
    Q_OBJECT
public:
    /// `name` is what a screen reader says before the choice.
    SegmentedButtons(
        const ThemeSource& theme,
        const QString& name,
        const QStringList& labels,
        QWidget* parent = nullptr);

    /// −1 when nothing is on.
    [[nodiscard]] int current() const;
    void setCurrent(int index);
    [[nodiscard]] QAbstractButton* button(int index) const;

Q_SIGNALS:
    void currentChanged(int index);

private:
    QButtonGroup* m_group;
};

} // namespace sz::widgets
