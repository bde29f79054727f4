// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The desk's certificate through the years: asks for the next one, takes it, says when it ends without one.

#include "data/desk/DeskValues.h"
#include "data/net/Expiry.h"
#include "data/sync/Frames.h"

namespace sz::desk {

/// Thread: the store's. A profile without a certificate (the simulator) is left alone.
class CertificateKeeper
{
public:
    explicit CertificateKeeper(Profile profile) : m_profile(std::move(profile)) {}

    /// Should headquarters be asked now? `authority`: of its Welcome. At most once a minute. `now`: headquarters' clock.
    [[nodiscard]] bool wantsRenewal(const std::string& authority, Instant now);
    /// Checks an answer (over our key, in our name, signed by the first of its authorities) and writes ca.crt and desk.crt,
    /// each whole or not at all. Errors: BadCertificate, Io, NoSpace; then the old ones stay in force.
    [[nodiscard]] Result<net::Credentials> take(const sync::Renewed& renewed, const PublicKey& key);
    /// What to tell the officer at this moment, once for each of the days.
    [[nodiscard]] std::optional<Notice> notice(Instant now);
    /// After `take`: a notice with more than 60 days when there was a warning to take back.
    [[nodiscard]] std::optional<Notice> renewed(Instant now);

private:
    [[nodiscard]] Notice noticeOf(int daysLeft, Instant until) const;

    Profile m_profile;
    net::ExpiryWatch m_watch;
    bool m_hasWarned = false;
    std::optional<Instant> m_asked;
};

} // namespace sz::desk
