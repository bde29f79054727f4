// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// From the keys E, D and U of the detail to their sheets and back to a sentence.

#include "data/desk/Desk.h"

#include <QObject>

namespace sz::widgets {

class DecideSheet;
class ReliefSheet;
class RightPane;

/// Opens the sheets about one order. Thread: gui.
class CareActs final : public QObject
{
    Q_OBJECT
public:
    /// Both outlive it.
    CareActs(desk::Desk& desk, RightPane& right, QObject* parent);

    void relief(const IncidentId& incident, const OrderId& order);
    void decide(const IncidentId& incident, const OrderId& order);
    void withdraw(const IncidentId& incident, const OrderId& order, const QString& draft = {});
    /// Another unit takes over from a returned order: the sheet for orders, with its words.
    void orderInstead(const IncidentId& incident, const OrderId& returned, const QString& words);
    /// The form of a refused act of these, filled in; false when it has none.
    bool reopen(const IncidentId& incident, const model::Act& refused);

Q_SIGNALS:
    /// A sheet has done its act; a sentence for the toast.
    void performed(const QWidget& sheet, const QString& message);
    /// A sheet was put away.
    void closed();

private:
    [[nodiscard]] ReliefSheet& reliefSheet();
    [[nodiscard]] DecideSheet& decideSheet();
    void saved(const QWidget& sheet, const QString& what);

    desk::Desk& m_desk;
    RightPane& m_right;
    bool m_hasRelief = false;
    bool m_hasDecide = false;
};

} // namespace sz::widgets
