// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/report/Brief.h"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace sz::report {
namespace {

using model::Incident;
using model::IncidentPtr;
using model::IncidentState;

constexpr std::array kGrades{plan::Grade::I, plan::Grade::II, plan::Grade::III, plan::Grade::IV};

class BriefMaker
{
public:
    BriefMaker(const plan::Plan& plan, Period period, Instant asOf, Instant nextChange)
        : m_plan(plan), m_brief{period, asOf, nextChange, {}, {}, {}, {}}
    {
        for (const plan::Grade grade : kGrades) {
            m_brief.grades.push_back({std::to_string(static_cast<int>(grade)), {}});
        }
        for (const plan::IncidentClass& one : plan.classes) {
            m_brief.classes.push_back({one.code, {}});
        }
    }

    Brief make(std::span<const IncidentPtr> incidents)
    {
        for (const IncidentPtr& incident : incidents) {
            take(incident);
        }
        takeOrders();
        std::erase_if(m_brief.classes, [](const BriefShare& s) { return s.rows.empty(); });
        std::ranges::stable_sort(rows(BriefItem::DueSoon), {}, [](const Row& row) {
            return row.due.value_or(Instant());
        });
        std::ranges::stable_sort(rows(BriefItem::Notable), {}, [](const Row& row) {
            return std::pair(row.incident->grade, row.incident->reportedAt);
        });
        return std::move(m_brief);
    }

private:
    std::vector<Row>& rows(BriefItem item) { return m_brief.rows[static_cast<std::size_t>(item)]; }

    void take(const IncidentPtr& incident)
    {
        const bool isReceived = m_brief.period.holds(incident->reportedAt);
        const bool isOpen = incident->state != IncidentState::Closed;
        const bool isRed = isOpen && incident->lampAt(m_brief.asOf) == model::Lamp::Late;
        const Row row = rowOf(incident);
        if (isReceived) {
            rows(BriefItem::Received).push_back(row);
            share(row);
            count(row);
        }
        if (incident->closedAt && m_brief.period.holds(*incident->closedAt)) {
            const bool isMerged = !incident->mergedInto.empty();
            rows(isMerged ? BriefItem::Merged : BriefItem::Closed).push_back(row);
        }
        if (isOpen) {
            rows(BriefItem::Open).push_back(row);
            takeDue(incident);
        }
        if (isRed) {
            rows(BriefItem::Red).push_back(row);
        }
        if (isRed || (isReceived && incident->grade <= plan::Grade::II)) {
            rows(BriefItem::Notable).push_back(row);
        }
        for (std::size_t i = 0; i < incident->orders.size(); ++i) {
            if (m_brief.period.holds(incident->orders[i].issuedAt)) {
                m_cases.push_back(caseOf(m_plan, incident, i));
            }
        }
    }

    void share(const Row& row)
    {
        const plan::Grade grade = row.incident->grade;
        const auto place =
            static_cast<std::size_t>(std::ranges::find(kGrades, grade) - kGrades.begin());
        if (place < m_brief.grades.size()) {
            m_brief.grades[place].rows.push_back(row);
        }
        const plan::Kind* kind = m_plan.kind(row.incident->kind);
        const auto it =
            kind == nullptr
                ? m_brief.classes.end()
                : std::ranges::find(m_brief.classes, kind->incidentClass, &BriefShare::code);
        if (it != m_brief.classes.end()) {
            it->rows.push_back(row);
        }
    }

    // Digits are a number; all else is one of a field's words.
    void count(const Row& row)
    {
        for (const model::Fact& fact : row.incident->facts) {
            std::int64_t number = 0;
            const char* end = fact.value.data() + fact.value.size();
            const auto read = std::from_chars(fact.value.data(), end, number);
            const bool isNumber = read.ec == std::errc() && read.ptr == end;
            const std::string choice = isNumber ? std::string() : fact.value;
            const auto at = std::ranges::lower_bound(
                m_brief.facts, std::pair(fact.field, choice), {},
                [](const BriefFact& one) { return std::pair(one.field, one.choice); });
            const bool isThere =
                at != m_brief.facts.end() && at->field == fact.field && at->choice == choice;
            BriefFact& sum =
                isThere ? *at : *m_brief.facts.insert(at, BriefFact{fact.field, choice, 0, {}});
            sum.sum += number;
            sum.rows.push_back(row);
        }
    }

    void takeDue(const IncidentPtr& incident)
    {
        for (const model::Step& step : incident->steps) {
            if (step.due >= m_brief.asOf && step.due < m_brief.nextChange) {
                rows(BriefItem::DueSoon)
                    .push_back(
                        {incident, step.order, step.unit, step.kind, step.since, step.due,
                         std::nullopt, std::nullopt, numberOf(*incident), step.ordinal});
            }
        }
    }

    // The loudest step says why an incident is late.
    [[nodiscard]] Row rowOf(const IncidentPtr& incident) const
    {
        const model::Step* next = incident->nextStep(m_brief.asOf);
        return {
            incident,
            next != nullptr ? next->order : OrderId(),
            next != nullptr ? next->unit : UnitCode(),
            next != nullptr ? next->kind : model::StepKind::Close,
            incident->reportedAt,
            next != nullptr ? std::optional(next->due) : std::nullopt,
            incident->closedAt,
            std::nullopt,
            numberOf(*incident),
            next != nullptr ? next->ordinal : 0};
    }

    static std::uint64_t numberOf(const Incident& incident)
    {
        return incident.trace.empty() ? 0 : incident.trace.front().number;
    }

    void takeOrders()
    {
        const Sample sample{m_cases, m_brief.asOf, m_plan.score.satisfiedFrom};
        for (const auto& [item, figure] :
             {std::pair{BriefItem::Orders, Figure::Given},
              {BriefItem::SignDue, Figure::SignDue},
              {BriefItem::SignedInTime, Figure::SignedInTime},
              {BriefItem::FinishDue, Figure::FinishDue},
              {BriefItem::DoneInTime, Figure::DoneInTime},
              {BriefItem::Returns, Figure::Returns},
              {BriefItem::ReliefsAsked, Figure::ReliefsAsked},
              {BriefItem::ReliefsGranted, Figure::ReliefsGranted}}) {
            rows(item) = rowsOf(sample, figure);
        }
    }

    const plan::Plan& m_plan;
    Brief m_brief;
    std::vector<OrderCase> m_cases;
};

} // namespace

Brief makeBrief(
    const plan::Plan& plan,
    std::span<const IncidentPtr> incidents,
    Period period,
    Instant asOf,
    Instant nextChange)
{
    return BriefMaker(plan, period, asOf, nextChange).make(incidents);
}

} // namespace sz::report
