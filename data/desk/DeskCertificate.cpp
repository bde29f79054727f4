// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// DeskCore and its certificate: asked for over the session, kept, and spoken of before it ends.
#include "data/desk/DeskCore.h"

#include <format>
#include <tuple>

namespace sz::desk {
namespace {

constexpr Minutes kLookEvery{10};

} // namespace

Instant DeskCore::headquartersNow() const
{
    return m_options.clock->now() + m_lastLink.clockOffset;
}

void DeskCore::onWelcome(const sync::Welcome& welcome)
{
    m_authority = welcome.authority;
    m_files->linkDown(m_options.clock->now()); // what was under way on the last connection
    askForRenewal();
    m_hasHeadquartersTime = true;
    sendContactKeys();
}

void DeskCore::askForRenewal()
{
    // In this order: to ask counts as having asked.
    if (m_sync && m_sync->isWelcome()
        && m_certificate.wantsRenewal(m_authority, headquartersNow())) {
        std::ignore = m_sync->tell(sync::Renew{});
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
