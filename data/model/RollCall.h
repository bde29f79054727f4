// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A roll call (点名) as it stands: who has answered, who is to be called again, telephoned, warned; and its minutes.

#include "data/model/ShiftState.h"

namespace sz::model {

enum class RollState : std::uint8_t {
    Uncalled,
    Present,  ///< answered when called first
    Late,     ///< answered after it had been called in vain
    NoAnswer, ///< called in vain: is called again when `due` has come
    Again,    ///< now
    Phone,    ///< twice in vain: to be telephoned before `due`
    Sought,   ///< telephoned in vain: others look for it, until `due`
    Absent,   ///< 脱岗: the limit was over at `due`
};

struct RollRow
{
    std::string post;
    RollState state = RollState::Uncalled;
    std::optional<Instant> due;   ///< see RollState; none where nothing runs
    std::optional<Instant> since; ///< first called in vain
    bool isWarned = false;        ///< that it is absent stands in the log
    bool operator==(const RollRow&) const = default;
};

/// One row a unit, in the order of the call. A round that is no roll call has only units not called.
[[nodiscard]] std::vector<RollRow> rollStanding(const ShiftRound& round, Instant now);

/// What may be written of a unit that does not answer once more; none: nothing, it has answered or is warned.
[[nodiscard]] std::optional<RollMiss> nextMiss(const ShiftRound& round, const std::string& post);

/// The minutes as they would be now. `orders`: issued out of what was reported.
[[nodiscard]] CloseRoll minutesOf(const std::string& id, const ShiftRound& round, int orders);

/// The rule of a roll call that needs a clock: nobody is warned before the limit is over. `madeAt`: when it was written (UTC).
/// Errors: LimitOutOfRange.
[[nodiscard]] Result<void>
checkRollTime(const ShiftState& now, const ShiftAct& act, Instant madeAt);

/// Units that are called, in the plan's order: districts, then lines.
[[nodiscard]] std::vector<std::string> unitsCalled(const plan::Plan& plan);
/// The same drawn by a number: the same number gives the same order.
[[nodiscard]] std::vector<std::string> drawn(std::vector<std::string> units, std::uint64_t number);

/// The roll call of the mode that is nearest to now: the last one that has come less than two hours ago, else the next of the
/// day. None: the mode has none.
[[nodiscard]] std::optional<Instant>
plannedRoll(const plan::Plan& plan, plan::Mode mode, Instant now);

} // namespace sz::model
