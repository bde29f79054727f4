// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CBOR bodies of the acts of ForceActs.h and CampaignActs.h. Private to data/model.

#include "data/model/Acts.h"

namespace sz::model {

struct PackForce
{
    log::Fields operator()(const FormForce& a) const;
    log::Fields operator()(const ChangeForce& a) const;
    log::Fields operator()(const StateGoal& a) const;
    log::Fields operator()(const TransferForce& a) const;
    log::Fields operator()(const ForceMinutes& a) const;
    log::Fields operator()(const EndForce& a) const;
    log::Fields operator()(const AskDecision& a) const;
    log::Fields operator()(const DropDecision& a) const;
};

struct PackCampaign
{
    log::Fields operator()(const ImportItems& a) const;
    log::Fields operator()(const SettleItems& a) const;
    log::Fields operator()(const LeadCase& a) const;
    log::Fields operator()(const VisitCase& a) const;
    log::Fields operator()(const StageCase& a) const;
    log::Fields operator()(const RateResult& a) const;
};

/// UnknownAct when the type is none of these.
[[nodiscard]] Act readMoreActs(ActType type, log::FieldReader& in);

} // namespace sz::model
