// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/AlarmLoad.h"

#include <algorithm>

namespace sz::widgets {

namespace {

constexpr Millis kBar = Minutes{10};
constexpr Millis kAllBars = kBar * static_cast<int>(kLoadBars);

class Meter
{
public:
    Meter(Instant shiftStart, Instant now) : m_start(shiftStart), m_now(now) {}

    [[nodiscard]] Instant oldest() const { return std::min(m_start, m_now - kAllBars); }

    void add(plan::Grade grade, Instant due)
    {
        if (due > m_now || due < oldest()) {
            return;
        }
        const auto back = static_cast<std::size_t>((m_now - due) / kBar);
        if (back < kLoadBars) {
            ++m_load.bars[kLoadBars - 1 - back];
        }
        if (due >= m_start) {
            ++(grade <= plan::Grade::II    ? m_load.high
               : grade == plan::Grade::III ? m_load.medium
                                           : m_load.low);
        }
    }

    AlarmLoad finish()
    {
        const double stretches =
            static_cast<double>((m_now - m_start).count()) / static_cast<double>(kBar.count());
        m_load.shiftMean = (m_load.high + m_load.medium + m_load.low) / std::max(1.0, stretches);
        return m_load;
    }

private:
    Instant m_start;
    Instant m_now;
    AlarmLoad m_load;
};

} // namespace

AlarmLoad
alarmLoad(const plan::Plan& plan, const Incidents& incidents, Instant shiftStart, Instant now)
{
    Meter meter(shiftStart, now);
    for (const auto& [id, incident] : incidents) {
        for (const model::Step& step : incident->steps) {
            meter.add(incident->grade, step.due);
        }
        if (incident->lastTouched < meter.oldest()) {
            continue; // nothing was kept late since
        }
        for (const model::LateStep& late : model::lateSteps(plan, *incident)) {
            meter.add(incident->grade, late.step.due);
        }
    }
    return meter.finish();
}

} // namespace sz::widgets
