// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Headquarters as a state machine without sockets: connections and frames in, frames out, one
// commit for all that waits.

#include "data/hq/Enrolment.h"
#include "data/hq/FeedFrames.h"
#include "data/hq/FileRoom.h"
#include "data/hq/Ledger.h"
#include "data/hq/LogLine.h"
#include "data/hq/Quota.h"
#include "data/hq/Seed.h"
#include "data/hq/Signing.h"
#include "data/hq/SignOns.h"
#include "data/hq/SnapshotShelf.h"
#include "data/model/RefusalBook.h"
#include "data/net/Link.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace sz::hq {

struct EngineSpec
{
    OperationId operation;
    std::string name;                       ///< of headquarters, for the desks' status bars
    std::shared_ptr<const plan::Plan> plan; // shared with the loader of scenarios
    std::string planDigest;
    net::Identity authority; ///< signs the desks' certificates; former ones may follow in the PEM
    std::optional<NotarySpec> notary = {};      ///< nothing: the log is not signed
    QuotaSpec quota = {};                       ///< of each desk
    std::optional<SnapshotSpec> snapshots = {}; ///< nothing: none are cut
    /// Runs the first on another thread, then the second on the engine's; empty: both at once, here. Passwords are slow.
    std::function<void(std::function<void()>, std::function<void()>)> offload = {};
    const Clock* certificateClock = nullptr; ///< dates certificates; null: the system's
    FileSpec files = {};
};

/// Where the engine's frames go. Both may be called from within every function of Engine.
struct Wire
{
    std::function<void(net::ConnectionId, Bytes)> send;
    std::function<void(net::ConnectionId)> close; ///< what was sent before still goes out
};

/// What this engine has done since it was opened.
struct Counters
{
    std::uint64_t accepted = 0; ///< entries, repeats included
    std::uint64_t rejected = 0; ///< entries, repeats included
    std::uint64_t batches = 0;
    std::uint64_t commits = 0;
    std::uint64_t commitFailures = 0;
    std::uint64_t feedFrames = 0;
    std::uint64_t feedBytes = 0;
    std::uint64_t refused = 0; ///< connections
    std::uint64_t enrolled = 0;
    std::uint64_t renewed = 0; ///< certificates
    bool isStoreUp = true; ///< false from a failure until a whole transaction goes through again
};

/// Sessions, authority and fan-out of one operation. Thread: one; the store's connection lives on
/// it, too.
class Engine
{
public:
    using Peer = net::ServerLink::Peer;

    /// Costs the same however long the log is. `log`, `clock` and the callbacks must live longer than the engine.
    /// Errors: StoreCorrupt, LinkRefused (the log belongs to another operation), and the store's.
    [[nodiscard]] static Result<std::unique_ptr<Engine>>
    open(EngineSpec spec, store::HqLog& log, const Clock& clock, Wire wire, LogSink sink);

    void opened(net::ConnectionId connection, Peer peer);
    /// A push waits for `flush()`; everything else is answered at once.
    void message(net::ConnectionId connection, BytesView bytes);
    void closed(net::ConnectionId connection);
    /// Every 50 ms or so: flush, heartbeats, connections that never said hello, a store that failed.
    void tick();
    /// Judges all waiting pushes in one transaction, answers them and sends the feeds on. When the
    /// commit fails nothing is acknowledged and the desks that pushed are refused with Busy.
    void flush();
    /// Takes in what other headquarters have committed and sends the feeds on. Call it when the
    /// store's watch says so; costs one question when there is nothing.
    void follow();

    /// Signs what has not been signed; for the end. Errors: why it cannot be signed (see Notary), `fault()`; Internal
    /// without a notary.
    [[nodiscard]] Result<void> seal();

    /// Null when no snapshots are cut.
    [[nodiscard]] SnapshotShelf* shelf() { return m_shelf.get(); }

    /// Null when the log is not signed: not wished, or the reason is in the log lines ("signing-stopped").
    /// Only when the notary has no thread of its own.
    [[nodiscard]] const Notary* notary() const
    {
        return m_signing ? &m_signing->notary() : nullptr;
    }

