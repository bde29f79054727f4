// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A flood of alarms as a few groups that somebody can still read (standards.md §6). Pure.

#include "widgets/models/Alarms.h"

#include <set>
#include <string>
#include <utility>

namespace sz::widgets {

/// One step of one incident, as long as it lives: id and Step::ref.
using StepKey = std::pair<std::string, std::string>;
[[nodiscard]] StepKey keyOf(const Alarm& alarm);

enum class GroupBy : std::uint8_t {
    Single,   ///< one alarm: grades I and II, and everything while there is no flood
    Unsteady, ///< comes and goes, see AlarmChatter
    Major,    ///< incidents of one major incident
    Street,   ///< incidents of one street
    Cause,    ///< kind of step and unit
    Kind,     ///< kind of step, several units
    Rest,     ///< whatever else; grades I and II and lower ones never together
};

struct AlarmGroup
{
    GroupBy by = GroupBy::Single;
    std::string key;           ///< the same as long as the group stands
    std::vector<Alarm> alarms; ///< by harm, never empty
    bool operator==(const AlarmGroup& other) const { return key == other.key; }
};

/// EEMUA 191: more than ten in ten minutes nobody reads one by one.
inline constexpr std::size_t kMostGroups = 10;
/// Of grades I and II these many most harmful ones stand for themselves; with the next confirmed the next one does.
inline constexpr std::size_t kMostSingles = 5;
/// So many of one street, or of one major incident, make a group before the cause does.
inline constexpr std::size_t kPlaceFrom = 3;

/// `alarms`: by harm, as openAlarms() gives them. Without a flood each is a group of its own but for the unsteady ones; in a
/// flood never more than kMostGroups, however many alarms. Every alarm stands in exactly one group; groups by their first one.
[[nodiscard]] std::vector<AlarmGroup>
groupAlarms(const std::vector<Alarm>& alarms, bool isFlood, const std::set<StepKey>& unsteady = {});

/// Which steps turn late and back again so fast that each of their alarms says nothing.
class AlarmChatter
{
public:
    /// What is late now, seen or not. Times rise.
    void take(const std::set<StepKey>& late, Instant now);
    /// At least three changes within a minute, and five minutes of peace not yet over.
    [[nodiscard]] std::set<StepKey> unsteady() const;

private:
    struct Changes
    {
        std::vector<Instant> at; ///< of the last minute
        Instant unsteadyUntil;
    };
    std::set<StepKey> m_late;
    std::map<StepKey, Changes> m_changes;
    Instant m_now;
    bool m_hasBegun = false;
};

} // namespace sz::widgets
