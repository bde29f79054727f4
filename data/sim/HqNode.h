// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One headquarters: machine, disk, clock and the engine that is started again when it ends. Several may stand in one
// simulation; each names itself by its index on the network.

#include "data/hq/Engine.h"
#include "data/sim/SimFiles.h"
#include "data/sim/StoreServer.h"

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
    TailLosesEntry, ///< after a snapshot the first place of the tail is left out, and the hash fits
    FileTurns,      ///< a byte of an attached file is another one when headquarters gives it
    ShiftUnseen,    ///< a desk's screen misses what is told of shifts
    PlanUnseen,     ///< nor what is approved of the plan
    RejectedHidden, ///< a desk does not show what headquarters refused
    // Of several headquarters over one store.
    NewsUnheard,      ///< one never looks at what the others have committed
    RevokedGoesOn,    ///< a revocation does not reach the other headquarters
    StoreLosesCommit, ///< the store's disk says "synced" and is not
    DisabledGoesOn,   ///< that a person was disabled does not reach the other headquarters
    KeysOutlive,      ///< keys of contacts are not destroyed at their end
};

inline constexpr int kMutations = 19;
/// True for those that need more than one headquarters.
[[nodiscard]] constexpr bool isOfMany(Mutation mutation)
{
    return mutation >= Mutation::NewsUnheard;
}
/// "HqForgetsCursor".
[[nodiscard]] const char* mutationName(Mutation mutation);

class HqNode
{
public:
    /// Without a server it keeps its log on its own disk.
    HqNode(
        Ground& ground,
        int index,
        const std::filesystem::path& folder,
        Promises& promises,
        StoreServer* server,
        Random random);

    void start();
    void crash(bool isPowerCut);
    void setSkew(Millis skew) { m_clock.setSkew(skew); }
    void setMutation(Mutation mutation) { m_mutation = mutation; }
    void calm();
    void startAgain(); ///< ends in good order and starts at once
    /// After something was done to its engine from outside.
    void lookAgain()
    {
        on([](hq::Engine&) {});
    }

    [[nodiscard]] Disk& disk() { return m_disk; }
    [[nodiscard]] hq::Engine* engine() { return m_engine.get(); }
    [[nodiscard]] store::HqLog* log() { return m_log.get(); }
    [[nodiscard]] store::HqFiles* files() { return m_files.get(); } ///< null while it is down
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
    void witness(const DeskId& desk, const Bytes& message);
    void look();
    void end(bool isCrash);
    void tick(std::uint64_t epoch);
    void flushSoon();
    void startSoon(Millis after);
    void send(net::ConnectionId to, const Bytes& frame);
    void remember(const sync::Verdicts& frame);
    void checkPromises();
    void mutate();
    void rotShelf();

    Ground& m_ground;
    int m_index;
    Promises& m_promises; ///< of all headquarters
    StoreServer* m_server;
    Random m_random;
    Disk m_disk;
    SkewedClock m_clock;
    std::filesystem::path m_shelf; ///< snapshots; a disk of its own that loses nothing
    std::unique_ptr<store::HqLog> m_log;
    std::unique_ptr<SimFiles> m_files;
    std::unique_ptr<hq::Engine> m_engine;
    std::map<net::ConnectionId, DeskId> m_sessions;
    Mutation m_mutation = Mutation::None;
    std::uint64_t m_epoch = 0;
    bool m_isFlushPlanned = false;
    bool m_isCalm = false;
    bool m_wasLost = false; ///< a sync had failed before what runs now began
    std::uint64_t m_crashes = 0;
};

/// Before the first start: what enrolment would have written for those that are enrolled.
void enrolAll(
    store::HqLog& log,
    const Ground& ground,
    const std::vector<std::unique_ptr<DeskNode>>& desks);
[[nodiscard]] store::DeskRecord recordOf(const DeskNode& desk, Instant now);

} // namespace sz::sim
