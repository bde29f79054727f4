// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/roster/Conflicts.h"

#include "data/roster/Expansion.h"

#include <algorithm>
#include <tuple>

namespace sz::roster {
namespace {

constexpr std::chrono::days kMargin{2}; ///< rest before the first shift of the range counts, too
constexpr std::chrono::days kDepthAhead{32}; ///< who comes next within so long can be called in

/// How many have to be there, from–until.
struct Need
{
    Span time;
    int people = 1;
};

class Checker
{
public:
    Checker(const Roster& roster, const DutyTable& table, const Span& range)
        : m_roster(roster), m_table(table), m_wanted(roster, range), m_range(range)
    {
    }

    std::vector<Conflict> run()
    {
        for (PostIndex post = 0; post < m_roster.posts.size(); ++post) {
            checkPost(post);
        }
        for (const Minimum& minimum : m_roster.rules.minimums) {
            if (!minimum.unit.empty()) {
                checkUnit(minimum);
            }
        }
        checkPeople();
        std::ranges::stable_sort(m_found, {}, [](const Conflict& one) {
            return std::tuple(one.time.from, one.post, one.sort, one.person);
        });
        return std::move(m_found);
    }

private:
    void checkPost(PostIndex post)
    {
        const std::vector<Wanted> wanted = m_wanted.of(post);
        std::vector<Need> needs;
        for (const Wanted& one : wanted) {
            needs.push_back({one.time, one.needs});
        }
        for (const Minimum& minimum : m_roster.rules.minimums) {
            if (minimum.post == m_roster.posts[post].code) {
                addMinimum(minimum, needs);
            }
        }
        const std::span<const Stint> stints = m_table.of(post);
        Conflict blank;
        blank.post = post;
        blank.unit = m_roster.posts[post].unit;
        sweep(needs, std::vector<Stint>(stints.begin(), stints.end()), blank);
        for (const Depth& depth : m_roster.rules.depths) {
            if (depth.post == m_roster.posts[post].code) {
                checkDepth(depth, stints, blank);
            }
        }
        checkSkills(post, wanted);
    }

    /// As plan::depthAt, of the roster as it stands: two by name at one time are two.
    void checkDepth(const Depth& depth, std::span<const Stint> stints, Conflict blank)
    {
        blank.isDepth = true;
        std::vector<Instant> moments{m_range.from, m_range.until};
        for (const ModeChange& change : m_roster.modes) {
            moments.push_back(std::clamp(change.at, m_range.from, m_range.until));
        }
        for (const Stint& one : stints) {
            moments.push_back(std::clamp(m_table.timeOf(one).until, m_range.from, m_range.until));
        }
        std::ranges::sort(moments);
        moments.erase(std::ranges::unique(moments).begin(), moments.end());
        for (std::size_t i = 0; i + 1 < moments.size(); ++i) {
            if (m_roster.modeAt(moments[i]) == depth.mode) {
                const int have = behind(stints, moments[i], depth.teams);
                tell({have, depth.teams}, {moments[i], moments[i + 1]}, blank);
            }
        }
    }

    [[nodiscard]] int behind(std::span<const Stint> stints, Instant when, int enough) const
    {
        std::vector<PersonIndex> people;
        for (const Stint& one : stints) {
            const Span time = m_table.timeOf(one);
            const bool counts = time.until > when && time.from < when + kDepthAhead;
            if (counts && std::ssize(people) < enough
                && !std::ranges::contains(people, one.person)) {
                people.push_back(one.person);
            }
        }
        return static_cast<int>(people.size());
    }

    void checkUnit(const Minimum& minimum)
    {
        std::vector<Need> needs;
        addMinimum(minimum, needs);
        std::vector<Stint> stints;
        for (const PostIndex post : m_table.postsOf(minimum.unit)) {
            const auto more = m_table.of(post);
            stints.insert(stints.end(), more.begin(), more.end());
        }
        Conflict blank;
        blank.unit = minimum.unit;
        sweep(needs, std::move(stints), blank);
    }

