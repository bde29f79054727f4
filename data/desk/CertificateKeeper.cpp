// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/desk/CertificateKeeper.h"

#include "data/net/Authority.h"

namespace sz::desk {
namespace {

constexpr Minutes kAskAgain{1};

} // namespace

bool CertificateKeeper::wantsRenewal(const std::string& authority, Instant now)
{
    const net::Credentials& own = m_profile.credentials;
    const auto until = net::validUntil(own.certificate);
    if (!until || (m_asked && now >= *m_asked && now - *m_asked < kAskAgain)) {
        return false;
    }
    const bool isOther =
        !authority.empty() && net::fingerprint(own.authority).value_or("") != authority;
    const bool isNeeded = isOther || net::daysLeft(*until, now) <= net::kRenewDays
                          || !net::isIssuedBy(own.certificate, own.authority);
    if (isNeeded) {
        m_asked = now;
    }
    return isNeeded;
}

Result<net::Credentials> CertificateKeeper::take(const sync::Renewed& renewed, const PublicKey& key)
{
    const auto facts = net::factsOf(renewed.certificate);
    if (!facts) {
        return std::unexpected(facts.error());
    }
    if (facts->key != key || facts->commonName != m_profile.desk.value
        || !net::isIssuedBy(renewed.certificate, renewed.authority)) {
        return fail(Code::BadCertificate, "the renewed certificate is not ours");
    }
    Profile next = m_profile;
    next.credentials.certificate = renewed.certificate;
    next.credentials.authority = renewed.authority;
    return saveCertificates(next).transform([&] {
        m_profile = std::move(next);
        return m_profile.credentials;
    });
}

std::optional<Notice> CertificateKeeper::notice(Instant now)
{
    const auto until = net::validUntil(m_profile.credentials.certificate);
    const auto left = until ? m_watch.due(*until, now) : std::nullopt;
    if (!left) {
        return std::nullopt;
    }
    m_hasWarned = true;
    return noticeOf(*left, *until);
}

std::optional<Notice> CertificateKeeper::renewed(Instant now)
{
    const auto until = net::validUntil(m_profile.credentials.certificate);
    if (!until || !std::exchange(m_hasWarned, false)) {
        return std::nullopt;
    }
    std::ignore = m_watch.due(*until, now);
    return noticeOf(net::daysLeft(*until, now), *until);
}

Notice CertificateKeeper::noticeOf(int daysLeft, Instant until) const
{
    Notice out;
    out.kind = Notice::Kind::CertificateEnds;
    out.count = daysLeft;
    out.detail = m_profile.desk.value;
    out.at = until;
    return out;
}

} // namespace sz::desk
