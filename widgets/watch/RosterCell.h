// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One unit of the roster strip: its mark, and whether it is manned.

#include "widgets/common/ThemeSource.h"
#include "widgets/watch/RosterFacts.h"

#include <QAbstractButton>

namespace sz::widgets {

/// Grey while all is well; outlined yellow for a gap in the next shift, red for one now. The accessible name says it all.
class RosterCell final : public QAbstractButton
{
    Q_OBJECT
public:
    RosterCell(
        const plan::Plan& plan,
        const UnitCode& unit,
        const ThemeSource& theme,
        QWidget* parent = nullptr);

    [[nodiscard]] const UnitCode& unit() const { return m_unit; }
    void setRoster(const UnitDuty& roster);
    /// Zone leaders show name and phone instead of a mark.
    void setWide(bool isWide);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    /// Arrows and Enter are the strip's.
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QColor edge() const;

    const plan::Plan& m_plan;
    const ThemeSource& m_theme;
    UnitCode m_unit;
    QString m_mark;
    QString m_name;
    QString m_phone;
    Manning m_manning = Manning::Held;
    bool m_isWide = false;
};

} // namespace sz::widgets
