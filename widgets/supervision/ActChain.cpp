// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/supervision/ActChain.h"

#include "data/desk/OnResult.h"

namespace sz::widgets {

void ActChain::start(std::vector<Link> links)
{
    if (m_isRunning) {
        return;
    }
    m_links = std::move(links);
    m_reported.clear();
    m_next = 0;
    resume();
}

void ActChain::resume()
{
    if (!m_isRunning && m_next < m_links.size()) {
        m_isRunning = true;
        next();
    }
}

void ActChain::forget()
{
    if (!m_isRunning) {
        m_links.clear();
        m_reported.clear();
        m_next = 0;
    }
}

void ActChain::next()
{
    if (m_next == m_links.size()) {
        m_isRunning = false;
        Q_EMIT finished();
        return;
    }
    const Link& link = m_links[m_next];
    const IncidentId about =
        link.of < 0 ? IncidentId() : m_reported[static_cast<std::size_t>(link.of)];
    desk::onResult(
        this, m_desk.perform(about, link.act(m_reported)),
        [this](const Result<desk::Receipt>& receipt) {
            if (!receipt) {
                m_isRunning = false;
                Q_EMIT failed(receipt.error());
                return;
            }
            if (m_links[m_next].of < 0) {
                m_reported.push_back(receipt->incident);
            }
            ++m_next;
            next();
        });
}

} // namespace sz::widgets
