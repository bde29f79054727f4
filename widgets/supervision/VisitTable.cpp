// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/supervision/VisitTable.h"

#include "widgets/common/Durations.h"
#include "widgets/models/Wording.h"
#include "widgets/supervision/PlainTable.h"
#include "widgets/supervision/SupervisionWords.h"

#include <algorithm>

namespace sz::widgets {
namespace {

bool isOver(const model::Incident& incident)
{
    return incident.state == model::IncidentState::Closed;
}

const model::Order* orderOf(const model::Incident& incident)
{
    const auto lead = std::ranges::find_if(incident.orders, &model::Order::isLead);
    return lead != incident.orders.end() ? &*lead
           : incident.orders.empty()     ? nullptr
                                         : &incident.orders.front();
}

} // namespace

VisitModel::VisitModel(std::shared_ptr<const plan::Plan> plan, QObject* parent)
    : QAbstractTableModel(parent), m_plan(std::move(plan))
{
}

void VisitModel::setDesk(const desk::Desk& desk, Instant now)
{
    m_now = now;
    std::vector<model::IncidentPtr> visits;
    std::vector<Row> findings;
    for (const auto& [id, incident] : desk.incidents()) {
        if (incident->kind == kVisitKind) {
            visits.push_back(incident);
        } else if (incident->kind == kFindingKind) {
            findings.push_back({incident, true, 0, 0});
        }
    }
    std::ranges::stable_sort(
        visits, std::greater{}, [](const model::IncidentPtr& one) { return one->reportedAt; });
    std::ranges::stable_sort(findings, [this](const Row& a, const Row& b) {
        return isLate(a) != isLate(b) ? isLate(a) : isOver(*a.incident) < isOver(*b.incident);
    });
    std::vector<Row> rows;
    const auto addFindings = [&](const IncidentId& major) {
        for (const Row& one : findings) {
            if (one.incident->group == major) {
                rows.push_back(one);
            }
        }
    };
    for (const model::IncidentPtr& visit : visits) {
        Row row{visit, false, 0, 0};
        for (const Row& one : findings) {
            row.findings += one.incident->group == visit->id ? 1 : 0;
            row.over += one.incident->group == visit->id && isOver(*one.incident) ? 1 : 0;
        }
        rows.push_back(row);
        addFindings(visit->id);
    }
    for (const Row& one : findings) { // a visit that is off the board leaves its open findings
        if (std::ranges::none_of(visits, [&](const model::IncidentPtr& visit) {
                return visit->id == one.incident->group;
            })) {
            rows.push_back(one);
        }
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int VisitModel::rowOf(const IncidentId& id) const
{
    const auto it = std::ranges::find(m_rows, id, [](const Row& row) { return row.incident->id; });
    return it == m_rows.end() ? -1 : static_cast<int>(it - m_rows.begin());
}

int VisitModel::open() const
{
    return static_cast<int>(std::ranges::count_if(
        m_rows, [](const Row& row) { return row.isFinding && !isOver(*row.incident); }));
}

int VisitModel::late() const
{
    return static_cast<int>(
        std::ranges::count_if(m_rows, [this](const Row& row) { return isLate(row); }));
}

bool VisitModel::isLate(const Row& row) const
{
    return row.isFinding && row.incident->lampAt(m_now) == model::Lamp::Late;
}

int VisitModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int VisitModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kVisitColumns;
}

QString VisitModel::stageText(const Row& row) const
{
    if (!row.isFinding) {
        return row.findings == 0 ? tr("nothing found")
                                 : tr("%1 of %2 over", "findings").arg(row.over).arg(row.findings);
    }
    if (isOver(*row.incident)) {
        return stateText(row.incident->state);
    }
    const model::Step* step = row.incident->nextStep(m_now);
    return step == nullptr ? QString() : stepName(*step);
}

QString VisitModel::text(const Row& row, VisitColumn column) const
{
    const model::Incident& incident = *row.incident;
    const model::Order* order = orderOf(incident);
    switch (column) {
    case VisitColumn::When:
        return row.isFinding ? QString()
                             : dueText(incident.reportedAt, m_now, m_plan->utcOffsetMinutes);
    case VisitColumn::Number:
        return shortNumberText(incident);
    case VisitColumn::What:
        return row.isFinding ? QStringLiteral("– ") + titleText(incident) : titleText(incident);
    case VisitColumn::Unit:
        return order == nullptr ? QString() : unitText(*m_plan, order->unit);
    case VisitColumn::Stage:
        return stageText(row);
    case VisitColumn::Due:
        return order == nullptr
                   ? QString()
                   : dueText(order->finishDue(m_plan->calendar), m_now, m_plan->utcOffsetMinutes);
    }
    return {};
}

QVariant VisitModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<VisitColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return tipText(text(row, column));
    case BoldRole:
        return !row.isFinding && column == VisitColumn::What;
    case ToneRole:
        return static_cast<int>(column == VisitColumn::What ? Token::Tx1 : Token::Tx2);
    case LateRole:
        return column == VisitColumn::Stage && isLate(row);
    default:
        return {};
    }
}

QVariant VisitModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (static_cast<VisitColumn>(section)) {
    case VisitColumn::When:
        return tr("Visit");
    case VisitColumn::Number:
        return tr("No.");
    case VisitColumn::What:
        return tr("What was seen and found");
    case VisitColumn::Unit:
        return tr("Unit");
    case VisitColumn::Stage:
        return tr("Stage");
    case VisitColumn::Due:
        return tr("Due");
    }
    return {};
}

} // namespace sz::widgets
