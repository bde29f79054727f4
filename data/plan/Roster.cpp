// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who holds a post: rotations say who should, gaps say when nobody does.
#include "data/plan/Places.h"

#include <algorithm>

namespace sz::plan {
namespace {

using std::chrono::days;

/// Local clock time: an Instant moved by the plan's offset, so that midnight is a multiple of a day.
using Local = std::chrono::local_time<Millis>;

struct Interval
{
    Local from;
    Local until;

    [[nodiscard]] bool holds(Local t) const { return from <= t && t < until; }
};

struct Shift
{
    Interval time;
    std::size_t name = 0; ///< index into shiftNames
    std::size_t team = 0; ///< index into teams
};

class PostRoster
{
public:
    PostRoster(const Plan& plan, const Post& post)
        : m_post(post), m_offset(plan.utcOffsetMinutes),
          m_rotation(*std::ranges::find(plan.rotations, post.rotation, &Rotation::code))
    {
        std::ranges::copy_if(plan.gaps, std::back_inserter(m_gaps), [&](const RosterGap& gap) {
            return gap.post == post.code;
        });
    }

    [[nodiscard]] Duty at(Instant when) const
    {
        const Local t{when.time_since_epoch() + m_offset};
        const auto shift = shiftAt(t);
        const auto gap = gapAt(t);
        const auto held = gap ? *gap : trimmed(shift.time, t);
        Duty duty;
        duty.post = m_post.code;
        duty.unit = m_post.unit;
        duty.from = utc(held.from);
        duty.until = utc(held.until);
        duty.shiftZh = m_rotation.shiftNames[shift.name].zh;
        duty.shiftEn = m_rotation.shiftNames[shift.name].en;
        if (!gap) {
            duty.holderZh = holderZh(shift);
            duty.holderEn = holderEn(shift);
        }
        if (!gapAt(held.until)) {
            const auto next = shiftAt(held.until);
            duty.nextZh = holderZh(next);
            duty.nextEn = holderEn(next);
        }
        return duty;
    }

private:
    [[nodiscard]] Instant utc(Local t) const { return Instant{t.time_since_epoch() - m_offset}; }

    [[nodiscard]] Shift shiftAt(Local t) const
    {
        const auto& changes = m_rotation.changesAt;
        auto day = std::chrono::floor<days>(t);
        const auto minute = std::chrono::floor<Minutes>(t - day).count();
        auto after =
            static_cast<std::size_t>(std::ranges::upper_bound(changes, minute) - changes.begin());
        if (after == 0) { // still the last shift of yesterday
            day -= days(1);
            after = changes.size();
        }
        const auto number = (day.time_since_epoch().count() - m_rotation.epochDay)
                                * static_cast<std::int64_t>(changes.size())
                            + static_cast<std::int64_t>(after) - 1;
        return {{start(day, after - 1), start(day, after)}, after - 1, teamOf(number)};
    }

    /// Start of the n-th shift of a day; n may be one past the last: the first of the next day.
    [[nodiscard]] Local start(std::chrono::local_days day, std::size_t n) const
    {
        const auto& changes = m_rotation.changesAt;
        return n < changes.size() ? day + Minutes(changes[n]) : day + days(1) + Minutes(changes[0]);
    }

    [[nodiscard]] std::size_t teamOf(std::int64_t shiftNumber) const
    {
        const auto teams = static_cast<std::int64_t>(m_rotation.teams.size());
        return static_cast<std::size_t>(((shiftNumber % teams) + teams) % teams);
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

    [[nodiscard]] static std::string filled(std::string team, const std::string& post)
    {
        constexpr std::string_view kPost = "{post}";
        if (const auto at = team.find(kPost); at != std::string::npos) {
            team.replace(at, kPost.size(), post);
        }
        return team;
    }
    [[nodiscard]] std::string holderZh(const Shift& shift) const
    {
        return filled(m_rotation.teams[shift.team], m_post.name.zh);
    }
    [[nodiscard]] std::string holderEn(const Shift& shift) const
    {
        const auto& name = m_post.name.en.empty() ? m_post.name.zh : m_post.name.en;
        return shift.team < m_rotation.teamsEn.size() ? filled(m_rotation.teamsEn[shift.team], name)
                                                      : holderZh(shift);
    }

    const Post& m_post;
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
