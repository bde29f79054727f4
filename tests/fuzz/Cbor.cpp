// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/log/Cbor.h"

#include "tests/fuzz/Runs.h"

#include <algorithm>

namespace sz::fuzz {

// One value, one encoding: what was read encodes to the same bytes.
void cbor(BytesView input)
{
    if (const auto value = log::decode(input)) {
        require(std::ranges::equal(log::encode(*value), input), "CBOR is not deterministic");
    }
}

} // namespace sz::fuzz
