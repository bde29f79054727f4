// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the link block says, as values: a shape and a word for each state, then how old the screen is and what waits.

#include "data/desk/Desk.h"
#include "data/model/Lamp.h"

#include <QString>

#include <optional>
#include <vector>

namespace sz::widgets {

/// One shape a state, so that none is told by colour alone.
enum class LinkShape : std::uint8_t {
    Dot,      ///< live
    HalfDot,  ///< catching up
    Dots,     ///< connecting
    Triangle, ///< offline
    Square,   ///< refused
};

/// One fact of the second line. `slot` is the same with the widest digits: the space that is kept for it.
struct LinkFact
{
    QString text;
    QString slot;
    model::Lamp lamp = model::Lamp::None;
};

struct LinkWords
{
    LinkShape shape = LinkShape::Triangle;
    QString state; ///< "Live · command office", "Offline 03:12", "Refused · desk withdrawn"
    std::vector<LinkFact> facts;          ///< age, unsent, and rejected when there are some
    model::Lamp lamp = model::Lamp::None; ///< of the block: its border and ground
};

/// Since when the link has not been live: headquarters' last word, else when this was first noticed. Connecting and
/// failing by turns is one loss, not many. None while live or before anything is known.
[[nodiscard]] std::optional<Instant>
lostSince(std::optional<Instant> before, const desk::LinkStatus& link);

/// None up to 60 s, yellow over 60 s, red over 10 min (design §3).
[[nodiscard]] model::Lamp ageLamp(Millis age);

/// Never a number for the age of what was never received: "—" and why.
[[nodiscard]] LinkWords linkWords(
    const desk::LinkStatus& link,
    std::optional<Instant> lostAt,
    Instant now,
    int utcOffsetMinutes);

/// Why headquarters or its certificate says no, in a few words; empty when the code says nothing about that.
[[nodiscard]] QString linkReason(Code code);

/// The widest second line of a linked desk: the block keeps room for it from the start.
[[nodiscard]] QString widestFacts();
/// Every digit as 0: tabular digits are equally wide.
[[nodiscard]] QString withZeros(QString text);
/// "03:12", from an hour on "1 h 12".
[[nodiscard]] QString lossText(Millis length);

} // namespace sz::widgets
