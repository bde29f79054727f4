// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Brings checked rows into a campaign: registers it when it is new, then one act after the other.

#include "data/desk/ActSeries.h"

#include <QObject>

namespace sz::widgets {

/// Goes on while its sheet is put away. Thread: gui. The desk outlives it.
class CampaignImport final : public QObject
{
    Q_OBJECT
public:
    explicit CampaignImport(desk::Desk& desk, QObject* parent = nullptr);

    /// Into a campaign that is there. Nothing happens while one is running.
    void start(const IncidentId& campaign, std::vector<model::ImportItems> acts);
    /// Into a new one.
    void start(const model::ReportIncident& report, std::vector<model::ImportItems> acts);
    /// What is in, stays in; importing the sheet again goes on.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_isRegistering || m_series->isRunning(); }

Q_SIGNALS:
    void registered(const sz::IncidentId& campaign);
    void progressed(double share); ///< 0 to 1
    void finished();
    void failed(const sz::Error& why);

private:
    desk::Desk& m_desk;
    desk::ActSeries* m_series;
    bool m_isRegistering = false;
};

} // namespace sz::widgets