    [[nodiscard]] bool hasWaiting() const { return !m_waiting.empty(); }

    /// Why no push is judged any more: a commit failed in a way that does not pass (a full disk does, a lost link to PostgreSQL too), and
    /// what the disk holds is known only after a new start. The process is to end and to be started again.
    [[nodiscard]] const std::optional<Error>& fault() const { return m_fault; }

    /// Errors: NoSuchUnit, and the store's.
    [[nodiscard]] Result<std::string> makeEnrolCode(const UnitCode& unit, Minutes validFor);

    /// In order of id.
    [[nodiscard]] std::vector<store::DeskRecord> desks() const { return m_ledger.desks(); }

    /// Its connection ends at once. Errors: NotFound, and the store's.
    [[nodiscard]] Result<void> revoke(const DeskId& desk);
    /// The authority has changed: desks that are connected get a certificate of the new one at once, others when they come.
    void setAuthority(net::Identity authority);
    /// Writes a sample operation as the acts of headquarters' own desk "SEED", all or none;
    /// received when they were done. Errors: BadArgument (seeded before, or an act before its
    /// report), the rule's code naming the act, the store's.
    [[nodiscard]] Result<void> appendSeed(const std::vector<SeedEntry>& entries);

    /// A duty person who may sign on at the desks of the unit. Errors: NoSuchUnit, PostNotYours (a post the unit does not
    /// have), BadArgument (the number is taken), and the store's.
    [[nodiscard]] Result<void>
    addPerson(model::Person person, const Verifier& verifier, bool mustChange);
    /// A new password; every lock falls, and a disabled person may come again. Errors: NotFound, and the store's.
    [[nodiscard]] Result<void>
    resetPerson(const PersonCode& code, const Verifier& verifier, bool mustChange);
    /// Nothing the person does from now on is accepted. Errors: NotFound, and the store's.
    [[nodiscard]] Result<void> disablePerson(const PersonCode& code);
    /// In order of code; verifiers included.
    [[nodiscard]] std::vector<store::PersonRecord> people() const;
    /// A connection that did not get as far as `opened`; it is traced, too.
    void handshakeRefused(const std::string& peer, const Error& why);

    [[nodiscard]] std::size_t liveDesks() const;

    /// Revoked ones included.
    [[nodiscard]] std::size_t deskCount() const { return m_ledger.deskCount(); }

    [[nodiscard]] bool isLive(const DeskId& desk) const;

    /// Connected desks whose certificate ends within 60 days.
    [[nodiscard]] std::size_t endingCertificates() const;

    [[nodiscard]] const Counters& counters() const { return m_counters; }

    [[nodiscard]] std::uint64_t lastNumber() const { return m_ledger.lastNumber(); }

    [[nodiscard]] model::IncidentPtr incident(const IncidentId& id) const
    {
        return m_ledger.incident(id);
    }

private:
    struct Session
    {
        Peer peer;
        Instant since;
        DeskId desk; ///< empty until Welcome
        UnitCode unit;
        std::uint64_t cursor = 0; ///< last place of the feed that was sent
        int credits = 0;          ///< Feed frames the desk will still take
        Instant lastBeat;
        std::uint32_t chunks = 0; ///< sent since `chunksSince`
        Instant chunksSince;
    };

    struct Waiting
    {
        net::ConnectionId connection;
        log::Batch batch;
    };

    Engine(EngineSpec spec, store::HqLog& log, const Clock& clock, Wire wire, LogSink sink);
    [[nodiscard]] Result<void> start();
    void openNotary();
    void openShelf();
    void
    onSnapshotAsk(net::ConnectionId connection, Session& session, const sync::SnapshotAsk& ask);
    [[nodiscard]] bool goOnFrom(Session& session, std::uint64_t seq, const Digest& hash) const;
    void cutSnapshots(Instant now);

