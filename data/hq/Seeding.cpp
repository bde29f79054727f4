// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A sample operation becomes a log like any other: signed, judged, numbered, fanned out.
#include "data/hq/Engine.h"

#include <format>

namespace sz::hq {
namespace {

const DeskId kSeedDesk("SEED");

// Writes acts as the desk "SEED" would have; its key is gone with it.
class Seeder
{
public:
    Seeder(Ledger& ledger, OperationId operation)
        : m_ledger(ledger), m_operation(std::move(operation)), m_key(SigningKey::generate())
    {
    }

    [[nodiscard]] store::DeskRecord desk(Instant now) const
    {
        store::DeskRecord desk;
        desk.id = kSeedDesk;
        desk.key = m_key.publicKey();
        desk.name = "sample";
        desk.enrolledAt = now;
        desk.revokedAt = now; // nobody ever connects as it
        return desk;
    }

    [[nodiscard]] Result<void> write(const SeedEntry& seed)
    {
        return entryOf(seed).and_then(
            [&](const log::Entry& entry) { return push(entry, seed.at); });
    }

private:
    [[nodiscard]] Result<log::Entry> entryOf(const SeedEntry& seed)
    {
        log::Entry entry;
        entry.id = m_ids.next(seed.at);
        const bool isReport = std::holds_alternative<model::ReportIncident>(seed.act);
        if (isReport && !m_incidents.contains(seed.incident)) {
            m_incidents.emplace(seed.incident, IncidentId(entry.id.text()));
        }
        const auto incident = m_incidents.find(seed.incident);
        if (incident == m_incidents.end()) {
            return fail(Code::BadArgument, "an act before the report of its incident");
        }
        const model::IncidentPtr before = m_ledger.incident(incident->second);
        entry.desk = kSeedDesk;
        entry.unit = seed.unit;
        entry.post = seed.post;
        entry.time = m_time.next(seed.at);
        entry.type = model::actType(seed.act);
        entry.subject = {log::SubjectKind::Incident, incident->second.value};
        entry.base = before == nullptr ? 0 : before->version;
        entry.body = model::encodeAct(seed.act);
        return entry;
    }

    // One entry a batch, for each has its own moment of receipt.
    [[nodiscard]] Result<void> push(const log::Entry& entry, Instant at)
    {
        const store::DeskRecord* desk = m_ledger.desk(kSeedDesk);
        log::Batch batch{
            m_operation, kSeedDesk, desk->lastCounter + 1, desk->author, {log::encodeEntry(entry)},
            {}};
        log::signBatch(batch, m_key);
        return m_ledger.take(batch, at).and_then(
            [](const std::vector<sync::Verdict>& verdicts) -> Result<void> {
                if (verdicts.front().kind != sync::VerdictKind::Accepted) {
                    return fail(verdicts.front().code, verdicts.front().detail);
                }
                return {};
            });
    }

    Ledger& m_ledger;
    OperationId m_operation;
    SigningKey m_key;
    UlidMaker m_ids;
    log::HybridClock m_time;
    std::map<std::string, IncidentId> m_incidents;
};

Result<void> writeAll(Seeder& seeder, const std::vector<SeedEntry>& entries)
{
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (auto ok = seeder.write(entries[i]); !ok) {
            const auto& [code, detail, where] = ok.error();
            return fail(
                code, std::format("seed {} ({}): {}", i + 1, entries[i].incident, detail), where);
        }
    }
    return {};
}

} // namespace

Result<void> Engine::appendSeed(const std::vector<SeedEntry>& entries)
{
    if (m_ledger.desk(kSeedDesk) != nullptr) {
        return fail(Code::BadArgument, "the operation has been seeded before");
    }
    flush();
    Seeder seeder(m_ledger, m_spec.operation);
    auto done = m_ledger.begin()
                    .and_then([&] { return m_ledger.addDesk(seeder.desk(m_clock.now())); })
                    .and_then([&] { return writeAll(seeder, entries); })
                    .and_then([&] { return m_ledger.commit(); });
    if (!done) {
        m_ledger.rollback();
        return done;
    }
    note(Level::Info, "seeded", {{"entries", std::to_string(entries.size())}});
    sendFeeds();
    return done;
}

} // namespace sz::hq
