// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/CampaignFold.h"

#include "data/model/CampaignItems.h"

namespace sz::model {

void CampaignFolder::operator()(const ImportItems& a)
{
    const Campaign before = m_i.campaign == nullptr ? Campaign() : *m_i.campaign;
    m_i.campaign = std::make_shared<const Campaign>(
        before.with(std::shared_ptr<const ImportItems>(m_act, &a), m_at, m_entry.unit));
}

// Two desks at once: the later in log order stands, and the counts say the same as the items.
void CampaignFolder::operator()(const SettleItems& a)
{
    if (m_i.campaign != nullptr) {
        m_i.campaign = std::make_shared<const Campaign>(m_i.campaign->with(a, m_at, m_entry.unit));
    }
}

// Visits and stages stay when another leader takes over: they are the case's.
void CampaignFolder::operator()(const LeadCase& a)
{
    LedCase led = m_i.ledCase.value_or(LedCase{});
    if (led.unit != a.unit || led.post != a.post) {
        led.unit = a.unit;
        led.post = a.post;
        led.since = m_at;
    }
    led.number = a.number;
    if (!a.stages.empty()) {
        led.stages = a.stages;
    }
    m_i.ledCase = std::move(led);
}

void CampaignFolder::operator()(const VisitCase& a)
{
    if (m_i.ledCase) {
        m_i.ledCase->visits.push_back(
            {m_entry.id.text(), a.at, m_entry.unit, m_entry.post, a.text});
    }
}

void CampaignFolder::operator()(const StageCase& a)
{
    if (m_i.ledCase) {
        m_i.ledCase->reached.push_back({a.stage, m_at, a.text});
    }
}

// Also of a closed incident: see apply(). The last word counts.
void CampaignFolder::operator()(const RateResult& a)
{
    m_i.rating = Rating{a.score, a.channel, a.text, m_at, m_entry.unit};
}

} // namespace sz::model
