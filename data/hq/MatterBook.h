// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A matter of the operation (model/Matters.h) as headquarters knows it: folded entry by entry, read anew from the log after a
// transaction that came to nothing.

#include "data/model/Matters.h"
#include "data/store/HqLog.h"

#include <utility>

namespace sz::hq {

/// Part of Ledger: same transaction, same thread. A city's rosters are too large to be copied for each transaction.
template <class Matter>
class MatterBook
{
public:
    MatterBook(store::HqLog& log, const plan::Plan& plan) : m_log(log), m_plan(plan) {}

    [[nodiscard]] const typename Matter::State& state() const { return m_state; }

    /// From the log, up to and with a number, when it is needed. Errors: the store's.
    [[nodiscard]] Result<void> refresh(std::uint64_t upTo)
    {
        if (!m_isStale) {
            return {};
        }
        return m_log.entriesOf(Matter::subject(), upTo)
            .transform([&](const std::vector<store::NumberedEntry>& entries) {
                m_state = {};
                for (const store::NumberedEntry& stored : entries) {
                    if (const auto entry = log::decodeEntry(stored.raw)) {
                        Matter::fold(m_plan, m_state, *entry);
                    }
                }
                m_isStale = false;
            });
    }

    /// An entry that another process has committed; one of another matter is left alone. A stale book finds it in the log.
    void adopt(const store::NumberedEntry& stored)
    {
        if (m_isStale || stored.subject != Matter::subject()) {
            return;
        }
        if (const auto entry = log::decodeEntry(stored.raw)) {
            Matter::fold(m_plan, m_state, *entry);
        }
    }

    /// One that waits for the commit.
    void add(const log::Entry& entry)
    {
        Matter::fold(m_plan, m_state, entry);
        m_hasDraft = true;
    }

    void kept() { m_hasDraft = false; }
    void rolledBack() { m_isStale = m_isStale || std::exchange(m_hasDraft, false); }

private:
    store::HqLog& m_log;
    const plan::Plan& m_plan; ///< the ledger's, lives longer
    typename Matter::State m_state;
    bool m_hasDraft = false;
    bool m_isStale = true;
};

using ModeBook = MatterBook<model::ModeMatter>;
using ShiftBook = MatterBook<model::ShiftMatter>;
using DrawingBook = MatterBook<model::DrawingMatter>;
using PlanBook = MatterBook<model::PlanMatter>;

} // namespace sz::hq
