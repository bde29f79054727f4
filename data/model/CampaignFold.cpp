// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/CampaignFold.h"

namespace sz::model {

void CampaignFolder::operator()(const ImportItems& /*a*/) {}

void CampaignFolder::operator()(const SettleItems& /*a*/) {}

void CampaignFolder::operator()(const LeadCase& /*a*/) {}

void CampaignFolder::operator()(const VisitCase& /*a*/) {}

void CampaignFolder::operator()(const StageCase& /*a*/) {}

void CampaignFolder::operator()(const RateResult& /*a*/) {}

} // namespace sz::model
