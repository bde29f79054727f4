// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the entries of the matter "plan" come to: the history of the plan, which plan is in force when, and what may be proposed.

#include "data/model/PlanActs.h"

#include <map>
#include <memory>
#include <mutex>

namespace sz::model {

/// Who did it, when by the own clock.
struct PlanAuthor
{
    Instant at;
    UnitCode unit;
    PostCode post;
    PersonCode person; ///< empty: a shared seat
    bool operator==(const PlanAuthor&) const = default;
};

enum class ProposalState : std::uint8_t {
    Waiting,
    Approved,
    Refused,
    Withdrawn,
};

/// One proposed change with what became of it.
struct PlanProposal
{
    std::shared_ptr<const ProposePlan> asked; ///< never null; outlines are large, states are copied
    PlanAuthor author;
    ProposalState state = ProposalState::Waiting;
    PlanAuthor decidedBy; ///< or withdrawn by
    std::string words;    ///< of the decision
    Instant
        validFrom; ///< midnight of its day; once approved after that, the moment of approval: the past stays as it was
    std::uint64_t order = 0; ///< of the approval among all
    bool operator==(const PlanProposal& other) const;
};

/// Copies are cheap. Ids are ULID texts of the proposals: the map is in order of time.
struct PlanState
{
    std::map<std::string, PlanProposal> proposals;
    std::uint64_t approvals = 0;

    /// Null when there is none.
    [[nodiscard]] const PlanProposal* proposal(const std::string& id) const;
    /// Ids of what has been approved, in the order in which it comes into force; of two on the same moment the earlier approval first.
    [[nodiscard]] std::vector<std::string> approved() const;
    /// How many wait for a decision.
    [[nodiscard]] int waiting() const;
    bool operator==(const PlanState&) const = default;
};

/// Local midnight with which a day of the plan's time zone begins.
[[nodiscard]] Instant midnightOf(const plan::Plan& plan, std::int64_t day);

/// Folds one more entry, in headquarters' order. What cannot be read, refers to nothing or was decided before leaves the state.
void foldPlan(const plan::Plan& plan, PlanState& state, const log::Entry& entry);

using PlanPtr = std::shared_ptr<const plan::Plan>;

/// The plan in force at a moment: the folder's with each change that was approved and is valid by then.
[[nodiscard]] PlanPtr planAt(const PlanPtr& folder, const PlanState& state, Instant at);
/// The same with one more change, as if it were approved.
[[nodiscard]] PlanPtr
planWith(const PlanPtr& folder, const PlanState& state, const plan::AreaChange& change, Instant at);
/// When another plan comes into force after a moment; none: no more is known.
[[nodiscard]] std::optional<Instant> nextTurn(const PlanState& state, Instant after);

/// May it be done now? Proposing and approving look at the coverage from its day on, with what is approved by then and later.
/// Errors: NotAllowed, MissingField, BadArgument (no such area, another district's, not covered, changed since: the detail says which areas), NotFound,
/// NothingToAmend, AlreadyDone, SecondPerson (who proposed cannot approve).
[[nodiscard]] Result<void> checkPlanAct(
    const plan::Plan& folder,
    const PlanState& now,
    const Actor& actor,
    const PlanAct& act);

/// Remembers plans that were asked for: each is some megabytes. Thread-safe.
class PlanShelf
{
public:
    explicit PlanShelf(PlanPtr folder) : m_folder(std::move(folder)) {}

    [[nodiscard]] const PlanPtr& folder() const { return m_folder; }
    /// The same pointer as long as the same changes are in force.
    [[nodiscard]] PlanPtr at(const PlanState& state, Instant when) const;

private:
    PlanPtr m_folder;
    mutable std::mutex m_mutex;
    mutable std::map<std::string, PlanPtr> m_made; ///< by the ids in force
};

} // namespace sz::model
