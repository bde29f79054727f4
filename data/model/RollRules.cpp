// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/RollRules.h"

#include "data/model/RollCall.h"

namespace sz::model {

Result<void> RollRule::mayStart(const StartRound& a) const
{
    std::set<std::string> seen;
    auto ok = need(isOffice(m_actor), Code::NotAllowed, "the office calls the roll");
    for (const std::string& post : a.posts) {
        ok = ok.and_then([&] {
                   return need(m_plan.unit(UnitCode(post)) != nullptr, Code::NoSuchUnit, post);
               }).and_then([&] {
            return need(seen.insert(post).second, Code::BadArgument, "called twice: " + post);
        });
    }
    return ok;
}

Result<void> RollRule::mayAnswer(const ShiftRound& round, const AnswerRound& a) const
{
    const bool isOwn = round.started.roll && a.posts == std::vector{m_actor.unit.value};
    if (isOffice(m_actor) || !isOwn) {
        return ofUnit(round.started.unit);
    }
    return writes()
        .and_then([&] {
            return need(
                round.answers.contains(a.posts.front()) || round.misses.contains(a.posts.front()),
                Code::NotAllowed, "it was not called in vain");
        })
        .and_then([&] {
            return need(!a.isOnBehalf, Code::NotAllowed, "the office hears it through others");
        });
}

Result<const ShiftRound*> RollRule::rollOf(const std::string& id) const
{
    const auto it = m_now.rounds.find(id);
    if (it == m_now.rounds.end()) {
        return fail(Code::NotFound, "no such round");
    }
    const ShiftRound& round = it->second;
    return ofUnit(round.started.unit)
        .and_then(
            [&] { return need(round.started.roll.has_value(), Code::BadArgument, "no roll call"); })
        .transform([&] { return &round; });
}

Result<const ShiftRound*> RollRule::rowOf(const std::string& id, const std::string& post) const
{
    return rollOf(id).and_then([&](const ShiftRound* round) -> Result<const ShiftRound*> {
        if (!std::ranges::contains(round->started.posts, post)) {
            return fail(Code::NotFound, "not of this round: " + post);
        }
        return round;
    });
}

Result<void> RollRule::operator()(const MissRoll& a) const
{
    return rowOf(a.round, a.post).and_then([&](const ShiftRound* round) {
        const auto next = nextMiss(*round, a.post);
        // Steps may be left out (who is known to be ill is not telephoned twice), but not the first.
        return need(
                   next && (*next == RollMiss::NoAnswer ? a.step == *next : a.step >= *next),
                   next && *next == RollMiss::NoAnswer ? Code::BadArgument : Code::AlreadyDone,
                   "another step is next for " + a.post)
            .and_then([&] { return fits(a.text, "text"); });
    });
}

Result<void> RollRule::operator()(const NoteRoll& a) const
{
    return rowOf(a.round, a.post).and_then([&](const ShiftRound* round) {
        const auto line = std::ranges::find(round->lines, a.line, &ShiftRound::Line::entry);
        const bool isThere = a.line.empty() || (line != round->lines.end() && line->post == a.post);
        return need(isThere, Code::NotFound, "no such line")
            .and_then([&] { return words(a.text, "text"); })
            .and_then([&] { return fits(a.text, "text"); });
    });
}

Result<void> RollRule::operator()(const CloseRoll& a) const
{
    return rollOf(a.round).and_then([&](const ShiftRound* round) {
        const bool isRising = a.present >= 0 && a.late >= 0 && a.items >= 0 && a.decisions >= 0
                              && a.orders >= 0 && a.decisions <= a.items;
        const auto counted = static_cast<std::size_t>(std::max(0, a.present))
                             + static_cast<std::size_t>(std::max(0, a.late)) + a.absent.size();
        const bool isOfRound = std::ranges::all_of(a.absent, [&](const std::string& post) {
            return std::ranges::contains(round->started.posts, post);
        });
        return need(
                   isRising && counted == round->started.posts.size(), Code::CountsUnbalanced,
                   "present, late and absent are not all")
            .and_then([&] { return need(isOfRound, Code::NotFound, "not of this round"); })
            .and_then([&] {
                return need(
                    round->closings.empty() || round->closings.back().told != a, Code::AlreadyDone,
                    "these minutes were sent");
            });
    });
}

} // namespace sz::model
