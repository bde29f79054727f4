// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/sync/DeskSync.h"

#include <algorithm>
#include <utility>

namespace sz::sync {
namespace {

constexpr int kFirstCredit = 4;
constexpr Millis kFirstWait{500};
constexpr std::size_t kPushBytes = 64 * 1024;

// Refusals that trying again does not cure; the officer is told what to do and may still try by hand.
bool isFinal(Code code)
{
    return code == Code::Revoked || code == Code::ForkDetected || code == Code::ProtocolVersion
           || code == Code::BadCertificate || code == Code::LinkRefused;
}

} // namespace

DeskSync::DeskSync(
    store::DeskLog& log,
    Identity identity,
    Callbacks callbacks,
    std::uint64_t jitterSeed)
    : m_log(log), m_identity(std::move(identity)), m_callbacks(std::move(callbacks)),
      m_random(jitterSeed)
{
}

void DeskSync::start(Instant now)
{
    setNow(now);
    attempt();
}

void DeskSync::reconnect(Instant now)
{
    setNow(now);
    if (m_status.state == DeskState::Offline || m_status.state == DeskState::Refused) {
        attempt();
    }
}

// Waiting is measured in time that passes: a clock that is put back by ten minutes must not make us wait them again.
void DeskSync::setNow(Instant now)
{
    if (now < m_now) {
        const Millis back = m_now - now;
        m_lastHeard -= back;
        m_gatheredSince -= back;
        m_fetchHeard -= back;
        for (auto* moment : {&m_pushedAt, &m_status.nextAttempt, &m_status.asOf}) {
            if (*moment) {
                **moment -= back;
            }
        }
    }
    m_now = now;
}

void DeskSync::attempt()
{
    if (m_isStoreBroken) {
        return;
    }
    ++m_status.attempts;
    m_status.nextAttempt.reset();
    m_isUp = false;
    m_isWelcome = false;
    m_lastHeard = m_now;
    setState(DeskState::Connecting, m_status.reason, m_status.detail);
    m_callbacks.open();
}

void DeskSync::linkUp(Instant now)
{
    setNow(now);
    m_lastHeard = now;
    if (m_isStoreBroken) {
        return;
    }
    m_isUp = true;
    m_beats = {{Owed::Welcome, 0}};
    const store::ChainHead feed = m_log.feedHead();
    const store::ChainHead author = m_log.authorHead();
    Hello hello;
    hello.operation = m_identity.operation;
    hello.desk = m_identity.desk;
    hello.unit = m_identity.unit;
    hello.program = "sanzhen 0.1.0";
    hello.feedSeq = feed.seq;
    hello.feedHash = feed.hash;
    hello.written = author.seq;
    hello.isRebuilt = m_identity.isRebuilt;
    m_callbacks.send(hello);
}

void DeskSync::linkDown(const Error& why, Instant now)
{
    setNow(now);
    m_isUp = false;
    m_isWelcome = false;
    m_fetch.reset(); // its chunks lie there still
    takeIn();        // what has come is not asked for again
    m_pushedAt.reset();
    if (m_isStoreBroken) {
        return;
    }
    if (m_status.state == DeskState::Refused) {
        return; // headquarters said why before it hung up
    }
    // Exponential with full jitter: 5,000 desks must not come back in the same second (findings/sync.md §2).
    const int doublings = std::min(m_status.attempts, 6);
    const Millis ceiling = std::min(kLongestWait, kFirstWait * (1 << doublings));
    std::uniform_int_distribution<std::int64_t> spread(ceiling.count() / 2, ceiling.count());
    m_status.nextAttempt = now + Millis{spread(m_random)};
    setState(isFinal(why.code) ? DeskState::Refused : DeskState::Offline, why.code, why.detail);
}

void DeskSync::frame(Frame frame, Instant now)
{
    setNow(now);
    m_lastHeard = now;
    if (m_isStoreBroken) {
        return; // it was on its way when the store failed
    }
    std::visit([this](auto& f) { on(f); }, frame);
}

void DeskSync::on(const Welcome& f)
{
    const store::ChainHead own = m_log.authorHead();
    if (f.received > own.seq) {
        // Headquarters holds more of ours than we do: only after a loss that we know of may we go on from there.
        if (!m_identity.isRebuilt) {
            drop(Code::ForkDetected, "headquarters holds acts of this desk that its files do not");
            return;
        }
        if (auto ok = m_log.adoptAuthorHead({f.received, f.authorHash}); !ok) {
            storeFailed(ok.error());
            return;
        }
    }
    m_identity.isRebuilt = false;
    m_isWelcome = true;
    m_beats.clear();
    m_status.attempts = 0;
    m_status.headquarters = f.headquarters;
    m_status.isOtherPlan = !f.planDigest.empty() && !m_identity.planDigest.empty()
                           && f.planDigest != m_identity.planDigest;
    m_head = f.feedHead;
    m_pushed = f.received;
    m_notBefore = {};
    m_pushedAt.reset();
    if (wantsSnapshot(f)) {
        m_fetch.emplace(
            m_identity.snapshotFolder,
            m_identity.files != nullptr ? *m_identity.files : store::systemFiles());
        m_fetchHeard = m_now;
        m_callbacks.send(SnapshotAsk{});
    } else {
        m_callbacks.send(Credit{kFirstCredit});
    }
    setState(DeskState::CatchingUp);
    witnessHead(f.feedHead, f.now);
    pushMore();
    m_toAsk = m_recalling;
    m_isAsking = false;
    askForBodies();
    if (m_isWelcome) { // the store may have failed just now
        m_callbacks.welcomed(f);
    }
}

void DeskSync::on(const Refused& f)
{
    if (f.code == Code::Busy) {
        drop(f.code, f.detail);
        return;
    }
    setState(DeskState::Refused, f.code, f.detail);
    m_callbacks.close();
}

void DeskSync::on(const Verdicts& f)
{
    for (const Verdict& v : f.verdicts) {
        if (v.kind == VerdictKind::Later) {
            m_notBefore = m_now + kLaterWait;
        }
        if (v.kind == VerdictKind::Held || v.kind == VerdictKind::Later) {
            continue;
        }
        const bool isAccepted = v.kind == VerdictKind::Accepted;
        const auto state = isAccepted ? store::SendState::Accepted : store::SendState::Rejected;
        if (auto ok = m_log.setVerdict(v.counter, state, v.number, v.code, v.detail); !ok) {
            storeFailed(ok.error());
            return;
        }
        m_callbacks.judged(v);
        if (m_isStoreBroken) {
            return;
        }
    }
    m_status.clockOffset = f.now - m_now;
    if (m_pushedAt && std::ranges::any_of(f.verdicts, [&](const Verdict& v) {
            return v.counter >= m_pushed;
        })) {
        m_pushedAt.reset();
        pushMore();
    }
}

// The chain is checked when the places are stored; that they follow each other is seen at once.
void DeskSync::on(Feed& f)
{
    const std::uint64_t last = m_gathered.empty() ? m_log.feedHead().seq : m_gathered.back().seq;
    if (f.items.empty() || f.items.front().seq != last + 1) {
        drop(Code::BadChain, "the feed has a gap");
        return;
    }
    if (m_gathered.empty()) {
        m_gatheredSince = m_now;
        m_gatheredBytes = 0;
    }
    for (log::FeedItem& item : f.items) {
        m_gatheredBytes += item.raw.size();
        m_gathered.push_back(std::move(item));
    }
    m_gatheredHash = f.hash;
    m_beats.erase(Owed::Feed);
    m_callbacks.send(Credit{1});
    if (m_gathered.back().seq >= m_head || m_gathered.size() >= kStepItems
        || m_gatheredBytes >= kStepBytes) {
        takeIn();
    }
}

void DeskSync::takeIn()
{
    if (m_gathered.empty() || m_isStoreBroken) {
        return;
    }
    const std::vector<log::FeedItem> items = std::exchange(m_gathered, {});
    if (auto ok = m_log.appendFeed(items, m_gatheredHash); !ok) {
        if (ok.error().code == Code::BadChain) {
            drop(Code::BadChain, ok.error().detail);
        } else {
            storeFailed(ok.error());
        }
        return;
    }
    m_head = std::max(m_head, m_log.feedHead().seq);
    m_callbacks.applied(items, m_head - m_log.feedHead().seq);
    if (!m_isStoreBroken) {
        witnessHead(m_head, m_now + m_status.clockOffset);
    }
}

void DeskSync::on(const Heartbeat& f)
{
    witnessHead(f.feedHead, f.now);
    countBeat(f.feedHead);
}

void DeskSync::countBeat(std::uint64_t head)
{
    const std::uint64_t held = m_gathered.empty() ? m_log.feedHead().seq : m_gathered.back().seq;
    if (m_isWelcome && !m_fetch && head > held) {
        m_beats.try_emplace(Owed::Feed, 0);
    } else {
        m_beats.erase(Owed::Feed);
    }
    for (auto& [what, beats] : m_beats) {
        ++beats;
    }
    const auto isLost = [](const auto& one) {
        return one.second >= (one.first == Owed::Grant ? kMostGrantBeats : kMostBeats);
    };
    if (m_isUp && std::ranges::any_of(m_beats, isLost)) {
        drop(Code::LinkDown, "an answer of headquarters is lost");
    }
}

void DeskSync::on(const SignedOn& f)
{
    m_beats.erase(Owed::Grant);
    if (m_callbacks.signedOn) {
        m_callbacks.signedOn(f);
    }
}

void DeskSync::on(const Renewed& f)
{
    if (m_isWelcome) {
        m_callbacks.renewed(f);
    }
}

void DeskSync::on(const People& f)
{
    if (m_callbacks.people) {
        m_callbacks.people(f);
    }
}

void DeskSync::on(const ContactKeysKept& f)
{
    if (m_callbacks.keysKept) {
        m_callbacks.keysKept(f);
    }
}

void DeskSync::on(const ContactKeyGiven& f)
{
    if (m_callbacks.keyGiven) {
        m_callbacks.keyGiven(f);
    }
}

bool DeskSync::isQuiet() const
{
    return m_isWelcome && m_status.state == DeskState::Live && !m_pushedAt && m_now >= m_notBefore
           && !m_isAsking && !m_fetch && !m_isStoreBroken;
}

bool DeskSync::tell(const Frame& frame)
{
    if (m_isWelcome) {
        if (std::holds_alternative<SignOn>(frame)) {
            m_beats[Owed::Grant] = 0;
        }
        m_callbacks.send(frame);
    }
    return m_isWelcome;
}

void DeskSync::recall(const std::vector<std::uint64_t>& seqs)
{
    m_recalling.insert(seqs.begin(), seqs.end());
    m_toAsk.insert(seqs.begin(), seqs.end());
    askForBodies();
}

// One question at a time.
void DeskSync::askForBodies()
{
    if (!m_isWelcome || m_isAsking || m_toAsk.empty()) {
        return;
    }
    Recall recall;
    while (!m_toAsk.empty() && recall.seqs.size() < kMaxRecall) {
        recall.seqs.push_back(m_toAsk.extract(m_toAsk.begin()).value());
    }
    m_asked = {recall.seqs.begin(), recall.seqs.end()};
    m_isAsking = true;
    m_beats[Owed::Bodies] = 0;
    m_callbacks.send(recall);
}

void DeskSync::on(const Recalled& f)
{
    m_isAsking = false;
    m_beats.erase(Owed::Bodies);
    for (const log::FeedItem& item : f.items) {
        m_recalling.erase(item.seq);
        m_asked.erase(item.seq);
    }
    for (const std::uint64_t seq : f.denied) {
        m_recalling.erase(seq);
        m_asked.erase(seq);
    }
    if (!f.items.empty() || !f.denied.empty()) {
        m_toAsk.merge(m_asked); // did not fit
    }
    m_asked.clear();
    if (m_callbacks.recalled) {
        m_callbacks.recalled(f);
    }
    askForBodies();
}

// Live means: headquarters named its head and we hold everything up to it.
void DeskSync::witnessHead(std::uint64_t head, Instant theirs)
{
    m_head = std::max(m_head, head);
    m_status.clockOffset = theirs - m_now;
    if (!m_isWelcome) {
        return;
    }
    if (m_log.feedHead().seq >= m_head) {
        m_status.asOf = m_now;
        setState(DeskState::Live);
    }
    m_callbacks.changed();
}

void DeskSync::ownEntryWritten(Instant now)
{
    setNow(now);
    pushMore();
}

// One batch in flight: its verdicts call for the next.
void DeskSync::pushMore()
{
    const bool isTooSoon =
        m_now < m_notBefore
        && m_notBefore - m_now <= kLaterWait; // whatever our clock does meanwhile
    if (!m_isWelcome || m_pushedAt || isTooSoon || m_isStoreBroken) {
        return;
    }
    const auto waiting = m_log.unsent(0, log::kMaxBatchEntries);
    if (!waiting) {
        storeFailed(waiting.error());
        return;
    }
    Push push;
    push.batch.operation = m_identity.operation;
    push.batch.desk = m_identity.desk;
    std::size_t bytes = 0;
    for (const store::OwnEntry& own : *waiting) {
        const bool isNext = push.batch.entries.empty() || own.counter == m_pushed + 1;
        if (!isNext || (bytes > 0 && bytes + own.raw.size() > kPushBytes)) {
            break;
        }
        if (push.batch.entries.empty()) {
            push.batch.firstCounter = own.counter;
            push.batch.previous = own.previous;
        }
        m_pushed = own.counter;
        bytes += own.raw.size();
        push.batch.entries.push_back(own.raw);
    }
    if (push.batch.entries.empty()) {
        return;
    }
    log::signBatch(push.batch, *m_identity.key);
    m_pushedAt = m_now;
    m_callbacks.send(push);
}

void DeskSync::tick(Instant now)
{
    setNow(now);
    const bool isWaiting =
        m_status.state == DeskState::Offline || m_status.state == DeskState::Refused;
    if (isWaiting && m_status.nextAttempt && now >= *m_status.nextAttempt
        && m_status.state != DeskState::Refused) {
        attempt();
        return;
    }
    if (!m_gathered.empty() && now - m_gatheredSince >= kStepWait) {
        takeIn();
    }
    if (m_fetch && now - m_fetchHeard > kPushWait) {
        leaveSnapshot({Code::LinkDown, "no more of the snapshot came", {}});
    }
    if (m_isUp && now - m_lastHeard > kSilence) {
        drop(Code::LinkDown, "no word from headquarters");
    } else if (m_isWelcome && m_pushedAt && now - *m_pushedAt > kPushWait) {
        drop(Code::LinkDown, "no verdict on a push");
    } else if (m_isWelcome && !m_pushedAt) {
        pushMore(); // entries that were told "later"
    }
}

void DeskSync::drop(Code reason, std::string detail)
{
    m_callbacks.close();
    linkDown({reason, std::move(detail), {}}, m_now);
}

void DeskSync::setState(DeskState state, Code reason, std::string detail)
{
    if (m_status.state != state) {
        m_status.state = state;
        m_status.since = m_now;
    }
    m_status.reason = reason;
    m_status.detail = std::move(detail);
    m_callbacks.changed();
}

void DeskSync::storeFailed(const Error& error)
{
    halt(error);
    m_callbacks.failed(error);
}

void DeskSync::halt(const Error& error)
{
    if (m_isStoreBroken) {
        return;
    }
    m_isStoreBroken = true;
    m_isUp = false;
    m_isWelcome = false;
    m_pushedAt.reset();
    m_status.nextAttempt.reset();
    m_callbacks.close();
    setState(DeskState::Offline, error.code, error.detail);
}

} // namespace sz::sync
