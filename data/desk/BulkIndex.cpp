// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/desk/BulkIndex.h"

#include "data/model/Matters.h"

#include <algorithm>

namespace sz::desk {

Result<void> BulkIndex::add(const std::vector<log::FeedItem>& items)
{
    for (const log::FeedItem& item : items) {
        if (auto ok = add({item.seq, item.number, item.raw}); !ok) {
            return ok;
        }
    }
    return {};
}

Result<void> BulkIndex::addTail(std::size_t limit)
{
    const std::uint64_t from = std::max(m_view.applied(), m_last);
    const std::uint64_t head = std::min<std::uint64_t>(m_log.feedHead().seq, from + limit);
    Result<void> added;
    std::uint64_t last = from;
    auto read = m_log.eachPlace(from, [&](const store::DeskLog::PlaceView& place) {
        last = place.seq;
        added = add(place);
        return added.has_value() && last < head;
    });
    if (!read || !added) {
        return read ? added : read;
    }
    return last == head ? Result<void>{}
                        : fail(Code::StoreCorrupt, "the feed has fewer places than its head");
}

Result<void> BulkIndex::add(const store::DeskLog::PlaceView& item)
{
    m_last = item.seq;
    if (item.raw.empty()) { // given up with its incident (store/Withdrawn.h)
        return {};
    }
    const auto head = log::peekEntry(item.raw);
    if (!head) {
        ++m_damaged;
        return {};
    }
    if (head->desk != m_own.value) {
        m_latest = std::max(m_latest, head->time);
    }
    if (head->kind != log::SubjectKind::Incident) {
        if (const std::string subject(head->subject); model::isMatter(subject)) {
            m_matters[subject].push_back(item.seq);
        }
        return {};
    }
    return course(*head).transform([&](Course* course) {
        course->isMixed = course->isMixed || item.number < course->lastNumber;
        course->lastNumber = item.number;
        course->seqs.push_back(item.seq);
        course->state.add(*head);
    });
}

Result<BulkIndex::Course*> BulkIndex::course(const log::EntryHead& head)
{
    if (const auto it = m_courses.find(head.subject); it != m_courses.end()) {
        return &it->second;
    }
    Course& fresh = m_courses.emplace(std::string(head.subject), Course{}).first->second;
    if (m_view.applied() == 0) {
        return &fresh;
    }
    return recall(fresh, IncidentId(std::string(head.subject))).transform([&] { return &fresh; });
}

// The view knows the incident already: its earlier entries come first.
Result<void> BulkIndex::recall(Course& course, const IncidentId& incident) const
{
    return m_view.seqsOf(incident)
        .and_then([&](const auto& seqs) { return m_log.feedAt(seqs); })
        .transform([&](const std::vector<log::FeedItem>& items) {
            for (const log::FeedItem& item : items) {
                if (const auto head = log::peekEntry(item.raw)) {
                    course.isMixed = course.isMixed || item.number < course.lastNumber;
                    course.lastNumber = item.number;
                    course.state.add(*head);
                }
            }
        });
}

// A unit that left an incident and came back, or an opening that was placed behind what followed it.
Result<void> BulkIndex::foldAgain(Course& course, const IncidentId& incident) const
{
    return m_view.seqsOf(incident)
        .and_then([&](std::vector<std::uint64_t> seqs) {
            seqs.insert(seqs.end(), course.seqs.begin(), course.seqs.end());
            return m_log.feedAt(seqs);
        })
        .transform([&](std::vector<log::FeedItem> items) {
            std::ranges::stable_sort(items, {}, &log::FeedItem::number);
            course.state = {};
            for (const log::FeedItem& item : items) {
                if (const auto head = log::peekEntry(item.raw)) {
                    course.state.add(*head);
                }
            }
        });
}

Result<void> BulkIndex::write()
{
    if (m_last == 0) {
        return {};
    }
    std::vector<store::IndexRow> rows;
    rows.reserve(m_courses.size());
    for (auto& [id, course] : m_courses) {
        const IncidentId incident(id);
        if (course.isMixed || course.state.isEmpty()) {
            if (auto ok = foldAgain(course, incident); !ok) {
                return ok;
            }
        }
        rows.push_back(
            {incident, course.state.state(), course.state.closedAt(), course.state.entries(),
             std::move(course.seqs), course.state.belongsTo()});
    }
    m_courses.clear();
    for (auto& [subject, seqs] : m_matters) {
        rows.push_back({IncidentId(subject), {}, {}, 0, std::move(seqs), {}, true});
    }
    m_matters.clear();
    return m_view.applied() == 0 ? m_view.load(std::move(rows), m_last)
                                 : m_view.update(rows, m_last);
}

} // namespace sz::desk
