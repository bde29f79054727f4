// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/ShiftState.h"

#include "data/model/RollCall.h"

#include <algorithm>
#include <format>

namespace sz::model {
namespace {

template <class Map>
const typename Map::mapped_type* found(const Map& map, const typename Map::key_type& key)
{
    const auto it = map.find(key);
    return it == map.end() ? nullptr : &it->second;
}

// As somebody touched it last; who has not, starts from the roster.
CellEdit asSeen(const ShiftState& now, CellEdit cell)
{
    const ShiftCell* known = now.cell({cell.post, cell.day, cell.shift});
    if (known != nullptr) {
        if (!known->standing.edit.isAsPlanned) {
            cell.people = known->standing.edit.people;
        }
        cell.base = known->version;
    }
    cell.isAsPlanned = false;
    return cell;
}

} // namespace

std::vector<std::size_t> ShiftSheet::unreadRed() const
{
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].row.isRed && !rows[i].isSettled && !rows[i].readBy) {
            out.push_back(i);
        }
    }
    return out;
}

const ShiftCell* ShiftState::cell(const ShiftCellKey& key) const
{
    return found(cells, key);
}

const ShiftSheet* ShiftState::sheet(const std::string& id) const
{
    const std::string* same = found(sameSheets, id);
    return found(sheets, same == nullptr ? id : *same);
}

std::string ShiftState::lastSheetOf(const UnitCode& unit) const
{
    const auto* last = static_cast<const std::pair<const std::string, ShiftSheet>*>(nullptr);
    for (const auto& one : sheets) {
        if (one.second.unit == unit
            && (last == nullptr || one.second.changeAt >= last->second.changeAt)) {
            last = &one;
        }
    }
    return last == nullptr ? std::string() : last->first;
}

std::vector<std::pair<std::string, const ShiftLoan*>>
ShiftState::loansOf(const std::string& id) const
{
    std::vector<std::pair<std::string, const ShiftLoan*>> all;
    for (const auto& [one, loan] : loans.of(id)) {
        all.emplace_back(one, &loan);
    }
    return all;
}

const PutInCharge* ShiftState::inCharge(const UnitCode& area, Instant at) const
{
    const auto* all = found(charges, area);
    const PutInCharge* last = nullptr;
    if (all != nullptr) {
        for (const ShiftCharge& one : *all) {
            const bool holds = one.told.from <= at && (!one.told.until || at < *one.told.until);
            last = holds ? &one.told : last;
        }
    }
    return last;
}

CellEdit withPerson(const ShiftState& now, CellEdit cell, const std::string& person)
{
    cell = asSeen(now, std::move(cell));
    if (!std::ranges::contains(cell.people, person)) {
        cell.people.push_back(person);
    }
    return cell;
}

CellEdit withoutPerson(const ShiftState& now, CellEdit cell, const std::string& person)
{
    cell = asSeen(now, std::move(cell));
    std::erase(cell.people, person);
    return cell;
}

std::vector<CheckInLine> standingOf(const ShiftRound& round, Instant now)
{
    const Instant first = round.firstDue();
    const Instant second = round.secondDue();
    std::vector<CheckInLine> lines;
    lines.reserve(round.started.posts.size());
    for (const std::string& post : round.started.posts) {
        CheckInLine line{post, CheckIn::Waiting, now < first ? first : second};
        if (round.answers.contains(post)) {
            line.state = CheckIn::Answered;
        } else if (now >= second) {
            line.state = CheckIn::MissedTwice;
        } else if (now >= first) {
            line.state = CheckIn::Missed;
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

namespace {

std::optional<RoundAlarm> missedTwice(const ShiftRound& round, Instant now)
{
    const std::vector<std::string>& posts = round.started.posts;
    const std::size_t seen = round.seen ? round.seen->posts : 0;
    if (now < round.secondDue() || seen >= posts.size() || round.answers.size() >= posts.size()) {
        return std::nullopt;
    }
    RoundAlarm alarm{0, {}, round.secondDue(), std::nullopt};
    for (std::size_t i = seen; i < posts.size(); ++i) {
        if (!round.answers.contains(posts[i])) {
            alarm.first = alarm.missed++ == 0 ? posts[i] : alarm.first;
        }
    }
    return alarm.missed == 0 ? std::nullopt : std::optional(alarm);
}

// Each unit has its own limit; what was confirmed are those whose limit was over then.
std::optional<RoundAlarm> absentFrom(const ShiftRound& round, Instant now)
{
    RoundAlarm alarm;
    for (const RollRow& row : rollStanding(round, now)) {
        const bool isSeen = round.seen && row.due && *row.due <= round.seen->author.at;
        if (row.state != RollState::Absent || isSeen) {
            continue;
        }
        if (alarm.missed++ == 0 || *row.due < alarm.since) {
            alarm.first = row.post;
            alarm.since = *row.due;
        }
    }
    return alarm.missed == 0 ? std::nullopt : std::optional(alarm);
}

} // namespace

std::optional<RoundAlarm> roundAlarmOf(const plan::Plan& plan, const ShiftRound& round, Instant now)
{
    auto found = round.started.roll ? absentFrom(round, now) : missedTwice(round, now);
    if (!found) {
        return std::nullopt;
    }
    RoundAlarm& alarm = *found;
    const auto turn = std::ranges::find_if(plan.ladder, [&](const plan::Rung& rung) {
        return now < alarm.since + Minutes{rung.afterMinutes};
    });
    if (turn != plan.ladder.begin()) {
        alarm.climb = Climb{std::prev(turn)->post, {}, std::nullopt};
    }
    if (alarm.climb && turn != plan.ladder.end()) {
        alarm.climb->next = turn->post;
        alarm.climb->nextAt = alarm.since + Minutes{turn->afterMinutes};
    }
    return found;
}

SurgeBalance surgeOf(const ShiftState& state, const UnitCode& unit, Instant at)
{
    SurgeBalance sum;
    for (const auto& [id, loan] : state.loans) {
        if (loan.lent.from <= at && at < loan.lent.until) {
            const int away = loan.lent.people - loan.returned;
            sum.lent += loan.lent.unit == unit ? away : 0;
            sum.borrowed += loan.lent.to == unit ? away : 0;
        }
    }
    return sum;
}

Result<void> mayStartDrill(const std::vector<Instant>& changes, Instant start, bool hasIncomingWord)
{
    for (const Instant change : changes) {
        const auto distance = change < start ? start - change : change - start;
        if (distance < kDrillDistance && !hasIncomingWord) {
            return fail(
                Code::StepsOpen,
                std::format("{}{:%FT%RZ}; the incoming chief has to agree", kChangeIsNear, change));
        }
    }
    return {};
}

} // namespace sz::model
