// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Enter on a promise of the handover sheet: the order sheet with its unit, words and limit; once issued, the promise names the order.

#include "data/desk/Desk.h"

#include <QObject>

#include <optional>
#include <string>
#include <vector>

namespace sz::widgets {

class RightPane;
class TickTimer;

/// Thread: gui.
class PromiseOrders final : public QObject
{
    Q_OBJECT
public:
    /// All outlive it.
    PromiseOrders(desk::Desk& desk, const TickTimer& ticks, RightPane& right, QObject* parent);

    /// `promise`: entry of the MakePromise. Put away without an order it stays a promise.
    void open(const std::string& promise, const IncidentId& incident);
    /// What this desk did last to the incident is taken back: with the order gone the promise is made again, in its words.
    void reopen(const IncidentId& incident);

Q_SIGNALS:
    /// Why the promise could not be settled, or that it stands again.
    void said(const QString& message);

private:
    /// A promise that became an order.
    struct Turned
    {
        model::MakePromise made;
        IncidentId incident;
        std::vector<UnitCode> units;
    };

    void wire();
    [[nodiscard]] model::IssueOrders
    orderOf(const model::MakePromise& made, const model::Incident& incident) const;
    void onIssued(const IncidentId& incident, const model::IssueOrders& act);

    desk::Desk& m_desk;
    const TickTimer& m_ticks;
    RightPane& m_right;
    std::string m_promise; ///< that the sheet was opened for; empty: none
    IncidentId m_incident;
    std::optional<Turned> m_turned; ///< the last one
    bool m_isWired = false;
};

} // namespace sz::widgets
