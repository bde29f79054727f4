// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/hq/Ledger.h"

#include "data/store/LogRecord.h"

#include <algorithm>
#include <format>

namespace sz::hq {
namespace {

sync::Verdict accepted(std::uint64_t counter, std::uint64_t number)
{
    return {counter, sync::VerdictKind::Accepted, number, Code::Internal, {}};
}

sync::Verdict rejected(std::uint64_t counter, Code code, const std::string& detail)
{
    return {counter, sync::VerdictKind::Rejected, 0, code, detail};
}

// Folded incidents kept in memory; about 10 KB each.
constexpr std::size_t kMostIncidents = 20'000;

std::int64_t localDay(Instant at, int utcOffsetMinutes)
{
    return std::chrono::floor<std::chrono::days>(at + Minutes{utcOffsetMinutes})
        .time_since_epoch()
        .count();
}

// Failures that concern one batch; everything else is the store's and ends the transaction.
Result<void> need(bool condition, Code code, const char* detail)
{
    if (!condition) {
        return fail(code, detail);
    }
    return {};
}

} // namespace

struct Ledger::Incoming
{
    const store::DeskRecord& desk;
    std::uint64_t counter;
    Digest author; ///< chain after this entry
    const Bytes& raw;
    Instant receivedAt;
};

Ledger::Ledger(store::HqLog& log, std::shared_ptr<const plan::Plan> plan, OperationId operation)
    : m_log(log), m_plan(std::move(plan)), m_feeds(log.feeds(), std::move(operation)),
      m_seats(log.people(), m_plan), m_mode(log, *m_plan), m_shift(log, *m_plan),
      m_drawings(log, *m_plan), m_changes(log, *m_plan)
{
}

Result<void> Ledger::load(const LogSink& log, Instant now)
{
    m_sink = log;
    auto loaded =
        loadDesks()
            .and_then([&] { return m_seats.load(now); })
            .and_then([&] { return loadSerials(); })
            .and_then([&] { return m_log.head(); })
            .and_then([&](std::uint64_t head) {
                return m_mode.refresh(head)
                    .and_then([&] { return m_shift.refresh(head); })
                    .and_then([&] { return m_drawings.refresh(head); })
                    .and_then([&] { return m_changes.refresh(head); });
            })
            .and_then([&] { return m_feeds.load(); })
            .and_then([&] { return m_log.isWhole(); })
            .and_then([&](bool isWhole) {
                return need(isWhole, Code::StoreCorrupt, "a number of the log is missing");
            })
            .and_then([&] { return m_log.head(); })
            .transform([&](std::uint64_t head) { m_draftNumber = head; });
    keep();
    if (loaded) {
        tellLate(model::modeSubject(), !m_mode.state().turns.empty());
        tellLate(model::groundSubject(), !m_drawings.state().drawings.empty());
        tellLate(model::planSubject(), !m_changes.state().proposals.empty());
    }
    return loaded;
}

Result<void> Ledger::loadDesks()
{
    return m_log.desks().all().transform([&](const auto& desks) {
        std::ranges::for_each(desks, [&](const auto& desk) { m_desks.put(desk.id, desk); });
    });
}

Result<void> Ledger::loadSerials()
{
    return m_log.daySerials().transform([&](const auto& serials) {
        std::ranges::for_each(
            serials, [&](const auto& day) { m_serials.put(day.first, day.second); });
    });
}

std::vector<UnitCode> Ledger::everybody() const
{
    std::vector<UnitCode> units;
    for (const plan::Unit& unit : m_plan->units) {
        units.push_back(unit.code);
    }
    return units;
}

// Beside the office and the author's unit.
std::vector<UnitCode> Ledger::alsoTold(const Examined& one) const
{
    if (one.shift) {
        auto audience = model::audienceOf(*m_plan, m_shift.state(), *one.shift);
        return audience.isForAll ? everybody() : std::move(audience.units);
    }
    return model::isForAll(one.entry.subject) ? everybody() : std::vector<UnitCode>{};
}

// A unit that came into the plan after a mode was switched, something was drawn or the plan was changed has not been told. A store
// that takes nothing now will take it at another start: the others need not wait for that.
void Ledger::tellLate(const log::Subject& subject, bool isThereAny)
{
    const auto fill = [&] { return m_feeds.fill(everybody(), subject, m_number); };
    const auto isLacking =
        isThereAny ? m_feeds.isLacking(everybody(), subject, m_number) : Result<bool>(false);
    const auto done = isLacking.and_then([&](bool isSome) {
        return isSome ? begin().and_then(fill).and_then([&] { return commit(); }) : Result<void>{};
    });
    if (!done) {
        rollback();
        m_sink({Level::Error, subject.id + "-untold", {{"detail", done.error().detail}}});
    }
}

// An entry that cannot be folded stays in the log and in the feeds; the state goes on without it.
void Ledger::quarantine(std::uint64_t number, const Error& why) const
{
    m_sink(
        {Level::Error,
         "quarantined",
         {{"number", std::to_string(number)},
          {"code", codeName(why.code)},
          {"detail", why.detail}}});
}

model::IncidentPtr
Ledger::foldOne(const model::IncidentPtr& before, const store::NumberedEntry& stored) const
{
    auto folded = log::decodeEntry(stored.raw).and_then([&](const log::Entry& entry) {
        return model::foldIncident(*m_plan, before, entry, {stored.number, stored.serial});
    });
    if (!folded) {
        quarantine(stored.number, folded.error());
    }
    return folded.value_or(before);
}

// One copy at the end instead of one an entry; when some entry does not fold, each by itself tells
// which.
model::IncidentPtr Ledger::foldAll(const std::vector<store::NumberedEntry>& entries) const
{
    std::vector<model::StampedEntry> history;
    for (const store::NumberedEntry& stored : entries) {
        if (auto entry = log::decodeEntry(stored.raw)) {
            history.push_back({std::move(*entry), {stored.number, stored.serial}});
        }
    }
    const auto folded = model::foldHistory(*m_plan, nullptr, history);
    if (folded && (*folded)->version == entries.size()) {
        return *folded;
    }
    model::IncidentPtr incident;
    for (const store::NumberedEntry& stored : entries) {
        incident = foldOne(incident, stored);
    }
    return incident;
}

// Entries beyond our own number are another process's: they come with its news.
Result<model::IncidentPtr> Ledger::find(const IncidentId& id) const
{
    if (const model::IncidentPtr* known = m_incidents.find(id); known != nullptr) {
        return *known;
    }
    const auto isKnown = m_log.hasEntry(id.value); // an incident bears the id of its report
    if (!isKnown || !*isKnown) {
        return isKnown ? Result<model::IncidentPtr>(nullptr) : std::unexpected(isKnown.error());
    }
    return m_log.entriesOf({log::SubjectKind::Incident, id.value}, m_number)
        .transform([&](const std::vector<store::NumberedEntry>& entries) {
            model::IncidentPtr incident = foldAll(entries);
            if (incident != nullptr) {
                m_incidents.putKept(id, incident);
            }
            return incident;
        });
}

void Ledger::adopt(const store::HqNews& news)
{
    for (const store::NumberedEntry& entry : news.entries) {
        if (entry.number <= m_number) {
            continue; // seen when we loaded
        }
        m_leaves.push_back({entry.number, store::recordOf(entry).leaf(), false});
        m_mode.adopt(entry);
        m_shift.adopt(entry);
        m_drawings.adopt(entry);
        m_changes.adopt(entry);
        const IncidentId id(entry.subject.id);
        if (const model::IncidentPtr* known = m_incidents.find(id); known != nullptr) {
            m_incidents.putKept(id, foldOne(*known, entry));
        }
    }
    std::ranges::for_each(news.desks, [&](const auto& desk) { m_desks.putKept(desk.id, desk); });
    std::ranges::for_each(
        news.serials, [&](const auto& day) { m_serials.putKept(day.first, day.second); });
    m_feeds.adopt(news.feeds);
    m_number = std::max(m_number, news.head);
    m_draftNumber = m_number;
    if (news.arePeopleNew) {
        m_seats.outdate();
    }
    m_hasNews = m_hasNews || !news.isEmpty();
}

Result<void> Ledger::begin()
{
    auto begun = m_log.begin()
                     .and_then([&] { return m_log.news(); })
                     .transform([&](const store::HqNews& news) { adopt(news); })
                     .and_then([&] { return m_seats.refresh(); })
                     .and_then([&] { return m_mode.refresh(m_number); })
                     .and_then([&] { return m_shift.refresh(m_number); })
                     .and_then([&] { return m_drawings.refresh(m_number); })
                     .and_then([&] { return m_changes.refresh(m_number); });
    if (!begun) {
        rollback();
    }
    return begun;
}

Result<bool> Ledger::follow()
{
    return m_log.news()
        .transform([&](const store::HqNews& news) { adopt(news); })
        .and_then([&] { return m_seats.refresh(); })
        .transform([&] { return std::exchange(m_hasNews, false); });
}

Result<void> Ledger::probe(Instant now)
{
    auto done = begin()
                    .and_then([&] { return m_log.setMeta("probe", std::to_string(toUtcMs(now))); })
                    .and_then([&] { return commit(); });
    if (!done) {
        rollback();
    }
    return done;
}

Result<void> Ledger::commit()
{
    auto done = m_log.commit();
    if (!done) {
        rollback();
        return done;
    }
    keep();
    return done;
}

void Ledger::keep()
{
    m_incidents.keep();
    m_desks.keep();
    m_feeds.keep();
    m_serials.keep();
    m_leaves.insert(m_leaves.end(), m_draftLeaves.begin(), m_draftLeaves.end());
    m_draftLeaves.clear();
    m_refused.insert(m_refused.end(), m_draftRefused.begin(), m_draftRefused.end());
    m_draftRefused.clear();
    m_seats.kept();
    m_mode.kept();
    m_shift.kept();
    m_drawings.kept();
    m_changes.kept();
    m_number = m_draftNumber;
    if (m_incidents.kept().size() > kMostIncidents) {
        m_incidents.forget();
    }
}

void Ledger::rollback()
{
    m_log.rollback();
    m_incidents.drop();
    m_desks.drop();
    m_feeds.drop();
    m_serials.drop();
    m_draftLeaves.clear();
    m_draftRefused.clear();
    m_seats.rolledBack();
    m_mode.rolledBack();
    m_shift.rolledBack();
    m_drawings.rolledBack();
    m_changes.rolledBack();
    m_draftNumber = m_number;
}

Result<std::vector<sync::Verdict>> Ledger::take(const log::Batch& batch, Instant receivedAt)
{
    const store::DeskRecord* known = desk(batch.desk);
    if (known == nullptr || batch.entries.empty()) {
        return fail(Code::BadArgument, known == nullptr ? "unknown desk" : "empty batch");
    }
    store::DeskRecord from = *known; // the map may move while entries are taken in
    if (auto ok = checkHistory(from, batch).and_then([&] { return expect(batch); }); !ok) {
        return std::unexpected(ok.error());
    }
    std::vector<sync::Verdict> verdicts;
    std::uint64_t counter = batch.firstCounter;
    for (const Bytes& raw : batch.entries) {
        const bool isNew = counter > from.lastCounter;
        const Digest author = log::authorLink(from.author, log::entryHash(raw));
        auto verdict =
            isNew ? judge({from, counter, author, raw, receivedAt}) : repeat(from.id, counter);
        if (!verdict) {
            return std::unexpected(verdict.error());
        }
        if (isNew) {
            from.lastCounter = counter;
            from.author = author;
        }
        verdicts.push_back(std::move(*verdict));
        ++counter;
    }
    if (from.lastCounter == known->lastCounter) {
        return verdicts;
    }
    m_desks.put(from.id, from);
    return m_log.keepSignature(batch)
        .and_then([&] { return m_log.desks().setChain(from.id, from.lastCounter, from.author); })
        .transform([&] { return std::move(verdicts); });
}

// The batch must continue, or repeat, exactly what was received: then its chain meets ours at our
// last counter.
Result<void> Ledger::checkHistory(const store::DeskRecord& desk, const log::Batch& batch) const
{
    const std::uint64_t last = desk.lastCounter;
    if (batch.firstCounter < 1 || batch.firstCounter > last + 1) {
        return fail(
            Code::BadChain, std::format("starts at {}, {} received", batch.firstCounter, last));
    }
    Digest author = batch.previous;
    std::uint64_t counter = batch.firstCounter - 1;
    for (auto raw = batch.entries.begin(); counter < last && raw != batch.entries.end();
         ++raw, ++counter) {
        author = log::authorLink(author, log::entryHash(*raw));
    }
    return need(
               counter < last || author == desk.author, Code::ForkDetected,
               "another history of this desk is known")
        .and_then([&] { return checkKnown(batch, last); });
}

Result<void> Ledger::checkKnown(const log::Batch& batch, std::uint64_t last) const
{
    std::uint64_t counter = batch.firstCounter;
    for (auto raw = batch.entries.begin(); counter <= last && raw != batch.entries.end();
         ++raw, ++counter) {
        const auto before = m_log.decided(batch.desk, counter);
        if (!before && before.error().code != Code::NotFound) {
            return std::unexpected(before.error());
        }
        if (!before || before->raw != *raw) {
            return fail(
                Code::ForkDetected,
                std::format("counter {} was received with another entry", counter));
        }
    }
    return {};
}

Result<sync::Verdict> Ledger::repeat(const DeskId& desk, std::uint64_t counter) const
{
    return m_log.decided(desk, counter).transform([&](const store::Decided& before) {
        return before.number != 0 ? accepted(counter, before.number)
                                  : rejected(counter, before.code, before.detail);
    });
}

// Ids of the entries and of the incidents they are about, asked for in one go.
Result<void> Ledger::expect(const log::Batch& batch)
{
    std::vector<std::string> ids;
    for (const Bytes& raw : batch.entries) {
        if (const auto entry = log::decodeEntry(raw)) {
            ids.push_back(entry->id.text());
            if (entry->subject.kind == log::SubjectKind::Incident
                && entry->subject.id != ids.back()) {
                ids.push_back(entry->subject.id);
            }
        }
    }
    return m_log.expect(ids);
}

Result<sync::Verdict> Ledger::judge(const Incoming& in)
{
    // Folded before the rules ask for it: a store that cannot be read is no verdict.
    if (const auto entry = log::decodeEntry(in.raw);
        entry && entry->subject.kind == log::SubjectKind::Incident) {
        if (auto found = find(IncidentId(entry->subject.id)); !found) {
            return std::unexpected(found.error());
        }
    }
    const auto one = examine(
        *m_plan, in.desk, m_seats, m_mode.state(), m_shift.state(), m_drawings.state(),
        m_changes.state(), {in.counter, in.receivedAt}, in.raw,
        [this](const IncidentId& id) { return incident(id); });
    if (!one) {
        return refuse(in, one.error());
    }
    const auto isKnown = m_log.hasEntry(one->entry.id.text());
    if (!isKnown) {
        return std::unexpected(isKnown.error());
    }
    if (*isKnown) {
        return refuse(in, {Code::BadArgument, "the id of the entry is in the log already", {}});
    }
    return accept(in, *one);
}

Result<sync::Verdict> Ledger::refuse(const Incoming& in, const Error& reason)
{
    const auto entry = log::decodeEntry(in.raw);
    m_draftRefused.push_back(
        {in.receivedAt,
         "act",
         reason.code,
         model::clipped(reason.detail),
         in.desk.id,
         in.desk.unit,
         entry ? entry->person : PersonCode(),
         {},
         1});
    return m_log
        .refuse(
            {in.desk.id, in.counter, entry ? entry->id.text() : "", in.raw, reason.code,
             reason.detail, in.receivedAt})
        .transform([&] { return rejected(in.counter, reason.code, reason.detail); });
}

Result<sync::Verdict> Ledger::accept(const Incoming& in, const Examined& one)
{
    const std::uint64_t number = m_draftNumber + 1;
    const std::uint32_t serial = nextSerial(one.act);
    const bool isIncident = one.entry.subject.kind == log::SubjectKind::Incident;
    const auto after = isIncident
                           ? model::foldIncident(*m_plan, one.before, one.entry, {number, serial})
                           : Result<model::IncidentPtr>(nullptr);
    if (!after) {
        return refuse(in, after.error());
    }
    if (isIncident) {
        m_incidents.put(IncidentId(one.entry.subject.id), *after);
    }
    if (one.mode) {
        m_mode.add(one.entry);
    }
    const std::vector<UnitCode> told = alsoTold(one);
    if (one.shift) {
        m_shift.add(one.entry);
    }
    if (one.drawing) {
        m_drawings.add(one.entry);
    }
    if (one.plan) {
        m_changes.add(one.entry);
    }
    m_draftNumber = number;
    const store::NumberedEntry entry{number,     one.entry.id.text(), in.desk.id,
                                     in.counter, in.author,           in.receivedAt,
                                     serial,     one.entry.subject,   in.raw};
    m_draftLeaves.push_back({number, store::recordOf(entry).leaf()});
    return m_log.append(entry)
        .and_then([&] { return keepSerial(one.act, serial); })
        .and_then([&] { return m_feeds.spread(entry, one.entry.unit, one.before, *after, told); })
        .and_then([&] {
            return one.seat
                       ? m_seats.apply(in.desk, one.entry, *one.seat, {in.counter, in.receivedAt})
                       : Result<void>{};
        })
        .transform([&] { return accepted(in.counter, number); });
}

// Serials follow the local day of the call, as the incident's number shows it.
std::uint32_t Ledger::nextSerial(const model::Act& act) const
{
    const auto* report = std::get_if<model::ReportIncident>(&act);
    if (report == nullptr) {
        return 0;
    }
    const std::uint32_t* last =
        m_serials.find(localDay(report->receivedAt, m_plan->utcOffsetMinutes));
    return last == nullptr ? 1 : *last + 1;
}

Result<void> Ledger::keepSerial(const model::Act& act, std::uint32_t serial)
{
    const auto* report = std::get_if<model::ReportIncident>(&act);
    if (report == nullptr) {
        return {};
    }
    const std::int64_t day = localDay(report->receivedAt, m_plan->utcOffsetMinutes);
    m_serials.put(day, serial);
    return m_log.setDaySerial(day, serial);
}

Result<void> Ledger::addDesk(const store::DeskRecord& desk)
{
    return m_log.desks().add(desk).transform([&] { m_desks.put(desk.id, desk); });
}

Result<void> Ledger::setFingerprint(const DeskId& id, const std::string& fingerprint)
{
    const store::DeskRecord* known = desk(id);
    if (known == nullptr) {
        return fail(Code::NotFound, "no such desk");
    }
    store::DeskRecord changed = *known;
    changed.fingerprint = fingerprint;
    m_desks.put(id, std::move(changed));
    return m_log.desks().setFingerprint(id, fingerprint);
}

Result<void> Ledger::revoke(const DeskId& id, Instant at)
{
    const store::DeskRecord* known = desk(id);
    if (known == nullptr) {
        return fail(Code::NotFound, "no such desk");
    }
    store::DeskRecord changed = *known;
    changed.revokedAt = changed.revokedAt.value_or(at);
    m_desks.put(id, std::move(changed));
    return m_log.desks().revoke(id, at);
}

std::vector<store::DeskRecord> Ledger::desks() const
{
    std::vector<store::DeskRecord> all;
    for (const auto& [id, desk] : m_desks.kept()) {
        all.push_back(desk);
    }
    std::ranges::sort(all, {}, &store::DeskRecord::id);
    return all;
}

model::IncidentPtr Ledger::incident(const IncidentId& id) const
{
    auto found = find(id);
    if (!found) {
        m_sink(
            {Level::Error,
             "unreadable",
             {{"incident", id.value}, {"detail", found.error().detail}}});
    }
    return found.value_or(nullptr);
}

} // namespace sz::hq
