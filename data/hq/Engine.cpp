// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/hq/Engine.h"

#include "data/hq/Admission.h"

#include <algorithm>
#include <format>

namespace sz::hq {
namespace {

constexpr int kMostWaiting = 2; ///< batches of one connection that wait to be judged
constexpr Millis kHeartbeat{5000};
constexpr Millis kHelloWithin{10000};
constexpr Millis kLook{1000};
constexpr int kMostCredits = 64;

// Failures of one batch: its desk goes, the others' pushes stand.
bool isOneDesks(Code code)
{
    return code == Code::ForkDetected || code == Code::BadChain || code == Code::BadArgument
           || code == Code::Revoked;
}

const Clock& systemClock()
{
    static const SystemClock clock;
    return clock;
}

std::string hostOf(const std::string& address)
{
    return address.substr(0, address.rfind(':'));
}

} // namespace

Result<std::unique_ptr<Engine>>
Engine::open(EngineSpec spec, store::HqLog& log, const Clock& clock, Wire wire, LogSink sink)
{
    std::unique_ptr<Engine> engine(
        new Engine(std::move(spec), log, clock, std::move(wire), std::move(sink)));
    return engine->start().transform([&] { return std::move(engine); });
}

Engine::Engine(EngineSpec spec, store::HqLog& log, const Clock& clock, Wire wire, LogSink sink)
    : m_spec(std::move(spec)), m_log(log), m_clock(clock), m_wire(std::move(wire)),
      m_sink(std::move(sink)), m_ledger(log, m_spec.plan, m_spec.operation), m_frames(log.feeds()),
      m_files(
          m_spec.files,
          clock,
          [this](net::ConnectionId to, const sync::Frame& frame) { send(to, frame); },
          m_sink),
      m_enrolment(
          log,
          m_ledger,
          m_spec.operation,
          m_spec.authority,
          m_spec.certificateClock != nullptr ? *m_spec.certificateClock : systemClock()),
      m_system(m_spec.operation, m_spec.authority),
      m_signOns(m_ledger, m_system, m_spec.plan, m_spec.operation, m_spec.authority)
{
}

Result<void> Engine::start()
{
    const auto known = m_log.meta("operation");
    if (!known) {
        return std::unexpected(known.error());
    }
    if (*known && **known != m_spec.operation.value) {
        return fail(Code::LinkRefused, "the log belongs to operation " + **known);
    }
    return m_log.setMeta("operation", m_spec.operation.value)
        .and_then([&] { return m_ledger.load(m_sink, m_clock.now()); })
        .transform([&] {
            openNotary();
            openShelf();
        });
}

// Desks are served also when the log cannot be signed: duty goes on, and everybody is told.
void Engine::openNotary()
{
    if (!m_spec.notary) {
        return;
    }
    auto signing = Signing::open(*m_spec.notary, m_spec.operation, m_log, m_sink);
    const std::optional<Error> why =
        signing ? (*signing)->notary().stopped() : signing.error(); // nothing is handed over yet
    if (why) {
        note(
            Level::Error, "signing-stopped",
            {{"code", codeName(why->code)}, {"detail", why->detail}, {"where", why->where}});
    }
    if (signing) {
        m_signing = std::move(*signing);
    }
}

Result<void> Engine::seal()
{
    flush();
    writeRefusals(true);
    if (!m_signing || m_fault) { // after a failed commit nobody knows what the disk holds
        return m_fault ? Result<void>(std::unexpected(*m_fault))
                       : fail(Code::Internal, "the log is not signed");
    }
    return m_signing->seal(m_ledger.takeLeaves(), m_ledger.lastNumber(), m_clock.now());
}

void Engine::opened(net::ConnectionId connection, Peer peer)
{
    Session session;
    session.peer = std::move(peer);
    session.since = m_clock.now();
    m_sessions.insert_or_assign(connection, std::move(session));
}

void Engine::message(net::ConnectionId connection, BytesView bytes)
{
    const auto it = m_sessions.find(connection);
    if (it == m_sessions.end()) {
        return; // closed by us, with messages still on their way
    }
    const auto frame = sync::decodeFrame(bytes);
    if (!frame) {
        drop(connection, "no frame");
        return;
    }
    on(connection, it->second, *frame);
}

void Engine::on(net::ConnectionId connection, Session& session, const sync::Frame& frame)
{
    const bool isIn = !session.desk.empty();
    if (const auto* hello = std::get_if<sync::Hello>(&frame); hello != nullptr && !isIn) {
        onHello(connection, session, *hello);
    } else if (const auto* enrol = std::get_if<sync::Enrol>(&frame); enrol != nullptr && !isIn) {
        onEnrol(connection, session, *enrol);
    } else if (const auto* push = std::get_if<sync::Push>(&frame); push != nullptr && isIn) {
        onPush(connection, session, push->batch);
    } else if (std::holds_alternative<sync::Renew>(frame) && isIn) {
        onRenew(connection, DeskId(session.desk)); // a copy: the session may end
    } else if (const auto* credit = std::get_if<sync::Credit>(&frame); credit != nullptr && isIn) {
        session.credits = std::clamp(session.credits + credit->frames, 0, kMostCredits);
        sendFeed(connection, session);
    } else if (const auto* sign = std::get_if<sync::SignOn>(&frame); sign != nullptr && isIn) {
        onSignOn(connection, session, *sign);
    } else if (const auto* recall = std::get_if<sync::Recall>(&frame); recall != nullptr && isIn) {
        onRecall(connection, session, *recall);
    } else if (const auto* ask = std::get_if<sync::SnapshotAsk>(&frame); ask != nullptr && isIn) {
        onSnapshotAsk(connection, session, *ask);
    } else if (const auto* keep = std::get_if<sync::KeepContactKeys>(&frame);
               keep != nullptr && isIn) {
        onKeepKeys(connection, *keep);
    } else if (const auto* key = std::get_if<sync::AskContactKey>(&frame); key != nullptr && isIn) {
        onAskKey(connection, *key);
    } else if (isIn && onFile(connection, session, frame)) {
        return;
    } else if (!isIn || !std::holds_alternative<sync::UnknownFrame>(frame)) {
        drop(connection, "a frame out of turn");
    }
}

void Engine::onHello(net::ConnectionId connection, Session& session, const sync::Hello& hello)
{
    flush(); // a desk that comes back at once must find its last push, here or elsewhere
    const auto desk = catchUp().and_then(
        [&] { return admit(hello, session.peer, m_spec.operation, m_ledger, m_log.feeds()); });
    if (!desk) {
        refuse(connection, desk.error());
        return;
    }
    session.cursor = hello.feedSeq;
    welcome(connection, session, *desk);
    note(
        Level::Info, "hello",
        {{"desk", desk->id.value},
         {"unit", desk->unit.value},
         {"address", session.peer.address},
         {"program", hello.program},
         {"feed", std::to_string(hello.feedSeq)},
         {"received", std::to_string(desk->lastCounter)}});
    noteCertificate(session);
}

void Engine::welcome(net::ConnectionId connection, Session& session, const store::DeskRecord& desk)
{
    endOthers(connection, desk.id);
    session.desk = desk.id;
    session.unit = desk.unit;
    session.lastBeat = m_clock.now();
    sync::Welcome welcome;
    welcome.headquarters = m_spec.name;
    welcome.now = session.lastBeat;
    welcome.feedHead = m_ledger.feedHead(desk.unit).seq;
    welcome.received = desk.lastCounter;
    welcome.authorHash = desk.author;
    welcome.planDigest = m_spec.planDigest;
    welcome.authority = net::fingerprint(m_enrolment.authority().certificate).value_or("");
    if (m_shelf) {
        m_shelf->noteLag(desk.unit, session.cursor, m_ledger.feedHead(desk.unit));
        welcome.snapshotSeq = m_shelf->offered(desk.unit);
    }
    send(connection, welcome);
    greet(connection, session);
}

// A desk that lost its link comes back before the dead connection is noticed.
void Engine::endOthers(net::ConnectionId connection, const DeskId& desk)
{
    std::vector<net::ConnectionId> others;
    for (const auto& [id, session] : m_sessions) {
        if (id != connection && session.desk == desk) {
            others.push_back(id);
        }
    }
    for (const net::ConnectionId id : others) {
        drop(id, "the desk has connected again");
    }
}

void Engine::onEnrol(
    net::ConnectionId connection,
    const Session& session,
    const sync::Enrol& request)
{
    if (!session.peer.commonName.empty()) {
        drop(connection, "enrolment by a desk");
        return;
    }
    const auto enrolled = m_enrolment.enrol(request, hostOf(session.peer.address), m_clock.now());
    if (!enrolled) {
        refuse(connection, enrolled.error());
        return;
    }
    note(
        Level::Info, "enrolled",
        {{"desk", enrolled->desk.value},
         {"name", request.name},
         {"address", session.peer.address}});
    ++m_counters.enrolled;
    send(connection, *enrolled);
}

void Engine::onPush(net::ConnectionId connection, const Session& session, const log::Batch& batch)
{
    const store::DeskRecord* desk = m_ledger.desk(session.desk);
    if (batch.operation != m_spec.operation || batch.desk != session.desk || desk == nullptr) {
        refuse(connection, {Code::LinkRefused, "a batch of another desk or operation", {}});
    } else if (!isWithinQuota(
                   connection, batch)) { // before the signature: verifying is what a flood costs
        answerLater(connection, batch);
    } else if (!log::verifyBatch(batch, desk->key)) {
        refuse(connection, {Code::LinkRefused, "the signature of a batch does not verify", {}});
    } else {
        m_waiting.push_back({connection, batch});
    }
}

// A desk waits for its verdicts before it pushes on: two batches of one connection are already one too many.
bool Engine::isWithinQuota(net::ConnectionId connection, const log::Batch& batch)
{
    const auto waiting = std::ranges::count(m_waiting, connection, &Waiting::connection);
    const auto quota = m_quotas.try_emplace(batch.desk, m_spec.quota, m_clock.now()).first;
    return waiting < kMostWaiting && quota->second.take(batch.entries.size(), m_clock.now());
}

void Engine::answerLater(net::ConnectionId connection, const log::Batch& batch)
{
    sync::Verdicts answer{{}, m_clock.now()};
    for (std::size_t i = 0; i < batch.entries.size(); ++i) {
        answer.verdicts.push_back(
            {batch.firstCounter + i, sync::VerdictKind::Later, 0, Code::Busy, "quota"});
    }
    note(
        Level::Warning, "later",
        {{"desk", batch.desk.value}, {"entries", std::to_string(batch.entries.size())}});
    send(connection, answer);
}

void Engine::closed(net::ConnectionId connection)
{
    m_files.closed(connection);
    if (const auto node = m_sessions.extract(connection);
        !node.empty() && !node.mapped().desk.empty()) {
        note(Level::Info, "closed", {{"desk", node.mapped().desk.value}});
    }
}

void Engine::tick()
{
    flush();
    writeRefusals(false);
    tellPeople();
    const Instant now = m_clock.now();
    lookAfterStore(now);
    if (auto leaves = m_ledger.takeLeaves(); m_signing && !m_fault) {
        m_signing->look(std::move(leaves), m_ledger.lastNumber(), now);
    }
    cutSnapshots(now);
    expireContacts(now);
    m_files.tick(now);
    std::vector<net::ConnectionId> silent;
    for (auto& [id, session] : m_sessions) {
        if (!session.desk.empty()) {
            beat(id, session, now);
        } else if (now - session.since > kHelloWithin) {
            silent.push_back(id);
        }
    }
    for (const net::ConnectionId id : silent) {
        drop(id, "no hello");
    }
}

void Engine::beat(net::ConnectionId connection, Session& session, Instant now)
{
    if (now - session.lastBeat >= kHeartbeat || now < session.lastBeat) {
        session.lastBeat = now;
        send(connection, sync::Heartbeat{now, m_ledger.feedHead(session.unit).seq});
    }
}

void Engine::flush()
{
    if (m_waiting.empty()) {
        return;
    }
    const std::vector<Waiting> waiting = std::exchange(m_waiting, {});
    if (m_fault) {
        refuseAll(waiting, {Code::Busy, "headquarters cannot write its log", {}});
        return;
    }
    if (auto done = judgeAll(waiting); !done) {
        m_ledger.rollback();
        ++m_counters.commitFailures;
        storeAnswered(false);
        note(
            Level::Error, "commit",
            {{"code", codeName(done.error().code)},
             {"detail", done.error().detail},
             {"where", done.error().where}});
        if (!m_log.isPassing(done.error().code)) {
            m_fault = done.error();
        }
        refuseAll(waiting, {Code::Busy, "headquarters cannot write its log", {}});
        return;
    }
    sendFeeds();
}

Result<void> Engine::judgeAll(const std::vector<Waiting>& waiting)
{
    if (auto begun = m_ledger.begin(); !begun) {
        return begun;
    }
    std::vector<Result<std::vector<sync::Verdict>>> verdicts;
    for (const Waiting& one : waiting) {
        verdicts.push_back(take(one.batch));
        if (!verdicts.back() && !isOneDesks(verdicts.back().error().code)) {
            return std::unexpected(verdicts.back().error());
        }
    }
    if (auto committed = m_ledger.commit(); !committed) {
        return committed;
    }
    ++m_counters.commits;
    m_counters.batches += waiting.size();
    storeAnswered(true);
    for (std::size_t i = 0; i < waiting.size(); ++i) {
        if (verdicts[i]) {
            answer(waiting[i].connection, std::move(*verdicts[i]));
        } else {
            refuse(waiting[i].connection, verdicts[i].error());
        }
    }
    return {};
}

// The desk was let in, but another headquarters may have revoked it since.
Result<std::vector<sync::Verdict>> Engine::take(const log::Batch& batch)
{
    if (const auto* desk = m_ledger.desk(batch.desk); desk != nullptr && desk->revokedAt) {
        return fail(Code::Revoked, "the desk has been revoked");
    }
    return m_ledger.take(batch, m_clock.now());
}

void Engine::count(const std::vector<sync::Verdict>& verdicts)
{
    const auto many = [&](sync::VerdictKind kind) {
        return static_cast<std::uint64_t>(std::ranges::count(verdicts, kind, &sync::Verdict::kind));
    };
    m_counters.accepted += many(sync::VerdictKind::Accepted);
    m_counters.rejected += many(sync::VerdictKind::Rejected);
}

void Engine::answer(net::ConnectionId connection, std::vector<sync::Verdict> verdicts)
{
    count(verdicts);
    for (const sync::Verdict& verdict : verdicts) {
        if (verdict.kind == sync::VerdictKind::Rejected) {
            note(
                Level::Info, "rejected",
                {{"counter", std::to_string(verdict.counter)},
                 {"code", codeName(verdict.code)},
                 {"detail", verdict.detail}});
        }
    }
    send(connection, sync::Verdicts{std::move(verdicts), m_clock.now()});
}

void Engine::refuseAll(const std::vector<Waiting>& waiting, const Error& why)
{
    for (const Waiting& one : waiting) {
        refuse(one.connection, why);
    }
}

// Told once, not at every failure.
void Engine::storeAnswered(bool isUp)
{
    if (m_counters.isStoreUp != isUp) {
        m_counters.isStoreUp = isUp;
        note(isUp ? Level::Info : Level::Error, isUp ? "store-up" : "store-down", {});
    }
}

Result<void> Engine::catchUp()
{
    const auto hasNews = m_ledger.follow();
    if (!hasNews) {
        storeAnswered(false);
    }
    return hasNews.transform([&](bool isNew) {
        if (isNew) {
            sendFeeds();
        }
    });
}

void Engine::follow()
{
    if (const auto done = catchUp(); !done) {
        note(
            Level::Error, "follow",
            {{"code", codeName(done.error().code)}, {"detail", done.error().detail}});
    }
}

// Every second: while the store answers, what others have done; while it does not, whether a whole
// transaction goes through again.
void Engine::lookAfterStore(Instant now)
{
    if (m_fault || (now - m_lastLook < kLook && now >= m_lastLook)) {
        return;
    }
    m_lastLook = now;
    if (m_counters.isStoreUp) {
        follow();
    } else if (m_ledger.probe(now)) {
        storeAnswered(true);
        follow();
    }
}

void Engine::endRevoked()
{
    std::vector<net::ConnectionId> revoked;
    for (const auto& [id, session] : m_sessions) {
        const store::DeskRecord* desk = m_ledger.desk(session.desk);
        if (desk != nullptr && desk->revokedAt) {
            revoked.push_back(id);
        }
    }
    for (const net::ConnectionId id : revoked) {
        refuse(id, {Code::Revoked, "the desk has been revoked", {}});
    }
}

void Engine::sendFeeds()
{
    endRevoked();
    m_frames.clear();
    std::vector<net::ConnectionId> live;
    for (const auto& [id, session] : m_sessions) {
        if (!session.desk.empty()) {
            live.push_back(id);
        }
    }
    for (const net::ConnectionId id : live) {
        if (const auto it = m_sessions.find(id); it != m_sessions.end()) {
            sendFeed(id, it->second);
        }
    }
}

// The store is the queue: a slow desk costs a cursor, not memory.
void Engine::sendFeed(net::ConnectionId connection, Session& session)
{
    const std::uint64_t head = m_ledger.feedHead(session.unit).seq;
    while (session.credits > 0 && session.cursor < head) {
        const auto frame = m_frames.after(session.unit, session.cursor);
        if (!frame) {
            note(
                Level::Error, "feed",
                {{"unit", session.unit.value}, {"detail", frame.error().detail}});
            refuse(connection, {Code::Busy, "headquarters cannot read its log", {}});
            return;
        }
        --session.credits;
        ++m_counters.feedFrames;
        m_counters.feedBytes += (*frame)->bytes.size();
        session.cursor = (*frame)->last;
        m_wire.send(connection, (*frame)->bytes);
    }
}

void Engine::send(net::ConnectionId connection, const sync::Frame& frame)
{
    if (m_sessions.contains(connection)) {
        m_wire.send(connection, sync::encodeFrame(frame));
    }
}

void Engine::refuse(net::ConnectionId connection, const Error& why)
{
    const auto it = m_sessions.find(connection);
    if (it == m_sessions.end()) {
        return;
    }
    ++m_counters.refused;
    note(
        Level::Warning, "refused",
        {{"address", it->second.peer.address},
         {"desk", it->second.peer.commonName},
         {"code", codeName(why.code)},
         {"detail", why.detail}});
    // The store's own codes are nobody's business outside; a chain that does not fit asks the desk
    // to begin again.
    const bool isOurs = why.code >= Code::StoreOpen && why.code < Code::LinkDown;
    const bool isPassing = isOurs || why.code < Code::NoSuchIncident || why.code == Code::BadChain;
    const bool isStranger = it->second.peer.commonName.empty();
    if (isStranger || (!isPassing && why.code != Code::Busy)) {
        traceRefusedConnection(it->second, isStranger ? "enrolment" : "connection", why);
    }
    send(
        connection,
        sync::Refused{isPassing ? Code::Busy : why.code, isOurs ? "store" : why.detail});
    m_sessions.erase(connection);
    m_wire.close(connection);
}

void Engine::drop(net::ConnectionId connection, const char* why)
{
    const auto node = m_sessions.extract(connection);
    if (node.empty()) {
        return;
    }
    note(
        Level::Warning, "dropped",
        {{"address", node.mapped().peer.address},
         {"desk", node.mapped().peer.commonName},
         {"why", why}});
    m_wire.close(connection);
}

void Engine::note(
    Level level,
    const char* event,
    std::vector<std::pair<std::string, std::string>> fields) const
{
    m_sink({level, event, std::move(fields)});
}

} // namespace sz::hq
