// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What an act does to an incident's campaign, led case and rating. Private to data/model.

#include "data/model/ForceFold.h"

namespace sz::model {

class CampaignFolder : public ForceFolder
{
public:
    using ForceFolder::ForceFolder;
    using ForceFolder::operator();

    void operator()(const ImportItems& a);
    void operator()(const SettleItems& a);
    void operator()(const LeadCase& a);
    void operator()(const VisitCase& a);
    void operator()(const StageCase& a);
    void operator()(const RateResult& a);
};

} // namespace sz::model
