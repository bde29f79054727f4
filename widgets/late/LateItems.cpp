// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/late/LateItems.h"

#include <algorithm>
#include <tuple>

namespace sz::widgets {

std::vector<LateItem> lateItems(const plan::Plan& plan, const Incidents& incidents, Instant now)
{
    std::vector<LateItem> items;
    for (const auto& [id, incident] : incidents) {
        for (const model::Step& step : incident->steps) {
            if (step.lampAt(now) != model::Lamp::Late) {
                continue;
            }
            const std::string ref = step.ref();
            const auto shelf = incident->shelved.find(ref);
            LateItem item{{incident, step}, LateState::Unseen, {}};
            if (shelf != incident->shelved.end() && now < shelf->second.until) {
                item.state = LateState::Aside;
                item.shelf = shelf->second;
            } else if (incident->acknowledged.contains(ref)) {
                item.state = LateState::Confirmed;
            }
            items.push_back(std::move(item));
        }
    }
    std::ranges::sort(items, {}, [](const LateItem& item) {
        return std::tuple(
            item.alarm.incident->grade, item.alarm.step.due, item.alarm.incident->id.value);
    });
    for (Alarm& gone : clearedAlarms(plan, incidents, now)) {
        items.push_back({std::move(gone), LateState::Gone, {}});
    }
    return items;
}

} // namespace sz::widgets
