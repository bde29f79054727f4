// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/Numbers.h"

#include <charconv>
#include <format>
#include <limits>

namespace sz::words {

Result<std::uint64_t> readNumber(
    const std::string& option,
    const std::string& text,
    std::uint64_t least,
    std::uint64_t most)
{
    std::uint64_t value = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || stop != end || value < least || value > most) {
        return fail(
            Code::BadArgument,
            std::format("takes a number from {} to {}, not {}", least, most, text), option);
    }
    return value;
}

Result<HostPort> readHostPort(const std::string& option, const std::string& text)
{
    const std::size_t colon = text.rfind(':');
    const auto port = colon == std::string::npos ? fail(Code::BadArgument, "no port")
                                                 : readNumber(
                                                       option, text.substr(colon + 1), 0,
                                                       std::numeric_limits<std::uint16_t>::max());
    if (!port || colon == 0) {
        return fail(
            Code::BadArgument, "takes HOST:PORT with a port from 0 to 65535, not " + text, option);
    }
    HostPort at{text.substr(0, colon), static_cast<std::uint16_t>(*port)};
    if (at.host.starts_with('[') && at.host.ends_with(']')) {
        at.host = at.host.substr(1, at.host.size() - 2);
    }
    return at;
}

} // namespace sz::words
