// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/supervision/CampaignImport.h"

#include "data/desk/OnResult.h"

#include <algorithm>

namespace sz::widgets {

CampaignImport::CampaignImport(desk::Desk& desk, QObject* parent)
    : QObject(parent), m_desk(desk), m_series(new desk::ActSeries(desk, this))
{
    connect(
        m_series, &desk::ActSeries::progressed, this, [this](std::size_t done, std::size_t all) {
            Q_EMIT progressed(static_cast<double>(done) / static_cast<double>(all));
        });
    connect(m_series, &desk::ActSeries::finished, this, &CampaignImport::finished);
    connect(m_series, &desk::ActSeries::failed, this, &CampaignImport::failed);
}

void CampaignImport::start(const IncidentId& campaign, std::vector<model::ImportItems> acts)
{
    std::vector<model::Act> all;
    all.reserve(acts.size());
    std::ranges::move(acts, std::back_inserter(all));
    m_series->start(campaign, std::move(all));
}

void CampaignImport::start(
    const model::ReportIncident& report,
    std::vector<model::ImportItems> acts)
{
    if (isRunning()) {
        return;
    }
    m_isRegistering = true;
    auto held = std::make_shared<std::vector<model::ImportItems>>(std::move(acts));
    desk::onResult(
        this, m_desk.perform({}, report), [this, held](const Result<desk::Receipt>& receipt) {
            m_isRegistering = false;
            if (!receipt) {
                Q_EMIT failed(receipt.error());
                return;
            }
            Q_EMIT registered(receipt->incident);
            start(receipt->incident, std::move(*held));
        });
}

void CampaignImport::cancel()
{
    m_series->cancel();
}

} // namespace sz::widgets
