// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// W: an early sign (苗头), watched until a day and not dealt with until then.

#include "data/desk/Desk.h"
#include "widgets/actions/SideSheet.h"
#include "widgets/common/TickTimer.h"

#include <optional>

class QLineEdit;

namespace sz::widgets {

class WatchSheet final : public SideSheet
{
    Q_OBJECT
public:
    /// References outlive the sheet.
    WatchSheet(
        desk::Desk& desk,
        const ThemeSource& theme,
        const TickTimer& ticks,
        QWidget* parent = nullptr);
    ~WatchSheet() override;

    /// Nothing happens when the board does not hold it.
    void open(const IncidentId& incident);
    /// The same with the wishes of a refused act filled in.
    void open(const IncidentId& incident, const model::WatchIncident& wished);

Q_SIGNALS:
    void watched(const QString& sentence);

private:
    void build();
    void refresh();
    [[nodiscard]] std::optional<Instant> until() const;
    [[nodiscard]] bool isReady(const model::WatchIncident& act);
    void perform(const model::WatchIncident& act, const QString& sentence);

    desk::Desk& m_desk;
    const TickTimer& m_ticks;
    model::IncidentPtr m_incident;
    QLineEdit* m_until;
    ToneLabel* m_day;
    QLineEdit* m_reason;
    KeycapButton* m_stop;
    bool m_isBusy = false;
};

} // namespace sz::widgets
