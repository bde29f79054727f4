// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A small plan and one incident told act by act, for the tests of the model.

#include "data/model/World.h"

#include <format>

namespace sz::model::test {

inline const Instant kStart = fromUtcMs(1'571'287'387'000); // 2019-10-17 12:43:07 in Wuhan

inline plan::Unit unitOf(const char* code, plan::UnitKind kind)
{
    plan::Unit unit;
    unit.code = UnitCode(code);
    unit.kind = kind;
    return unit;
}

inline plan::Post postOf(const char* code, const char* unit, plan::Role role)
{
    plan::Post post;
    post.code = PostCode(code);
    post.unit = UnitCode(unit);
    post.role = role;
    return post;
}

/// The office, two districts, three lines, one kind. Limits of grade III: sign 10, arrive 30, feedback 60, update 60.
inline plan::Plan smallPlan()
{
    using plan::Role;
    using plan::UnitKind;
    plan::Plan plan;
    plan.areas.resize(36);
    plan.units = {unitOf("A24", UnitKind::Area),     unitOf("D02", UnitKind::District),
                  unitOf("D05", UnitKind::District), unitOf("HQ", UnitKind::Office),
                  unitOf("L01", UnitKind::Line),     unitOf("L06", UnitKind::Line),
                  unitOf("L19", UnitKind::Line)};
    plan.posts = {
        postOf("HQ-chief", "HQ", Role::DutyChief), postOf("D05-leader", "D05", Role::DistrictDesk),
        postOf("L01-desk", "L01", Role::LineDesk), postOf("L06-desk", "L06", Role::LineDesk)};
    plan::Kind kind;
    kind.code = KindCode("school.closed");
    kind.grade = plan::Grade::III;
    plan.kinds = {kind, kind};
    plan.kinds[1].code = KindCode("gas.smell");
    plan.limits[plan::Grade::II] = {5, 10, 25, 30, 1440, 10, 30, 30, 3, 1};
    plan.limits[plan::Grade::III] = {10, 10, 30, 60, 1440, 10, 30, 60, 5, 2};
    plan.limits[plan::Grade::IV] = {10, 10, 60, 120, 4320, 30, 60, 240, 5, 2};
    return plan;
}

inline ReportIncident sampleReport()
{
    ReportIncident act;
    act.source = Source::Hotline12345;
    act.title = "培训学校停业，学员 1,354 人";
    act.narrative = "徐东某培训学校突然停业。";
    act.kind = KindCode("school.closed");
    act.grade = plan::Grade::III;
    act.place = {"徐家棚街道",    Wgs84{114.3375, 30.5871}, true, 24,
                 UnitCode("D05"), StreetCode("420106003"),  {}};
    act.receivedAt = kStart;
    act.suggestedBy = "教-01";
    return act;
}

inline OrderTo
to(const char* order,
   const char* unit,
   bool isLead = false,
   int sign = 10,
   int done = 1440,
   int arrive = 30)
{
    return {OrderId(order), UnitCode(unit), PostCode(std::string(unit) + "-desk"), isLead, sign,
            done,           arrive};
}

inline Actor office()
{
    return {UnitCode("HQ"), PostCode("HQ-chief"), plan::Role::DutyChief};
}

inline Actor line(const char* unit)
{
    return {UnitCode(unit), PostCode(std::string(unit) + "-desk"), plan::Role::LineDesk};
}

/// Folds one incident; nothing is checked against the rules.
class Story
{
public:
    Story() { tell(office(), 0, sampleReport()); }

    /// Minutes count from kStart. `base` < 0: the author had seen everything.
    Story& tell(
        const Actor& who,
        double minute,
        const Act& act,
        const char* desk = "desk-1",
        int base = -1)
    {
        const Stamp stamp{m_number, 41};
        m_history.push_back({entry(who, minute, act, desk, base), stamp});
        auto next = foldIncident(m_plan, m_incident, m_history.back().entry, stamp);
        if (next) {
            m_incident = *next;
            ++m_number;
        }
        return *this;
    }

    [[nodiscard]] log::Entry entry(
        const Actor& who,
        double minute,
        const Act& act,
        const char* desk = "desk-1",
        int base = -1) const
    {
        log::Entry e;
        e.id.bytes[15] = static_cast<std::uint8_t>(m_number);
        e.desk = DeskId(desk);
        e.unit = who.unit;
        e.post = who.post;
        e.time.wall = at(minute);
        e.type = actType(act);
        e.subject = {log::SubjectKind::Incident, "incident-1"};
        e.base =
            base >= 0 ? static_cast<std::uint64_t>(base) : (m_incident ? m_incident->version : 0);
        e.body = encodeAct(act);
        return e;
    }

    [[nodiscard]] static Instant at(double minute)
    {
        return kStart + Millis{static_cast<std::int64_t>(minute * 60'000)};
    }

    [[nodiscard]] const Incident& now() const { return *m_incident; }
    [[nodiscard]] IncidentPtr pointer() const { return m_incident; }
    [[nodiscard]] const std::vector<StampedEntry>& history() const { return m_history; }

    [[nodiscard]] const plan::Plan& plan() const { return m_plan; }
    [[nodiscard]] const Order& order(const char* id) const
    {
        return *m_incident->order(OrderId(id));
    }
    [[nodiscard]] const Step* step(StepKind kind) const
    {
        const auto it = std::ranges::find(m_incident->steps, kind, &Step::kind);
        return it == m_incident->steps.end() ? nullptr : &*it;
    }

    [[nodiscard]] Result<void> may(const Actor& who, const Act& act) const
    {
        return checkAct(m_plan, m_incident.get(), who, act);
    }

private:
    plan::Plan m_plan = smallPlan();
    IncidentPtr m_incident;
    std::vector<StampedEntry> m_history;
    std::uint64_t m_number = 1;
};

/// Ordered to Education (lead, "o1") and Police ("o2") two minutes in.
inline Story orderedStory()
{
    Story story;
    story.tell(
        office(), 2,
        IssueOrders{"专班处置", {to("o2", "L01"), to("o1", "L06", true, 10, 1440, 0)}});
    return story;
}

} // namespace sz::model::test
