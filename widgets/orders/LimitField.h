// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One limit: the usual ones as buttons, any other typed (24h, 90m, 2d).

#include "data/plan/Calendar.h"
#include "widgets/common/ThemeSource.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLineEdit;

namespace sz::widgets {

class SegmentedButtons;

class LimitField final : public QWidget
{
    Q_OBJECT
public:
    /// `presets` in minutes. `mayBeNone`: an empty field is 0, no such limit.
    LimitField(
        const ThemeSource& theme,
        const QString& name,
        std::vector<int> presets,
        bool mayBeNone,
        QWidget* parent = nullptr);

    /// From now on it takes limits in working time as well.
    void allowWork();
    /// Empty when what is typed is no limit; for one in working time about as long.
    [[nodiscard]] std::optional<int> minutes() const;
    /// Empty unless it is in working time.
    [[nodiscard]] std::optional<plan::WorkLimit> work() const;
    /// These do not emit.
    void setMinutes(int minutes);
    void setLimit(int minutes, const std::optional<plan::WorkLimit>& work);
    [[nodiscard]] QLineEdit* edit() const { return m_edit; }

Q_SIGNALS:
    void minutesChanged();

private:
    void light();

    std::vector<int> m_presets;
    bool m_mayBeNone;
    bool m_mayBeWork = false;
    QLineEdit* m_edit; // before the buttons, as it stands: Tab goes in visible order
    SegmentedButtons* m_buttons;
};

} // namespace sz::widgets
