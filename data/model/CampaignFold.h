// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What an act does to an incident's campaign, led case and rating. Private to data/model.

#include "data/model/ForceFold.h"

#include <memory>

namespace sz::model {

class CampaignFolder : public ForceFolder
{
public:
    using ForceFolder::ForceFolder;
    using ForceFolder::operator();

    /// The act that is folded, as the trace keeps it: a campaign's items are not kept twice.
    void keep(std::shared_ptr<const Act> act) { m_act = std::move(act); }

    void operator()(const ImportItems& a);
    void operator()(const SettleItems& a);
    void operator()(const LeadCase& a);
    void operator()(const VisitCase& a);
    void operator()(const StageCase& a);
    void operator()(const RateResult& a);

private:
    std::shared_ptr<const Act> m_act;
};

} // namespace sz::model
