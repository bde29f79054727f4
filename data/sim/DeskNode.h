// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One desk: machine, disk, clock, person, and the program that is started again when it ends.

#include "data/sim/Console.h"
#include "data/sim/Disk.h"
#include "data/sim/Network.h"

#include <set>

namespace sz::sim {

/// What all machines of a simulation share. Members outlive them.
struct Ground
{
    Schedule& schedule;
    Trace& trace;
    Network& network;
    std::shared_ptr<const plan::Plan> plan; // shared with the desks
    OperationId operation;
    std::vector<std::string>& violations; ///< what must never be; one sentence each
    Told& told;
    int headquarters = 1; ///< a desk that finds one gone tries the next
};

class DeskNode
{
public:
    DeskNode(
        Ground& ground,
        int index,
        UnitCode unit,
        bool isNewer,
        const std::filesystem::path& folder,
        Random random);

    void start();
    void act(); ///< the person does one thing, if the program runs
    /// Does the last saved act once more as if it had not been: a mutation.
    void actTwice(bool doesTwice) { m_doesTwice = doesTwice; }
    /// Mutations: the screen misses what is told of shifts, what is approved of the plan; rejected acts are not on it.
    void blindToShift(bool isBlind) { m_isBlindToShift = isBlind; }
    void blindToPlan(bool isBlind) { m_isBlindToPlan = isBlind; }
    void hideRejected(bool hides) { m_hidesRejected = hides; }
    /// Takes a snapshot when it is so many places behind.
    void setSnapshotFrom(std::uint64_t places) { m_options.snapshotFrom = places; }
    void crash(bool isPowerCut);
    void setSkew(Millis skew) { m_clock.setSkew(skew); }
    /// From now on nothing goes wrong by itself; what is down comes up at once.
    void calm();
    /// Ends in good order and starts at once; `meanwhile`: what befalls its disk in between.
    void startAgain(const std::function<void()>& meanwhile = {});
    [[nodiscard]] std::filesystem::path logFile() const { return m_options.profile.logFile(); }

    [[nodiscard]] Disk& disk() { return m_disk; }
    [[nodiscard]] Console* console() { return m_console.get(); }
    [[nodiscard]] int index() const { return m_index; }
    [[nodiscard]] const DeskId& desk() const { return m_options.profile.desk; }
    [[nodiscard]] const UnitCode& unit() const { return m_options.profile.unit; }
    [[nodiscard]] const PublicKey& publicKey() const { return m_publicKey; }
    [[nodiscard]] const std::vector<Saved>& saved() const { return m_saved; }
    [[nodiscard]] const std::vector<std::string>& unsaved() const { return m_unsaved; }
    [[nodiscard]] bool isSettled() const; ///< live, and nothing waits
    [[nodiscard]] const std::filesystem::path& folder() const { return m_disk.folder(); }
    [[nodiscard]] bool isLive() const { return m_console && m_console->isLive(); }
    /// Not part of the operation yet: it never starts.
    [[nodiscard]] bool isEnrolled() const { return m_isEnrolled; }
    void setEnrolled(bool isEnrolled) { m_isEnrolled = isEnrolled; }
    /// Nobody listens to it any more, and nothing it has not been told is owed to it.
    [[nodiscard]] bool isRevoked() const { return m_isRevoked; }
    void setRevoked() { m_isRevoked = true; }
    [[nodiscard]] bool takesPart() const { return m_isEnrolled && !m_isRevoked; }
    [[nodiscard]] std::uint64_t crashes() const { return m_crashes; }
    [[nodiscard]] std::uint64_t attempts() const { return m_attempts; }
    [[nodiscard]] std::string fingerprint() const { return "print-" + desk().value; }

private:
    template <class Work>
    void on(Work work)
    {
        if (m_console) {
            work(*m_console);
            look();
        }
    }
    void look();
    void end(bool isCrash);
    void tick(std::uint64_t epoch);
    void startSoon(Millis after);
    void checkSaved();
    void violate(const std::string& what);
    [[nodiscard]] desk::DeskCore::Transport transport();

    Ground& m_ground;
    int m_index;
    bool m_isNewer;
    Random m_random;
    Disk m_disk;
    SkewedClock m_clock;
    desk::DeskOptions m_options;
    PublicKey m_publicKey{};
    Operator m_person;
    std::unique_ptr<Console> m_console;
    std::uint64_t m_epoch = 0;
    bool m_isCalm = false;
    bool m_isRestartPlanned = false;
    bool m_doesTwice = false;
    bool m_isBlindToShift = false;
    bool m_isBlindToPlan = false;
    bool m_hidesRejected = false;
    bool m_isEnrolled = true;
    bool m_isRevoked = false;
    bool m_isRotten = false; ///< what it held may have to come from headquarters again
    int m_tries = 0;         ///< connections
    std::vector<Saved> m_saved;
    std::vector<std::string>
        m_unsaved; ///< marks of acts that were refused for want of space: never in any log
    std::uint64_t m_marks = 0;
    std::uint64_t m_crashes = 0;
    std::uint64_t m_attempts = 0;
};

} // namespace sz::sim
