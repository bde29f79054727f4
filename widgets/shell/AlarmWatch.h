// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What is late, from the desk to the top bar and the alarm row: counted on every change and every second.

#include "data/desk/Desk.h"
#include "widgets/models/AlarmGroups.h"
#include "widgets/models/AlarmLoad.h"

#include <QObject>

namespace sz::widgets {

class AlarmRow;
class TopBar;

/// Thread: gui. Desk, bar and row outlive it.
class AlarmWatch final : public QObject
{
    Q_OBJECT
public:
    AlarmWatch(desk::Desk& desk, TopBar& top, AlarmRow& row, QObject* parent = nullptr);

    /// The board has changed: the meter is counted anew, too.
    void takeChanges(Instant now);
    /// A second has passed.
    void tick(Instant now);

    [[nodiscard]] Instant now() const { return m_now; }
    /// Late and confirmed by nobody, then gone unseen; as the row has them.
    [[nodiscard]] const std::vector<Alarm>& alarms() const;
    /// More than ten wait, or came within ten minutes.
    [[nodiscard]] bool isFlood() const;
    [[nodiscard]] const std::set<StepKey>& unsteady() const { return m_unsteady; }
    /// When the shift of this seat began and ends; without a roster twelve hours around `now`.
    [[nodiscard]] Instant shiftStart(Instant now) const;
    [[nodiscard]] Instant shiftEnd(Instant now) const;

Q_SIGNALS:
    /// After every count.
    void refreshed();

private:
    void refresh(Instant now);
    void refreshLoad(Instant now);

    desk::Desk& m_desk;
    TopBar& m_top;
    AlarmRow& m_row;
    AlarmChatter m_chatter;
    std::set<StepKey> m_unsteady;
    bool m_isLoadFlood = false;
    Instant m_countedAt;
    Instant m_now;
};

/// "045 Power sign-for: on the phone, until 14:50 (duty chief)".
[[nodiscard]] QStringList shelvedLines(const std::vector<Shelved>& shelved, const plan::Plan& plan);

} // namespace sz::widgets
