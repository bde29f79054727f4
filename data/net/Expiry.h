// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// When to speak of a certificate that ends: at 60, 30, 14, 7 and 1 days, and when it has ended (findings/trust.md §2).

#include "data/base/Clock.h"

#include <array>
#include <optional>

namespace sz::net {

/// Days left, rounded up; 0 or less when it has ended.
[[nodiscard]] constexpr int daysLeft(Instant until, Instant now)
{
    return static_cast<int>(std::chrono::ceil<std::chrono::days>(until - now).count());
}

/// From so many days before its end on a certificate is renewed.
inline constexpr int kRenewDays = 90;

/// Watches one certificate.
class ExpiryWatch
{
public:
    static constexpr std::array kDays{60, 30, 14, 7, 1, 0};

    /// The days left when another of the days has been reached since the last call; else nothing. A later end (it was
    /// renewed) begins anew.
    [[nodiscard]] std::optional<int> due(Instant until, Instant now)
    {
        const int left = daysLeft(until, now);
        std::size_t passed = 0;
        while (passed < kDays.size() && left <= kDays[passed]) {
            ++passed;
        }
        const bool isNews = passed > m_passed;
        m_passed = passed;
        return isNews ? std::optional(left) : std::nullopt;
    }

private:
    std::size_t m_passed = 0;
};

} // namespace sz::net
