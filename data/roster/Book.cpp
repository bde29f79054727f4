// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/roster/Book.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace sz::roster {
namespace {

constexpr std::chrono::days kMargin{4}; ///< in which rest before and after a duty is looked for
constexpr std::size_t kMostOthers = 64; ///< posts of the people of one post that are looked at
constexpr std::size_t kMostAsked = 400; ///< people of a unit among whom candidates are looked for

void addUnique(std::vector<PostIndex>& posts, PostIndex post)
{
    if (!std::ranges::contains(posts, post)) {
        posts.push_back(post);
    }
}

bool isWithinRest(const std::optional<Millis>& time, Minutes rest)
{
    return time && *time < rest;
}

} // namespace

/// A small roster of some posts, and whose people they are.
struct RosterBook::Solo
{
    Roster roster;
    std::vector<PostIndex> posts;    ///< of the book, as in `roster`
    std::vector<PersonIndex> people; ///< of the book, as in `roster`
    std::unordered_map<PersonIndex, PersonIndex> own;
};

RosterBook::~RosterBook() = default;

RosterBook::RosterBook(Roster roster, const Span& view) : m_roster(std::move(roster)), m_view(view)
{
    for (const Rotation& rotation : m_roster.rotations) {
        for (const ShiftTemplate& shift : rotation.shifts) {
            std::ignore = m_roster.labelNamed(shift.name.zh);
        }
    }
    const std::size_t posts = m_roster.posts.size();
    m_assignments.resize(posts);
    m_absences.resize(posts);
    m_rows.resize(posts);
    for (const Assignment& one : m_roster.assignments) {
        if (one.post < posts) {
            m_assignments[one.post].push_back(one);
        }
    }
    for (const Absence& one : m_roster.absences) {
        if (one.post < posts) {
            m_absences[one.post].push_back(one);
        }
    }
    m_roster.assignments.clear();
    m_roster.absences.clear();
    m_blank.utcOffsetMinutes = m_roster.utcOffsetMinutes;
    m_blank.calendar = m_roster.calendar;
    m_blank.rotations = m_roster.rotations;
    m_blank.labels = m_roster.labels;
    m_blank.modes = m_roster.modes;
    m_blank.rules.rest = m_roster.rules.rest;
    m_blank.rules.depths = m_roster.rules.depths;
    for (const Minimum& one : m_roster.rules.minimums) {
        if (!one.post.empty()) {
            m_blank.rules.minimums.push_back(one);
        }
    }
    m_postsOfPerson.resize(m_roster.people.size());
    for (PersonIndex person = 0; person < m_roster.people.size(); ++person) {
        m_peopleOfUnit[m_roster.people[person].unit.value].push_back(person);
    }
    for (PostIndex post = 0; post < posts; ++post) {
        m_units[m_roster.posts[post].unit.value].push_back(post);
        index(post);
    }
}

void RosterBook::index(PostIndex post)
{
    for (const PersonIndex person : peopleOf(post)) {
        addUnique(m_postsOfPerson[person], post);
    }
}

std::set<PersonIndex> RosterBook::peopleOf(PostIndex post) const
{
    std::set<PersonIndex> people;
    for (const auto& team : m_roster.posts[post].teams) {
        people.insert(team.begin(), team.end());
    }
    const auto add = [&](const std::vector<Assignment>& all) {
        for (const Assignment& one : all) {
            people.insert(one.person);
        }
    };
    add(m_assignments[post]);
    if (const auto changed = m_changes.find(post); changed != m_changes.end()) {
        add(changed->second.assignments);
    }
    return people;
}

void RosterBook::setView(const Span& view)
{
    if (view != m_view) {
        m_view = view;
        std::ranges::for_each(m_rows, [](auto& row) { row.reset(); });
    }
}

void RosterBook::setModes(std::vector<ModeChange> modes)
{
    m_roster.modes = modes;
    m_blank.modes = std::move(modes);
    std::ranges::for_each(m_rows, [](auto& row) { row.reset(); });
}

bool RosterBook::isMade(PostIndex post) const
{
    return m_rows[post] != nullptr;
}

const BookRow& RosterBook::row(PostIndex post) const
{
    if (m_rows[post] == nullptr) {
        m_rows[post] = made(post);
    }
    return *m_rows[post];
}

