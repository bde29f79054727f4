// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/hq/Quota.h"

#include <algorithm>

namespace sz::hq {

bool Quota::take(std::size_t entries, Instant now)
{
    const std::chrono::duration<double> passed = std::max(now - m_at, Millis{0});
    m_at = now;
    m_tokens = std::min(m_spec.burst, m_tokens + passed.count() * m_spec.perSecond);
    const auto wanted = static_cast<double>(entries);
    if (wanted > m_tokens) {
        return false;
    }
    m_tokens -= wanted;
    return true;
}

} // namespace sz::hq
