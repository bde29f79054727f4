// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Speaks of headquarters' own certificates before they end.

#include "app/headquarters/Folder.h"
#include "data/hq/LogLine.h"
#include "data/net/Expiry.h"

#include <optional>

namespace sz::headquarters {

/// Days that are left, for the metrics.
struct CertificateDays
{
    int server = 0;
    int authority = 0;
};

/// Thread: the link's.
class CertificateWatch
{
public:
    explicit CertificateWatch(hq::LogSink sink) : m_sink(std::move(sink)) {}

    /// True once an hour, and when the clock has jumped back: look now.
    [[nodiscard]] bool isTime(Instant now);
    /// A line for each certificate that has come to 60, 30, 14, 7 or 1 days, or has ended.
    CertificateDays look(const Identities& own, Instant now);

private:
    int
    watch(net::ExpiryWatch& watch, const char* name, const std::string& certificate, Instant now)
        const;

    hq::LogSink m_sink;
    net::ExpiryWatch m_server;
    net::ExpiryWatch m_authority;
    std::optional<Instant> m_lookedAt;
};

} // namespace sz::headquarters
