// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Signing on over the session (frames 13 to 15). Signing off is an entry (model/SeatActs.h), for it must not be lost either.

#include "data/model/Seat.h"

namespace sz::sync {

/// Desk → headquarters: somebody wants to sit here. One at a time.
struct SignOn
{
    PersonCode person;
    PostCode post;
    std::string secret;
    std::string newSecret; ///< empty, or what it shall be from now on
    std::uint64_t written =
        0; ///< last own counter the desk has given out: what was before is the one's before
};

/// Headquarters → desk: the answer. Codes: 7xx, Busy (too many tries of this desk, try later).
struct SignedOn
{
    std::optional<model::SignedGrant> grant;
    Code code = Code::Internal; ///< why there is no grant
    std::string detail;
    int triesLeft = 0; ///< after a wrong password
};

/// Headquarters → desk, after Welcome and whenever it changes: who may sign on here.
struct People
{
    bool isNeeded = false; ///< the unit has persons: nobody acts here without signing on
    std::vector<model::Person> people;
};

[[nodiscard]] log::Fields packSeat(const SignOn& frame);
[[nodiscard]] log::Fields packSeat(const SignedOn& frame);
[[nodiscard]] log::Fields packSeat(const People& frame);
/// They mark wrong fields in the reader.
[[nodiscard]] SignOn readSignOn(log::FieldReader& in);
[[nodiscard]] SignedOn readSignedOn(log::FieldReader& in);
[[nodiscard]] People readPeople(log::FieldReader& in);

} // namespace sz::sync
