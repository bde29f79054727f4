// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// From an intent of a pane to the desk and back to a sentence: saved, or why not.

#include "data/desk/Desk.h"

#include <QObject>

namespace sz::widgets {

/// Thread: gui. The desk outlives it.
class Performer final : public QObject
{
    Q_OBJECT
public:
    explicit Performer(desk::Desk& desk, QObject* parent = nullptr) : QObject(parent), m_desk(desk)
    {
    }

    /// `what` names the act in the toast: "signed for".
    void perform(const IncidentId& incident, model::Act act, const QString& what);
    void acknowledge(const IncidentId& incident, const QString& step);
    /// Up its ladder, to this post.
    void raise(const IncidentId& incident, const QString& step, const PostCode& post);
    void remind(const IncidentId& incident, const std::vector<OrderId>& orders);
    /// Reminds whoever has not answered, see ordersToRemind.
    void remindAll(const IncidentId& incident);
    void sign(const IncidentId& incident, const OrderId& order);
    void claim(const IncidentId& incident);
    void progress(const IncidentId& incident, const OrderId& order, model::Progress progress);

Q_SIGNALS:
    void said(const QString& message);
    void refused(const QString& message);

private:
    desk::Desk& m_desk;
};

} // namespace sz::widgets
