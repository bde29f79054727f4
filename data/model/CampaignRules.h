// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// May this be done with an incident's campaign, led case and rating now? Private to data/model.

#include "data/model/ForceRules.h"

namespace sz::model {

class CampaignRules : public ForceRules
{
public:
    using ForceRules::ForceRules;
    using ForceRules::operator();

    Result<void> operator()(const ImportItems& a) const;
    Result<void> operator()(const SettleItems& a) const;
    Result<void> operator()(const LeadCase& a) const;
    Result<void> operator()(const VisitCase& a) const;
    Result<void> operator()(const StageCase& a) const;
    Result<void> operator()(const RateResult& a) const;

private:
    [[nodiscard]] Result<void> itemsOk(const ImportItems& a) const;
    [[nodiscard]] Result<void> itemOk(const CampaignItem& item, bool hasEnd) const;
    [[nodiscard]] Result<void> settles(const SettleItems& a) const;
    [[nodiscard]] Result<void> ownCase() const;
};

} // namespace sz::model
