// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/hq/ShiftBook.h"

namespace sz::hq {

Result<void> ShiftBook::refresh(std::uint64_t upTo)
{
    if (!m_isStale) {
        return {};
    }
    return m_log.entriesOf(model::shiftSubject(), upTo)
        .transform([&](const std::vector<store::NumberedEntry>& entries) {
            m_state = {};
            for (const store::NumberedEntry& stored : entries) {
                if (const auto entry = log::decodeEntry(stored.raw)) {
                    model::foldShift(m_plan, m_state, *entry);
                }
            }
            m_isStale = false;
        });
}

// A stale book finds it in the log.
void ShiftBook::adopt(const log::Entry& entry)
{
    if (!m_isStale) {
        model::foldShift(m_plan, m_state, entry);
    }
}

void ShiftBook::add(const log::Entry& entry)
{
    model::foldShift(m_plan, m_state, entry);
    m_hasDraft = true;
}

} // namespace sz::hq
