// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/supervision/SupervisionWords.h"

#include "widgets/common/Durations.h"
#include "widgets/common/Language.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace sz::widgets {
namespace {

std::chrono::year_month_day localDate(Instant t, int utcOffset)
{
    return std::chrono::floor<std::chrono::days>(t + Minutes{utcOffset});
}

} // namespace

bool mayRunCampaigns(const desk::Desk& desk)
{
    const model::Actor actor = desk.actor();
    const plan::Reach reach = desk.plan().reachOf(actor.role, plan::Right::RunCampaign);
    return reach == plan::Reach::Any || reach == plan::Reach::Own
           || (reach == plan::Reach::Office && actor.unit == UnitCode("HQ"));
}

std::vector<model::IncidentPtr> campaignsOf(const desk::Desk& desk)
{
    std::vector<model::IncidentPtr> found;
    for (const auto& [id, incident] : desk.incidents()) {
        if (incident->campaign != nullptr || incident->kind == kCampaignKind) {
            found.push_back(incident);
        }
    }
    std::ranges::stable_sort(found, [](const model::IncidentPtr& a, const model::IncidentPtr& b) {
        const bool isOver = a->state == model::IncidentState::Closed;
        const bool isOtherOver = b->state == model::IncidentState::Closed;
        return isOver != isOtherOver ? isOtherOver : a->reportedAt > b->reportedAt;
    });
    return found;
}

QString dayCountText(const model::Campaign& campaign, Instant now, int utcOffset)
{
    const model::DayCount count = model::dayOf(campaign, now, utcOffset);
    if (!campaign.from()) {
        return {};
    }
    if (count.day == 0) {
        return QCoreApplication::translate("Supervision", "begins %1")
            .arg(dateText(*campaign.from(), utcOffset));
    }
    if (count.of == 0) {
        return QCoreApplication::translate("Supervision", "day %1").arg(count.day);
    }
    return count.day > count.of
               ? QCoreApplication::translate("Supervision", "day %1, ended after %2")
                     .arg(count.day)
                     .arg(count.of)
               : QCoreApplication::translate("Supervision", "day %1 of %2")
                     .arg(count.day)
                     .arg(count.of);
}

QString itemStateText(model::ItemState state)
{
    switch (state) {
    case model::ItemState::Done:
        return QCoreApplication::translate("Supervision", "done", "state of an item");
    case model::ItemState::Void:
        return QCoreApplication::translate("Supervision", "void", "state of an item");
    case model::ItemState::Open:
        break;
    }
    return QCoreApplication::translate("Supervision", "open", "state of an item");
}

QString dueText(Instant due, Instant now, int utcOffset)
{
    const auto date = localDate(due, utcOffset);
    const QString day = QStringLiteral("%1-%2")
                            .arg(static_cast<unsigned>(date.month()), 2, 10, QLatin1Char('0'))
                            .arg(static_cast<unsigned>(date.day()), 2, 10, QLatin1Char('0'));
    return date.year() == localDate(now, utcOffset).year()
               ? day
               : QStringLiteral("%1-%2").arg(static_cast<int>(date.year())).arg(day);
}

model::ReportIncident
reportOf(const desk::Desk& desk, const KindCode& kind, const QString& title, Instant now)
{
    const plan::Kind* known = desk.plan().kind(kind);
    model::ReportIncident act;
    act.source = model::Source::Other;
    act.title = title.toStdString();
    act.kind = kind;
    act.grade = known != nullptr ? known->grade : plan::Grade::IV;
    act.place.text = nameText(desk.plan().city).toStdString();
    act.receivedAt = now;
    return act;
}

} // namespace sz::widgets
