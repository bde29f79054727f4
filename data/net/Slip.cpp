// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/net/Slip.h"

#include <cctype>
#include <charconv>
#include <format>

namespace sz::net {
namespace {

constexpr std::string_view kScheme = "sanzhen://";
constexpr std::size_t kPrintedDigits = 20;
constexpr std::size_t kGroup = 4;

bool isSpace(char c)
{
    return std::isspace(static_cast<unsigned char>(c)) != 0;
}

} // namespace

std::optional<Endpoint> readAddress(std::string_view text)
{
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0) {
        return std::nullopt;
    }
    std::string_view host = text.substr(0, colon);
    const bool isBracketed = host.starts_with('[') && host.ends_with(']');
    if (isBracketed) {
        host = host.substr(1, host.size() - 2);
    }
    const bool isHost = !host.empty() && host.find_first_of("/ \t\n") == std::string_view::npos
                        && (isBracketed || host.find(':') == std::string_view::npos);
    Endpoint at{std::string(host), 0};
    const char* end = text.data() + text.size();
    const auto [last, error] = std::from_chars(text.data() + colon + 1, end, at.port);
    const bool isPort = error == std::errc() && last == end && at.port != 0;
    return isHost && isPort ? std::optional(std::move(at)) : std::nullopt;
}

std::string addressText(const Endpoint& at)
{
    return at.host.contains(':') ? std::format("[{}]:{}", at.host, at.port)
                                 : std::format("{}:{}", at.host, at.port);
}

std::string printedFingerprint(const std::string& hex)
{
    std::string out;
    for (std::size_t i = 0; i < kPrintedDigits && i < hex.size(); ++i) {
        if (i > 0 && i % kGroup == 0) {
            out += '-';
        }
        out += static_cast<char>(std::toupper(static_cast<unsigned char>(hex[i])));
    }
    return out;
}

std::string plainFingerprint(std::string_view typed)
{
    std::string out;
    for (const char c : typed) {
        if (c != ':' && c != '-' && !isSpace(c)) {
            out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        }
    }
    return out;
}

std::string slipLine(const EnrolSlip& slip)
{
    return std::format("{}{}/{}/{}", kScheme, addressText(slip.at), slip.code, slip.authority);
}

std::optional<EnrolSlip> findSlip(std::string_view text)
{
    const std::size_t begin = text.find(kScheme);
    if (begin == std::string_view::npos) {
        return std::nullopt;
    }
    text.remove_prefix(begin + kScheme.size());
    std::size_t length = 0;
    while (length < text.size() && !isSpace(text[length])) {
        ++length;
    }
    text = text.substr(0, length);
    const std::size_t first = text.find('/');
    const std::size_t second = first == std::string_view::npos ? first : text.find('/', first + 1);
    if (second == std::string_view::npos) {
        return std::nullopt;
    }
    const auto at = readAddress(text.substr(0, first));
    EnrolSlip slip{
        at.value_or(Endpoint{}), std::string(text.substr(first + 1, second - first - 1)),
        std::string(text.substr(second + 1))};
    return at && !slip.code.empty() && !slip.authority.empty() ? std::optional(std::move(slip))
                                                               : std::nullopt;
}

} // namespace sz::net