    void on(net::ConnectionId connection, Session& session, const sync::Frame& frame);
    void onHello(net::ConnectionId connection, Session& session, const sync::Hello& hello);
    void onEnrol(net::ConnectionId connection, const Session& session, const sync::Enrol& request);
    void onPush(net::ConnectionId connection, const Session& session, const log::Batch& batch);
    /// False when the frame is none of a file's.
    [[nodiscard]] bool
    onFile(net::ConnectionId connection, const Session& session, const sync::Frame& frame);
    [[nodiscard]] model::IncidentPtr seenBy(const UnitCode& unit, const IncidentId& id) const;
    void onRecall(net::ConnectionId connection, const Session& session, const sync::Recall& recall);
    void onRenew(net::ConnectionId connection, const DeskId& id);
    void onKeepKeys(net::ConnectionId connection, const sync::KeepContactKeys& frame);
    void onAskKey(net::ConnectionId connection, const sync::AskContactKey& frame);
    void expireContacts(Instant now);
    void keysFailed(const Error& error);
    void noteCertificate(const Session& session) const;
    void welcome(net::ConnectionId connection, Session& session, const store::DeskRecord& desk);
    void endOthers(net::ConnectionId connection, const DeskId& desk);

    void onSignOn(net::ConnectionId connection, const Session& session, const sync::SignOn& frame);
    void finishSignOn(net::ConnectionId connection, const SignOnTry& one);
    void answerSignOn(
        net::ConnectionId connection,
        const store::DeskRecord& desk,
        const PersonCode& person,
        const sync::SignedOn& answer);
    void greet(net::ConnectionId connection, const Session& session);
    void tellPeople();
    [[nodiscard]] Result<void> checkPerson(const model::Person& person) const;
    [[nodiscard]] Result<void> changePerson(
        const PersonCode& code,
        const std::function<Result<void>(store::PersonRecord)>& work);
    [[nodiscard]] Result<void> change(const std::function<Result<void>()>& work);
    void trace(model::Refusal refusal);
    void traceRefusedConnection(const Session& session, const char* what, const Error& why);
    void writeRefusals(bool isEnd);

    [[nodiscard]] Result<void> judgeAll(const std::vector<Waiting>& waiting);
    [[nodiscard]] Result<std::vector<sync::Verdict>> take(const log::Batch& batch);
    void answer(net::ConnectionId connection, std::vector<sync::Verdict> verdicts);
    [[nodiscard]] bool isWithinQuota(net::ConnectionId connection, const log::Batch& batch);
    void answerLater(net::ConnectionId connection, const log::Batch& batch);
    void refuseAll(const std::vector<Waiting>& waiting, const Error& why);

    [[nodiscard]] Result<void> catchUp();
    void storeAnswered(bool isUp);
    void lookAfterStore(Instant now);
    void count(const std::vector<sync::Verdict>& verdicts);
    void endRevoked();
    void sendFeeds();
    void sendFeed(net::ConnectionId connection, Session& session);
    void beat(net::ConnectionId connection, Session& session, Instant now);

    void send(net::ConnectionId connection, const sync::Frame& frame);
    void refuse(net::ConnectionId connection, const Error& why);
    void drop(net::ConnectionId connection, const char* why);
    void note(
        Level level,
        const char* event,
        std::vector<std::pair<std::string, std::string>> fields) const;

    EngineSpec m_spec;
    store::HqLog& m_log;
    const Clock& m_clock;
    Wire m_wire;
    LogSink m_sink;
    Ledger m_ledger;
    FeedFrames m_frames;
    FileRoom m_files;
    Enrolment m_enrolment;
    SystemDesk m_system;
    SignOns m_signOns;
    model::RefusalBook m_refusals;
    std::set<net::ConnectionId> m_signingOn; ///< whose password is being looked at
    std::unique_ptr<Signing> m_signing;
    std::unique_ptr<SnapshotShelf> m_shelf;
    Counters m_counters;
    Instant m_lastLook;
    Instant m_lastExpiry;
    std::map<net::ConnectionId, Session> m_sessions;
    std::vector<Waiting> m_waiting;
    std::map<DeskId, Quota>
        m_quotas; ///< outlive connections: a desk does not get round them by coming back
    std::optional<Error> m_fault;
};

} // namespace sz::hq
