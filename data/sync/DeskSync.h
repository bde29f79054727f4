// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The desk's side of the protocol as a state machine: frames, moments and own acts in; frames and events out. No sockets.

#include "data/store/DeskLog.h"
#include "data/sync/Frames.h"
#include "data/sync/SnapshotFetch.h"

#include <functional>
#include <map>
#include <optional>
#include <random>
#include <set>

namespace sz::sync {

enum class DeskState : std::uint8_t {
    Offline,
    Connecting,
    CatchingUp,
    Live,
    Refused,
};

/// Thread: one (the store's). Callbacks are called from inside its methods.
class DeskSync
{
public:
    struct Callbacks
    {
        std::function<void()> open;  ///< start one connection attempt
        std::function<void()> close; ///< end the connection
        std::function<void(const Frame&)> send;
        /// Stored places, in order; `left`: how many more headquarters has for us.
        std::function<void(const std::vector<log::FeedItem>&, std::uint64_t left)> applied;
        std::function<void(const Verdict&)> judged; ///< final verdict of an own entry, stored
        std::function<void()> changed;              ///< state, asOf, offset, … changed
        std::function<void(Error)> failed;      ///< the store failed: nothing more can be promised
        std::function<void()> imported = [] {}; ///< a snapshot is in the log, all at once
        /// Its places, checked, in order, while they are being written; what comes of them counts only after `imported`. On a
        /// thread of its own, while this one waits. May be empty.
        std::function<void(const std::vector<log::FeedItem>&)> importing = {};
        /// A snapshot was not taken, and why; the desk catches up by the feed.
        std::function<void(const Error&)> snapshotFailed = [](const Error&) {};
        /// Bodies asked for by recall(), not yet checked; places headquarters does not show this unit any more.
        std::function<void(const Recalled&)> recalled = {};
        std::function<void(const SignedOn&)> signedOn = {}; ///< headquarters' answer to a SignOn
        std::function<void(const People&)> people = {};     ///< who may sign on here
        std::function<void(const Welcome&)> welcomed = [](const Welcome&) {};
        std::function<void(const Renewed&)> renewed = [](const Renewed&) {}; ///< not yet checked
        std::function<void(const ContactKeysKept&)> keysKept = {};
        std::function<void(const ContactKeyGiven&)> keyGiven = {};
        std::function<void(const FileState&)> fileState = [](const FileState&) {};
        std::function<void(const FileChunk&)> fileChunk = [](const FileChunk&) {};
    };
    struct Identity
    {
        OperationId operation;
        DeskId desk;
        UnitCode unit;
        const SigningKey* key = nullptr; ///< outlives the machine
        bool isRebuilt = false; ///< the own files were lost: go on from what headquarters holds
        std::string planDigest;
        std::filesystem::path snapshotFolder = {}; ///< where chunks wait; empty: no snapshots
        std::uint64_t snapshotFrom = 20'000;       ///< places behind, from which one is asked for
        store::Files* files = nullptr;             ///< for them; null: the system's
    };
    struct Status
    {
        DeskState state = DeskState::Offline;
        Instant since;
        std::optional<Instant>
            asOf; ///< headquarters said at this moment (our clock) that we hold everything
        int attempts = 0;
        std::optional<Instant> nextAttempt;
        Code reason = Code::Internal;
        std::string detail;
        Millis clockOffset{0};
        std::string headquarters;
        bool isOtherPlan = false;
    };

    DeskSync(store::DeskLog& log, Identity identity, Callbacks callbacks, std::uint64_t jitterSeed);

    void start(Instant now);     ///< first attempt at once
    void reconnect(Instant now); ///< the officer asks: try now
    void linkUp(Instant now);
    void linkDown(const Error& why, Instant now);
    void frame(Frame frame, Instant now);
    void ownEntryWritten(Instant now);
    [[nodiscard]] bool isWelcome() const { return m_isWelcome; }
    /// Bodies are on their way.
    [[nodiscard]] bool isRecalling() const { return !m_recalling.empty(); }
    /// Live, and no act or body is under way: the line may be used for what can wait.
    [[nodiscard]] bool isQuiet() const;
    /// Asks for the bodies of these places, now or when the link is there, until they come or headquarters says no.
    void recall(const std::vector<std::uint64_t>& seqs);
    /// Says something besides the log; false when headquarters has not let us in.
    [[nodiscard]] bool tell(const Frame& frame);
    /// The store failed elsewhere: ends the connection for good, without a call of `failed`.
    void halt(const Error& error);
    /// Call about every 200 ms: retries, time-outs.
    void tick(Instant now);

