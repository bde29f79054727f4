// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A database that several headquarters share, as PostgreSQL is one: a machine of its own with a disk that fails, behind links
// that break, also in the middle of a commit.

#include "data/sim/DeskNode.h"
#include "data/store/HqLog.h"

namespace sz::sim {

/// What left the house: after any crash it must still be true.
struct Promises
{
    std::map<std::pair<DeskId, std::uint64_t>, std::uint64_t>
        verdicts;                            ///< number by desk and counter; 0 = rejected
    std::map<UnitCode, store::FeedHead> fed; ///< the last place shown to anybody

    /// One sentence for each that the log does not keep.
    [[nodiscard]] std::vector<std::string> broken(const store::HqLog& log) const;
};

/// Holds the product's file store; what SharedLog does to it is PostgreSQL's part of the contract: one transaction at a
/// time, news by revision, notifications that may be lost, doubled or late. Thread: one.
class StoreServer
{
public:
    StoreServer(
        Ground& ground,
        const std::filesystem::path& folder,
        const Promises& promises,
        Random random);

    void start();
    void crash(bool isPowerCut);
    void calm();
    /// Ends it in good order and starts it again.
    void startAgain(const std::function<void()>& meanwhile);
    void setSyncLies(bool lies) { m_disk.setSyncLies(lies); }
    /// Every so many commits out of a hundred lose their link before or after the commit.
    void setLinkFaults(std::uint64_t percent) { m_linkFaults = percent; }
    /// Mutations: `headquarters` hears no news; nobody's news tell of a revocation.
    void setDeaf(int headquarters) { m_deaf = headquarters; }
    void setHidesRevocations(bool hides) { m_hidesRevocations = hides; }
    void setHidesPeople(bool hides) { m_hidesPeople = hides; }
    void setKeepsKeys(bool keeps) { m_keepsKeys = keeps; }
    [[nodiscard]] bool keepsKeys() const { return m_keepsKeys; }
    void cutOff(int headquarters) { m_cut.insert(headquarters); }
    void heal(int headquarters) { m_cut.erase(headquarters); }

    /// The log as one headquarters sees it. Errors: StoreOpen (not reachable).
    [[nodiscard]] Result<std::unique_ptr<store::HqLog>> connect(int headquarters);
    /// Called after commits of others, soon, mostly.
    void listen(int headquarters, std::function<void()> notified);

    [[nodiscard]] Disk& disk() { return m_disk; }
    [[nodiscard]] store::HqLog* log() { return m_log.get(); } ///< null while it is down
    [[nodiscard]] std::uint64_t crashes() const { return m_crashes; }
    /// Desks whose revocation is committed, and the last number given before it.
    [[nodiscard]] const std::map<DeskId, std::uint64_t>& revoked() const { return m_revoked; }

private:
    friend class SharedLog;
    friend class HqNode; // its files lie here, too
    struct Mark
    {
        std::uint64_t number = 0;
        std::uint64_t revision = 0;
    };

    [[nodiscard]] bool isReachable(int from) const
    {
        return m_log != nullptr && !m_cut.contains(from);
    }
    void look();
    void end(bool isCrash);
    void startSoon(Millis after);
    [[nodiscard]] Mark mark() const;
    void committed(
        int by,
        const std::set<DeskId>& desks,
        const std::set<UnitCode>& feeds,
        const std::set<std::int64_t>& days,
        bool arePeopleNew);
    void tellOthers(int by);
    void noteRevoked();

    Ground& m_ground;
    const Promises& m_promises;
    Random m_random;
    Disk m_disk;
    std::unique_ptr<store::HqLog> m_log;
    std::optional<Error> m_fault; ///< of a call that has just returned
    std::set<int> m_cut;
    std::map<int, std::function<void()>> m_listeners;
    std::map<DeskId, std::uint64_t> m_revoked;
    std::optional<int> m_deaf;
    bool m_hidesRevocations = false;
    bool m_hidesPeople = false;
    bool m_keepsKeys = false;
    std::map<DeskId, std::uint64_t> m_desks; ///< revision of the last change
    std::map<UnitCode, std::uint64_t> m_feeds;
    std::map<std::int64_t, std::uint64_t> m_days;
    std::uint64_t m_people = 0;
    std::uint64_t m_revision = 1;
    std::uint64_t m_generation = 0; ///< connections of a former one are dead
    std::uint64_t m_epoch = 0;
    std::uint64_t m_linkFaults = 0;
    bool m_isCalm = false;
    std::uint64_t m_crashes = 0;
};

} // namespace sz::sim
