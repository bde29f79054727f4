// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Shifts as headquarters knows them: folded entry by entry, read anew from the log after a transaction that came to nothing.

#include "data/model/ShiftState.h"
#include "data/store/HqLog.h"

namespace sz::hq {

/// Part of Ledger: same transaction, same thread. A city's rosters are too large to be copied for each transaction.
class ShiftBook
{
public:
    ShiftBook(store::HqLog& log, const plan::Plan& plan) : m_log(log), m_plan(plan) {}

    [[nodiscard]] const model::ShiftState& state() const { return m_state; }
    /// From the log, up to and with a number, when it is needed. Errors: the store's.
    [[nodiscard]] Result<void> refresh(std::uint64_t upTo);
    /// An entry that another process has committed.
    void adopt(const log::Entry& entry);
    /// One that waits for the commit.
    void add(const log::Entry& entry);
    void kept() { m_hasDraft = false; }
    void rolledBack() { m_isStale = m_isStale || std::exchange(m_hasDraft, false); }

private:
    store::HqLog& m_log;
    const plan::Plan& m_plan; ///< the ledger's, lives longer
    model::ShiftState m_state;
    bool m_hasDraft = false;
    bool m_isStale = true;
};

} // namespace sz::hq
