// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Limits that were broken and then kept, from what an incident remembers.
#include "data/model/Incident.h"
#include "data/model/World.h"

#include <algorithm>

namespace sz::model {
namespace {

class LateList
{
public:
    LateList(const plan::Plan& plan, const Incident& incident)
        : m_plan(plan), m_incident(incident),
          m_limits(plan.limitsFor(incident.kind, incident.grade, incident.mode))
    {
    }

    std::vector<LateStep> build()
    {
        if (!m_incident.orders.empty()) {
            office(
                StepKind::Assign, m_incident.reportedAt,
                m_incident.reportedAt + Minutes{m_limits.assign},
                m_incident.orders.front().issuedAt, 0);
        }
        for (const FiledReport& report : m_incident.reports) {
            if (report.wasDue && report.stage != ReportStage::Final) {
                const bool isFirst = report.stage == ReportStage::First;
                office(
                    isFirst ? StepKind::FirstReport : StepKind::Update, m_incident.reportedAt,
                    *report.wasDue, report.at, isFirst ? 0 : report.ordinal);
            }
        }
        for (const Order& order : m_incident.orders) {
            unit(order);
        }
        for (std::size_t i = 0; i < m_incident.decisions.size(); ++i) {
            if (const Decision& d = m_incident.decisions[i]; d.settledAt) {
                office(
                    StepKind::Decide, d.askedAt, d.askedAt + Minutes{m_limits.decide}, *d.settledAt,
                    static_cast<int>(i) + 1);
            }
        }
        std::ranges::stable_sort(m_late, {}, [](const LateStep& s) { return s.step.due; });
        return std::move(m_late);
    }

private:
    void unit(const Order& o)
    {
        const auto over = o.returnedAt ? o.returnedAt : o.withdrawnAt;
        add(StepKind::Sign, o, o.issuedAt, o.issuedAt + Minutes{o.signMinutes},
            o.signedAt ? o.signedAt : over);
        if (o.signedAt && o.arriveMinutes > 0) {
            add(StepKind::Arrive, o, *o.signedAt, *o.signedAt + Minutes{o.arriveMinutes},
                o.onSceneAt);
        }
        if (o.signedAt && m_limits.feedback < o.doneMinutes) {
            add(StepKind::Feedback, o, *o.signedAt, *o.signedAt + Minutes{m_limits.feedback},
                o.firstWordAt);
        }
        add(StepKind::Finish, o, o.againFrom.value_or(o.issuedAt), o.finishDue(m_plan.calendar),
            o.doneAt);
    }

    void office(StepKind kind, Instant since, Instant due, Instant cleared, int ordinal)
    {
        static const UnitCode office{"HQ"};
        put(kind, office, answeringPost(m_plan, office), {}, ordinal, since, due, cleared);
    }

    void
    add(StepKind kind, const Order& o, Instant since, Instant due, std::optional<Instant> cleared)
    {
        if (cleared) {
            put(kind, o.unit, o.post, o.id, 0, since, due, *cleared);
        }
    }

    void
    put(StepKind kind,
        const UnitCode& unit,
        const PostCode& post,
        const OrderId& order,
        int ordinal,
        Instant since,
        Instant due,
        Instant cleared)
    {
        if (cleared > due) {
            m_late.push_back(
                {{kind, unit, post, order, ordinal, since, due, due, due, std::nullopt}, cleared});
        }
    }

    const plan::Plan& m_plan;
    const Incident& m_incident;
    plan::Limits m_limits;
    std::vector<LateStep> m_late;
};

} // namespace

std::vector<LateStep> lateSteps(const plan::Plan& plan, const Incident& incident)
{
    return LateList(plan, incident).build();
}

} // namespace sz::model
