// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/sim/Operator.h"

#include "data/sim/People.h"

#include <array>

namespace sz::sim {
namespace {

const std::array kDistricts{"D01", "D02", "D03", "D04", "D05"};
const std::array kAddressees{"D01", "D02", "D03", "D04", "D05", "L01", "L02", "L03"};

} // namespace

Operator::Operator(const plan::Plan& plan, UnitCode unit, Random random)
    : m_plan(plan), m_unit(std::move(unit)), m_random(random),
      m_orderIds([seeded = Random(m_random.seed())](std::span<std::uint8_t> out) mutable {
          seeded.fill(out);
      }),
      m_shiftHand(m_unit, Random(m_random.seed())), m_groundHand(plan, Random(m_random.seed())),
      m_officeHand(plan, m_unit, Random(m_random.seed()))
{
}

plan::Place Operator::place()
{
    plan::Place place;
    const auto at = static_cast<std::size_t>(m_random.below(kDistricts.size()));
    place.area = static_cast<int>(at) + 1;
    place.district = UnitCode(kDistricts[at]);
    place.text = "路口";
    return place;
}

model::Act Operator::report(Instant now, const std::string& mark)
{
    model::ReportIncident act;
    act.title = mark;
    act.narrative = m_random.chance(20) ? std::string(m_random.below(3000), 'x') : "起火冒烟";
    act.kind = m_plan.kinds[m_random.below(m_plan.kinds.size())].code;
    act.grade = static_cast<plan::Grade>(m_random.between(1, 4));
    act.place = place();
    act.receivedAt = now;
    return act;
}

model::Act Operator::orders(Instant now, const std::string& mark)
{
    model::IssueOrders act;
    act.text = mark;
    const auto count = m_random.between(1, 3);
    for (std::int64_t i = 0; i < count; ++i) {
        model::OrderTo to;
        to.id = OrderId(m_orderIds.next(now).text());
        to.unit = UnitCode(kAddressees[m_random.below(kAddressees.size())]);
        to.post = PostCode(to.unit.value + "-duty");
        to.isLead = i == 0 && m_random.chance(50);
        act.to.push_back(std::move(to));
    }
    return act;
}

model::Act Operator::amendment(const std::string& mark)
{
    model::AmendIncident act;
    act.reason = mark;
    if (m_random.chance(50)) {
        act.title = mark;
    }
    if (m_random.chance(40)) {
        act.grade = static_cast<plan::Grade>(m_random.between(1, 4));
    }
    if (m_random.chance(40)) {
        act.place = place(); // another district: one unit comes in, another may go out
    }
    return act;
}

model::Act
Operator::ofTheOffice(const model::Incident& incident, Instant now, const std::string& mark)
{
    switch (m_random.below(10)) {
    case 0:
    case 1:
    case 2:
        return orders(now, mark);
    case 3:
    case 4:
        return amendment(mark);
    case 5: {
        model::RemindUnits act;
        for (const model::Order& order : incident.orders) {
            act.orders.push_back(order.id);
        }
        return act;
    }
    case 6: {
        model::FileReport act;
        act.stage = static_cast<model::ReportStage>(m_random.between(1, 3));
        act.text = mark;
        act.nextMinutes = static_cast<int>(m_random.below(90));
        return act;
    }
    case 7: {
        model::CloseIncident act;
        act.result = mark;
        return act;
    }
    case 8:
        return model::ClaimIncident{};
    default:
        return model::AddNote{mark};
    }
}

model::Act Operator::ofAUnit(const model::Incident& incident, const std::string& mark)
{
    std::vector<OrderId> own;
    for (const model::Order& order : incident.orders) {
        if (order.unit == m_unit) {
            own.push_back(order.id);
        }
    }
    const std::uint64_t what = m_random.below(10);
    if (own.empty() || what == 0) {
        return m_random.chance(70) ? model::Act(model::AddNote{mark}) : amendment(mark);
    }
    const OrderId id = m_random.pick(own);
    switch (what) {
    case 1:
    case 2:
    case 3:
        return model::SignOrder{id};
    case 4:
        return model::ProgressOrder{id, model::Progress::Moving, mark};
    case 5:
        return model::ProgressOrder{id, model::Progress::OnScene, mark};
    case 6:
        return model::ReturnOrder{id, mark};
    case 7:
        return model::ReportOrder{id, mark};
    default:
        return model::FinishOrder{id, mark};
    }
}

const model::Incident& Operator::anyOf(const Board& board)
{
    auto it = board.begin();
    std::advance(it, static_cast<std::ptrdiff_t>(m_random.below(board.size())));
    return *it->second;
}

Intent Operator::onIncident(const Board& board, Instant now, const std::string& mark)
{
    if (board.empty() || m_random.chance(25)) {
        return {{}, report(now, mark)};
    }
    const model::Incident& about = anyOf(board);
    const bool isOffice = m_unit == UnitCode("HQ");
    return {about.id, isOffice ? ofTheOffice(about, now, mark) : ofAUnit(about, mark)};
}

Deed Operator::aboutContacts(const Board& board, const std::string& mark)
{
    const model::Incident& about = anyOf(board);
    if (!about.contacts.empty() && m_random.chance(50)) {
        return OpenContact{about.id, about.contacts[m_random.below(about.contacts.size())].id};
    }
    return SealContact{about.id, mark + " 13900000000"};
}

// Mostly a small picture; now and then one of several pieces.
Deed Operator::attachment(const Board& board, const std::string& mark)
{
    Bytes bytes(m_random.chance(75) ? 1 + m_random.below(3000) : 1 + m_random.below(120'000));
    m_random.fill(bytes);
    return AttachBytes{anyOf(board).id, mark + ".png", std::move(bytes)};
}

// Wrong now and then, until the person is locked; whoever else may sit here comes next.
Deed Operator::signOn(const desk::SeatStatus& seat)
{
    if (seat.people.empty()) {
        return SignOff{};
    }
    const model::Person& who = seat.people[m_random.below(seat.people.size())];
    const PostCode post = who.posts.empty() ? PostCode() : who.posts.front();
    return SignOn{who.code, post, m_random.chance(20) ? "wrong" : secretOf(who.code)};
}

Deed Operator::next(const Screen& shown, Instant now, const std::string& mark)
{
    const bool isEmptySeat = shown.seat.isNeeded && !shown.seat.grant;
    if (isEmptySeat && m_random.chance(70)) {
        return signOn(shown.seat);
    }
    const std::uint64_t what = m_random.below(100);
    if (what < 25) {
        const bool isOffice = m_unit == UnitCode("HQ"); // elsewhere most of it is refused
        return m_random.chance(isOffice ? 50 : 10) ? m_officeHand.next(*shown.shift, now, mark)
                                                   : m_shiftHand.next(*shown.shift, now, mark);
    }
    if (what < 27 && m_unit == UnitCode("HQ")) {
        return shown.mode.mode == plan::Mode::Normal
                   ? model::ModeAct(model::StartMode{plan::Mode::Games, mark})
                   : model::ModeAct(model::EndMode{mark});
    }
    if (what < 29 && shown.seat.grant) {
        return SignOff{};
    }
    if (what < 36 && !shown.board.empty()) {
        return aboutContacts(shown.board, mark);
    }
    if (what < 42 && !shown.board.empty()) {
        return attachment(shown.board, mark);
    }
    if (what < 46) {
        return m_groundHand.next(*shown.drawings, mark);
    }
    const std::uint64_t plans = m_unit == UnitCode("HQ") ? 15 : 1; // elsewhere it is refused
    if (what < 46 + plans) {
        return m_groundHand.next(*shown.plan, now, mark);
    }
    return onIncident(shown.board, now, mark);
}

} // namespace sz::sim
