// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Entries about the operation itself that tell who came, who went and who was refused (types 40 to 49). They change no
// incident: the fold does not know them, the proof does.

#include "data/model/Seat.h"

#include <variant>

namespace sz::model {

/// Somebody signed on at a desk. By headquarters (online), or by the desk itself (without headquarters; what follows it is
/// judged by what headquarters thinks of this).
struct SeatTaken
{
    Grant grant;
    bool operator==(const SeatTaken&) const = default;
};

/// The person who had signed on at the desk that writes this has left; the entry names the person.
struct SeatLeft
{
    PersonCode person;
    bool operator==(const SeatLeft&) const = default;
};

/// Something was refused. By headquarters, or by a desk without headquarters.
struct Refusal
{
    Instant at;       ///< the first of `count`
    std::string what; ///< "sign-on", "act", "connection", "enrolment", "unlock"
    Code code = Code::Internal;
    std::string detail; ///< English, one line; never a password, a code or a text of an incident
    DeskId desk;        ///< may be empty: a stranger
    UnitCode unit;      ///< may be empty
    PersonCode person;  ///< may be empty
    std::string host;   ///< where a connection came from; empty for the rest
    std::uint64_t count = 1;
    bool operator==(const Refusal&) const = default;
};

/// Lets a person try again at a desk.
struct UnlockPerson
{
    PersonCode person;
    DeskId desk; ///< empty: at every desk
    bool operator==(const UnlockPerson&) const = default;
};

/// Text for `detail`, `what` and `host`: at most 200 bytes, cut between characters; "?" when it is no UTF-8.
[[nodiscard]] std::string clipped(std::string_view text);

using SeatAct = std::variant<SeatTaken, SeatLeft, Refusal, UnlockPerson>;

/// Wire numbers: 40, 41, 42, 43.
[[nodiscard]] std::uint32_t seatActType(const SeatAct& act);
[[nodiscard]] Bytes encodeSeatAct(const SeatAct& act);
/// Nothing when it is of another type or a newer version. Errors: BadEncoding.
[[nodiscard]] Result<std::optional<SeatAct>> decodeSeatAct(const log::Entry& entry);

} // namespace sz::model
