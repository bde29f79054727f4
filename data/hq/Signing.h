// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The notary beside the engine: a desk's act never waits for tiles, signatures or the syncs under them.

#include "data/hq/Notary.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace sz::hq {

/// Hands over what has been committed; the notary reads it back through a connection of its own. Without
/// NotarySpec::hasOwnThread everything happens inside these calls, in the same order every time: tests and the simulator.
/// Thread: the engine's; the sink is called from the notary's, too.
class Signing
{
public:
    /// Errors: those of Notary::open.
    [[nodiscard]] static Result<std::unique_ptr<Signing>>
    open(NotarySpec spec, const OperationId& operation, const store::HqLog& log, LogSink sink);
    ~Signing(); ///< waits for what is under way

    /// `leaves`: accepted since the last call, in order, all committed; `head`: the last committed number. Never more is
    /// signed than was handed over.
    void look(std::vector<AcceptedLeaf> leaves, std::uint64_t head, Instant now);
    /// Signs all of it before it returns. Errors: those of Notary::seal.
    [[nodiscard]] Result<void>
    seal(std::vector<AcceptedLeaf> leaves, std::uint64_t head, Instant now);

    /// The checkpoint signed last, as far as is known here.
    [[nodiscard]] proof::Checkpoint last() const;
    /// Only while no thread of its own is at work on it.
    [[nodiscard]] const Notary& notary() const { return *m_notary; }

private:
    struct Handed
    {
        std::vector<AcceptedLeaf> leaves;
        std::uint64_t head = 0;
        Instant now;
    };

    explicit Signing(std::unique_ptr<Notary> notary)
        : m_notary(std::move(notary)), m_last(m_notary->last())
    {
    }
    void noteLast();
    void work(const std::stop_token& stop);
    void hand(std::vector<AcceptedLeaf> leaves, std::uint64_t head, Instant now);
    [[nodiscard]] Handed takeIn();

    std::mutex m_atWork;              ///< held by whoever uses the notary
    std::unique_ptr<Notary> m_notary; // guarded by m_atWork
    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    Handed m_handed;          // guarded by m_mutex
    bool m_hasMore = false;   // guarded by m_mutex
    proof::Checkpoint m_last; // guarded by m_mutex
    Instant m_wokenAt;
    std::jthread m_thread; ///< none: everything in the caller's
};

} // namespace sz::hq