RosterBook::Solo RosterBook::soloOf(const std::vector<PostIndex>& posts) const
{
    Solo solo;
    solo.roster = m_blank;
    solo.posts = posts;
    const auto own = [&](PersonIndex person) {
        if (person == kNobody) {
            return kNobody;
        }
        const auto [it, isNew] =
            solo.own.try_emplace(person, static_cast<PersonIndex>(solo.people.size()));
        if (isNew) {
            solo.people.push_back(person);
            solo.roster.people.push_back(m_roster.people[person]);
        }
        return it->second;
    };
    for (PostIndex at = 0; at < posts.size(); ++at) {
        RosterPost post = m_roster.posts[posts[at]];
        for (auto& team : post.teams) {
            std::ranges::transform(team, team.begin(), own);
        }
        solo.roster.add(std::move(post));
        const auto addAll = [&](const std::vector<Assignment>& named,
                                const std::vector<Absence>& not_) {
            for (Assignment one : named) {
                one.post = at;
                one.person = own(one.person);
                one.inPlaceOf = own(one.inPlaceOf);
                solo.roster.assignments.push_back(one);
            }
            for (Absence one : not_) {
                one.post = at;
                one.person = own(one.person);
                solo.roster.absences.push_back(std::move(one));
            }
        };
        addAll(m_assignments[posts[at]], m_absences[posts[at]]);
        if (const auto changed = m_changes.find(posts[at]); changed != m_changes.end()) {
            addAll(changed->second.assignments, changed->second.absences);
        }
    }
    return solo;
}

std::unique_ptr<BookRow> RosterBook::made(PostIndex post) const
{
    std::vector<PostIndex> posts{post};
    for (const PersonIndex person : peopleOf(post)) {
        for (const PostIndex other : m_postsOfPerson[person]) {
            if (posts.size() < kMostOthers) {
                addUnique(posts, other);
            }
        }
    }
    const Solo solo = soloOf(posts);
    auto row = std::make_unique<BookRow>();
    const auto table = DutyTable::expand(solo.roster, m_view);
    if (!table) {
        return row;
    }
    for (const Stint& one : table->of(0)) {
        const Span time = table->timeOf(one);
        if (time.meets(m_view)) {
            row->duties.push_back({time, solo.people[one.person], table->shiftName(one.shift)});
        }
    }
    for (const Wanted& one : wantedOf(solo.roster, 0, m_view)) {
        if (one.time.meets(m_view)) {
            row->shifts.push_back(
                {m_roster.localDay(one.time.from), one.shift->name, one.time, one.needs});
        }
    }
    for (const BookDuty& one : row->duties) { // planned by name at hours of its own
        const bool isKnown = std::ranges::any_of(
            row->shifts, [&](const BookShift& shift) { return shift.time.meets(one.time); });
        if (!isKnown) {
            row->shifts.push_back({m_roster.localDay(one.time.from), one.shift, one.time, 0});
        }
    }
    std::ranges::stable_sort(row->shifts, {}, [](const BookShift& one) { return one.time.from; });
    if (auto all = conflictsOf(solo.roster, m_view)) {
        for (Conflict& one : *all) {
            if (one.post != 0 && one.other != 0) {
                continue;
            }
            if (one.post != 0) { // told at both posts
                std::swap(one.post, one.other);
            }
            one.post = post;
            one.other = one.other == kNobody ? kNobody : solo.posts[one.other];
            one.person = one.person == kNobody ? kNobody : solo.people[one.person];
            one.unit = m_roster.posts[post].unit;
            row->conflicts.push_back(std::move(one));
        }
    }
    return row;
}

const BookShift* RosterBook::shiftAt(PostIndex post, const Span& time) const
{
    const BookShift* best = nullptr;
    Millis most{0};
    for (const BookShift& one : row(post).shifts) {
        const Span both = overlap(one.time, time);
        if (!both.isEmpty() && both.until - both.from > most) {
            most = both.until - both.from;
            best = &one;
        }
    }
    return best;
}

PersonIndex RosterBook::personNamed(const std::string& name, const UnitCode& unit)
{
    const PersonIndex person = m_roster.personNamed(name, unit);
    if (person == m_postsOfPerson.size()) {
        m_postsOfPerson.emplace_back();
        m_peopleOfUnit[unit.value].push_back(person);
    }
    return person;
}

