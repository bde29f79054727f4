// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What headquarters prints for a new desk: where it is, the one-time code, and by what its authority is known.

#include "data/net/Link.h"

#include <optional>
#include <string>
#include <string_view>

namespace sz::net {

struct EnrolSlip
{
    Endpoint at;
    std::string code;      ///< "XXXX-XXXX-XXXX"
    std::string authority; ///< as printed: `printedFingerprint`, or the whole SHA-256
};

/// "HOST:PORT", an IPv6 host in brackets; nothing when it is none or the port is not 1 to 65535.
[[nodiscard]] std::optional<Endpoint> readAddress(std::string_view text);
[[nodiscard]] std::string addressText(const Endpoint& at);

/// The first 80 bits of a fingerprint for reading aloud: "3F2A-91BC-77E0-D41C-8A5B". As a pin it is enough: nobody makes a
/// second authority that begins alike within the minutes a code lives.
[[nodiscard]] std::string printedFingerprint(const std::string& hex);
/// Hexadecimal digits only, lower case: grouping, spaces and colons are left out.
[[nodiscard]] std::string plainFingerprint(std::string_view typed);

/// All of it in one line, to be pasted or scanned: "sanzhen://10.1.2.3:7443/DVGM-7B3E-0D1N/3F2A-91BC-77E0-D41C-8A5B".
[[nodiscard]] std::string slipLine(const EnrolSlip& slip);
/// The first such line in a text; nothing when there is none.
[[nodiscard]] std::optional<EnrolSlip> findSlip(std::string_view text);

} // namespace sz::net
