// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/replay/ChangesModel.h"

#include "widgets/models/Wording.h"
#include "widgets/replay/ChangeWords.h"

namespace sz::widgets {

ChangesModel::ChangesModel(std::shared_ptr<const plan::Plan> plan, QObject* parent)
    : QAbstractTableModel(parent), m_plan(std::move(plan))
{
}

void ChangesModel::setDifference(replay::Difference difference, Instant now)
{
    beginResetModel();
    m_difference = std::move(difference);
    m_now = now;
    endResetModel();
}

const replay::Change& ChangesModel::changeAt(int row) const
{
    return m_difference.changes[static_cast<std::size_t>(row)];
}

int ChangesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_difference.changes.size());
}

int ChangesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kChangeColumns;
}

QString ChangesModel::text(const replay::Change& change, ChangeColumn column) const
{
    switch (column) {
    case ChangeColumn::What:
        return changeWord(change);
    case ChangeColumn::Which:
        return shortNumberText(change.shown()) + QLatin1Char(' ') + titleText(change.shown());
    case ChangeColumn::How:
        return changeDetails(change, *m_plan, m_now);
    }
    return {};
}

QVariant ChangesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const replay::Change& change = changeAt(index.row());
    if (role == Qt::DisplayRole) {
        return text(change, static_cast<ChangeColumn>(index.column()));
    }
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole) {
        return tipText(
            text(change, ChangeColumn::What) + QLatin1Char('\n') + text(change, ChangeColumn::Which)
            + QLatin1Char('\n') + text(change, ChangeColumn::How));
    }
    return {};
}

QVariant ChangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (static_cast<ChangeColumn>(section)) {
    case ChangeColumn::What:
        return tr("What");
    case ChangeColumn::Which:
        return tr("Incident");
    case ChangeColumn::How:
        return tr("How");
    }
    return {};
}

} // namespace sz::widgets