    /// The times of the range in which its mode holds.
    void addMinimum(const Minimum& minimum, std::vector<Need>& needs) const
    {
        Instant from = m_range.from;
        const auto add = [&](Instant until) {
            const bool counts = !minimum.mode || *minimum.mode == m_roster.modeAt(from);
            if (from < until && counts) {
                needs.push_back({{from, until}, minimum.people});
            }
            from = std::max(from, until);
        };
        for (const ModeChange& change : m_roster.modes) {
            add(std::min(change.at, m_range.until));
        }
        add(m_range.until);
    }

    // Between two neighbouring moments nothing changes, so one look there is enough.
    void sweep(const std::vector<Need>& needs, std::vector<Stint> stints, const Conflict& blank)
    {
        if (needs.empty()) {
            return;
        }
        std::ranges::sort(stints, {}, &Stint::from);
        std::vector<Instant> moments{m_range.from, m_range.until};
        const auto addMoments = [&](const Span& time) {
            moments.push_back(std::clamp(time.from, m_range.from, m_range.until));
            moments.push_back(std::clamp(time.until, m_range.from, m_range.until));
        };
        for (const Need& one : needs) {
            addMoments(one.time);
        }
        for (const Stint& one : stints) {
            addMoments(m_table.timeOf(one));
        }
        std::ranges::sort(moments);
        moments.erase(std::ranges::unique(moments).begin(), moments.end());
        Look look{needs, stints};
        std::ranges::sort(look.needs, {}, [](const Need& one) { return one.time.from; });
        for (std::size_t i = 0; i + 1 < moments.size(); ++i) {
            tell(look.at(moments[i], m_table), {moments[i], moments[i + 1]}, blank);
        }
    }

    struct Strength
    {
        int have = 0;
        int need = 0;
    };

    /// Goes through time once: what has begun and not ended is in two short lists.
    struct Look
    {
        std::vector<Need> needs;
        const std::vector<Stint>& stints;
        std::size_t nextNeed = 0;
        std::size_t nextStint = 0;
        std::vector<Need> openNeeds{};
        std::vector<Stint> openStints{};

        Strength at(Instant t, const DutyTable& table)
        {
            for (; nextNeed < needs.size() && needs[nextNeed].time.from <= t; ++nextNeed) {
                openNeeds.push_back(needs[nextNeed]);
            }
            for (; nextStint < stints.size() && table.timeOf(stints[nextStint]).from <= t;
                 ++nextStint) {
                openStints.push_back(stints[nextStint]);
            }
            std::erase_if(openNeeds, [&](const Need& one) { return one.time.until <= t; });
            std::erase_if(
                openStints, [&](const Stint& one) { return table.timeOf(one).until <= t; });
            Strength strength;
            for (const Need& one : openNeeds) {
                strength.need = std::max(strength.need, one.people);
            }
            for (std::size_t i = 0; i < openStints.size(); ++i) { // one person counts once
                const auto before = std::span(openStints).first(i);
                strength.have +=
                    std::ranges::contains(before, openStints[i].person, &Stint::person) ? 0 : 1;
            }
            return strength;
        }
    };

    void tell(Strength strength, const Span& time, Conflict conflict)
    {
        if (strength.have >= strength.need) {
            return;
        }
        conflict.sort = strength.have == 0 && !conflict.isDepth ? ConflictSort::Gap
                                                                : ConflictSort::UnderStrength;
        conflict.have = strength.have;
        conflict.need = strength.need;
        conflict.time = time;
        if (!m_found.empty()) { // the same want goes on
            Conflict& last = m_found.back();
            if (last.sort == conflict.sort && last.post == conflict.post
                && last.unit == conflict.unit && last.have == conflict.have
                && last.need == conflict.need && last.isDepth == conflict.isDepth
                && last.time.until == time.from) {
                last.time.until = time.until;
                return;
            }
        }
        m_found.push_back(std::move(conflict));
    }

    void checkSkills(PostIndex post, const std::vector<Wanted>& wanted)
    {
        for (const Wanted& one : wanted) {
            for (const std::string& skill : one.shift->qualifications) {
                for (const Stint& stint : m_table.of(post)) {
                    checkSkill(post, stint, overlap(one.time, m_range), skill);
                }
            }
        }
    }

