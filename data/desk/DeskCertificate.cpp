// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// DeskCore and its certificate: asked for over the session, kept, and spoken of before it ends.
#include "data/desk/DeskCore.h"

#include <format>

namespace sz::desk {
namespace {

constexpr Minutes kLookEvery{10};

} // namespace

Instant DeskCore::headquartersNow() const
{
    return m_options.clock->now() + m_lastLink.clockOffset;
}

void DeskCore::onHeard(const sync::Frame& frame)
{
    if (const auto* welcome = std::get_if<sync::Welcome>(&frame)) {
        m_authority = welcome->authority;
        askForRenewal();
    } else if (const auto* renewed = std::get_if<sync::Renewed>(&frame)) {
        onRenewed(*renewed);
    }
}

void DeskCore::askForRenewal()
{
    const bool isIn = m_sync
                      && (m_sync->status().state == sync::DeskState::Live
                          || m_sync->status().state == sync::DeskState::CatchingUp);
    if (isIn && m_certificate.wantsRenewal(m_authority, headquartersNow())) {
        m_sync->tell(sync::Renew{});
    }
}

void DeskCore::onRenewed(const sync::Renewed& renewed)
{
    const auto credentials = m_certificate.take(renewed, m_key->publicKey());
    if (!credentials) {
        warn(std::format("certificate not renewed: {}", credentials.error().detail));
        return;
    }
    m_options.profile.credentials = *credentials;
    if (auto notice = m_certificate.renewed(headquartersNow())) {
        m_listener.notice(std::move(*notice));
    }
    if (m_transport.renewed) {
        m_transport.renewed(*credentials);
    }
}

// By headquarters' clock as far as we know it: a dead battery must not call every certificate ended.
void DeskCore::lookAtCertificate()
{
    const Instant now = m_options.clock->now();
    if (m_lookedAt && now >= *m_lookedAt && now - *m_lookedAt < kLookEvery) {
        return;
    }
    m_lookedAt = now;
    askForRenewal();
    if (auto notice = m_certificate.notice(headquartersNow())) {
        m_listener.notice(std::move(*notice));
    }
}

} // namespace sz::desk
