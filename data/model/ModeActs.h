// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Entries that start and end games time (types 26 and 27): about the operation as a whole, so every unit is told.

#include "data/model/World.h"

#include <variant>

namespace sz::model {

/// From here on the city is run in another mode. Reports keep the mode they were taken in.
struct StartMode
{
    plan::Mode mode = plan::Mode::Games;
    std::string reason;
    bool operator==(const StartMode&) const = default;
};

/// Back to normal times.
struct EndMode
{
    std::string reason;
    bool operator==(const EndMode&) const = default;
};

using ModeAct = std::variant<StartMode, EndMode>;

/// What these entries are about: the operation, in the matter "mode", so that they are found without the others.
[[nodiscard]] const log::Subject& modeSubject();
[[nodiscard]] inline bool isOfMode(const log::Subject& subject)
{
    return subject == modeSubject();
}

/// Wire numbers: 26, 27.
[[nodiscard]] std::uint32_t modeActType(const ModeAct& act);
[[nodiscard]] Bytes encodeModeAct(const ModeAct& act);
/// Nothing when it is of another type or a newer version. Errors: BadEncoding.
[[nodiscard]] Result<std::optional<ModeAct>> decodeModeAct(const log::Entry& entry);

/// One switch, with who did it.
struct ModeTurn
{
    plan::Mode mode = plan::Mode::Normal; ///< since then
    Instant at;                           ///< the author's clock
    UnitCode unit;
    PostCode post;
    std::string reason;
    std::string entry; ///< ULID text
    bool operator==(const ModeTurn&) const = default;
};

/// The mode of an operation, folded from its entries in headquarters' order.
struct ModeState
{
    std::vector<ModeTurn> turns; ///< oldest first; empty: normal times since ever

    [[nodiscard]] plan::Mode mode() const
    {
        return turns.empty() ? plan::Mode::Normal : turns.back().mode;
    }
    bool operator==(const ModeState&) const = default;
};

/// Folds one more entry. What does not fit (a start while it runs, an entry nobody can read) leaves the state.
void foldMode(ModeState& state, const log::Entry& entry);

/// May it be done now? Errors: NotAllowed, BadArgument (no mode to start), AlreadyDone (it runs), NothingAsked (nothing to
/// end), MissingField (no reason).
[[nodiscard]] Result<void>
checkMode(const plan::Plan& plan, const ModeState& now, const Actor& actor, const ModeAct& act);

} // namespace sz::model
