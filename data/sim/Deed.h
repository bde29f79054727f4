// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a person at a desk can do, and what the person sees before doing it.

#include "data/desk/DeskValues.h"

#include <map>
#include <variant>

namespace sz::sim {

using Board = std::map<IncidentId, model::IncidentPtr>;

struct Intent
{
    IncidentId incident; ///< empty: a new one
    model::Act act;
};

struct SealContact
{
    IncidentId incident;
    std::string text;
};

struct OpenContact
{
    IncidentId incident;
    ContactId contact;
};

struct AttachBytes
{
    IncidentId incident;
    std::string name;
    Bytes bytes;
};

struct SignOn
{
    PersonCode person;
    PostCode post;
    std::string secret;
};

struct SignOff
{
};

using Deed = std::variant<
    Intent,
    model::ShiftAct,
    model::ModeAct,
    model::DrawingAct,
    model::PlanAct,
    SealContact,
    OpenContact,
    AttachBytes,
    SignOn,
    SignOff>;

/// What stands on one desk's screen.
struct Screen
{
    Board board;
    std::shared_ptr<const model::ShiftState> shift =
        std::make_shared<model::ShiftState>(); // shared with the desk's core
    std::shared_ptr<const model::DrawingState> drawings =
        std::make_shared<model::DrawingState>(); // as shift
    std::shared_ptr<const model::PlanState> plan = std::make_shared<model::PlanState>();
    desk::ModeStatus mode;
    desk::SeatStatus seat;
    std::vector<desk::OutboxLine> outbox;
};

} // namespace sz::sim
