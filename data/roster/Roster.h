// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A roster as values: who should hold which post when, as rotations say it and as planners changed it by name.

#include "data/plan/Calendar.h"
#include "data/plan/Mode.h"
#include "data/plan/Plan.h"
#include "data/plan/Shifts.h"

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace sz::roster {

/// Local day number, days since 1970-01-01, in the plan's time zone.
using Day = std::int64_t;
using PostIndex = std::uint32_t;   ///< into Roster::posts
using PersonIndex = std::uint32_t; ///< into Roster::people
inline constexpr std::uint32_t kNobody = std::numeric_limits<std::uint32_t>::max();

struct Words
{
    std::string zh;
    std::string en;
    bool operator==(const Words&) const = default;
};

/// Half-open, UTC.
struct Span
{
    Instant from;
    Instant until;

    [[nodiscard]] bool holds(Instant t) const { return from <= t && t < until; }
    [[nodiscard]] bool meets(const Span& other) const
    {
        return from < other.until && other.from < until;
    }
    [[nodiscard]] bool isEmpty() const { return until <= from; }
    bool operator==(const Span&) const = default;
};
[[nodiscard]] Span overlap(const Span& a, const Span& b); ///< may be empty

/// Local days from–to, both included; none: open on that side.
struct Validity
{
    std::optional<Day> first;
    std::optional<Day> last;

    [[nodiscard]] bool holds(Day day) const
    {
        return (!first || *first <= day) && (!last || day <= *last);
    }
    auto operator<=>(const Validity&) const = default;
};

using plan::DayKind;
using plan::dayKind;
using plan::DayKinds;
using plan::kEveryDay;

/// One kind of shift. Local clock times in minutes after midnight; `until` not later than `from` ends on the next day, so equal
/// ones are 24 hours.
struct ShiftTemplate
{
    std::string code;                        ///< "day", unique in its rotation
    Words name;                              ///< 白班, Day
    int from = 0;                            ///< 0 to 1439
    int until = 0;                           ///< 0 to 1440
    int needs = 1;                           ///< persons (or teams) at each post
    std::vector<std::string> qualifications; ///< each of them everybody in it has to have

    [[nodiscard]] int minutes() const;
};

/// A team takes a shift.
struct Step
{
    std::uint16_t shift = 0; ///< into Rotation::shifts
    std::uint16_t team = 0;  ///< into RosterPost::teams
};

/// What repeats. Goes on by one with each day of a kind in `on`, from `epoch`; other days are not its own.
struct Wheel
{
    DayKinds on = kEveryDay;
    Day epoch = 0;
    std::vector<std::vector<Step>> cycle; ///< never empty; a day without steps is free for all
};

/// Who takes which shift in turn; several wheels for rosters that differ on weekends or holidays.
struct Rotation
{
    std::string code;
    Words name;
    std::vector<ShiftTemplate> shifts;
    std::vector<Wheel> wheels;
};

/// Somebody on duty, by name in a unit, or a team that the plan names. Nothing else is kept of a person.
struct Person
{
    std::string name;
    std::string nameEn; ///< of teams; empty: `name`
    UnitCode unit;      ///< the same name in two units is two persons
    std::vector<std::string> qualifications;
    bool isTeam = false;
};

/// A post follows a rotation, in one mode or in all that have no turn of their own. The first that fits counts.
struct Turn
{
    std::uint32_t rotation = 0; ///< into Roster::rotations
    std::int32_t phase = 0;     ///< days the wheels are ahead
    std::optional<plan::Mode> mode;
    Validity validity;
    auto operator<=>(const Turn&) const = default;
};

struct RosterPost
{
    PostCode code;
    UnitCode unit;
    Words name;
    std::vector<Turn> turns;                     ///< empty: only what is assigned by name
    std::vector<std::vector<PersonIndex>> teams; ///< members; a team without any leaves a gap
};

/// Somebody at a post from–until, said by name. It stands in place of what the rotation says for that time: of everybody, or of
/// one person when `inPlaceOf` names one.
struct Assignment
{
    PostIndex post = 0;
    PersonIndex person = 0;
    Span time;
    std::uint32_t label = kNobody; ///< name of the shift as planned, into Roster::labels
    PersonIndex inPlaceOf = kNobody;
};

/// Known not to be there: one person at a post, or everybody (kNobody).
struct Absence
{
    PostIndex post = 0;
    PersonIndex person = kNobody;
    Span time;
    Words reason;
};

/// At least so many at a post, or at all posts of a unit, in one mode or in all.
struct Minimum
{
    PostCode post; ///< either this
    UnitCode unit; ///< or this
    std::optional<plan::Mode> mode;
    int people = 1;
};

/// So many different teams have to stand behind a post in a mode: who is on duty, and who can be called in because he comes next.
struct Depth
{
    PostCode post;
    plan::Mode mode = plan::Mode::Games;
    int teams = 2;
};

/// What a plan asks of a roster.
struct Rules
{
    Minutes rest{std::chrono::hours(11)}; ///< least between two duties of a person
    std::vector<Minimum> minimums;
    std::vector<Depth> depths; ///< of limits.toml
};

/// From this moment on the city is in this mode.
struct ModeChange
{
    Instant at;
    plan::Mode mode = plan::Mode::Normal;
};

/// All of it. Posts and people are only ever added, so an index stays good.
struct Roster
{
    int utcOffsetMinutes = 480;
    plan::Calendar calendar;
    std::vector<Rotation> rotations;
    std::vector<RosterPost> posts;
    std::vector<Person> people;
    std::vector<Words> labels;           ///< names of shifts that were planned by name
    std::vector<Assignment> assignments; ///< later ones come after earlier ones
    std::vector<Absence> absences;
    std::vector<ModeChange> modes; ///< ascending; empty: normal throughout, as before the first
    Rules rules;
    std::unordered_map<std::string, UnitCode>
        unitNames;                          ///< codes and names of units, as sheets write them
    std::map<UnitCode, Words> namesOfUnits; ///< as they are spoken of

    /// None when there is no such post.
    [[nodiscard]] std::optional<PostIndex> post(const PostCode& code) const;
    /// The person of that name in that unit, added when new. Linear in nobody: looked up by hash.
    [[nodiscard]] PersonIndex personNamed(const std::string& name, const UnitCode& unit);
    /// Index of a label, added when new; known shifts bring their English name.
    [[nodiscard]] std::uint32_t labelNamed(const std::string& zh);
    [[nodiscard]] plan::Mode modeAt(Instant t) const;
    [[nodiscard]] Day localDay(Instant t) const;
    /// Minutes after local midnight of a day; may be past 1440.
    [[nodiscard]] Instant instantOf(Day day, int minute) const;

    /// Add here; fills what post() looks up.
    PostIndex add(RosterPost post);

private:
    std::unordered_map<std::string, PostIndex> m_posts;
    std::unordered_map<std::string, PersonIndex> m_people;
};

} // namespace sz::roster
