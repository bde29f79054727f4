// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A long log, as desks and headquarters would have written it: right chains, right feeds, only quicker.

#include "data/store/HqLog.h"
#include "tests/bench/History.h"

#include <deque>

namespace sz::bench {

/// Writes lives of incidents, interleaved. One desk writes all of them.
class LogWriter
{
public:
    enum class Feeds : std::uint8_t {
        None,             ///< the log alone
        OfficeAndDistrict ///< two places an entry
    };
    LogWriter(store::HqLog& log, const plan::Plan& plan, OperationId operation, Feeds feeds);

    /// Adds the desk; once.
    [[nodiscard]] Result<void> open();
    /// The next entries, ready to be given to `commit`. Not part of what a bench measures.
    [[nodiscard]] std::vector<store::NumberedEntry> prepare(std::size_t count);
    /// One group commit, as the ledger makes it.
    [[nodiscard]] Result<void> commit(const std::vector<store::NumberedEntry>& entries);

    [[nodiscard]] std::uint64_t written() const { return m_number; }

private:
    [[nodiscard]] Result<void> place(const UnitCode& unit, const store::NumberedEntry& entry);
    [[nodiscard]] Result<void> writeAll(const std::vector<store::NumberedEntry>& entries);
    void fillUp(std::size_t count);

    store::HqLog& m_log;
    const plan::Plan& m_plan;
    OperationId m_operation;
    Feeds m_feeds;
    History m_history;
    store::DeskRecord m_desk;
    Instant m_now;
    std::size_t m_lives = 0;
    std::uint64_t m_number = 0;
    std::deque<log::Entry> m_waiting;
    std::map<UnitCode, store::FeedHead> m_heads;
    std::map<std::string, UnitCode> m_districts; ///< of incidents
};

} // namespace sz::bench
