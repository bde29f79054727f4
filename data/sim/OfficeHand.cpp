// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/sim/OfficeHand.h"

#include "data/model/RollCall.h"
#include "data/model/ShiftDuty.h"
#include "data/model/World.h"

#include <format>

namespace sz::sim {

model::ShiftAct
OfficeHand::next(const model::ShiftState& shown, Instant now, const std::string& mark)
{
    switch (m_random.below(4)) {
    case 0:
        return model::TellEndpoint{
            m_unit, std::format("screen {}", m_random.between(1, 2)), m_random.chance(60), mark};
    case 1:
        return ofDrills(shown, now, mark);
    default:
        return ofRolls(shown, now, mark);
    }
}

// Those that are over, too: that is refused. So is one that begins when the chiefs change.
model::ShiftAct
OfficeHand::ofDrills(const model::ShiftState& shown, Instant now, const std::string& mark)
{
    if (shown.drills.empty() || m_random.chance(30)) {
        return model::PlanDrill{
            .name = mark,
            .startsAt = now + Minutes{m_random.between(0, 60)},
            .text = "演练",
            .place = {}};
    }
    auto it = shown.drills.begin();
    std::advance(it, static_cast<std::ptrdiff_t>(m_random.below(shown.drills.size())));
    switch (m_random.below(4)) {
    case 0: {
        const PostCode chief = model::answeringPost(m_plan, UnitCode("HQ"));
        const auto duty = model::dutyAt(m_plan, &shown, chief, now);
        const Instant changeAt = duty ? duty->until : now;
        const auto next = model::dutyAt(m_plan, &shown, chief, changeAt);
        const bool isNamed = next && !next->holderZh.empty();
        return model::AgreeToDrill{it->first, changeAt, isNamed ? next->holderZh : mark};
    }
    case 1:
        return model::EndDrill{it->first, m_random.chance(80) ? mark : std::string()};
    default:
        return model::StartDrill{it->first};
    }
}

model::ShiftAct
OfficeHand::ofRolls(const model::ShiftState& shown, Instant now, const std::string& mark)
{
    std::vector<std::string> rolls;
    for (const auto& [id, round] : shown.rounds) {
        if (round.started.roll) {
            rolls.push_back(id);
        }
    }
    if (rolls.empty() || m_random.chance(15)) {
        return callTheRoll(now, mark);
    }
    const std::string& id = m_random.pick(rolls);
    return onRoll(id, shown.rounds.at(id), mark);
}

model::StartRound OfficeHand::callTheRoll(Instant now, const std::string& mark)
{
    model::StartRound act;
    act.unit = m_unit;
    act.name = mark;
    act.retry = 1;
    act.roll = model::RollCall{now, m_random.chance(50)};
    for (const plan::Unit& unit : m_plan.units) {
        if (unit.code != m_unit && m_random.chance(60)) {
            act.posts.push_back(unit.code.value);
        }
    }
    return act;
}

model::ShiftAct
OfficeHand::onRoll(const std::string& id, const model::ShiftRound& roll, const std::string& mark)
{
    const auto& posts = roll.started.posts;
    const std::string post = posts.empty() ? m_unit.value : m_random.pick(posts);
    switch (m_random.below(5)) {
    case 0:
        return model::AnswerRound{id, {m_unit.value}, false, "视频", mark};
    case 1:
        return model::AnswerRound{id, {post}, m_random.chance(30), "电话", mark};
    case 2: {
        const bool isNew = roll.lines.empty() || m_random.chance(60);
        const std::string line = isNew ? std::string() : m_random.pick(roll.lines).entry;
        return model::NoteRoll{id, post, line, mark, m_random.chance(30), {}};
    }
    case 3:
        return minutes(id, roll);
    default: {
        const auto step = model::nextMiss(roll, post);
        return model::MissRoll{id, post, step.value_or(model::RollMiss::Absent), mark};
    }
    }
}

model::CloseRoll OfficeHand::minutes(const std::string& id, const model::ShiftRound& roll)
{
    model::CloseRoll out;
    out.round = id;
    for (const std::string& post : roll.started.posts) {
        if (!roll.answers.contains(post)) {
            out.absent.push_back(post);
        } else if (roll.misses.contains(post)) {
            ++out.late;
        } else {
            ++out.present;
        }
    }
    out.items = static_cast<int>(roll.lines.size());
    out.decisions = static_cast<int>(
        std::ranges::count_if(roll.lines, &model::ShiftRound::Line::isForDecision));
    return out;
}

} // namespace sz::sim
