// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// New certificates for desks over their open sessions, and the change to another authority.
#include "data/hq/Engine.h"
#include "data/net/Expiry.h"

#include <algorithm>
#include <format>

namespace sz::hq {
namespace {

constexpr std::size_t kRenewCost = 50; ///< in entries: a signature and a commit

constexpr int kWarnDays = net::ExpiryWatch::kDays.front();

} // namespace

// A desk that cannot have one now asks again; that it has none keeps nobody out.
void Engine::onRenew(net::ConnectionId connection, const DeskId& id)
{
    flush(); // what waits is judged in a transaction of its own; may end this session
    const store::DeskRecord* desk = m_ledger.desk(id);
    const auto quota = m_quotas.try_emplace(id, m_spec.quota, m_clock.now()).first;
    if (!m_sessions.contains(connection) || desk == nullptr || desk->revokedAt || m_fault
        || !quota->second.take(kRenewCost, m_clock.now())) {
        return;
    }
    const auto renewed = m_enrolment.renew(*desk);
    if (!renewed) {
        note(
            Level::Error, "not-renewed",
            {{"desk", id.value},
             {"code", codeName(renewed.error().code)},
             {"detail", renewed.error().detail}});
        return;
    }
    ++m_counters.renewed;
    if (const auto until = net::validUntil(renewed->certificate)) {
        m_sessions.at(connection).peer.until = *until;
    }
    note(Level::Info, "renewed", {{"desk", id.value}});
    send(connection, *renewed);
}

// Told at each hello; the desk asks for a new one right after it.
void Engine::noteCertificate(const Session& session) const
{
    const Instant now = m_enrolment.certificateNow();
    if (!session.peer.until || net::daysLeft(*session.peer.until, now) > kWarnDays) {
        return;
    }
    note(
        Level::Warning, "certificate-ends",
        {{"certificate", "desk " + session.desk.value},
         {"day", std::format("{:%F}", *session.peer.until)},
         {"days", std::to_string(net::daysLeft(*session.peer.until, now))}});
}

std::size_t Engine::endingCertificates() const
{
    const Instant now = m_enrolment.certificateNow();
    return static_cast<std::size_t>(std::ranges::count_if(m_sessions, [&](const auto& one) {
        const auto& [id, session] = one;
        return !session.desk.empty() && session.peer.until
               && net::daysLeft(*session.peer.until, now) <= kWarnDays;
    }));
}

void Engine::setAuthority(net::Identity authority)
{
    m_system.setAuthority(authority); // first: what follows is written as the new one
    m_signOns.setAuthority(authority);
    m_enrolment.setAuthority(std::move(authority));
    std::vector<std::pair<net::ConnectionId, DeskId>> live;
    for (const auto& [id, session] : m_sessions) {
        if (!session.desk.empty()) {
            live.emplace_back(id, session.desk);
        }
    }
    for (const auto& [connection, desk] : live) {
        onRenew(connection, desk);
    }
}

} // namespace sz::hq
