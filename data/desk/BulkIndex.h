// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Catching up by the hundred thousand: places in, the view's rows out, nothing folded whole and nothing written between.

#include "data/model/StateFold.h"
#include "data/store/DeskLog.h"
#include "data/store/DeskView.h"

#include <map>
#include <string>
#include <unordered_map>

namespace sz::desk {

/// Indexes places that follow `view.applied()`. What the view says afterwards is what one update after the other would
/// have made of it. Thread: the store's. `log` and `view` must live longer.
class BulkIndex
{
public:
    BulkIndex(const store::DeskLog& log, store::DeskView& view) : m_log(log), m_view(view) {}

    /// The next places, already in the log. Errors: the stores'.
    [[nodiscard]] Result<void> add(const std::vector<log::FeedItem>& items);
    /// What follows in the log, at most `limit` places. Errors: StoreCorrupt when places are missing; the stores'.
    [[nodiscard]] Result<void> addTail(std::size_t limit);
    /// Into the view, in one transaction. Errors: the stores'.
    [[nodiscard]] Result<void> write();

    /// Latest hybrid time of another desk among the places; they are told to the desk's own clock.
    [[nodiscard]] log::HybridTime latest() const { return m_latest; }
    [[nodiscard]] std::size_t damaged() const { return m_damaged; }
    /// Last place that was added; 0: none.
    [[nodiscard]] std::uint64_t last() const { return m_last; }
    /// Whose entries count as the desk's own in `latest`.
    void setOwn(const DeskId& desk) { m_own = desk; }

private:
    struct Course
    {
        model::StateFold state;
        std::vector<std::uint64_t> seqs; ///< new ones
        std::uint64_t lastNumber = 0;
        bool isMixed = false; ///< a place came later than its number: read again in the log's order
    };
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const
        {
            return std::hash<std::string_view>{}(text);
        }
    };

    [[nodiscard]] Result<void> add(const store::DeskLog::PlaceView& place);
    [[nodiscard]] Result<Course*> course(const log::EntryHead& head);
    [[nodiscard]] Result<void> recall(Course& course, const IncidentId& incident) const;
    [[nodiscard]] Result<void> foldAgain(Course& course, const IncidentId& incident) const;

    const store::DeskLog& m_log;
    store::DeskView& m_view;
    std::unordered_map<std::string, Course, Hash, std::equal_to<>> m_courses;
    std::map<std::string, std::vector<std::uint64_t>>
        m_matters; ///< places of the operation's matters, by subject
    std::uint64_t m_last = 0;
    std::size_t m_damaged = 0;
    log::HybridTime m_latest;
    DeskId m_own;
};

} // namespace sz::desk
