// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/roster/Written.h"

#include <algorithm>
#include <limits>
#include <set>

namespace sz::roster {
namespace {

using Cells = std::map<model::ShiftCellKey, model::ShiftCell>;

/// Cells of a post, in the order of their days.
auto cellsOf(const Cells& cells, const PostCode& post)
{
    const auto first = cells.lower_bound({post, std::numeric_limits<std::int64_t>::min(), {}});
    auto last = first;
    while (last != cells.end() && last->first.post == post) {
        ++last;
    }
    return std::ranges::subrange(first, last);
}

/// Roster and RosterBook name people and labels alike.
template <class Names>
class Writing
{
public:
    Writing(Names& names, const Roster& roster, const model::ShiftState& state)
        : m_names(names), m_roster(roster), m_state(state)
    {
    }

    PostChanges of(PostIndex post)
    {
        PostChanges changes;
        addCells(post, changes);
        addAgreed(post, changes);
        return changes;
    }

private:
    void addCells(PostIndex post, PostChanges& changes)
    {
        const PostCode code = m_roster.posts[post].code;
        const UnitCode unit = m_roster.posts[post].unit;
        for (const auto& [key, cell] : cellsOf(m_state.cells, code)) {
            const model::CellEdit& edit = cell.standing.edit;
            const Span time{edit.from, edit.until};
            if (edit.isAsPlanned) {
                continue;
            }
            if (edit.people.empty()) {
                changes.absences.push_back({post, kNobody, time, {}});
            }
            for (const std::string& name : edit.people) {
                const std::uint32_t label = m_names.labelNamed(edit.shift);
                const PersonIndex person = m_names.personNamed(name, unit);
                changes.assignments.push_back({post, person, time, label, kNobody});
            }
        }
    }

    void addAgreed(PostIndex post, PostChanges& changes)
    {
        const PostCode code = m_roster.posts[post].code;
        for (const auto& [id, change] : m_state.changes) {
            const model::AskDutyChange& ask = change.ask;
            if (!change.decision || !change.decision->isAccepted) {
                continue;
            }
            const Instant when = change.decision->author.at;
            if (counts(code, ask.slot, when)) {
                const bool isSwap = ask.sort == model::DutyChange::Swap && ask.other;
                standIn(post, ask.slot, isSwap ? ask.other->person : ask.substitute, ask, changes);
            }
            if (ask.other && counts(code, *ask.other, when)) {
                standIn(post, *ask.other, ask.slot.person, ask, changes);
            }
        }
    }

    [[nodiscard]] bool counts(const PostCode& code, const model::DutySlot& slot, Instant when) const
    {
        const Span time{slot.from, slot.until};
        return slot.post == code
               && std::ranges::none_of(cellsOf(m_state.cells, code), [&](const auto& one) {
                      const auto& standing = one.second.standing;
                      return Span{standing.edit.from, standing.edit.until}.meets(time)
                             && standing.author.at > when;
                  });
    }

    void standIn(
        PostIndex post,
        const model::DutySlot& slot,
        const std::string& name,
        const model::AskDutyChange& ask,
        PostChanges& changes)
    {
        const UnitCode unit = m_roster.posts[post].unit;
        const Span time{slot.from, slot.until};
        const PersonIndex held = m_names.personNamed(slot.person, unit);
        if (name.empty()) {
            changes.absences.push_back({post, held, time, {ask.reason, ask.reason}});
            return;
        }
        const PersonIndex person = m_names.personNamed(name, unit);
        changes.assignments.push_back({post, person, time, kNobody, held});
    }

    Names& m_names;
    const Roster& m_roster;
    const model::ShiftState& m_state;
};

} // namespace

PostChanges changesOf(RosterBook& book, const model::ShiftState& state, PostIndex post)
{
    return Writing(book, book.roster(), state).of(post);
}

std::vector<ModeChange> modesOf(const std::vector<model::ModeTurn>& turns)
{
    std::vector<ModeChange> modes;
    for (const model::ModeTurn& turn : turns) {
        const Instant at = modes.empty() ? turn.at : std::max(turn.at, modes.back().at);
        modes.push_back({at, turn.mode});
    }
    return modes;
}

void write(Roster& roster, const model::ShiftState& state)
{
    std::set<PostCode> touched;
    for (const auto& [key, cell] : state.cells) {
        touched.insert(key.post);
    }
    for (const auto& [id, change] : state.changes) {
        touched.insert(change.ask.slot.post);
        if (change.ask.other) {
            touched.insert(change.ask.other->post);
        }
    }
    Writing writing(roster, roster, state);
    for (const PostCode& code : touched) {
        if (const auto post = roster.post(code)) {
            PostChanges changes = writing.of(*post);
            std::ranges::move(changes.assignments, std::back_inserter(roster.assignments));
            std::ranges::move(changes.absences, std::back_inserter(roster.absences));
        }
    }
}

} // namespace sz::roster