std::uint32_t RosterBook::labelNamed(const std::string& zh)
{
    const std::uint32_t label = m_roster.labelNamed(zh);
    m_blank.labels = m_roster.labels;
    return label;
}

std::vector<PostIndex> RosterBook::change(PostIndex post, PostChanges changes)
{
    std::set<PostIndex> touched{post};
    const auto touch = [&] {
        for (const PersonIndex person : peopleOf(post)) {
            const auto& posts = m_postsOfPerson[person];
            touched.insert(
                posts.begin(),
                posts.begin() + static_cast<std::ptrdiff_t>(std::min(posts.size(), kMostOthers)));
        }
    };
    touch();
    m_changes[post] = std::move(changes);
    index(post);
    touch();
    for (const PostIndex one : touched) {
        m_rows[one].reset();
    }
    return {touched.begin(), touched.end()};
}

std::vector<PersonIndex> RosterBook::peopleAt(PostIndex post, const Span& time) const
{
    const Solo solo = soloOf({post});
    std::map<PersonIndex, Millis> held;
    if (const auto table = DutyTable::expand(solo.roster, time)) {
        for (const Stint& one : table->of(0)) {
            const Span both = overlap(table->timeOf(one), time);
            if (!both.isEmpty()) {
                held[solo.people[one.person]] += both.until - both.from;
            }
        }
    }
    std::vector<PersonIndex> people;
    for (const auto& [person, length] : held) {
        if (length * 2 >= time.until - time.from) {
            people.push_back(person);
        }
    }
    return people;
}

std::span<const PostIndex> RosterBook::postsOf(const UnitCode& unit) const
{
    const auto it = m_units.find(unit.value);
    return it == m_units.end() ? std::span<const PostIndex>() : std::span(it->second);
}

std::vector<Candidate> RosterBook::candidates(PostIndex post, const Span& time) const
{
    const auto unit = m_peopleOfUnit.find(m_roster.posts[post].unit.value);
    if (unit == m_peopleOfUnit.end()) {
        return {};
    }
    std::vector<PersonIndex> people = unit->second;
    people.resize(std::min(people.size(), kMostAsked));
    std::vector<PostIndex> posts{post};
    for (const PersonIndex person : people) {
        for (const PostIndex one : m_postsOfPerson[person]) {
            addUnique(posts, one);
        }
    }
    const Solo solo = soloOf(posts);
    const auto table = DutyTable::expand(solo.roster, {time.from - kMargin, time.until + kMargin});
    if (!table) {
        return {};
    }
    std::map<PersonIndex, std::vector<Span>> duties;
    for (PostIndex at = 0; at < posts.size(); ++at) {
        for (const Stint& one : table->of(at)) {
            duties[solo.people[one.person]].push_back(table->timeOf(one));
        }
    }
    std::vector<std::string> skills;
    for (const Wanted& one : wantedOf(solo.roster, 0, time)) {
        if (one.time.meets(time)) {
            skills = one.shift->qualifications;
        }
    }
    std::vector<Candidate> found;
    for (const PersonIndex person : people) {
        Candidate one;
        one.person = person;
        bool isBusy = false;
        for (const Span& duty : duties[person]) {
            isBusy = isBusy || duty.meets(time);
            if (duty.until <= time.from) {
                const Millis since = time.from - duty.until;
                one.rested = one.rested ? std::min(*one.rested, since) : since;
            } else if (time.until <= duty.from) {
                const Millis left = duty.from - time.until;
                one.until = one.until ? std::min(*one.until, left) : left;
            }
        }
        if (isBusy) {
            continue;
        }
        const Person& who = m_roster.people[person];
        one.isShort = isWithinRest(one.rested, m_roster.rules.rest)
                      || isWithinRest(one.until, m_roster.rules.rest);
        one.isQualified = who.isTeam || std::ranges::all_of(skills, [&](const std::string& skill) {
                              return std::ranges::contains(who.qualifications, skill);
                          });
        found.push_back(one);
    }
    std::ranges::stable_sort(found, [](const Candidate& a, const Candidate& b) {
        const auto rank = [](const Candidate& one) {
            return std::tuple(!one.isQualified, one.isShort, -one.rested.value_or(kMargin).count());
        };
        return rank(a) < rank(b);
    });
    found.resize(std::min(found.size(), kMostCandidates));
    return found;
}

} // namespace sz::roster
