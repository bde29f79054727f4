// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/Forecast.h"

#include "widgets/common/Durations.h"
#include "widgets/models/Wording.h"

#include <QCoreApplication>

namespace sz::widgets {

namespace {

struct Say
{
    Q_DECLARE_TR_FUNCTIONS(Forecast)
};

QString clockOf(Instant at, Instant now, const plan::Plan& plan)
{
    const int offset = plan.utcOffsetMinutes;
    return dateText(at, offset) == dateText(now, offset) ? clockMinuteText(at, offset)
                                                         : dayClockText(at, offset);
}

} // namespace

QString redText(const model::Incident& incident, const plan::Plan& plan, Instant now)
{
    const model::Step* step = incident.nextStep(now);
    if (step == nullptr) {
        return {};
    }
    const QString clock = clockOf(step->due, now, plan);
    return step->lampAt(now) == model::Lamp::Late ? Say::tr("red since %1", "clock").arg(clock)
                                                  : Say::tr("red at %1", "clock").arg(clock);
}

QString forecastText(const model::Incident& incident, const plan::Plan& plan, Instant now)
{
    const model::Step* step = incident.nextStep(now);
    if (step == nullptr) {
        return {};
    }
    QStringList parts;
    if (now < step->nearFrom && step->nearFrom < step->behindFrom) {
        parts.append(Say::tr("near at %1", "clock").arg(clockOf(step->nearFrom, now, plan)));
    }
    if (now < step->behindFrom && step->behindFrom < step->due) {
        parts.append(Say::tr("behind at %1", "clock").arg(clockOf(step->behindFrom, now, plan)));
    }
    parts.append(redText(incident, plan, now));
    return Say::tr("%1: %2", "step, when its lamp turns")
        .arg(stepName(*step), parts.join(Say::tr(", ", "between lamps")));
}

} // namespace sz::widgets
