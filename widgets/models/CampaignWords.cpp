// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/CampaignWords.h"

namespace sz::widgets {

QString CampaignTeller::operator()(const model::ImportItems& /*a*/) const
{
    return {};
}

QString CampaignTeller::operator()(const model::SettleItems& /*a*/) const
{
    return {};
}

QString CampaignTeller::operator()(const model::LeadCase& /*a*/) const
{
    return {};
}

QString CampaignTeller::operator()(const model::VisitCase& /*a*/) const
{
    return {};
}

QString CampaignTeller::operator()(const model::StageCase& /*a*/) const
{
    return {};
}

QString CampaignTeller::operator()(const model::RateResult& /*a*/) const
{
    return {};
}

} // namespace sz::widgets
