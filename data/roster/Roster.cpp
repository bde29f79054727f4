// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/roster/Roster.h"

#include <algorithm>

namespace sz::roster {

Span overlap(const Span& a, const Span& b)
{
    return {std::max(a.from, b.from), std::min(a.until, b.until)};
}

int ShiftTemplate::minutes() const
{
    constexpr int kDay = 24 * 60;
    return until > from ? until - from : until + kDay - from;
}

std::optional<PostIndex> Roster::post(const PostCode& code) const
{
    const auto it = m_posts.find(code.value);
    return it == m_posts.end() ? std::nullopt : std::optional(it->second);
}

PostIndex Roster::add(RosterPost post)
{
    const auto index = static_cast<PostIndex>(posts.size());
    m_posts.try_emplace(post.code.value, index);
    posts.push_back(std::move(post));
    return index;
}

PersonIndex Roster::personNamed(const std::string& name, const UnitCode& unit)
{
    const auto [it, isNew] =
        m_people.try_emplace(unit.value + '\n' + name, static_cast<PersonIndex>(people.size()));
    if (isNew) {
        Person person;
        person.name = name;
        person.unit = unit;
        people.push_back(std::move(person));
    }
    return it->second;
}

std::uint32_t Roster::labelNamed(const std::string& zh)
{
    const auto known = std::ranges::find(labels, zh, &Words::zh);
    if (known != labels.end()) {
        return static_cast<std::uint32_t>(known - labels.begin());
    }
    Words words{zh, zh};
    for (const Rotation& rotation : rotations) {
        const auto shift = std::ranges::find(
            rotation.shifts, zh, [](const ShiftTemplate& one) { return one.name.zh; });
        if (shift != rotation.shifts.end()) {
            words = shift->name;
            break;
        }
    }
    labels.push_back(std::move(words));
    return static_cast<std::uint32_t>(labels.size() - 1);
}

plan::Mode Roster::modeAt(Instant t) const
{
    const auto after = std::ranges::upper_bound(modes, t, {}, &ModeChange::at);
    return after == modes.begin() ? plan::Mode::Normal : std::prev(after)->mode;
}

Day Roster::localDay(Instant t) const
{
    return std::chrono::floor<std::chrono::days>(t + Minutes(utcOffsetMinutes))
        .time_since_epoch()
        .count();
}

Instant Roster::instantOf(Day day, int minute) const
{
    return Instant(std::chrono::days(day)) + Minutes(minute - utcOffsetMinutes);
}

} // namespace sz::roster
