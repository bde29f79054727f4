// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The authority: every entry is judged against the state at receipt, numbered, folded and set into
// the feeds here.

#include "data/hq/Examination.h"
#include "data/hq/FeedBook.h"
#include "data/hq/LogLine.h"
#include "data/hq/MatterBook.h"
#include "data/hq/Notary.h"
#include "data/hq/SeatBook.h"
#include "data/hq/Staged.h"
#include "data/model/ModeActs.h"
#include "data/model/World.h"
#include "data/store/HqLog.h"
#include "data/sync/Frames.h"

#include <memory>
#include <vector>

namespace sz::hq {

/// What headquarters holds, in memory and in its log; both change together or not at all. An
/// incident is folded when it is first asked for, so that a start costs the same however long the
/// log is. Other processes may write the same log: every transaction begins with what they have
/// committed. Thread: one. Errors of the store (5xx, NoSpace, Io) mean: roll back, nothing has
/// happened.
class Ledger
{
public:
    Ledger(store::HqLog& log, std::shared_ptr<const plan::Plan> plan, OperationId operation);

    /// Reads desks, heads and serials. An accepted entry that folds no more is left aside with a
    /// log line when its incident is asked for. Errors: StoreCorrupt (a number is missing), and the
    /// store's.
    [[nodiscard]] Result<void> load(const LogSink& log, Instant now = {});

    /// From here to the end of the transaction nobody else changes the log.
    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<void> commit();
    void rollback();
    /// Takes in what other processes have committed; outside a transaction. True when there was
    /// anything since the last call, also what a transaction began with.
    [[nodiscard]] Result<bool> follow();
    /// Writes a mark in a transaction of its own: does the store keep anything at all?
    [[nodiscard]] Result<void> probe(Instant now);

    /// Judges a desk's batch, whose signature has been verified; inside a transaction. One verdict
    /// an entry, in order; entries received before get the verdict they got then. Errors that
    /// concern only this batch, with nothing written: ForkDetected (another history than the one
    /// received), BadChain (entries before it are missing), BadArgument (unknown desk, empty).
    [[nodiscard]] Result<std::vector<sync::Verdict>>
    take(const log::Batch& batch, Instant receivedAt);

    /// Inside a transaction. A desk without a unit is headquarters' own and speaks for any unit of
    /// the plan.
    [[nodiscard]] Result<void> addDesk(const store::DeskRecord& desk);
    [[nodiscard]] Result<void> setFingerprint(const DeskId& desk, const std::string& fingerprint);
    /// Inside a transaction. Errors: NotFound.
    [[nodiscard]] Result<void> revoke(const DeskId& desk, Instant at);

    /// Null when there is none.
    [[nodiscard]] const store::DeskRecord* desk(const DeskId& id) const { return m_desks.find(id); }

    /// In order of id.
    [[nodiscard]] std::vector<store::DeskRecord> desks() const;

    [[nodiscard]] std::size_t deskCount() const { return m_desks.kept().size(); }

    /// Null when there is none, or when it cannot be read (told in the log).
    [[nodiscard]] model::IncidentPtr incident(const IncidentId& id) const;

    /// The mode of the operation, what waits for a commit included.
    [[nodiscard]] const model::ModeState& mode() const { return m_mode.state(); }

    /// Rosters, leaders, promises, handovers; what waits for a commit included.
    [[nodiscard]] const model::ShiftState& shift() const { return m_shift.state(); }

    /// What is drawn on the map; what waits for a commit included.
    [[nodiscard]] const model::DrawingState& drawings() const { return m_drawings.state(); }

    /// Changes of the plan; what waits for a commit included.
    [[nodiscard]] const model::PlanState& plan() const { return m_changes.state(); }

    [[nodiscard]] std::uint64_t lastNumber() const { return m_draftNumber; }

    /// Leaves of the entries committed since the last call, in order; those that `load` found are not among them.
    [[nodiscard]] std::vector<AcceptedLeaf> takeLeaves() { return std::exchange(m_leaves, {}); }

    /// Who may act where; changes inside a transaction.
    [[nodiscard]] SeatBook& seats() { return m_seats; }
    [[nodiscard]] const SeatBook& seats() const { return m_seats; }

    /// Acts refused and committed since the last call.
    [[nodiscard]] std::vector<model::Refusal> takeRefused() { return std::exchange(m_refused, {}); }

    [[nodiscard]] bool knowsUnit(const UnitCode& unit) const
    {
        return m_plan->unit(unit) != nullptr;
    }

    /// The start of the feed when it has no places yet.
    [[nodiscard]] store::FeedHead feedHead(const UnitCode& unit) const
    {
        return m_feeds.head(unit);
    }

private:
    struct Incoming;

    [[nodiscard]] Result<void>
    checkHistory(const store::DeskRecord& desk, const log::Batch& batch) const;
    [[nodiscard]] Result<void> checkKnown(const log::Batch& batch, std::uint64_t last) const;
    [[nodiscard]] Result<sync::Verdict> repeat(const DeskId& desk, std::uint64_t counter) const;
    [[nodiscard]] Result<sync::Verdict> judge(const Incoming& in);
    [[nodiscard]] Result<sync::Verdict> accept(const Incoming& in, const Examined& one);
    [[nodiscard]] Result<sync::Verdict> refuse(const Incoming& in, const Error& reason);
    [[nodiscard]] std::uint32_t nextSerial(const model::Act& act) const;
    [[nodiscard]] Result<void> keepSerial(const model::Act& act, std::uint32_t serial);
    [[nodiscard]] Result<void> loadDesks();
    [[nodiscard]] Result<void> loadSerials();
    void tellLate(const log::Subject& subject, bool isThereAny);
    [[nodiscard]] std::vector<UnitCode> alsoTold(const Examined& one) const;
    [[nodiscard]] std::vector<UnitCode> everybody() const;
    void keep();
    void adopt(const store::HqNews& news);
    [[nodiscard]] Result<void> expect(const log::Batch& batch);
    [[nodiscard]] Result<model::IncidentPtr> find(const IncidentId& id) const;
    [[nodiscard]] model::IncidentPtr
    foldOne(const model::IncidentPtr& before, const store::NumberedEntry& entry) const;
    [[nodiscard]] model::IncidentPtr
    foldAll(const std::vector<store::NumberedEntry>& entries) const;
    void quarantine(std::uint64_t number, const Error& why) const;

    store::HqLog& m_log;
    std::shared_ptr<const plan::Plan> m_plan; // shared with the engine and the sessions' checks
    LogSink m_sink;
    mutable Staged<IncidentId, model::IncidentPtr> m_incidents; // a cache: the log is the truth
    Staged<DeskId, store::DeskRecord> m_desks;
    FeedBook m_feeds;
    Staged<std::int64_t, std::uint32_t> m_serials; // by local day
    SeatBook m_seats;
    ModeBook m_mode;
    ShiftBook m_shift;
    DrawingBook m_drawings;
    PlanBook m_changes;
    std::vector<model::Refusal> m_refused;
    std::vector<model::Refusal> m_draftRefused;
    std::vector<AcceptedLeaf> m_leaves;
    std::vector<AcceptedLeaf> m_draftLeaves;
    std::uint64_t m_number = 0;
    std::uint64_t m_draftNumber = 0;
    bool m_hasNews = false;
};

} // namespace sz::hq
