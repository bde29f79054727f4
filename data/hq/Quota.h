// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How much one desk may send: a broken or rogue one is told "later", and the others do not notice.

#include "data/base/Clock.h"

namespace sz::hq {

/// A desk that comes back after days may push `burst` entries at once and goes on at `perSecond`.
struct QuotaSpec
{
    double perSecond = 50; ///< entries
    double burst = 2048;   ///< entries; more than one batch holds
};

/// Token bucket of one sender. Clocks that go backwards give nothing and take nothing.
class Quota
{
public:
    Quota(QuotaSpec spec, Instant now) : m_spec(spec), m_tokens(spec.burst), m_at(now) {}

    /// True when `entries` fit now; then they are counted.
    [[nodiscard]] bool take(std::size_t entries, Instant now);

private:
    QuotaSpec m_spec;
    double m_tokens;
    Instant m_at;
};

} // namespace sz::hq
