// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/Roles.h"

#include <algorithm>

namespace sz::plan {
namespace {

template <class Value, std::size_t N>
std::optional<Value> indexed(const std::array<std::string_view, N>& names, std::string_view name)
{
    const auto it = std::ranges::find(names, name);
    return it == names.end() ? std::nullopt
                             : std::optional(static_cast<Value>(std::distance(names.begin(), it)));
}

void allow(RoleRights& role, std::initializer_list<Right> rights, Reach reach)
{
    for (const Right right : rights) {
        role.reach[static_cast<std::size_t>(right)] = reach;
    }
}

RoleRights reading(Role role, const char* zh, const char* en)
{
    return {role, zh, en, {}};
}

RoleRights writing(Role role, const char* zh, const char* en)
{
    using enum Right;
    RoleRights out = reading(role, zh, en);
    allow(out, {ReportIncident, AddNote, StateCounts, AcknowledgeAlarm, NewerAct}, Reach::Any);
    allow(
        out,
        {AmendIncident, SignOrder, ProgressOrder, ReportOrder, FinishOrder, ReturnOrder, AttachFile,
         AskRelief, WorkForce, SettleItems, WorkCase},
        Reach::Own);
    allow(out, {Right::AskDecision}, Reach::Any);
    allow(
        out,
        {IssueOrders, RemindUnits, FileReport, CloseIncident, ClaimIncident, DecideRelief,
         WithdrawOrder, DecideReturn, RecheckOrder, RelateIncidents, WatchIncident, LeadForce,
         RunCampaign, Right::LeadCase, RateResult},
        Reach::Office);
    if (role == Role::DutyChief || role == Role::Leader) {
        allow(out, {DecideSecondReturn, SetMode}, Reach::Office);
    }
    if (role != Role::Trainer && role != Role::Administrator) {
        allow(out, {SignHandover, StartRound}, Reach::Own);
        if (role != Role::DutyOfficer) { // a seat asks; its chief plans and agrees
            allow(out, {PlanRoster, DecideChange}, Reach::Own);
        }
    }
    if (role == Role::DutyOfficer || role == Role::DutyChief) {
        allow(out, {AskRelief}, Reach::Office); // for a unit that asks by phone
    }
    if (role == Role::DutyChief || role == Role::Administrator) {
        allow(out, {UnlockPerson}, Reach::Any);
    }
    if (role == Role::DutyOfficer || role == Role::DutyChief || role == Role::Administrator) {
        allow(out, {ProposePlan}, Reach::Office);
    }
    if (role == Role::DutyChief || role == Role::Administrator) {
        allow(out, {ApprovePlan}, Reach::Office);
    }
    if (role == Role::DutyOfficer || role == Role::DutyChief || role == Role::DistrictDesk) {
        allow(out, {SealContact, OpenContact, OpenVideo}, Reach::Own);
    }
    if (role == Role::Leader) {
        allow(out, {OpenVideo}, Reach::Own);
    }
    return out;
}

} // namespace

const std::vector<RoleRights>& standardRoles()
{
    static const std::vector<RoleRights> roles{
        writing(Role::DutyOfficer, "值班员", "Duty officer"),
        writing(Role::DutyChief, "值班长", "Duty chief"),
        writing(Role::Leader, "带班领导", "Leader"),
        writing(Role::DistrictDesk, "区值班室", "District desk"),
        writing(Role::LineDesk, "条线值班室", "Line desk"),
        reading(Role::Inspector, "督察", "Inspector"),
        writing(Role::Trainer, "导调", "Drill control"),
        writing(Role::Administrator, "系统管理", "Administrator"),
        reading(Role::Viewer, "只看", "Viewer")};
    return roles;
}

std::optional<Role> roleFrom(std::string_view code)
{
    return indexed<Role>(kRoleCodes, code);
}

std::optional<Right> rightFrom(std::string_view name)
{
    return indexed<Right>(kRightNames, name);
}

std::optional<Reach> reachFrom(std::string_view name)
{
    return indexed<Reach>(kReachNames, name);
}

} // namespace sz::plan
