// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// libical's components, freed when done. Private to data/roster.

#include "data/roster/Roster.h"

#include <libical/ical.h>

#include <expected>
#include <memory>

namespace sz::roster {

struct FreeComponent
{
    void operator()(icalcomponent* one) const { icalcomponent_free(one); }
};
using IcalComponent = std::unique_ptr<icalcomponent, FreeComponent>;

inline constexpr const char* kPostProperty = "X-SANZHEN-POST";
inline constexpr const char* kPersonProperty = "X-SANZHEN-PERSON";
inline constexpr const char* kShiftProperty = "X-SANZHEN-SHIFT";
/// Occurrences looked at in one file, before the range, too.
inline constexpr std::size_t kMostIcalSteps = 2'000'000;

/// What limits the work on a hostile file.
struct IcalBudget
{
    std::size_t occurrences = 0;
    std::chrono::steady_clock::time_point deadline;
    [[nodiscard]] bool isSpent(std::size_t most) const
    {
        return occurrences > most || std::chrono::steady_clock::now() > deadline;
    }
};

enum class EventFault : std::uint8_t {
    NoTime,
    UnknownZone,
    RuleRefused, ///< a rule by hours or finer, EXRULE, or a change of this and all that follow
    TooMany,
};

/// An event's times, expanded. Private to data/roster.
class EventTimes
{
public:
    EventTimes(icalcomponent* calendar, const Roster& roster, const Span& range, IcalBudget& budget)
        : m_calendar(calendar), m_roster(roster), m_range(range), m_budget(budget)
    {
    }
    /// Of every occurrence that begins in the range, ascending, each once; RECURRENCE-ID is not looked at.
    [[nodiscard]] std::expected<std::vector<Span>, EventFault> of(icalcomponent* event);
    /// Which occurrence a changed single event stands for; none: it is no such event.
    [[nodiscard]] std::expected<std::optional<Instant>, EventFault> replaced(icalcomponent* event);

private:
    struct Moment
    {
        icaltimetype time{};
        icaltimezone* zone = nullptr; ///< null: the plan's local time
    };
    [[nodiscard]] std::expected<Moment, EventFault> momentOf(icalproperty* property) const;
    [[nodiscard]] Instant instantOf(const icaltimetype& time, icaltimezone* zone) const;
    [[nodiscard]] std::expected<Millis, EventFault>
    lengthOf(icalcomponent* event, const Moment& start);
    std::optional<EventFault>
    addRule(icalproperty* rule, const Moment& start, std::vector<Instant>& all);
    std::optional<EventFault>
    addDates(icalcomponent* event, icalproperty_kind kind, std::vector<Instant>& all);

    icalcomponent* m_calendar;
    const Roster& m_roster;
    const Span& m_range;
    IcalBudget& m_budget;
};

} // namespace sz::roster
