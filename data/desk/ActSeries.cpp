// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/desk/ActSeries.h"

#include "data/desk/OnResult.h"

namespace sz::desk {
namespace {

constexpr int kMostUnsent = 16; ///< on their way while the link is live

} // namespace

ActSeries::ActSeries(Desk& desk, QObject* parent) : QObject(parent), m_desk(desk)
{
    const auto goOn = [this] {
        if (m_isWaiting) {
            m_isWaiting = false;
            next();
        }
    };
    connect(&desk, &Desk::outboxChanged, this, goOn);
    connect(&desk, &Desk::linkChanged, this, goOn);
}

void ActSeries::start(const IncidentId& incident, std::vector<model::Act> acts)
{
    if (m_isRunning || acts.empty()) {
        return;
    }
    m_incident = incident;
    m_acts = std::move(acts);
    m_done = 0;
    m_isRunning = true;
    m_isCancelled = false;
    Q_EMIT progressed(0, m_acts.size());
    next();
}

void ActSeries::cancel()
{
    m_isCancelled = m_isRunning;
    if (m_isWaiting) {
        m_isWaiting = false;
        next();
    }
}

void ActSeries::next()
{
    if (m_isCancelled) {
        finish(fail(Code::Cancelled, "stopped"));
        return;
    }
    if (m_done == m_acts.size()) {
        finish({});
        return;
    }
    if (m_desk.link().state == LinkState::Live && m_desk.link().unsent > kMostUnsent) {
        m_isWaiting = true;
        return;
    }
    onResult(
        this, m_desk.perform(m_incident, std::move(m_acts[m_done])),
        [this](const Result<Receipt>& receipt) {
            if (!receipt) {
                finish(std::unexpected(receipt.error()));
                return;
            }
            ++m_done;
            Q_EMIT progressed(m_done, m_acts.size());
            next();
        });
}

void ActSeries::finish(const Result<void>& result)
{
    m_isRunning = false;
    m_acts.clear();
    if (result) {
        Q_EMIT finished();
    } else {
        Q_EMIT failed(result.error());
    }
}

} // namespace sz::desk
