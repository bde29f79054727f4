// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/sim/Operator.h"

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
      })
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

Intent Operator::next(const Board& shown, Instant now, const std::string& mark)
{
    if (shown.empty() || m_random.chance(20)) {
        return {{}, report(now, mark)};
    }
    auto it = shown.begin();
    std::advance(it, static_cast<std::ptrdiff_t>(m_random.below(shown.size())));
    const bool isOffice = m_unit == UnitCode("HQ");
    return {it->first, isOffice ? ofTheOffice(*it->second, now, mark) : ofAUnit(*it->second, mark)};
}

} // namespace sz::sim
