// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/TraceModel.h"

#include "widgets/common/Durations.h"
#include "widgets/models/RowSync.h"
#include "widgets/models/Wording.h"

#include <algorithm>
#include <utility>

namespace sz::widgets {

namespace {

std::vector<model::TraceLine> newestFirst(const model::IncidentPtr& incident)
{
    return incident == nullptr
               ? std::vector<model::TraceLine>()
               : std::vector<model::TraceLine>(incident->trace.rbegin(), incident->trace.rend());
}

} // namespace

/// What syncRows asks for, told to the views.
struct TraceModel::Edits
{
    TraceModel& model;

    void insert(int row, const model::TraceLine& line)
    {
        model.beginInsertRows({}, row, row);
        model.m_lines.insert(model.m_lines.begin() + row, line);
        model.endInsertRows();
    }

    void remove(int row)
    {
        model.beginRemoveRows({}, row, row);
        model.m_lines.erase(model.m_lines.begin() + row);
        model.endRemoveRows();
    }

    void move(int from, int to)
    {
        model.beginMoveRows({}, from, from, {}, to);
        const auto begin = model.m_lines.begin();
        std::rotate(begin + to, begin + from, begin + from + 1);
        model.endMoveRows();
    }
};

TraceModel::TraceModel(std::shared_ptr<const plan::Plan> plan, QObject* parent)
    : QAbstractTableModel(parent), m_plan(std::move(plan))
{
}

void TraceModel::setIncident(const model::IncidentPtr& incident)
{
    const bool isSame =
        m_incident != nullptr && incident != nullptr && m_incident->id == incident->id;
    if (isSame) {
        m_incident = incident;
        take(newestFirst(incident));
        return;
    }
    beginResetModel();
    m_incident = incident;
    m_lines = newestFirst(incident);
    endResetModel();
}

void TraceModel::take(const std::vector<model::TraceLine>& lines)
{
    syncRows(m_lines, lines, [](const model::TraceLine& line) { return line.entry; }, Edits{*this});
    m_lines = lines;
    if (!m_lines.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kTraceColumns - 1));
    }
}

bool TraceModel::isUnsent(int row) const
{
    return lineAt(row).number == 0;
}

const model::TraceLine& TraceModel::lineAt(int row) const
{
    return m_lines.at(static_cast<std::size_t>(row));
}

int TraceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int TraceModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kTraceColumns;
}

QVariant TraceModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) {
        return text(lineAt(index.row()), static_cast<TraceColumn>(index.column()));
    }
    if (role == Qt::ToolTipRole && index.column() == static_cast<int>(TraceColumn::What)) {
        return tipText(text(lineAt(index.row()), TraceColumn::What));
    }
    return {};
}

QVariant TraceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (static_cast<TraceColumn>(section)) {
    case TraceColumn::Time:
        return tr("Time");
    case TraceColumn::Who:
        return tr("Who");
    case TraceColumn::What:
        return tr("What");
    case TraceColumn::Number:
        return tr("Number");
    }
    return {};
}

QString TraceModel::text(const model::TraceLine& line, TraceColumn column) const
{
    switch (column) {
    case TraceColumn::Time:
        return clockText(line.at, m_plan->utcOffsetMinutes);
    case TraceColumn::Who:
        return whoText(*m_plan, line.unit, line.post);
    case TraceColumn::What:
        return actText(line, *m_incident, *m_plan);
    case TraceColumn::Number:
        return line.number == 0 ? tr("unsent") : QStringLiteral("#%1").arg(line.number);
    }
    return {};
}

} // namespace sz::widgets
