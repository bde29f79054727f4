// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Matters of the operation: entries about no incident, kept together under one subject, folded into one state. Desk and
// headquarters treat them all alike; what differs is named here.

#include "data/model/Drawings.h"
#include "data/model/ModeActs.h"
#include "data/model/PlanState.h"
#include "data/model/RollCall.h"
#include "data/model/ShiftState.h"

#include <string_view>

namespace sz::model {

/// Games time and normal times.
struct ModeMatter
{
    static constexpr const char* kName = "mode";
    using State = ModeState;
    using Act = ModeAct;
    static const log::Subject& subject() { return modeSubject(); }
    static std::uint32_t type(const Act& act) { return modeActType(act); }
    static Bytes encode(const Act& act) { return encodeModeAct(act); }
    static Result<std::optional<Act>> decode(const log::Entry& entry)
    {
        return decodeModeAct(entry);
    }
    static void fold(const plan::Plan& /*plan*/, State& state, const log::Entry& entry)
    {
        foldMode(state, entry);
    }
    static Result<void>
    check(const plan::Plan& plan, const State& now, const Actor& actor, const Act& act)
    {
        return checkMode(plan, now, actor, act);
    }
};

/// Rosters, presence, promises, handovers.
struct ShiftMatter
{
    static constexpr const char* kName = "shift"; ///< in lines of the log
    using State = ShiftState;
    using Act = ShiftAct;
    static const log::Subject& subject() { return shiftSubject(); }
    static std::uint32_t type(const Act& act) { return shiftActType(act); }
    static Bytes encode(const Act& act) { return encodeShiftAct(act); }
    static Result<std::optional<Act>> decode(const log::Entry& entry)
    {
        return decodeShiftAct(entry);
    }
    static void fold(const plan::Plan& plan, State& state, const log::Entry& entry)
    {
        foldShift(plan, state, entry);
    }
    static Result<void>
    check(const plan::Plan& plan, const State& now, const Actor& actor, const Act& act)
    {
        return checkShift(plan, now, actor, act);
    }
    /// Of the rules that need a clock; a matter without such has none.
    static Result<void>
    checkTime(const plan::Plan& plan, const State& now, const Act& act, Instant madeAt)
    {
        return checkShiftTime(plan, now, act, madeAt).and_then([&] {
            return checkRollTime(now, act, madeAt);
        });
    }
};

/// What is drawn on the map.
struct DrawingMatter
{
    static constexpr const char* kName = "drawing";
    using State = DrawingState;
    using Act = DrawingAct;
    static const log::Subject& subject() { return groundSubject(); }
    static std::uint32_t type(const Act& act) { return drawingActType(act); }
    static Bytes encode(const Act& act) { return encodeDrawingAct(act); }
    static Result<std::optional<Act>> decode(const log::Entry& entry)
    {
        return decodeDrawingAct(entry);
    }
    static void fold(const plan::Plan& /*plan*/, State& state, const log::Entry& entry)
    {
        foldDrawing(state, entry);
    }
    static Result<void>
    check(const plan::Plan& plan, const State& now, const Actor& actor, const Act& act)
    {
        return checkDrawing(plan, now, actor, act);
    }
};

/// Changes of the plan: proposed, approved, in force from a midnight.
struct PlanMatter
{
    static constexpr const char* kName = "plan";
    using State = PlanState;
    using Act = PlanAct;
    static const log::Subject& subject() { return planSubject(); }
    static std::uint32_t type(const Act& act) { return planActType(act); }
    static Bytes encode(const Act& act) { return encodePlanAct(act); }
    static Result<std::optional<Act>> decode(const log::Entry& entry)
    {
        return decodePlanAct(entry);
    }
    static void fold(const plan::Plan& plan, State& state, const log::Entry& entry)
    {
        foldPlan(plan, state, entry);
    }
    static Result<void>
    check(const plan::Plan& plan, const State& now, const Actor& actor, const Act& act)
    {
        return checkPlanAct(plan, now, actor, act);
    }
};

/// Found by its subject.
[[nodiscard]] inline bool isMatter(std::string_view subject)
{
    return subject == modeSubject().id || subject == shiftSubject().id
           || subject == groundSubject().id || subject == planSubject().id;
}

/// Every unit is told all of it, also one that comes into the plan later.
[[nodiscard]] inline bool isForAll(const log::Subject& subject)
{
    return subject == modeSubject() || subject == groundSubject() || subject == planSubject();
}

} // namespace sz::model
