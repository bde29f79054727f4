// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/desk/DeskCore.h"

#include "data/log/EntryPeek.h"
#include "data/model/DayRules.h"
#include "data/net/Authority.h"
#include "data/plan/PlanDigest.h"

#include <algorithm>
#include <format>
#include <limits>
#include <ranges>

namespace sz::desk {
namespace {

constexpr Millis kClockTolerance{30'000};
constexpr Millis kClockRight{15'000}; ///< below the tolerance: a clock at its edge does not flap

LinkState stateOf(sync::DeskState s)
{
    switch (s) {
    case sync::DeskState::Offline:
        return LinkState::Offline;
    case sync::DeskState::Connecting:
        return LinkState::Connecting;
    case sync::DeskState::CatchingUp:
        return LinkState::CatchingUp;
    case sync::DeskState::Live:
        return LinkState::Live;
    case sync::DeskState::Refused:
        return LinkState::Refused;
    }
    return LinkState::Offline;
}

std::string stampText(Instant now)
{
    return std::format("{:%Y%m%dT%H%M%SZ}", std::chrono::floor<std::chrono::seconds>(now));
}

// Moves a database with its side files; what cannot be moved stays and the new file will not open, which is reported.
std::filesystem::path setAside(const std::filesystem::path& file, Instant now)
{
    const std::filesystem::path kept = file.string() + ".damaged-" + stampText(now);
    std::error_code ignored;
    for (const char* suffix : {"", "-wal", "-shm"}) {
        std::filesystem::rename(file.string() + suffix, kept.string() + suffix, ignored);
    }
    return kept;
}

// What tells of the desk itself (model/SeatActs.h) is nothing an officer has to deal with.
bool isOfIncident(const log::Entry& entry)
{
    return entry.subject.kind == log::SubjectKind::Incident;
}

// Refusals that are about who somebody is, not about what is on the board.
bool isOfRights(Code code)
{
    return code == Code::NotAllowed || code >= Code::SignOnNeeded;
}

bool isUnsent(const store::OwnEntry& e)
{
    return e.state == store::SendState::Unsent;
}

// Read by the store thread after the board is shown: hashing the folder would hold up the first frame.
std::string ownPlanDigest(const DeskOptions& options)
{
    return options.planFolder.empty() ? std::string()
                                      : plan::planDigest(options.planFolder).value_or("");
}

} // namespace

DeskCore::DeskCore(DeskOptions options, Listener listener, Transport transport)
    : m_options(std::move(options)), m_listener(std::move(listener)),
      m_transport(std::move(transport)),
      m_contacts(m_options.profile.contactFile(), m_options.profile.dataKey),
      m_ulids(m_options.random), m_certificate(m_options.profile)
{
    m_actor = sharedActor(m_options);
}

model::Actor sharedActor(const DeskOptions& options)
{
    const UnitCode& code = options.profile.unit;
    const plan::Unit* unit = options.plan->unit(code);
    return {
        code, options.post.empty() ? model::answeringPost(*options.plan, code) : options.post,
        unit != nullptr ? model::defaultRole(*unit) : plan::Role::Viewer};
}

DeskCore::~DeskCore() = default;

Result<void> DeskCore::open()
{
    std::error_code ignored;
    std::filesystem::create_directories(m_options.profile.folder, ignored);
    auto lock = store::FolderLock::take(m_options.profile.lockFile());
    if (!lock) {
        return std::unexpected(lock.error());
    }
    m_lock.emplace(std::move(*lock));
    if (m_options.profile.isLocked()) { // never mistaken for a damaged file
        return fail(
            Code::PassphraseNeeded, "the desk is protected", m_options.profile.folder.string());
    }
    auto key = net::keyFromPem(m_options.profile.credentials.key);
    if (!key) {
        return std::unexpected(key.error());
    }
    m_key.emplace(std::move(*key));
    return openLog()
        .and_then([this] { return openRest(); })
        .or_else([this](const Error& why) { return openAnew(why); })
        .transform([this] { openSearch(); });
}

Result<void> DeskCore::openRest()
{
    return openMirror()
        .and_then([this] { return openSeat(); })
        .and_then([this] { return openView(); })
        .transform([this] { openFiles(); })
        .and_then([this] { return showAll(); })
        .transform([this] { settleRefused(); })
        .transform([this] { resumeFiles(); });
}

// The log opened and what is in it is not what was received: it goes the way of one that does not open.
Result<void> DeskCore::openAnew(const Error& why)
{
    if (why.code != Code::StoreCorrupt || why.where != m_options.profile.logFile().string()
        || m_isRebuilt) {
        return std::unexpected(why);
    }
    m_world.clear();
    m_view.reset();
    m_mirror.reset();
    m_files.reset();
    m_log.reset();
    return setAsideLog(why).and_then([this] { return openRest(); });
}

Result<void> DeskCore::openLog()
{
    const Profile& p = m_options.profile;
    auto log = store::DeskLog::open(p.logFile(), p.operation, p.desk, p.unit, p.dataKey.get());
    if (!log && log.error().code == Code::StoreCorrupt) {
        if (auto ok = setAsideLog(log.error()); !ok) {
            return ok;
        }
    } else if (!log) {
        return std::unexpected(log.error());
    } else {
        m_log.emplace(std::move(*log));
        restoreFromMirror(false);
    }
    return {};
}

Result<void> DeskCore::openMirror()
{
    const Profile& p = m_options.profile;
    auto mirror = store::OutboxMirror::open(
        p.mirrorFile(), m_options.files != nullptr ? *m_options.files : store::systemFiles(),
        p.dataKey);
    if (!mirror) {
        return std::unexpected(mirror.error());
    }
    m_mirror.emplace(std::move(*mirror));
    const auto unsent = m_log->unsent(0, std::numeric_limits<std::int64_t>::max());
    if (!unsent) {
        return std::unexpected(unsent.error());
    }
    return m_mirror->rewrite(
        m_log->authorHead(), *unsent); // what was read of it may be only in the kernel's memory
}

// The damaged file is kept and named; unsent acts come back from the mirror, the rest is pulled again.
Result<void> DeskCore::setAsideLog(const Error& why)
{
    const Profile& p = m_options.profile;
    const std::filesystem::path kept = setAside(p.logFile(), m_options.clock->now());
    setAside(p.viewFile(), m_options.clock->now());
    warn(std::format("log.db damaged: {}, kept as {}", why.detail, kept.string()));
    auto fresh = store::DeskLog::open(p.logFile(), p.operation, p.desk, p.unit, p.dataKey.get());
    if (!fresh) {
        return std::unexpected(fresh.error());
    }
    m_log.emplace(std::move(*fresh));
    m_isRebuilt = true;
    restoreFromMirror(true);
    const auto unsent = m_log->unsent(0, log::kMaxBatchEntries);
    m_listener.notice(
        {Notice::Kind::LogSetAside, unsent ? static_cast<int>(unsent->size()) : 0,
         kept.filename().string(), why.code});
    return {};
}

void DeskCore::restoreFromMirror(bool isWholeLogLost)
{
    const auto mirror =
        store::OutboxMirror::read(m_options.profile.mirrorFile(), m_options.profile.dataKey);
    if (isWholeLogLost && mirror.entries.empty() && mirror.head.seq > 0) {
        std::ignore = m_log->adoptAuthorHead(mirror.head);
        return;
    }
    for (const store::OwnEntry& entry : mirror.entries) {
        const store::ChainHead head = m_log->authorHead();
        const bool isFirst = isWholeLogLost && head.seq == 0;
        const bool isNext = entry.counter == head.seq + 1 && entry.previous == head.hash;
        if (!isFirst && !isNext) {
            continue;
        }
        if (auto ok = m_log->restoreOwn(entry); !ok) {
            warn(std::format("mirrored act {} not restored: {}", entry.counter, ok.error().detail));
        }
    }
}

Result<void> DeskCore::confirm(Tracked& tracked, const IncidentId& id) const
{
    if (tracked.confirmed != nullptr) {
        return {};
    }
    return loadConfirmed(id).transform(
        [&](model::IncidentPtr loaded) { tracked.confirmed = std::move(loaded); });
}

Result<void> DeskCore::readOutbox()
{
    return m_log->outbox().transform([this](auto outbox) { m_outbox = std::move(outbox); });
}

Result<void> DeskCore::loadPending()
{
    if (auto ok = readOutbox(); !ok) {
        return ok;
    }
    for (const store::OwnEntry& own : m_outbox) {
        auto entry = log::decodeEntry(own.raw);
        if (!entry || own.state == store::SendState::Rejected || !isOfIncident(*entry)) {
            continue;
        }
        m_hybrid.witness(entry->time, headquartersNow());
        const IncidentId id(entry->subject.id);
        Tracked& tracked = m_world[id];
        if (auto ok = confirm(tracked, id); !ok) {
            return ok;
        }
        tracked.pending.push_back({std::move(*entry), {own.number, 0}});
        refold(tracked);
    }
    std::erase_if(m_world, [](const auto& one) { return one.second.shown == nullptr; });
    return {};
}

void DeskCore::startLink()
{
    const Profile& p = m_options.profile;
    std::uint64_t seed = 0;
    const std::span bytes(reinterpret_cast<std::uint8_t*>(&seed), sizeof seed);
    m_options.random ? m_options.random(bytes) : fillRandom(bytes);
    m_sync.emplace(
        *m_log,
        sync::DeskSync::Identity{
            p.operation, p.desk, p.unit, &*m_key, m_isRebuilt, ownPlanDigest(m_options),
            // chunks wait on disk in the clear: not for a desk whose files are sealed
            m_options.hasSnapshots && !p.dataKey ? p.snapshotFolder() : std::filesystem::path(),
            m_options.snapshotFrom, m_options.files},
        sync::DeskSync::Callbacks{
            m_transport.open,
            m_transport.close,
            [this](const sync::Frame& f) { m_transport.send(sync::encodeFrame(f)); },
            [this](const auto& items, std::uint64_t left) { onApplied(items, left); },
            [this](const sync::Verdict& v) { onJudged(v); },
            [this] { publishLink(); },
            [this](const Error& e) { onStoreFailed(e); },
            [this] { onImported(); },
            [this](const std::vector<log::FeedItem>& items) { onImporting(items); },
            [this](const Error& e) {
                m_importIndex.reset();
                warn("snapshot not taken, going on by the feed: " + e.detail);
                m_listener.notice({Notice::Kind::SnapshotLeft, 0, e.detail, e.code});
            },
            [this](const sync::Recalled& answer) { onRecalled(answer); },
            [this](const sync::SignedOn& f) { onAnswer(f); },
            [this](const sync::People& f) { onPeople(f); },
            [this](const sync::Welcome& f) { onWelcome(f); },
            [this](const sync::Renewed& f) { onRenewed(f); },
            [this](const sync::ContactKeysKept& f) { onKeysKept(f); },
            [this](const sync::ContactKeyGiven& f) { onKeyGiven(f); },
            [this](const sync::FileState& f) { m_files->on(f, m_options.clock->now()); },
            [this](const sync::FileChunk& f) { m_files->on(f, m_options.clock->now()); },
        },
        seed);
    if (auto ok = resumeScope(); !ok) {
        onStoreFailed(ok.error());
    }
    m_sync->start(m_options.clock->now());
}

// Folds places of the feed into the confirmed world and the index; returns the incidents touched.
std::set<IncidentId> DeskCore::applyItems(const std::vector<log::FeedItem>& items)
{
    std::map<IncidentId, std::vector<std::pair<std::uint64_t, model::StampedEntry>>> groups;
    std::map<std::string, std::vector<MatterEntry>> matters;
    for (const log::FeedItem& item : items) {
        if (item.raw.empty()) {
            continue; // given up with its incident
        }
        auto entry = log::decodeEntry(item.raw);
        if (!entry) {
            warn(
                std::format("place {} of the feed is damaged: {}", item.seq, entry.error().detail));
            continue;
        }
        if (entry->desk != m_options.profile.desk) {
            m_hybrid.witness(entry->time, headquartersNow());
        }
        if (entry->subject.kind == log::SubjectKind::Incident) {
            const IncidentId id(entry->subject.id);
            groups[id].emplace_back(
                item.seq, model::StampedEntry{std::move(*entry), {item.number, item.serial}});
        } else if (model::isMatter(entry->subject.id)) {
            const std::string subject = entry->subject.id;
            matters[subject].push_back({item.seq, item.number, std::move(*entry)});
        }
    }
    std::vector<store::IndexRow> rows;
    std::set<IncidentId> touched;
    for (auto& [id, group] : groups) {
        Tracked& tracked = m_world[id];
        if (auto ok = confirm(tracked, id); !ok) {
            viewFailed(ok.error());
            return {};
        }
        std::vector<model::StampedEntry> history;
        store::IndexRow row{id, {}, {}, 0, {}, {}};
        for (auto& [seq, stamped] : group) {
            row.newSeqs.push_back(seq);
            std::erase_if(tracked.pending, [&](const model::StampedEntry& p) {
                return p.entry.id == stamped.entry.id;
            });
            history.push_back(std::move(stamped));
        }
        if (auto folded = model::foldHistory(*m_options.plan, tracked.confirmed, history)) {
            tracked.confirmed = *folded;
            row.state = tracked.confirmed->state;
            row.closedAt = tracked.confirmed->closedAt.value_or(Instant{});
            row.entries = tracked.confirmed->version;
            row.belongsTo = tracked.confirmed->belongsTo();
        }
        rows.push_back(
            std::move(row)); // also what cannot be shown yet: its earlier bodies may come back
        refold(tracked);
        touched.insert(id);
    }
    for (const auto& [subject, told] : matters) {
        store::IndexRow row{IncidentId(subject), {}, {}, 0, {}, {}, true};
        std::ranges::transform(told, std::back_inserter(row.newSeqs), &MatterEntry::seq);
        rows.push_back(std::move(row));
    }
    if (auto ok = m_view->update(rows, items.back().seq); !ok) {
        viewFailed(ok.error());
    }
    if (auto ok = addMatters(matters); !ok) {
        viewFailed(ok.error());
    }
    return touched;
}

void DeskCore::refold(Tracked& tracked) const
{
    if (tracked.pending.empty()) {
        tracked.shown = tracked.confirmed;
        return;
    }
    auto folded = model::foldHistory(*m_options.plan, tracked.confirmed, tracked.pending);
    tracked.shown = folded ? *folded : tracked.confirmed;
}

// The own act just saved comes last in any order: the others need not be folded again.
void DeskCore::showOneMore(Tracked& tracked) const
{
    const model::StampedEntry& last = tracked.pending.back();
    auto folded = model::foldIncident(*m_options.plan, tracked.shown, last.entry, last.stamp);
    if (folded) {
        tracked.shown = *folded;
    } else {
        refold(tracked);
    }
}

void DeskCore::publish(const std::set<IncidentId>& ids)
{
    ChangeSet changes;
    for (const IncidentId& id : ids) {
        const auto it = m_world.find(id);
        if (it != m_world.end() && it->second.shown != nullptr) {
            changes.changed.push_back(it->second.shown);
        } else {
            changes.removed.push_back(id);
            m_world.erase(id);
        }
    }
    m_listener.changed(std::move(changes));
    followFiles(ids);
}

// Decoded once each: a night without a link can leave thousands, and every act publishes them all.
const OutboxLine* DeskCore::outboxLine(const store::OwnEntry& own)
{
    const auto known = m_lines.find(own.counter);
    if (known != m_lines.end()) {
        return &known->second;
    }
    const auto entry = log::decodeEntry(own.raw);
    if (!entry) {
        return nullptr;
    }
    OutboxLine line;
    line.counter = own.counter;
    line.at = entry->time.wall;
    if (isOfIncident(*entry)) {
        auto act = model::decodeAct(entry->type, entry->typeVersion, entry->body);
        line.incident = IncidentId(entry->subject.id);
        line.act = std::make_shared<const model::Act>(
            act ? std::move(*act) : model::Act(model::UnknownAct{entry->type}));
    } else if (model::isMatter(entry->subject.id)) { // the subject in the incident's place
        line.incident = IncidentId(entry->subject.id);
        line.act = std::make_shared<const model::Act>(model::UnknownAct{entry->type});
        line.entry = std::make_shared<const log::Entry>(*entry); // read by the screen
        line.detail = wordsOfMatter(*entry);
    } else {
        return nullptr; // of the seat: told elsewhere
    }
    return &m_lines.emplace(own.counter, std::move(line)).first->second;
}

void DeskCore::publishOutbox()
{
    std::vector<OutboxLine> lines;
    for (const store::OwnEntry& own : m_outbox) {
        const OutboxLine* known =
            own.state == store::SendState::Accepted ? nullptr : outboxLine(own);
        if (known != nullptr) {
            OutboxLine line = *known;
            line.state = isUnsent(own) ? OutboxState::Unsent : OutboxState::Rejected;
            line.code = own.code;
            line.detail = line.detail.empty() ? own.detail : line.detail;
            lines.push_back(std::move(line));
        }
    }
    if (m_lines.size() > 2 * m_outbox.size() + 64) {
        m_lines.clear();
    }
    m_listener.outbox(std::move(lines));
    publishLink();
}

void DeskCore::publishLink()
{
    LinkStatus status;
    if (m_sync) {
        const auto& s = m_sync->status();
        status = {
            stateOf(s.state),
            s.since,
            s.asOf,
            0,
            0,
            s.attempts,
            s.nextAttempt,
            s.reason,
            s.detail,
            s.clockOffset,
            s.headquarters,
            {},
            s.isOtherPlan};
    }
    const auto count = [&](store::SendState state) {
        return static_cast<int>(std::ranges::count_if(m_outbox, [&](const store::OwnEntry& own) {
            if (own.state != state) {
                return false;
            }
            const auto head = log::peekEntry(own.raw); // an import leaves hundreds of 56 KiB here
            return !head || head->kind == log::SubjectKind::Incident
                   || model::isMatter(head->subject);
        }));
    };
    status.unsent = count(store::SendState::Unsent);
    status.rejected = count(store::SendState::Rejected);
    if (m_fault) {
        status.storeFault = m_fault->code;
    }
    if (status == m_lastLink) {
        return;
    }
    m_lastLink = status;
    if (m_options.duty != nullptr && m_sync) {
        m_options.duty->setOffset(status.clockOffset);
    }
    watchClock(status.clockOffset);
    m_listener.link(std::move(status));
}

// Told each time it goes wrong, again when it jumps on from there, and taken back when it is right.
void DeskCore::watchClock(Millis offset)
{
    const Millis off = std::chrono::abs(offset);
    const Millis moved = std::chrono::abs(offset - m_toldClock.value_or(Millis{0}));
    if (off > kClockTolerance && moved > kClockTolerance) {
        m_toldClock = offset;
        m_listener.notice(
            {Notice::Kind::ClockOff, static_cast<int>(offset.count() / 1000), {}, {}});
    } else if (m_toldClock && off <= kClockRight) {
        m_toldClock.reset();
        m_listener.notice({Notice::Kind::ClockOff, 0, {}, {}});
    }
}

void DeskCore::onJudged(const sync::Verdict& verdict)
{
    const auto it = std::ranges::find(m_outbox, verdict.counter, &store::OwnEntry::counter);
    if (it == m_outbox.end()) {
        return;
    }
    it->number = verdict.number;
    it->code = verdict.code;
    it->detail = verdict.detail;
    const bool isAccepted = verdict.kind == sync::VerdictKind::Accepted;
    it->state = isAccepted ? store::SendState::Accepted : store::SendState::Rejected;
    const auto entry = log::decodeEntry(it->raw);
    if (entry) {
        onContactJudged(*entry, *it);
    }
    const store::OwnEntry own = *it; // a handler may take it off the list
    if (entry && !onOtherJudged(*entry, own) && !isAccepted) {
        const IncidentId id(entry->subject.id);
        Tracked& tracked = m_world[id];
        std::erase_if(
            tracked.pending, [&](const model::StampedEntry& p) { return p.entry.id == entry->id; });
        refold(tracked);
        followScope({id});
        publish({id});
    }
    publishOutbox();
    if (std::ranges::none_of(m_outbox, isUnsent)) {
        compactMirror();
    }
}

// What is not about an incident; false when it is.
bool DeskCore::onOtherJudged(const log::Entry& entry, const store::OwnEntry& own)
{
    if (isOfIncident(entry)) {
        return false;
    }
    if (!isMatterJudged(entry, own)) {
        onSeatJudged(entry, own);
    }
    return true;
}

// The program ended between headquarters' "no" and what follows from it: an act of the seat has no line to be dealt with on (one
// about the operation has), so it would count as refused for ever, and a sign-on that was refused would go on.
void DeskCore::settleRefused()
{
    const auto left = m_outbox;
    for (const store::OwnEntry& own : left) {
        const auto entry = log::decodeEntry(own.raw);
        if (entry && own.state == store::SendState::Rejected && !m_fault
            && !model::isMatter(entry->subject.id)) {
            std::ignore = onOtherJudged(*entry, own);
        }
    }
}

void DeskCore::compactMirror()
{
    std::vector<store::OwnEntry> unsent;
    std::ranges::copy_if(m_outbox, std::back_inserter(unsent), isUnsent);
    if (auto ok = m_mirror->rewrite(m_log->authorHead(), unsent); !ok) {
        warn("outbox mirror not rewritten: " + ok.error().detail);
        mirrorFailed(ok.error());
    }
}

// A full disk leaves the mirror whole and may pass; anything else means that the disk cannot be relied on.
void DeskCore::mirrorFailed(const Error& error)
{
    if (error.code != Code::NoSpace) {
        onStoreFailed(error);
    }
}

void DeskCore::onStoreFailed(const Error& error)
{
    if (m_fault) {
        return;
    }
    m_fault = error;
    m_listener.log(
        Weight::Critical,
        std::format("store failed: {} {} {}", codeName(error.code), error.detail, error.where));
    m_listener.notice({Notice::Kind::StoreFailed, 0, error.detail, error.code});
    if (m_sync) {
        m_sync->halt(error); // what came after would leave a hole in the index
    }
    publishLink();
}

log::Entry DeskCore::newEntry()
{
    const Instant now = headquartersNow(); // limits count from here on every desk
    log::Entry e;
    e.id = m_ulids.next(now);
    e.desk = m_options.profile.desk;
    e.unit = m_actor.unit;
    e.post = m_actor.post;
    e.person = m_actor.person;
    e.role = static_cast<std::uint8_t>(m_actor.role);
    e.time = m_hybrid.next(now);
    return e;
}

log::Entry
DeskCore::makeEntry(const IncidentId& incident, const model::Act& act, std::uint64_t base)
{
    log::Entry e = newEntry();
    e.type = model::actType(act);
    e.subject = {log::SubjectKind::Incident, incident.empty() ? e.id.text() : incident.value};
    e.base = base;
    e.body = model::encodeAct(act);
    return e;
}

// Durable when it returns; pushed when there is somebody to push it to.
Result<store::OwnEntry> DeskCore::save(const log::Entry& entry)
{
    auto own = m_log->appendOwn(log::encodeEntry(entry));
    if (!own) {
        return own;
    }
    m_outbox.push_back(*own);
    if (m_sync) { // it is on the disk: headquarters need not wait for the second copy
        m_sync->ownEntryWritten(m_options.clock->now());
    }
    if (auto mirrored = m_mirror->append(*own); !mirrored) {
        warn("outbox mirror: " + mirrored.error().detail);
        mirrorFailed(mirrored.error()); // this act is in log.db; of later ones nothing is promised
    }
    return own;
}

Result<Receipt> DeskCore::perform(const IncidentId& incident, const model::Act& act)
{
    if (m_fault || !m_log) {
        return fail(Code::StoreWrite, "the store is not writable; restart the console");
    }
    const auto known = incident.empty() ? m_world.end() : m_world.find(incident);
    const Tracked* before = known == m_world.end() ? nullptr : &known->second;
    const auto may = m_seat->mayAct(headquartersNow())
                         .and_then([&] {
                             return model::checkAct(
                                 *m_options.plan, before != nullptr ? before->shown.get() : nullptr,
                                 m_actor, act);
                         })
                         .and_then([&] { return model::checkDays(act, headquartersNow()); });
    if (!may) {
        if (m_seat->status().isNeeded && isOfRights(may.error().code)) {
            refused(
                "act", may.error(),
                m_seat->grant() != nullptr ? m_seat->grant()->person : PersonCode());
        }
        return std::unexpected(may.error());
    }
    model::Act done = act;
    if (auto* report = std::get_if<model::ReportIncident>(&done)) {
        report->mode = m_mode.mode;
    }
    const log::Entry entry = makeEntry(
        incident, done, before != nullptr && before->confirmed ? before->confirmed->version : 0);
    auto own = save(entry);
    if (!own) {
        if (own.error().code != Code::NoSpace && own.error().code != Code::BadEncoding) {
            onStoreFailed(own.error());
        }
        return std::unexpected(own.error());
    }
    const IncidentId id(entry.subject.id);
    Tracked& tracked = m_world[id];
    tracked.pending.push_back({entry, {}});
    showOneMore(tracked);
    publish({id});
    publishOutbox();
    return Receipt{id, entry.id.text(), own->counter};
}

void DeskCore::dismissRejected(std::uint64_t counter)
{
    const auto it = std::ranges::find(m_outbox, counter, &store::OwnEntry::counter);
    if (it == m_outbox.end() || it->state != store::SendState::Rejected) {
        return;
    }
    if (auto ok =
            m_log->setVerdict(counter, store::SendState::Settled, it->number, it->code, it->detail);
        !ok) {
        onStoreFailed(ok.error());
        return;
    }
    m_outbox.erase(it);
    publishOutbox();
}

void DeskCore::reconnect()
{
    if (m_sync) {
        m_sync->reconnect(m_options.clock->now());
    }
}

void DeskCore::tick()
{
    // Found by whoever wrote last, maybe a checkpoint: told before an officer types in vain.
    if (m_log && m_log->fault()) {
        onStoreFailed(*m_log->fault());
    }
    if (m_search && !m_bulk && !m_fault) {
        m_search->advance();
    }
    if (m_sync) {
        m_sync->tick(m_options.clock->now());
    }
    if (m_files && !m_fault) {
        m_files->tick(m_options.clock->now());
    }
    lookAtCertificate();
    tendContacts();
    endWaiting();
    if (!m_fault && m_log) {
        writeRefusals(headquartersNow());
    }
}

void DeskCore::linkUp()
{
    if (m_sync) {
        m_sync->linkUp(m_options.clock->now());
    }
}

void DeskCore::linkMessage(const Bytes& message)
{
    auto frame = sync::decodeFrame(message);
    if (!m_sync) {
        return;
    }
    if (!frame) {
        warn("frame from headquarters: " + frame.error().detail);
        m_transport.close();
        m_sync->linkDown(frame.error(), m_options.clock->now());
        finishBulk();
        return;
    }
    m_sync->frame(std::move(*frame), m_options.clock->now());
}

void DeskCore::linkDown(const Error& why)
{
    if (m_sync) {
        m_sync->linkDown(why, m_options.clock->now());
        m_files->linkDown(m_options.clock->now());
        finishBulk();
    }
}

} // namespace sz::desk
