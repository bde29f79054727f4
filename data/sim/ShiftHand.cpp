// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/sim/ShiftHand.h"

#include <array>
#include <format>

namespace sz::sim {
namespace {

constexpr std::array kUnits{"HQ", "D01", "D02", "D03", "L01", "L02"};
constexpr std::array kRoundPosts{"gate 1", "gate 2", "patrol"};
constexpr Minutes kShift{12 * 60};
constexpr std::int64_t kChangeEvery = 600'000; ///< so that desks of one unit open the same sheet

} // namespace

template <class Map>
auto ShiftHand::anyOf(const Map& map)
{
    auto it = map.begin();
    if (!map.empty()) {
        std::advance(it, static_cast<std::ptrdiff_t>(m_random.below(map.size())));
    }
    return it;
}

// Others refer to it: a mark would be found in their entries, too.
std::string ShiftHand::newKey()
{
    return std::format("{} {:x}", m_unit.value, m_random.seed());
}

UnitCode ShiftHand::anyUnit()
{
    return UnitCode(kUnits[static_cast<std::size_t>(m_random.below(kUnits.size()))]);
}

model::ShiftAct
ShiftHand::ofRoster(const model::ShiftState& shown, Instant now, const std::string& mark)
{
    switch (m_random.below(4)) {
    case 0: {
        model::AskDutyChange act;
        act.slot = {ownPost(), "张三", now, now + kShift};
        act.substitute = "李四";
        act.reason = mark;
        return act;
    }
    case 1:
        if (const auto it = anyOf(shown.changes); it != shown.changes.end()) {
            return model::DecideDutyChange{it->first, m_random.chance(70), mark};
        }
        [[fallthrough]];
    default: {
        model::EditRoster act;
        model::CellEdit cell;
        cell.post = ownPost();
        cell.day = 20'000 + m_random.between(0, 2);
        cell.shift = "白班";
        cell.from = now;
        cell.until = now + kShift;
        cell.people = {mark};
        const auto* known = shown.cell({cell.post, cell.day, cell.shift});
        cell.base = known == nullptr || m_random.chance(20) ? 0 : known->version;
        act.unit = m_unit;
        act.cells = {cell};
        act.reason = mark;
        return act;
    }
    }
}

model::ShiftAct
ShiftHand::ofPromises(const model::ShiftState& shown, Instant now, const std::string& mark)
{
    switch (m_random.below(6)) {
    case 0:
        if (const auto it = anyOf(shown.promises); it != shown.promises.end()) {
            return model::SettlePromise{it->first, m_random.chance(60), mark};
        }
        [[fallthrough]];
    case 1:
        return model::MakePromise{anyUnit(), mark, now + Minutes{30}, {}};
    case 2:
        if (const auto it = anyOf(shown.loans); it != shown.loans.end()) {
            return model::ReturnPosts{it->first, static_cast<int>(m_random.between(1, 4)), mark};
        }
        [[fallthrough]];
    case 3: {
        if (m_random.chance(25)) {
            model::LendList list{
                .unit = m_unit, .from = now, .until = now + kShift, .parts = {}, .text = mark};
            list.parts = {{anyUnit(), "gate 1", 20}, {{}, "gate 2", 300}};
            return list;
        }
        model::LendPosts act;
        act.unit = m_unit;
        act.to = anyUnit();
        act.people = static_cast<int>(m_random.between(1, 20));
        act.from = now;
        act.until = now + kShift;
        act.text = mark;
        return act;
    }
    case 4:
        return model::PutInCharge{UnitCode("A01"),
                                  PostCode(m_random.chance(50) ? "HQ-lead" : "HQ-lead2"),
                                  {},
                                  mark,
                                  {},
                                  now,
                                  now + kShift};
    default: {
        model::SetPresence act;
        act.post = ownPost();
        act.presence = static_cast<model::Presence>(m_random.between(1, 3));
        act.text = mark;
        return act;
    }
    }
}

model::ShiftAct ShiftHand::ofRounds(const model::ShiftState& shown, const std::string& mark)
{
    const auto it = anyOf(shown.rounds);
    if (it == shown.rounds.end() || m_random.chance(25)) {
        model::StartRound act;
        act.unit = m_unit;
        act.name = mark;
        act.posts.assign(kRoundPosts.begin(), kRoundPosts.end());
        return act;
    }
    if (m_random.chance(15)) {
        return model::ExtendRound{it->first, {newKey()}};
    }
    const auto& posts = it->second.started.posts;
    if (m_random.chance(15)) {
        return model::ConfirmRound{it->first, posts.size(), mark};
    }
    const std::string who = posts[static_cast<std::size_t>(m_random.below(posts.size()))];
    return model::AnswerRound{it->first, {who}, true, "电话", mark};
}

model::ShiftAct
ShiftHand::ofSheets(const model::ShiftState& shown, Instant now, const std::string& mark)
{
    const std::string last = shown.lastSheetOf(m_unit);
    const auto* sheet = last.empty() ? nullptr : shown.sheet(last);
    if (sheet != nullptr && !m_random.chance(10)) {
        return onSheet(last, *sheet, mark);
    }
    model::OpenSheet act;
    act.unit = m_unit;
    act.changeAt = fromUtcMs((toUtcMs(now) / kChangeEvery + 1) * kChangeEvery);
    act.writtenAt = now;
    act.previous = last;
    for (int i = 0; i < 3; ++i) {
        model::SheetRow row;
        row.id = "red:" + newKey();
        row.part = model::SheetPart::OpenRed;
        row.text = mark;
        row.isRed = i == 0;
        act.rows.push_back(std::move(row));
    }
    return act;
}

model::ShiftAct
ShiftHand::onSheet(const std::string& id, const model::ShiftSheet& sheet, const std::string& mark)
{
    std::vector<std::string> rows;
    for (const auto& row : sheet.rows) {
        rows.push_back(row.row.id);
    }
    switch (m_random.below(6)) {
    case 0: {
        model::AddRows act;
        act.sheet = id;
        model::SheetRow row;
        row.id = "note:" + newKey();
        row.text = mark;
        act.rows = {row};
        if (!rows.empty() && m_random.chance(40)) {
            act.settled = {m_random.pick(rows)};
        }
        return act;
    }
    case 1:
        return model::AddLine{id, mark};
    case 2:
        return model::SendBackSheet{id, mark};
    case 3:
    case 4: {
        const bool isOut = !sheet.outgoing;
        return model::SignSheet{
            id, isOut ? model::SheetSide::Outgoing : model::SheetSide::Incoming, mark,
            sheet.rows.size()};
    }
    default:
        return model::TickRows{id, rows, true};
    }
}

model::ShiftAct
ShiftHand::next(const model::ShiftState& shown, Instant now, const std::string& mark)
{
    switch (m_random.below(4)) {
    case 0:
        return ofRoster(shown, now, mark);
    case 1:
        return ofPromises(shown, now, mark);
    case 2:
        return ofRounds(shown, mark);
    default:
        return ofSheets(shown, now, mark);
    }
}

} // namespace sz::sim
