// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/replay/PastBoard.h"

#include "data/log/Entry.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace sz::replay {
namespace {

constexpr std::size_t kStep = 16'384; ///< entries held at once

bool isRecent(const model::Incident& incident, Instant since)
{
    return incident.state != model::IncidentState::Closed
           || (incident.closedAt && *incident.closedAt >= since);
}

const IncidentId& idOf(const model::IncidentPtr& incident)
{
    return incident->id;
}

/// The incidents that stay: recent ones, and what belongs to those that stay. Circles are as good as any.
std::vector<model::IncidentPtr>
staying(const std::vector<model::IncidentPtr>& incidents, Instant since)
{
    std::unordered_set<std::string_view> in;
    for (const model::IncidentPtr& one : incidents) {
        if (isRecent(*one, since)) {
            in.insert(one->id.value);
        }
    }
    for (bool isGrowing = true; isGrowing;) {
        isGrowing = false;
        for (const model::IncidentPtr& one : incidents) {
            if (!one->belongsTo().empty() && in.contains(one->belongsTo().value)) {
                isGrowing = in.insert(one->id.value).second || isGrowing;
            }
        }
    }
    std::vector<model::IncidentPtr> out;
    std::ranges::copy_if(incidents, std::back_inserter(out), [&in](const model::IncidentPtr& one) {
        return in.contains(one->id.value);
    });
    return out;
}

/// One stretch of entries into a board.
class Stretch
{
public:
    Stretch(const plan::Plan& plan, const Timeline& timeline, PastBoard& board, std::size_t to)
        : m_plan(plan), m_timeline(timeline), m_board(board), m_to(to)
    {
    }

    Result<void> fold(const ReadPlaces& read)
    {
        gather();
        std::ranges::sort(m_seqs);
        const auto [first, last] = std::ranges::unique(m_seqs);
        m_seqs.erase(first, last);
        auto ok = read(m_seqs, [this](const store::ToldEntry& told) { take(told); });
        if (!ok) {
            return ok;
        }
        foldMode();
        foldDrawings();
        foldDrills();
        foldIncidents();
        m_board.position = m_to;
        return {};
    }

private:
    struct Course
    {
        bool isWhole = false; ///< from its first entry: the board does not hold it
        std::vector<model::StampedEntry> entries;
    };

    [[nodiscard]] model::IncidentPtr held(const IncidentId& id) const
    {
        const auto it = std::ranges::lower_bound(m_board.incidents, id, {}, idOf);
        return it != m_board.incidents.end() && (*it)->id == id ? *it : nullptr;
    }

    void gather()
    {
        for (std::size_t i = m_board.position; i < m_to; ++i) {
            const std::uint32_t subject = m_timeline.subjectOf(i);
            if (subject == Timeline::kNobody) {
                continue;
            }
            m_seqs.push_back(m_timeline.seqOf(i));
            if (Timeline::isIncident(subject)) {
                touch(subject);
            }
        }
    }

    // What was left out, and is spoken of again, is folded from its beginning; and what had belonged to it, too: a major
    // incident counts all its own.
    void touch(std::uint32_t subject)
    {
        if (m_touched.contains(subject)) {
            return;
        }
        m_touched.insert(subject);
        const IncidentId id = m_timeline.incidentOf(subject);
        if (held(id) != nullptr) {
            return;
        }
        const auto entries = m_timeline.entriesOf(subject);
        if (entries.empty() || entries.front() >= m_to) {
            return;
        }
        m_courses[id].isWhole = true;
        for (const std::uint32_t i : entries) {
            if (i < m_to) {
                m_seqs.push_back(m_timeline.seqOf(i));
            }
        }
        if (entries.front() < m_board.position) {
            for (const std::uint32_t under : m_timeline.everUnder(subject)) {
                touch(under);
            }
        }
    }

    void take(const store::ToldEntry& told)
    {
        auto entry = log::decodeEntry(told.raw);
        if (!entry) {
            return;
        }
        if (model::isOfMode(entry->subject)) {
            m_mode.push_back({std::move(*entry), {told.number, told.serial}});
        } else if (model::isOfGround(entry->subject)) {
            m_ground.push_back({std::move(*entry), {told.number, told.serial}});
        } else if (model::isOfShift(entry->subject)) {
            m_shift.push_back({std::move(*entry), {told.number, told.serial}});
        } else if (entry->subject.kind == log::SubjectKind::Incident) {
            m_courses[IncidentId(entry->subject.id)].entries.push_back(
                {std::move(*entry), {told.number, told.serial}});
        }
    }

    static void inOrder(std::vector<model::StampedEntry>& entries)
    {
        std::ranges::stable_sort(
            entries, {}, [](const model::StampedEntry& e) { return e.stamp.number; });
    }

    void foldMode()
    {
        inOrder(m_mode);
        for (const model::StampedEntry& one : m_mode) {
            model::foldMode(m_board.mode, one.entry);
        }
    }

    void foldDrawings()
    {
        inOrder(m_ground);
        for (const model::StampedEntry& one : m_ground) {
            model::foldDrawing(m_board.drawings, one.entry);
        }
    }

    // The fold of shifts with nothing else of them: a drill depends on no roster.
    void foldDrills()
    {
        inOrder(m_shift);
        model::ShiftState shift;
        shift.drills.swap(m_board.drills);
        for (const model::StampedEntry& one : m_shift) {
            model::foldShift(m_plan, shift, one.entry);
        }
        m_board.drills.swap(shift.drills);
    }

    void foldIncidents()
    {
        std::vector<model::IncidentPtr> fresh;
        for (auto& [id, course] : m_courses) {
            inOrder(course.entries);
            auto folded =
                model::foldHistory(m_plan, course.isWhole ? nullptr : held(id), course.entries);
            if (folded && *folded != nullptr && (*folded)->version > 0) {
                fresh.push_back(std::move(*folded));
            }
        }
        merge(std::move(fresh));
    }

    // Both by id; the fresh one stands.
    void merge(std::vector<model::IncidentPtr> fresh)
    {
        std::vector<model::IncidentPtr> all;
        all.reserve(m_board.incidents.size() + fresh.size());
        std::ranges::set_union(fresh, m_board.incidents, std::back_inserter(all), {}, idOf, idOf);
        m_board.incidents = staying(all, m_timeline.momentOf(m_to) - kBoardPast);
    }

    const plan::Plan& m_plan;
    const Timeline& m_timeline;
    PastBoard& m_board;
    std::size_t m_to;
    std::vector<std::uint64_t> m_seqs;
    std::unordered_set<std::uint32_t> m_touched;
    std::map<IncidentId, Course> m_courses;
    std::vector<model::StampedEntry> m_mode;
    std::vector<model::StampedEntry> m_ground;
    std::vector<model::StampedEntry> m_shift;
};

} // namespace

Result<PastBoard> foldTo(
    const plan::Plan& plan,
    const Timeline& timeline,
    PastBoard from,
    std::size_t to,
    const ReadPlaces& read)
{
    if (to < from.position || to > timeline.size()) {
        return fail(Code::BadArgument, "a position before the state, or behind the last entry");
    }
    while (from.position < to) {
        const std::size_t next = std::min(to, from.position + kStep);
        if (auto ok = Stretch(plan, timeline, from, next).fold(read); !ok) {
            return std::unexpected(ok.error());
        }
    }
    return from;
}

Incidents shownAt(const PastBoard& board, Instant now)
{
    Incidents shown;
    for (const model::IncidentPtr& one : staying(board.incidents, now - kBoardPast)) {
        shown.emplace_hint(shown.end(), one->id, one);
    }
    return shown;
}

} // namespace sz::replay
