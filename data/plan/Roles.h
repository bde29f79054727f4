// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Who may do what, as data of the plan (roles.toml): a role is a set of acts, each with the matters it reaches.

#include "data/base/Clock.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sz::plan {

/// A role of the plan. Wire values (log::Entry::role).
enum class Role : std::uint8_t {
    DutyOfficer,
    DutyChief,
    Leader,
    DistrictDesk,
    LineDesk,
    Inspector,
    Trainer,
    Administrator,
    Viewer,
};
inline constexpr std::size_t kRoles = 9;

/// Codes of the roles in the plan's files, in the order of Role.
inline constexpr std::array<std::string_view, kRoles> kRoleCodes{
    "duty_officer", "duty_chief", "leader",        "district_desk", "line_desk",
    "inspector",    "trainer",    "administrator", "viewer"};

/// An act somebody needs a right for.
enum class Right : std::uint8_t {
    ReportIncident,
    AmendIncident,
    IssueOrders,
    SignOrder,
    ProgressOrder,
    ReportOrder,
    FinishOrder,
    ReturnOrder,
    RemindUnits,
    AddNote,
    FileReport,
    StateCounts,
    CloseIncident,
    ClaimIncident,
    AcknowledgeAlarm,
    NewerAct,     ///< an act of a kind this version does not know
    UnlockPerson, ///< lets somebody try to sign on again
    SealContact,  ///< seals a caller's contact into an incident
    OpenContact,  ///< reads it; leaves a trace
    AttachFile,
    AskRelief,          ///< more time for an order, or a stop of its clock
    DecideRelief,       ///< agrees to it or not; never who asked
    WithdrawOrder,      ///< takes an order back
    DecideReturn,       ///< the first return of an order
    DecideSecondReturn, ///< every later one
    RecheckOrder,
    RelateIncidents, ///< merges, separates, groups
    WatchIncident,   ///< an early sign, with a date until which it is watched
    SetMode,         ///< starts and ends games time
    LeadForce, ///< forms, changes, hands over and ends a task force; who has its command may as well
    WorkForce,   ///< counts goals and writes minutes of a task force the unit belongs to
    AskDecision, ///< puts a question for decision; to decide is IssueOrders
    RunCampaign, ///< imports a campaign's items
    SettleItems,
    LeadCase, ///< says which leader has a case in charge
    WorkCase, ///< visits and stages of a led case
    RateResult,
    PlanRoster,   ///< writes a unit's roster, lends its heads
    DecideChange, ///< agrees to a swap, a substitute or a no-show, or not; never who asked
    SignHandover, ///< writes, ticks, sends back and signs a handover
    StartRound,   ///< asks posts to check in
    OpenVideo,    ///< opens a camera for an incident; leaves a trace
    ProposePlan,  ///< new outlines of areas, streets moved between them
    ApprovePlan,  ///< puts that into force; never who proposed it
};
inline constexpr std::size_t kRights = 44;

/// Names of the acts in roles.toml, in the order of Right.
inline constexpr std::array<std::string_view, kRights> kRightNames{
    "report_incident",
    "amend_incident",
    "issue_orders",
    "sign_order",
    "progress_order",
    "report_order",
    "finish_order",
    "return_order",
    "remind_units",
    "add_note",
    "file_report",
    "state_counts",
    "close_incident",
    "claim_incident",
    "acknowledge_alarm",
    "newer_act",
    "unlock_person",
    "seal_contact",
    "open_contact",
    "attach_file",
    "ask_relief",
    "decide_relief",
    "withdraw_order",
    "decide_return",
    "decide_second_return",
    "recheck_order",
    "relate_incidents",
    "watch_incident",
    "set_mode",
    "lead_force",
    "work_force",
    "ask_decision",
    "run_campaign",
    "settle_items",
    "lead_case",
    "work_case",
    "rate_result",
    "plan_roster",
    "decide_duty_change",
    "sign_handover",
    "start_round",
    "open_video",
    "propose_plan",
    "approve_plan"};

/// How far a right reaches.
enum class Reach : std::uint8_t {
    None, ///< the role may not do it
    Own, ///< the own unit's: an incident it takes part in (the office: every one), an order given to it
    Office, ///< every matter, but only at the command office
    Any,    ///< every matter the unit sees
};
inline constexpr std::array<std::string_view, 4> kReachNames{"none", "own", "office", "any"};

/// One role with its acts.
struct RoleRights
{
    Role role = Role::Viewer;
    std::string nameZh;
    std::string nameEn;
    std::array<Reach, kRights> reach{}; ///< by Right

    [[nodiscard]] Reach of(Right right) const { return reach[static_cast<std::size_t>(right)]; }
    bool operator==(const RoleRights&) const = default;
};

/// How long a sign-on lasts and how often somebody may err ([sign_on] of roles.toml).
struct SignOnLimits
{
    Minutes longest{12 * 60}; ///< a grant never lasts longer
    Minutes handover{30};     ///< how long after the end of the shift its rights still hold
    int tries = 5;            ///< so many wrong passwords …
    Minutes triesWithin{15};  ///< … in this time lock the person at that desk
    bool operator==(const SignOnLimits&) const = default;
};

/// What a plan without roles.toml means: everybody writes except inspectors and viewers; only the office orders, reminds,
/// reports up, closes and claims; an order is answered by its unit. In the order of Role.
[[nodiscard]] const std::vector<RoleRights>& standardRoles();

[[nodiscard]] std::optional<Role> roleFrom(std::string_view code);
[[nodiscard]] std::optional<Right> rightFrom(std::string_view name);
[[nodiscard]] std::optional<Reach> reachFrom(std::string_view name);

} // namespace sz::plan
