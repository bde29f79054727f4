// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How long the long tests are: SANZHEN_TEST_SCALE, 1 on every CI run.

#include <QByteArray>

#include <algorithm>
#include <cstdint>

namespace sz::test {

/// `rounds` times the setting; at least one.
inline std::uint64_t scaledRounds(std::uint64_t rounds)
{
    bool isNumber = false;
    const double scale = qgetenv("SANZHEN_TEST_SCALE").toDouble(&isNumber);
    return std::max<std::uint64_t>(
        1, isNumber ? static_cast<std::uint64_t>(static_cast<double>(rounds) * scale) : rounds);
}

} // namespace sz::test
