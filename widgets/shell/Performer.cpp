// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/Performer.h"

#include "data/desk/OnResult.h"
#include "widgets/common/ErrorText.h"
#include "widgets/models/Alarms.h"
#include "widgets/models/Wording.h"

namespace sz::widgets {

void Performer::perform(const IncidentId& incident, model::Act act, const QString& what)
{
    desk::onResult<desk::Receipt>(
        this, m_desk.perform(incident, std::move(act)),
        [this, what](const Result<desk::Receipt>& r) {
            if (!r) {
                Q_EMIT refused(errorText(r.error()));
                return;
            }
            const bool isLive = m_desk.link().state == desk::LinkState::Live;
            Q_EMIT said(
                isLive ? tr("Saved: %1").arg(what)
                       : tr("Saved on this desk, will be sent: %1").arg(what));
        });
}

void Performer::acknowledge(const IncidentId& incident, const QString& step)
{
    perform(incident, model::AcknowledgeAlarm{step.toStdString()}, tr("this alarm is confirmed"));
}

void Performer::raise(const IncidentId& incident, const QString& step, const PostCode& post)
{
    perform(
        incident, model::RaiseAlarm{step.toStdString(), post},
        tr("raised to %1").arg(postText(m_desk.plan(), post)));
}

void Performer::remind(const IncidentId& incident, const std::vector<OrderId>& orders)
{
    perform(
        incident, model::RemindUnits{orders},
        tr("%n unit(s) reminded", nullptr, static_cast<int>(orders.size())));
}

void Performer::remindAll(const IncidentId& incident)
{
    if (const auto known = m_desk.incident(incident)) {
        remind(incident, ordersToRemind(*known));
    }
}

void Performer::sign(const IncidentId& incident, const OrderId& order)
{
    perform(incident, model::SignOrder{order}, tr("order signed for"));
}

void Performer::claim(const IncidentId& incident)
{
    perform(incident, model::ClaimIncident{}, tr("claimed: under your hand"));
}

void Performer::progress(const IncidentId& incident, const OrderId& order, model::Progress progress)
{
    const bool isThere = progress == model::Progress::OnScene;
    perform(
        incident, model::ProgressOrder{order, progress, {}},
        isThere ? tr("on scene") : tr("on the way"));
}

} // namespace sz::widgets
