// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/CampaignRules.h"

namespace sz::model {

Result<void> CampaignRules::operator()(const ImportItems& /*a*/) const
{
    return fail(Code::UnknownType, "not yet");
}

Result<void> CampaignRules::operator()(const SettleItems& /*a*/) const
{
    return fail(Code::UnknownType, "not yet");
}

Result<void> CampaignRules::operator()(const LeadCase& /*a*/) const
{
    return fail(Code::UnknownType, "not yet");
}

Result<void> CampaignRules::operator()(const VisitCase& /*a*/) const
{
    return fail(Code::UnknownType, "not yet");
}

Result<void> CampaignRules::operator()(const StageCase& /*a*/) const
{
    return fail(Code::UnknownType, "not yet");
}

Result<void> CampaignRules::operator()(const RateResult& /*a*/) const
{
    return fail(Code::UnknownType, "not yet");
}

} // namespace sz::model
