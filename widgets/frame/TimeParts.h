// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The parts of the top bar that follow the clock: time, date with this desk's clock offset, seat with its shift.

#include "data/base/Clock.h"
#include "data/plan/Plan.h"
#include "widgets/frame/TopBarParts.h"

namespace sz::widgets {

/// "14:23:07", 24 px bold.
class ClockFace final : public TopBarPart
{
    Q_OBJECT
public:
    ClockFace(const ThemeSource& theme, int utcOffsetMinutes, QWidget* parent);
    void setNow(Instant now);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_utcOffsetMinutes;
    QString m_text;
};

/// The date over the offset of this desk's clock; more than 30 s is yellow with its triangle.
class DateLabel final : public TopBarPart
{
    Q_OBJECT
public:
    DateLabel(const ThemeSource& theme, int utcOffsetMinutes, QWidget* parent);
    void setNow(Instant now);
    /// None: headquarters was never heard.
    void setClockOffset(std::optional<Millis> offset);
    [[nodiscard]] QString offsetText() const;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_utcOffsetMinutes;
    int m_width;
    QString m_date;
    std::optional<Millis> m_offset;
};

/// Somebody who has signed on.
struct SeatPerson
{
    QString name; ///< empty: nobody has
    Instant until;
    Instant latest; ///< with the grace for handover
};

/// Who sits here and until when.
class SeatLabel final : public TopBarPart
{
    Q_OBJECT
public:
    SeatLabel(const ThemeSource& theme, int utcOffsetMinutes, QWidget* parent);
    void setSeat(const plan::Duty& duty, const QString& postName, const QString& seat);
    /// Nothing where nobody signs on: then the roster alone speaks.
    void setPerson(const std::optional<SeatPerson>& person);
    void setNow(Instant now);
    /// "Duty chief · seat 1".
    [[nodiscard]] QString who() const;
    /// "day shift to 20:30 · 6 h 06 left".
    [[nodiscard]] QString shift() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QString shiftName() const;
    [[nodiscard]] QString shiftWith(const QString& countdown) const;
    [[nodiscard]] bool isGap() const;
    [[nodiscard]] bool isAbsent() const;
    [[nodiscard]] QString personWith(const QString& countdown) const;
    [[nodiscard]] bool isOver() const;
    void describe();

    int m_utcOffsetMinutes;
    plan::Duty m_duty;
    QString m_post;
    QString m_seat;
    std::optional<SeatPerson> m_person;
    Instant m_now;
};

} // namespace sz::widgets
