// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/AlarmGroups.h"

#include <algorithm>
#include <format>

namespace sz::widgets {

namespace {

constexpr Minutes kChatterSpan{1};
constexpr std::size_t kChatterChanges = 3;
constexpr Minutes kPeace{5};

bool isHigh(const Alarm& alarm)
{
    return alarm.incident->grade <= plan::Grade::II;
}

/// Major incidents are groups for themselves and for what belongs to them.
std::string majorOf(const Alarm& alarm)
{
    const model::Incident& incident = *alarm.incident;
    return incident.group.empty() ? incident.id.value : incident.group.value;
}

/// Groups that grow coarser, smallest first, until there are few enough.
class Gathering
{
public:
    explicit Gathering(const std::vector<Alarm>& alarms) : m_alarms(alarms)
    {
        std::map<std::string, std::set<IncidentId>> majors;
        std::map<std::string, std::set<IncidentId>> streets;
        for (const Alarm& alarm : alarms) {
            majors[majorOf(alarm)].insert(alarm.incident->id);
            streets[alarm.incident->place.street.value].insert(alarm.incident->id);
        }
        for (std::size_t i = 0; i < alarms.size(); ++i) {
            const std::string& street = alarms[i].incident->place.street.value;
            const GroupBy by = majors[majorOf(alarms[i])].size() >= kPlaceFrom ? GroupBy::Major
                               : !street.empty() && streets[street].size() >= kPlaceFrom
                                   ? GroupBy::Street
                                   : GroupBy::Cause;
            put(i, by);
        }
    }

    void shrinkTo(std::size_t most)
    {
        while (m_groups.size() > most) {
            const auto smallest = std::ranges::min_element(m_groups, {}, [](const auto& entry) {
                return std::tuple(
                    entry.first.first == GroupBy::Rest, entry.second.size(), entry.first);
            });
            if (smallest->first.first == GroupBy::Rest) {
                return; // one group is left
            }
            const GroupBy coarser = coarserThan(smallest->first.first);
            const std::vector<std::size_t> members = std::move(smallest->second);
            m_groups.erase(smallest);
            for (const std::size_t i : members) {
                put(i, coarser);
            }
        }
    }

    void give(std::vector<AlarmGroup>& groups, const char* prefix)
    {
        for (auto& [id, members] : m_groups) {
            std::ranges::sort(members);
            AlarmGroup group{
                id.first,
                std::format("{}{}/{}", prefix, static_cast<int>(id.first), id.second),
                {}};
            for (const std::size_t i : members) {
                group.alarms.push_back(m_alarms[i]);
            }
            groups.push_back(std::move(group));
        }
    }

private:
    using Id = std::pair<GroupBy, std::string>;

    static GroupBy coarserThan(GroupBy by)
    {
        return by == GroupBy::Major || by == GroupBy::Street ? GroupBy::Cause
               : by == GroupBy::Cause                        ? GroupBy::Kind
                                                             : GroupBy::Rest;
    }

    void put(std::size_t i, GroupBy by)
    {
        const Alarm& alarm = m_alarms[i];
        const int kind = static_cast<int>(alarm.step.kind);
        std::string name;
        switch (by) {
        case GroupBy::Major:
            name = majorOf(alarm);
            break;
        case GroupBy::Street:
            name = alarm.incident->place.street.value;
            break;
        case GroupBy::Cause:
            name = std::format("{}/{}", kind, alarm.step.unit.value);
            break;
        case GroupBy::Kind:
            name = std::format("{}", kind);
            break;
        default:
            break;
        }
        m_groups[{by, std::move(name)}].push_back(i);
    }

    const std::vector<Alarm>& m_alarms;
    std::map<Id, std::vector<std::size_t>> m_groups;
};

AlarmGroup singleOf(const Alarm& alarm)
{
    const auto [incident, ref] = keyOf(alarm);
    return {GroupBy::Single, std::format("one/{}/{}", incident, ref), {alarm}};
}

void sortByFirst(std::vector<AlarmGroup>& groups)
{
    std::ranges::stable_sort(groups, {}, [](const AlarmGroup& group) {
        const Alarm& first = group.alarms.front();
        return std::tuple(
            first.clearedAt.has_value(), first.incident->grade, first.step.due,
            first.incident->id.value);
    });
}

} // namespace

StepKey keyOf(const Alarm& alarm)
{
    return {alarm.incident->id.value, alarm.step.ref()};
}

std::vector<AlarmGroup>
groupAlarms(const std::vector<Alarm>& alarms, bool isFlood, const std::set<StepKey>& unsteady)
{
    std::vector<AlarmGroup> groups;
    AlarmGroup chatter{GroupBy::Unsteady, "unsteady", {}};
    std::vector<Alarm> high;
    std::vector<Alarm> low;
    for (const Alarm& alarm : alarms) {
        if (isHigh(alarm)) {
            if (!isFlood || groups.size() < kMostSingles) {
                groups.push_back(singleOf(alarm));
            } else {
                high.push_back(alarm);
            }
        } else if (!unsteady.empty() && unsteady.contains(keyOf(alarm))) {
            chatter.alarms.push_back(alarm);
        } else if (isFlood) {
            low.push_back(alarm);
        } else {
            groups.push_back(singleOf(alarm));
        }
    }
    if (!chatter.alarms.empty()) {
        groups.push_back(std::move(chatter));
    }
    if (isFlood) {
        const std::size_t room = kMostGroups - groups.size(); // at least four
        Gathering gathered(low);
        Gathering grave(high);
        grave.shrinkTo(low.empty() ? room : room / 2);
        const std::size_t before = groups.size();
        grave.give(groups, "high/");
        gathered.shrinkTo(room - (groups.size() - before));
        gathered.give(groups, "low/");
    }
    sortByFirst(groups);
    return groups;
}

void AlarmChatter::take(const std::set<StepKey>& late, Instant now)
{
    m_now = now;
    if (m_hasBegun && late != m_late) { // what a start finds has not changed
        std::vector<StepKey> changed;
        std::ranges::set_symmetric_difference(m_late, late, std::back_inserter(changed));
        for (const StepKey& key : changed) {
            Changes& changes = m_changes[key];
            changes.at.push_back(now);
            std::erase_if(changes.at, [now](Instant at) { return now - at > kChatterSpan; });
            if (changes.at.size() >= kChatterChanges) {
                changes.unsteadyUntil = now + kPeace;
            }
        }
    }
    m_hasBegun = true;
    m_late = late;
    std::erase_if(m_changes, [now](const auto& entry) {
        const Changes& changes = entry.second;
        return changes.unsteadyUntil <= now && now - changes.at.back() > kChatterSpan;
    });
}

std::set<StepKey> AlarmChatter::unsteady() const
{
    std::set<StepKey> found;
    for (const auto& [key, changes] : m_changes) {
        if (changes.unsteadyUntil > m_now) {
            found.insert(key);
        }
    }
    return found;
}

} // namespace sz::widgets
