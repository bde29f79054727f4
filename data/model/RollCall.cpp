// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/RollCall.h"

#include "data/plan/RosterDepth.h"

#include <algorithm>
#include <random>

namespace sz::model {
namespace {

constexpr std::chrono::hours kStillOn{2}; ///< a roll call begun late is still that one

const std::vector<ShiftRound::Miss>& missesOf(const ShiftRound& round, const std::string& post)
{
    static const std::vector<ShiftRound::Miss> kNone;
    const auto it = round.misses.find(post);
    return it == round.misses.end() ? kNone : it->second;
}

RollState sought(RollMiss last, bool isRetryDue)
{
    switch (last) {
    case RollMiss::NoAnswer:
        return isRetryDue ? RollState::Again : RollState::NoAnswer;
    case RollMiss::NoAnswerAgain:
        return RollState::Phone;
    case RollMiss::PhoneInVain:
        return RollState::Sought;
    case RollMiss::Absent:
        break;
    }
    return RollState::Absent;
}

RollRow rowOf(const ShiftRound& round, const std::string& post, Instant now)
{
    RollRow row{post, RollState::Uncalled, {}, {}, false};
    const auto& misses = missesOf(round, post);
    if (!misses.empty()) {
        row.since = misses.front().author.at;
        row.isWarned = misses.back().step == RollMiss::Absent;
    }
    if (round.answers.contains(post)) {
        row.state = misses.empty() ? RollState::Present : RollState::Late;
    } else if (!misses.empty()) {
        const Instant retry = *row.since + Minutes(round.started.retry);
        const Instant limit = *row.since + Minutes(round.started.window);
        row.state = now >= limit ? RollState::Absent : sought(misses.back().step, now >= retry);
        row.due = row.state == RollState::NoAnswer ? retry : limit;
    }
    return row;
}

} // namespace

std::vector<RollRow> rollStanding(const ShiftRound& round, Instant now)
{
    std::vector<RollRow> rows;
    rows.reserve(round.started.posts.size());
    for (const std::string& post : round.started.posts) {
        rows.push_back(rowOf(round, post, now));
    }
    return rows;
}

std::optional<RollMiss> nextMiss(const ShiftRound& round, const std::string& post)
{
    const auto& misses = missesOf(round, post);
    if (round.answers.contains(post)
        || (!misses.empty() && misses.back().step == RollMiss::Absent)) {
        return std::nullopt;
    }
    return misses.empty() ? RollMiss::NoAnswer
                          : static_cast<RollMiss>(static_cast<int>(misses.back().step) + 1);
}

CloseRoll minutesOf(const std::string& id, const ShiftRound& round, int orders)
{
    CloseRoll out{id, 0, 0, {}, static_cast<int>(round.lines.size()), 0, orders};
    for (const std::string& post : round.started.posts) {
        if (!round.answers.contains(post)) {
            out.absent.push_back(post);
        } else if (missesOf(round, post).empty()) {
            ++out.present;
        } else {
            ++out.late;
        }
    }
    out.decisions =
        static_cast<int>(std::ranges::count(round.lines, true, &ShiftRound::Line::isForDecision));
    return out;
}

Result<void> checkRollTime(const ShiftState& now, const ShiftAct& act, Instant madeAt)
{
    const auto* miss = std::get_if<MissRoll>(&act);
    if (miss == nullptr || miss->step != RollMiss::Absent) {
        return {};
    }
    const auto round = now.rounds.find(miss->round);
    if (round == now.rounds.end()) {
        return {}; // the rule says so
    }
    const auto& misses = missesOf(round->second, miss->post);
    const bool isOver =
        !misses.empty()
        && madeAt >= misses.front().author.at + Minutes(round->second.started.window);
    return isOver ? Result<void>{}
                  : fail(Code::LimitOutOfRange, "the limit to be there is not over yet");
}

std::vector<std::string> unitsCalled(const plan::Plan& plan)
{
    std::vector<std::string> units;
    for (const plan::UnitKind kind : {plan::UnitKind::District, plan::UnitKind::Line}) {
        for (const plan::Unit& unit : plan.units) {
            if (unit.kind == kind) {
                units.push_back(unit.code.value);
            }
        }
    }
    return units;
}

std::vector<std::string> drawn(std::vector<std::string> units, std::uint64_t number)
{
    std::mt19937_64 random(number);
    for (std::size_t i = units.size(); i > 1; --i) { // std::shuffle differs between libraries
        std::swap(units[i - 1], units[random() % i]);
    }
    return units;
}

std::optional<Instant> plannedRoll(const plan::Plan& plan, plan::Mode mode, Instant now)
{
    return plan::nextRollCall(plan, mode, now - kStillOn);
}

} // namespace sz::model