    void
    checkSkill(PostIndex post, const Stint& stint, const Span& wanted, const std::string& skill)
    {
        const Span time = overlap(m_table.timeOf(stint), wanted);
        const Person& person = m_roster.people[stint.person];
        if (time.isEmpty() || person.isTeam
            || std::ranges::contains(person.qualifications, skill)) {
            return;
        }
        Conflict conflict;
        conflict.sort = ConflictSort::NotQualified;
        conflict.post = post;
        conflict.unit = m_roster.posts[post].unit;
        conflict.time = time;
        conflict.person = stint.person;
        conflict.qualification = skill;
        m_found.push_back(std::move(conflict));
    }

    struct Duty
    {
        PersonIndex person;
        PostIndex post;
        Span time;
    };

    void checkPeople()
    {
        std::vector<Duty> duties;
        duties.reserve(m_table.size());
        for (PostIndex post = 0; post < m_roster.posts.size(); ++post) {
            for (const Stint& one : m_table.of(post)) {
                duties.push_back({one.person, post, m_table.timeOf(one)});
            }
        }
        std::ranges::sort(duties, {}, [](const Duty& one) {
            return std::tuple(one.person, one.time.from, one.post);
        });
        for (std::size_t i = 0; i + 1 < duties.size(); ++i) {
            if (duties[i].person != duties[i + 1].person) {
                continue;
            }
            checkPair(duties[i], duties[i + 1]);
            if (duties[i].time.until > duties[i + 1].time.until) {
                std::swap(duties[i].time, duties[i + 1].time); // who stays longest is compared next
                std::swap(duties[i].post, duties[i + 1].post);
            }
        }
    }

    void checkPair(const Duty& first, const Duty& second)
    {
        Conflict conflict;
        conflict.post = second.post;
        conflict.unit = m_roster.posts[second.post].unit;
        conflict.person = second.person;
        conflict.other = first.post;
        if (first.time.meets(second.time)) {
            conflict.sort = ConflictSort::DoubleDuty;
            conflict.time = overlap(overlap(first.time, second.time), m_range);
            if (!conflict.time.isEmpty()) {
                m_found.push_back(std::move(conflict));
            }
            return;
        }
        conflict.sort = ConflictSort::ShortRest;
        conflict.time = {first.time.until, second.time.from};
        const bool isShort = second.time.from - first.time.until < m_roster.rules.rest;
        if (isShort && m_range.holds(second.time.from) && !isOneDuty(first, second)) {
            m_found.push_back(std::move(conflict));
        }
    }

    [[nodiscard]] bool isOneDuty(const Duty& first, const Duty& second)
    {
        if (first.post != second.post) {
            return false;
        }
        const auto isIn = [&](const Wanted& shift) {
            return shift.time.from <= first.time.from && second.time.until <= shift.time.until;
        };
        if (std::ranges::any_of(m_wanted.of(first.post), isIn)) {
            return true; // one shift, in the middle of which somebody else stood in
        }
        if (first.time.until != second.time.from) {
            return false;
        }
        return m_roster.posts[first.post].teams.size() == 1
               || std::ranges::any_of(m_roster.modes, [&](const ModeChange& change) {
                      return std::chrono::floor<Minutes>(change.at) == first.time.until;
                  });
    }

    const Roster& m_roster;
    const DutyTable& m_table;
    WantedBook m_wanted;
    Span m_range;
    std::vector<Conflict> m_found;
};

} // namespace

Result<std::vector<Conflict>> conflictsOf(const Roster& roster, const Span& range)
{
    const bool isDeep = std::ranges::any_of(roster.rules.depths, [&](const Depth& depth) {
        return roster.modeAt(range.from) == depth.mode
               || std::ranges::any_of(roster.modes, [&](const ModeChange& change) {
                      return change.mode == depth.mode && range.holds(change.at);
                  });
    });
    const auto ahead = isDeep ? kDepthAhead : kMargin;
    const auto table = DutyTable::expand(roster, {range.from - kMargin, range.until + ahead});
    if (!table) {
        return std::unexpected(table.error());
    }
    if (range.isEmpty()) {
        return fail(Code::BadArgument, "the range is empty");
    }
    return Checker(roster, *table, range).run();
}

} // namespace sz::roster
