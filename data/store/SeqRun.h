// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Ascending places in few bytes: the first as it is, the others as what is between, LEB128.

#include "data/base/Bytes.h"

#include <cstdint>
#include <span>
#include <vector>

namespace sz::store {

[[nodiscard]] Bytes packSeqs(std::span<const std::uint64_t> ascending);
/// Appends what was packed; false when the bytes are damaged (then `out` is as it was).
[[nodiscard]] bool unpackSeqs(BytesView packed, std::vector<std::uint64_t>& out);

} // namespace sz::store
