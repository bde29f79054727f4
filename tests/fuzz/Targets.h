// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Everything that reads bytes from outside, as functions over bytes. Each ends the process when a property does not hold.

#include "data/base/Bytes.h"

#include <span>
#include <string_view>
#include <vector>

namespace sz::fuzz {

struct Target
{
    const char* name;
    void (*run)(BytesView input);
    std::uint64_t rounds; ///< damaged inputs of one run; readers of files are slower
};

[[nodiscard]] std::span<const Target> targets();
[[nodiscard]] const Target* targetOf(std::string_view name);

/// Real bytes for a target: the traffic of a simulated night, the sample plan's own files. Never empty.
[[nodiscard]] std::vector<Bytes> seedsOf(std::string_view target);

} // namespace sz::fuzz