    [[nodiscard]] const Status& status() const { return m_status; }

    static constexpr Millis kSilence{15'000}; ///< no frame for so long: the connection is dead
    static constexpr Millis kPushWait{
        10'000}; ///< no verdict for so long: connect anew and push again
    /// So many heartbeats came behind what should have been there before them: the connection is of no use.
    static constexpr int kMostBeats = 3;
    static constexpr int kMostGrantBeats = 12; ///< a whole shift signs on in the same minute
    static constexpr Millis kLongestWait{30'000};
    static constexpr Millis kLaterWait{1'000}; ///< headquarters said "later": not sooner than this
    /// A backlog is stored in steps of so many places, or of what came within so long: great transactions are the whole
    /// game (findings/sync.md §2).
    static constexpr std::size_t kStepItems = 20'000;
    static constexpr std::size_t kStepBytes = 16 * 1024 * 1024;
    static constexpr Millis kStepWait{500};

private:
    void on(const Welcome& frame);
    void on(const Refused& frame);
    void on(const Verdicts& frame);
    void on(Feed& frame);
    void on(const Heartbeat& frame);
    void on(const SignedOn& frame);
    void on(const People& frame);
    void on(const Renewed& frame);
    void on(const Recalled& frame);
    void on(const ContactKeysKept& frame);
    void on(const ContactKeyGiven& frame);
    void on(const FileState& frame) { m_callbacks.fileState(frame); }
    void on(const FileChunk& frame) { m_callbacks.fileChunk(frame); }
    void on(const SnapshotManifest& frame);
    void on(const SnapshotChunk& frame);
    template <class Other>
    void on(const Other&)
    {
    }
    void takeIn();
    [[nodiscard]] bool wantsSnapshot(const Welcome& frame) const;
    void askForChunks();
    void takeSnapshot();
    void leaveSnapshot(const Error& why);

    void setNow(Instant now);
    void attempt();
    void drop(Code reason, std::string detail);
    void setState(DeskState state, Code reason = Code::Internal, std::string detail = {});
    void witnessHead(std::uint64_t head, Instant theirs);
    /// What headquarters owes: frames of a connection come in order, so a heartbeat behind the answer means it is lost.
    enum class Owed { Welcome, Feed, Bodies, Grant };
    void countBeat(std::uint64_t head);
    void pushMore();
    void askForBodies();
    void storeFailed(const Error& error);

    store::DeskLog& m_log;
    Identity m_identity;
    Callbacks m_callbacks;
    Status m_status;
    std::mt19937_64 m_random;
    Instant m_now;
    bool m_isUp = false; ///< a connection stands, welcome or not yet
    bool m_isWelcome = false;
    std::map<Owed, int> m_beats; ///< heartbeats since it was to come
    bool m_isStoreBroken = false;
    std::uint64_t m_head = 0;          ///< feed head headquarters told last
    std::uint64_t m_pushed = 0;        ///< last counter in flight
    std::optional<Instant> m_pushedAt; ///< when; none = nothing in flight
    Instant m_lastHeard;
    Instant m_notBefore;                   ///< of the next push
    std::set<std::uint64_t> m_recalling;   ///< places whose bodies are wanted
    std::set<std::uint64_t> m_toAsk;       ///< of them, not yet asked for on this connection
    std::set<std::uint64_t> m_asked;       ///< of the Recall under way
    bool m_isAsking = false;               ///< a Recall is under way
    std::vector<log::FeedItem> m_gathered; ///< places that follow the log's, not stored yet
    Digest m_gatheredHash{};               ///< running hash after the last of them, as told
    std::size_t m_gatheredBytes = 0;
    Instant m_gatheredSince;
    std::optional<SnapshotFetch> m_fetch;
    Instant m_fetchHeard;
    bool m_hasLeftSnapshots = false; ///< one was not what it should be: none more in this run
};

} // namespace sz::sync
