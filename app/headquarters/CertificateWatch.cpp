// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headquarters/CertificateWatch.h"

#include <format>

namespace sz::headquarters {

bool CertificateWatch::isTime(Instant now)
{
    constexpr std::chrono::hours kEvery{1};
    if (m_lookedAt && now >= *m_lookedAt && now - *m_lookedAt < kEvery) {
        return false;
    }
    m_lookedAt = now;
    return true;
}

CertificateDays CertificateWatch::look(const Identities& own, Instant now)
{
    return {
        watch(m_server, "server", own.server.certificate, now),
        watch(m_authority, "authority", own.authority.certificate, now)};
}

int CertificateWatch::watch(
    net::ExpiryWatch& watch,
    const char* name,
    const std::string& certificate,
    Instant now) const
{
    const auto until = net::validUntil(certificate);
    if (!until) {
        return 0;
    }
    if (const auto left = watch.due(*until, now)) {
        m_sink(
            {*left <= 7 ? hq::Level::Error : hq::Level::Warning,
             "certificate-ends",
             {{"certificate", name},
              {"day", std::format("{:%F}", *until)},
              {"days", std::to_string(*left)}}});
    }
    return net::daysLeft(*until, now);
}

} // namespace sz::headquarters
