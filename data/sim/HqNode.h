// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One headquarters: machine, disk, clock and the engine that is started again when it ends. Several may stand in one
// simulation; each names itself by its index on the network.

#include "data/hq/Engine.h"
#include "data/sim/DeskNode.h"

namespace sz::sim {

/// Bugs put in on purpose: the simulator must find each (tests/unit/sim/tst_Mutations).
enum class Mutation : std::uint8_t {
    None,
    HqAcksBeforeCommit, ///< its disk says "synced" and is not
    DeskAcksBeforeCommit,
    HqForgetsCursor, ///< a restart forgets the last entry received from each desk
    HqForgetsPlace,  ///< a restart forgets the last place of each feed
    HqShowsForeign,  ///< a restart sets an entry into a feed that must not have it
    LostVerdicts,    ///< no verdict ever arrives
    ActsTwice,       ///< a desk does again what it has saved
    ForgedEntry, ///< a byte of an entry changes on the way to a desk, and so does the hash over it
};

inline constexpr int kMutations = 9;
/// "HqForgetsCursor".
[[nodiscard]] const char* mutationName(Mutation mutation);

class HqNode
{
public:
    HqNode(Ground& ground, int index, const std::filesystem::path& folder, Random random);

    /// Once, before the first start: what enrolment would have written.
    void enrol(const std::vector<std::unique_ptr<DeskNode>>& desks);
    void start();
    void crash(bool isPowerCut);
    void setSkew(Millis skew) { m_clock.setSkew(skew); }
    void setMutation(Mutation mutation) { m_mutation = mutation; }
    void calm();
    void startAgain(); ///< ends in good order and starts at once

    [[nodiscard]] Disk& disk() { return m_disk; }
    [[nodiscard]] hq::Engine* engine() { return m_engine.get(); }
    [[nodiscard]] store::HqLog* log() { return m_log.get(); }
    [[nodiscard]] std::uint64_t crashes() const { return m_crashes; }

private:
    template <class Work>
    void on(Work work)
    {
        if (m_engine) {
            m_wasLost = m_disk.hasFailedSync();
            work(*m_engine);
            look();
        }
    }
    [[nodiscard]] Result<void> open();
    void listen();
    void look();
    void end(bool isCrash);
    void tick(std::uint64_t epoch);
    void flushSoon();
    void startSoon(Millis after);
    void send(net::ConnectionId to, const Bytes& frame);
    void remember(const sync::Verdicts& frame);
    void checkPromises();
    void mutate();

    struct Promise
    {
        DeskId desk;
        std::uint64_t counter = 0;
        std::uint64_t number = 0;
    };

    Ground& m_ground;
    int m_index;
    Random m_random;
    Disk m_disk;
    SkewedClock m_clock;
    std::unique_ptr<store::HqLog> m_log;
    std::unique_ptr<hq::Engine> m_engine;
    std::map<net::ConnectionId, DeskId> m_sessions;
    std::map<std::pair<DeskId, std::uint64_t>, std::uint64_t>
        m_verdicts;                            ///< number by desk and counter; 0 = rejected
    std::map<UnitCode, store::FeedHead> m_fed; ///< the last place shown to anybody
    Mutation m_mutation = Mutation::None;
    std::uint64_t m_epoch = 0;
    bool m_isFlushPlanned = false;
    bool m_isCalm = false;
    bool m_wasLost = false; ///< a sync had failed before what runs now began
    std::uint64_t m_crashes = 0;
};

} // namespace sz::sim
