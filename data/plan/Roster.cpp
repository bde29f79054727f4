// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who holds a post: rotations say who should, gaps say when nobody does.
#include "data/plan/Places.h"
#include "data/plan/Shifts.h"

#include <algorithm>

namespace sz::plan {
namespace {

using std::chrono::days;

constexpr int kMostOff = 400; ///< days without any shift that are looked through

/// Local clock time: an Instant moved by the plan's offset, so that midnight is a multiple of a day.
using Local = std::chrono::local_time<Millis>;

struct Interval
{
    Local from;
    Local until;

    [[nodiscard]] bool holds(Local t) const { return from <= t && t < until; }
};

/// Who stands at a moment, and from when until when nothing of that changes.
struct Standing
{
    Interval time;
    std::vector<TeamShift> teams; ///< empty: no shift is held
};

std::string filled(std::string team, const std::string& post)
{
    constexpr std::string_view kPost = "{post}";
    if (const auto at = team.find(kPost); at != std::string::npos) {
        team.replace(at, kPost.size(), post);
    }
    return team;
}

class PostRoster
{
public:
    PostRoster(const Plan& plan, const Post& post)
        : m_post(post), m_calendar(plan.calendar), m_offset(plan.utcOffsetMinutes),
          m_rotation(*std::ranges::find(plan.rotations, post.rotation, &Rotation::code))
    {
        std::ranges::copy_if(plan.gaps, std::back_inserter(m_gaps), [&](const RosterGap& gap) {
            return gap.post == post.code;
        });
    }

    [[nodiscard]] Duty at(Instant when) const
    {
        const Local t{when.time_since_epoch() + m_offset};
        const auto now = standingAt(t);
        const auto gap = now.teams.empty() ? std::nullopt : gapAt(t);
        const auto held = gap ? *gap : trimmed(now.time, t);
        Duty duty;
        duty.post = m_post.code;
        duty.unit = m_post.unit;
        duty.from = utc(held.from);
        duty.until = utc(held.until);
        duty.isOff = now.teams.empty();
        if (!now.teams.empty()) {
            duty.shiftZh = m_rotation.shiftNames[now.teams.front().shift].zh;
            duty.shiftEn = m_rotation.shiftNames[now.teams.front().shift].en;
        }
        if (!gap) {
            duty.holderZh = holderZh(now);
            duty.holderEn = holderEn(now);
        }
        const auto next = standingAt(held.until);
        duty.isNextOff = next.teams.empty();
        if (!gapAt(held.until)) {
            duty.nextZh = holderZh(next);
            duty.nextEn = holderEn(next);
        }
        return duty;
    }

private:
    [[nodiscard]] Instant utc(Local t) const { return Instant{t.time_since_epoch() - m_offset}; }

    [[nodiscard]] Standing standingAt(Local t) const
    {
        const auto today = std::chrono::floor<days>(t);
        Standing now{{today - days(1), today + days(2)}, {}};
        for (const int day : {-1, 0, 1}) { // a row of another kind of day may begin early tomorrow
            look(today + days(day), t, now);
        }
        if (now.teams.empty()) {
            widen(today, t, now);
        }
        return now;
    }

    /// The shifts that begin on a day: those that hold t, and what the others cut off of the time around it.
    void look(std::chrono::local_days day, Local t, Standing& now) const
    {
        for (const TeamShift& one :
             shiftsOn(m_rotation, m_calendar, day.time_since_epoch().count())) {
            const int from = m_rotation.changesAt[one.shift];
            const int until = endOf(m_rotation, one.shift);
            const Interval time{
                day + Minutes(from), day + days(until <= from ? 1 : 0) + Minutes(until)};
            for (const Local edge : {time.from, time.until}) {
                now.time.from = edge <= t ? std::max(now.time.from, edge) : now.time.from;
                now.time.until = edge > t ? std::min(now.time.until, edge) : now.time.until;
            }
            const bool isKnown = std::ranges::contains(now.teams, one.team, &TeamShift::team);
            if (time.holds(t) && !isKnown) {
                now.teams.push_back(one);
            }
        }
    }

    /// Nobody stands: since the last shift, however many days ago it ended, until the next one.
    void widen(std::chrono::local_days today, Local t, Standing& now) const
    {
        for (const int step : {-1, 1}) {
            Standing far{{today - days(kMostOff), today + days(kMostOff)}, {}};
            Local& edge = step < 0 ? far.time.from : far.time.until;
            const Local unknown = edge;
            bool isFound = false;
            for (int n = 0; n <= kMostOff; ++n) {
                look(today + days(step * n), t, far);
                if (isFound) { // one day more: a night may end after the day's own shift
                    break;
                }
                isFound = edge != unknown;
            }
            (step < 0 ? now.time.from : now.time.until) = edge;
        }
    }

    /// Times of each gap that begins on the day before t, on its day or on the day after.
    [[nodiscard]] std::vector<Interval> gapsNear(Local t) const
    {
        std::vector<Interval> result;
        const auto today = std::chrono::floor<days>(t);
        for (const auto& gap : m_gaps) {
            for (auto day = today - days(1); day <= today + days(1); day += days(1)) {
                if (!gap.day || *gap.day == day.time_since_epoch().count()) {
                    const auto overnight = days(gap.toMinute <= gap.fromMinute ? 1 : 0);
                    result.push_back(
                        {day + Minutes(gap.fromMinute), day + overnight + Minutes(gap.toMinute)});
                }
            }
        }
        return result;
    }

    [[nodiscard]] std::optional<Interval> gapAt(Local t) const
    {
        for (const auto& gap : gapsNear(t)) {
            if (gap.holds(t)) {
                return gap;
            }
        }
        return std::nullopt;
    }

    /// The part of a shift around t that no gap cuts off.
    [[nodiscard]] Interval trimmed(Interval shift, Local t) const
    {
        for (const auto& gap : gapsNear(t)) {
            if (gap.until <= t) {
                shift.from = std::max(shift.from, gap.until);
            } else if (gap.from > t) {
                shift.until = std::min(shift.until, gap.from);
            }
        }
        return shift;
    }

    [[nodiscard]] std::string holderZh(const Standing& now) const
    {
        std::string all;
        for (const TeamShift& one : now.teams) {
            all += (all.empty() ? "" : "、") + filled(m_rotation.teams[one.team], m_post.name.zh);
        }
        return all;
    }
    [[nodiscard]] std::string holderEn(const Standing& now) const
    {
        const auto& name = m_post.name.en.empty() ? m_post.name.zh : m_post.name.en;
        std::string all;
        for (const TeamShift& one : now.teams) {
            const bool isNamed = one.team < m_rotation.teamsEn.size();
            all += (all.empty() ? "" : ", ")
                   + (isNamed ? filled(m_rotation.teamsEn[one.team], name)
                              : filled(m_rotation.teams[one.team], m_post.name.zh));
        }
        return all;
    }

    const Post& m_post;
    const Calendar& m_calendar;
    Minutes m_offset;
    const Rotation& m_rotation;
    std::vector<RosterGap> m_gaps;
};

} // namespace

std::optional<Duty> dutyAt(const Plan& plan, const PostCode& code, Instant when)
{
    const Post* post = plan.post(code);
    return post != nullptr ? std::optional(PostRoster(plan, *post).at(when)) : std::nullopt;
}

std::vector<Duty> dutiesOf(const Plan& plan, const UnitCode& unit, Instant when)
{
    std::vector<Duty> duties;
    for (const auto& post : plan.posts) {
        if (post.unit == unit) {
            duties.push_back(PostRoster(plan, post).at(when));
        }
    }
    return duties;
}

} // namespace sz::plan
