// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Why a road graph cannot be used: a code with a detail, and its sentence in both languages.

#include "data/packs/PackFault.h"

#include <cstdint>
#include <expected>
#include <string>

namespace sz::roads {

enum class Fault : std::uint8_t {
    Unreadable,   ///< what: the system's words
    Empty,        ///< 0 bytes
    NotRoads,     ///< another file, SQLite or not
    NewerVersion, ///< what: the version
    BeingMade,    ///< what: the side file
    Truncated,    ///< what: bytes
    Damaged,      ///< what: where
    TooSlow,
    NoFact,      ///< of its meta table; what: which
    BadFact,     ///< what: which, and what it says
    NoRoads,     ///< not one stretch
    TooLarge,    ///< what: how many, or how wide
    OtherCount,  ///< what: "points 12, should be 13"
    BadPoint,    ///< what: "17: lon 1e9"
    BadEnd,      ///< a stretch that leads nowhere; what: "17: point 99 of 12"
    BadSpeed,    ///< what: "17: -3"
    BadStretch,  ///< another field of it; what: "17: oneway"
    OtherDigest, ///< the checksum is another
};

struct Problem
{
    Fault fault = Fault::Damaged;
    std::string what; ///< text from the file, so to be shown as plain text
};

/// A short sentence without full stop, in both languages.
[[nodiscard]] packs::Words wordsFor(const Problem& problem);
/// Stable name for --json: "BadSpeed".
[[nodiscard]] const char* faultName(Fault fault);
/// Of the SQLite file that holds it.
[[nodiscard]] Problem problemOf(const packs::Problem& problem);

template <class T>
using Expected = std::expected<T, Problem>;

[[nodiscard]] inline std::unexpected<Problem> refuse(Fault fault, std::string what = {})
{
    return std::unexpected(Problem{fault, std::move(what)});
}

} // namespace sz::roads
