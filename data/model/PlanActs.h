// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Entries that change the plan (types 130 to 132): proposed by one, approved or refused by another, valid from a day on. Of the
// operation, in the matter "plan"; every unit is told.

#include "data/model/World.h"
#include "data/plan/areas/AreaChange.h"

#include <variant>

namespace sz::model {

/// New outlines of areas, streets that go to another area, from a local day on.
struct ProposePlan
{
    plan::AreaChange change;
    std::int64_t fromDay = 0; ///< local day number, days since 1970-01-01: valid from its midnight
    std::string reason;
    std::uint64_t seen =
        0; ///< PlanState::approvals when it was drawn: what was approved since must not be undone unseen
    bool operator==(const ProposePlan&) const = default;
};

struct DecidePlan
{
    std::string proposal; ///< entry of the ProposePlan
    bool isApproved = false;
    std::string reason; ///< needed when it is not
    bool operator==(const DecidePlan&) const = default;
};

/// Who proposed it takes it back before anybody has decided.
struct WithdrawPlan
{
    std::string proposal;
    std::string reason; ///< may be empty
    bool operator==(const WithdrawPlan&) const = default;
};

using PlanAct = std::variant<ProposePlan, DecidePlan, WithdrawPlan>;

/// Of an act as it is written; what is left of an entry is for who, where and when. Outlines of a whole district of the sample
/// take a fifth of it.
inline constexpr std::size_t kMostPlanBytes = log::kMaxEntryBytes - 2048;

[[nodiscard]] const log::Subject& planSubject();
[[nodiscard]] inline bool isOfPlan(const log::Subject& subject)
{
    return subject == planSubject();
}

/// Wire numbers: 130, 131, 132.
[[nodiscard]] std::uint32_t planActType(const PlanAct& act);
[[nodiscard]] Bytes encodePlanAct(const PlanAct& act);
/// Nothing when it is of another type or a newer version. Errors: BadEncoding.
[[nodiscard]] Result<std::optional<PlanAct>> decodePlanAct(const log::Entry& entry);

} // namespace sz::model
