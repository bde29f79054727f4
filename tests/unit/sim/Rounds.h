// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How long the long tests are: SANZHEN_TEST_SCALE, 1 on every CI run.

#include <QByteArray>

#include <algorithm>
#include <cstdint>

namespace sz::test {

/// Above 0; a part of 1 where every step is slow (sanitizers).
inline double testScale()
{
    bool isNumber = false;
    const double scale = qgetenv("SANZHEN_TEST_SCALE").toDouble(&isNumber);
    return isNumber && scale > 0 ? scale : 1;
}

/// `rounds` times the setting; at least one.
inline std::uint64_t scaledRounds(std::uint64_t rounds)
{
    return std::max<std::uint64_t>(
        1, static_cast<std::uint64_t>(static_cast<double>(rounds) * testScale()));
}

/// An exhaustive test walks every point, and every n-th one where the setting is below 1.
inline std::uint64_t stride()
{
    return std::max<std::uint64_t>(1, static_cast<std::uint64_t>(1 / testScale()));
}

} // namespace sz::test
