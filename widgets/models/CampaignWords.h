// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Acts about campaigns, led cases and ratings in words, for the trace. Part of WordingActs.

#include "data/model/Acts.h"
#include "data/plan/Plan.h"
#include "widgets/common/Language.h"

#include <QString>

namespace sz::widgets {

class CampaignTeller
{
public:
    CampaignTeller(const plan::Plan& plan, Language language) : m_plan(plan), m_language(language)
    {
    }

    QString operator()(const model::ImportItems& a) const;
    QString operator()(const model::SettleItems& a) const;
    QString operator()(const model::LeadCase& a) const;
    QString operator()(const model::VisitCase& a) const;
    QString operator()(const model::StageCase& a) const;
    QString operator()(const model::RateResult& a) const;

private:
    const plan::Plan& m_plan;
    Language m_language;
};

} // namespace sz::widgets
