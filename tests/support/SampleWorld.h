// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Incidents for tests and pictures, made the only way there is: acts folded by the model.

#include "data/desk/Desk.h"
#include "data/model/World.h"
#include "tests/support/SamplePlan.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace sz::test {

/// Thu 17 Oct 2019 14:23:07 in the plan's zone: the minute of the pictures.
[[nodiscard]] Instant pictureMoment();

/// Writes one incident act by act, as desks and headquarters would. Numbers rise over all writers of one world.
class SampleIncident
{
public:
    /// `serial` 0 leaves it provisional.
    SampleIncident(std::uint32_t serial, Instant reportedAt, model::ReportIncident report);

    /// An act of a unit's first post. Aborts when the fold refuses it.
    SampleIncident& act(Instant at, const UnitCode& unit, model::Act act);
    /// An own act without a log number.
    SampleIncident& unsent(Instant at, const UnitCode& unit, model::Act act);
    /// Orders with ids "<serial>-<n>", the first one leads.
    SampleIncident& order(
        Instant at,
        const std::vector<std::string>& units,
        int arriveMinutes = 0,
        int doneMinutes = 24 * 60);
    /// Id of the n-th order, from 0.
    [[nodiscard]] OrderId orderId(std::size_t n) const;
    [[nodiscard]] const model::IncidentPtr& get() const { return m_incident; }
    [[nodiscard]] operator model::IncidentPtr() const { return m_incident; }

private:
    void fold(Instant at, const UnitCode& unit, const model::Act& act, std::uint64_t number);

    std::uint32_t m_serial;
    model::IncidentPtr m_incident;
    std::string m_id;
};

/// A plain report: grade IV, area 24, taken by phone.
[[nodiscard]] model::ReportIncident
plainReport(const std::string& title, plan::Grade grade = plan::Grade::IV, int area = 24);

using IncidentMap = std::map<IncidentId, model::IncidentPtr>;
[[nodiscard]] IncidentMap mapOf(const std::vector<model::IncidentPtr>& incidents);
/// The whole sample operation of resources/samples/wuhan.toml as it stands at `now`.
[[nodiscard]] IncidentMap sampleOperation(Instant now, bool english);

/// A link that is live at a moment.
[[nodiscard]] desk::LinkStatus liveLink(Instant now);
/// A link that was lost so long before `now`.
[[nodiscard]] desk::LinkStatus lostLink(Instant now, Millis ago);

} // namespace sz::test
