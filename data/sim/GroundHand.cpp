// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/sim/GroundHand.h"

#include <algorithm>
#include <chrono>

namespace sz::sim {

model::DrawingAct GroundHand::next(const model::DrawingState& shown, const std::string& mark)
{
    if (shown.drawings.empty() || m_random.chance(60)) {
        return draw(mark);
    }
    auto it = shown.drawings.begin(); // erased ones, too: that is refused
    std::advance(it, static_cast<std::ptrdiff_t>(m_random.below(shown.drawings.size())));
    return model::EraseDrawing{it->first, mark};
}

// In a form the kind may not take, now and then.
model::Draw GroundHand::draw(const std::string& mark)
{
    model::Draw out;
    out.kind =
        static_cast<model::DrawingKind>(m_random.between(1, std::int64_t{model::kDrawingKinds}));
    out.form = static_cast<model::DrawingForm>(m_random.between(1, 3));
    const Wgs84 around = m_random.pick(m_plan.areas).label;
    const std::size_t corners = model::leastCorners(out.form) + m_random.below(4);
    for (std::size_t i = 0; i < corners; ++i) {
        const auto step = [this] {
            return static_cast<double>(m_random.between(-900, 900)) * 1e-5;
        };
        out.corners.push_back({around.lon + step(), around.lat + step()});
    }
    out.words = mark;
    return out;
}

model::ProposePlan
GroundHand::propose(const model::PlanState& shown, Instant now, const std::string& mark)
{
    model::ProposePlan out;
    const plan::Street& street = m_random.pick(m_plan.streets);
    std::vector<int> areas;
    for (const plan::Area& area : m_plan.areas) {
        if (area.district == street.district || m_random.chance(5)) {
            areas.push_back(area.number);
        }
    }
    out.change.streets = {{street.code, m_random.pick(areas)}};
    const auto today = std::chrono::floor<std::chrono::days>(now.time_since_epoch()).count();
    out.fromDay = today + m_random.between(0, 2);
    out.reason = mark;
    out.seen =
        shown.approvals - (m_random.chance(20) ? std::min<std::uint64_t>(shown.approvals, 1) : 0);
    return out;
}

model::PlanAct GroundHand::next(const model::PlanState& shown, Instant now, const std::string& mark)
{
    std::vector<std::string> waiting;
    for (const auto& [id, one] : shown.proposals) {
        if (one.state == model::ProposalState::Waiting) {
            waiting.push_back(id);
        }
    }
    if (waiting.empty() || m_random.chance(30)) {
        return propose(shown, now, mark);
    }
    const std::string& id = m_random.pick(waiting);
    return m_random.chance(75) ? model::PlanAct(model::DecidePlan{id, m_random.chance(70), mark})
                               : model::PlanAct(model::WithdrawPlan{id, mark});
}

} // namespace sz::sim
