// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How many alarms this seat has had to bear, in the top bar: two hours as bars, the last ten minutes, the shift's mean and mix.

#include "widgets/frame/TopBarParts.h"
#include "widgets/models/AlarmLoad.h"

namespace sz::widgets {

class AlarmMeter final : public TopBarPart
{
    Q_OBJECT
public:
    AlarmMeter(const ThemeSource& theme, QWidget* parent);

    void setLoad(const AlarmLoad& load);
    /// What is put aside now, one line each ("045 Power sign-for: on the phone, until 14:50 (duty chief)").
    void setShelved(const QStringList& lines);
    /// Bars and the ten minutes alone.
    void setCompact(bool isCompact);

    /// "alarms 4 / 10 min"; a flood says so.
    [[nodiscard]] QString nowText() const;
    /// "mean 0.7 · high 1 mid 1 low 2 · 1 aside".
    [[nodiscard]] QString shiftText() const;
    /// "Mix of this shift: high 12 %, mid 50 %, low 38 %; guide 5, 15, 80."
    [[nodiscard]] QString mixText() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QString shownText() const;
    [[nodiscard]] bool isTight() const;
    [[nodiscard]] int fullWidth() const;
    [[nodiscard]] int barRoom() const;
    [[nodiscard]] int textRoom() const;
    void describe();
    void paintBars(QPainter& painter) const;

    AlarmLoad m_load;
    QStringList m_shelved;
    bool m_isCompact = false;
};

} // namespace sz::widgets
