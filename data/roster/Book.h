// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A roster that is looked at and edited: each post is spread out when it is first asked for, and again when something of it changes,
// so that an edit costs one row and not sixty thousand.

#include "data/roster/Conflicts.h"

#include <memory>
#include <set>
#include <span>

namespace sz::roster {

/// Somebody at a post, with everything a cell tells.
struct BookDuty
{
    Span time;
    PersonIndex person = 0;
    Words shift;
};

/// A shift that should be held, whoever holds it. The day and the Chinese name are its key (CellKey).
struct BookShift
{
    Day day = 0; ///< on which it begins
    Words name;
    Span time;
    int needs = 1;
};

struct BookRow
{
    std::vector<BookDuty> duties; ///< by beginning
    std::vector<BookShift>
        shifts; ///< by beginning; what was planned by name beside the rotation, too
    std::vector<Conflict> conflicts; ///< of this post, by time
};

/// What was changed by hand at one post: it comes after what the roster says.
struct PostChanges
{
    std::vector<Assignment> assignments; ///< `post` does not matter
    std::vector<Absence> absences;
};

/// Somebody who could take a duty.
struct Candidate
{
    PersonIndex person = 0;
    std::optional<Millis> rested; ///< since the last duty before; none: no duty within the margin
    std::optional<Millis> until;  ///< the next duty after; none: no duty within the margin
    bool isShort = false;         ///< less rest than the plan asks for, before or after
    bool isQualified = true;
};

/// Not copied: rows refer to nothing, but there may be very many. Thread: one at a time.
class RosterBook
{
public:
    /// Rows are spread out over `view`, a week or some months. Linear in members of teams and assignments.
    RosterBook(Roster roster, const Span& view);
    ~RosterBook();
    RosterBook(const RosterBook&) = delete;
    RosterBook& operator=(const RosterBook&) = delete;

    [[nodiscard]] const Roster& roster() const { return m_roster; }
    [[nodiscard]] const Span& view() const { return m_view; }
    /// Other days; rows are made anew when they are asked for.
    void setView(const Span& view);
    void setModes(std::vector<ModeChange> modes);

    [[nodiscard]] const BookRow& row(PostIndex post) const;
    [[nodiscard]] bool isMade(PostIndex post) const;
    /// The shift of a post that meets a time most; null: none does.
    [[nodiscard]] const BookShift* shiftAt(PostIndex post, const Span& time) const;

    [[nodiscard]] PersonIndex personNamed(const std::string& name, const UnitCode& unit);
    [[nodiscard]] std::uint32_t labelNamed(const std::string& zh);
    /// In place of earlier changes of this post. Returns the posts whose rows have to be looked at again: this one, and those of
    /// everybody who came or went.
    std::vector<PostIndex> change(PostIndex post, PostChanges changes);

    /// Who holds the post for at least half of a time, whatever days are shown.
    [[nodiscard]] std::vector<PersonIndex> peopleAt(PostIndex post, const Span& time) const;
    [[nodiscard]] std::span<const PostIndex> postsOf(const UnitCode& unit) const;
    /// People of the post's unit who are not on duty then, the longest rested first, those with a short rest or without a
    /// qualification last. Bounded by kMostCandidates.
    static constexpr std::size_t kMostCandidates = 50;
    [[nodiscard]] std::vector<Candidate> candidates(PostIndex post, const Span& time) const;

private:
    struct Solo;
    [[nodiscard]] std::unique_ptr<BookRow> made(PostIndex post) const;
    [[nodiscard]] std::set<PersonIndex> peopleOf(PostIndex post) const;
    [[nodiscard]] Solo soloOf(const std::vector<PostIndex>& posts) const;
    void index(PostIndex post);

    Roster m_roster;
    Roster m_blank; ///< everything but posts, people and changes: what a row is made from
    Span m_view;
    std::vector<std::vector<Assignment>> m_assignments; ///< of each post, as the roster came
    std::vector<std::vector<Absence>> m_absences;
    std::unordered_map<PostIndex, PostChanges> m_changes;
    std::vector<std::vector<PostIndex>> m_postsOfPerson;
    std::unordered_map<std::string, std::vector<PostIndex>> m_units;
    std::unordered_map<std::string, std::vector<PersonIndex>> m_peopleOfUnit;
    mutable std::vector<std::unique_ptr<BookRow>> m_rows;
};

} // namespace sz::roster
