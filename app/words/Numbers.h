// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Numbers of a command line: one that does not fit is refused by its option's name, never cut to size.

#include "data/base/Result.h"

#include <cstdint>
#include <string>

namespace sz::words {

/// Digits only, within `least` and `most`. Errors: BadArgument; `where` is `option`, the detail names limits and text.
[[nodiscard]] Result<std::uint64_t> readNumber(
    const std::string& option,
    const std::string& text,
    std::uint64_t least,
    std::uint64_t most);

struct HostPort
{
    std::string host; ///< without the brackets of an IPv6 address
    std::uint16_t port = 0;
};

/// "127.0.0.1:7443", "[::1]:0". Errors: BadArgument; `where` is `option`, the detail names the text.
[[nodiscard]] Result<HostPort> readHostPort(const std::string& option, const std::string& text);

} // namespace sz::words
