// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/hq/LogLine.h"

#include <algorithm>
#include <array>
#include <format>

namespace sz::hq {
namespace {

bool isPlain(char c)
{
    return static_cast<unsigned char>(c) > ' ' && c != '"' && c != '\\' && c != '=' && c != '\x7f';
}

std::string escaped(char c)
{
    if (c == '"' || c == '\\') {
        return {'\\', c};
    }
    const auto byte = static_cast<unsigned char>(c);
    return byte < ' ' || byte == 0x7f ? std::format("\\x{:02x}", byte) : std::string(1, c);
}

std::string quoted(const std::string& value)
{
    if (!value.empty() && std::ranges::all_of(value, isPlain)) {
        return value;
    }
    std::string out = "\"";
    for (const char c : value) {
        out += escaped(c);
    }
    return out + '"';
}

} // namespace

std::string formatLine(const LogLine& line, Instant at)
{
    static constexpr std::array kLevels{"info", "warning", "error"};
    std::string out = std::format(
        "{:%FT%T}Z {} {}", at, kLevels[static_cast<std::size_t>(line.level)], line.event);
    for (const auto& [key, value] : line.fields) {
        out += std::format(" {}={}", key, quoted(value));
    }
    return out;
}

} // namespace sz::hq
