// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The four states of a limit. Everything that shows lateness shows one of these.

#include <cstdint>

namespace sz::model {

/// In rising order of harm, so that the worst of several is their maximum.
enum class Lamp : std::uint8_t {
    None,   ///< more than the near threshold left, or no limit
    Near,   ///< blue ring, 临近
    Behind, ///< yellow triangle, 滞后
    Late,   ///< red square, 逾期
};

} // namespace sz::model
