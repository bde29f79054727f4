// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/model/walk/Walk.h"

#include <array>

namespace sz::model::test {
namespace {

constexpr std::array kNames{
    "UnknownAct",       "ReportIncident",   "AmendIncident", "IssueOrders",   "SignOrder",
    "ProgressOrder",    "ReportOrder",      "FinishOrder",   "ReturnOrder",   "RemindUnits",
    "AddNote",          "FileReport",       "StateCounts",   "CloseIncident", "ClaimIncident",
    "AcknowledgeAlarm", "ContactSealed",    "ContactOpened", "AttachFile",    "AskRelief",
    "DecideRelief",     "ResumeOrder",      "WithdrawOrder", "DecideReturn",  "RecheckOrder",
    "MergeIncident",    "SeparateIncident", "GroupIncident", "WatchIncident", "ShelveAlarm",
    "RaiseAlarm",       "FormForce",        "ChangeForce",   "StateGoal",     "TransferForce",
    "ForceMinutes",     "EndForce",         "AskDecision",   "DropDecision",  "ImportItems",
    "SettleItems",      "LeadCase",         "VisitCase",     "StageCase",     "RateResult",
    "ViewEndpoint"};
static_assert(
    kNames.size() == std::variant_size_v<Act>,
    "a new act: tell it here and in candidates()");

Actor actor(const char* unit, const char* post, plan::Role role)
{
    return {UnitCode(unit), PostCode(post), role};
}

} // namespace

const plan::Plan& walkPlan()
{
    static const plan::Plan plan = [] {
        plan::Plan p = smallPlan();
        p.posts.push_back(postOf("HQ-officer", "HQ", plan::Role::DutyOfficer));
        p.posts.push_back(postOf("L19-desk", "L19", plan::Role::LineDesk));
        p.limits[plan::Grade::II].recheck = 60;
        p.ladder = {{0, PostCode("HQ-officer")}, {15, PostCode("HQ-chief")}};
        p.files.oneBytes = 100;
        p.endpoints.emplace_back().code = "E001";
        p.files.incidentBytes = 150;
        return p;
    }();
    return plan;
}

const std::vector<Who>& everybody()
{
    using plan::Role;
    static const std::vector<Who> all{
        {"duty chief", actor("HQ", "HQ-chief", Role::DutyChief)},
        {"duty officer", actor("HQ", "HQ-officer", Role::DutyOfficer)},
        {"leader", actor("HQ", "HQ-leader", Role::Leader)},
        {"the unit itself", actor("L06", "L06-desk", Role::LineDesk)},
        {"another unit", actor("L19", "L19-desk", Role::LineDesk)},
        {"the district", actor("D05", "D05-leader", Role::DistrictDesk)},
        {"inspector", actor("HQ", "HQ-inspector", Role::Inspector)},
        {"trainer", actor("HQ", "HQ-trainer", Role::Trainer)},
        {"administrator", actor("HQ", "HQ-admin", Role::Administrator)},
        {"viewer", actor("HQ", "HQ-viewer", Role::Viewer)},
        {"viewer of the unit", actor("L06", "L06-viewer", Role::Viewer)},
        {"a chief elsewhere", actor("L19", "L19-desk", Role::DutyChief)},
    };
    return all;
}

const char* nameOf(std::size_t index)
{
    return kNames.at(index);
}

const char* nameOf(const Act& act)
{
    return nameOf(act.index());
}

log::Entry
entryFor(const Told& told, const Actor& who, Instant at, const Act& act, const char* desk)
{
    const std::size_t number = told.history.size() + 1;
    log::Entry e;
    e.id.bytes[14] = static_cast<std::uint8_t>(number >> 8);
    e.id.bytes[15] = static_cast<std::uint8_t>(number & 0xff);
    e.desk = DeskId(desk);
    e.unit = who.unit;
    e.post = who.post;
    e.role = static_cast<std::uint8_t>(who.role);
    e.time.wall = at;
    e.type = actType(act);
    e.subject = {log::SubjectKind::Incident, "incident-1"};
    e.base = told.incident ? told.incident->version : 0;
    e.body = encodeAct(act);
    if (std::holds_alternative<UnknownAct>(act)) { // of a newer program
        e.body = log::encode(log::Fields{{1, "?"}});
    }
    return e;
}

Told with(Told told, log::Entry entry)
{
    const Stamp stamp{told.history.size() + 1, 41};
    auto next = foldIncident(walkPlan(), told.incident, entry, stamp);
    told.history.push_back({std::move(entry), stamp});
    if (next) {
        told.incident = *next;
    }
    return told;
}

Told with(Told told, const Actor& who, Instant at, const Act& act, const char* desk)
{
    log::Entry entry = entryFor(told, who, at, act, desk);
    return with(std::move(told), std::move(entry));
}

} // namespace sz::model::test
