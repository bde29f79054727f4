// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Enter on a promise of the handover sheet: the order sheet with its unit, words and limit; once issued, the promise names the order.

#include "data/desk/Desk.h"

#include <QObject>

#include <string>

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

Q_SIGNALS:
    /// Why the promise could not be settled.
    void said(const QString& message);

private:
    void wire();
    [[nodiscard]] model::IssueOrders
    orderOf(const model::MakePromise& made, const model::Incident& incident) const;
    void onIssued(const IncidentId& incident, const model::IssueOrders& act);

    desk::Desk& m_desk;
    const TickTimer& m_ticks;
    RightPane& m_right;
    std::string m_promise; ///< that the sheet was opened for; empty: none
    IncidentId m_incident;
    bool m_isWired = false;
};

} // namespace sz::widgets
