// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/score/FigureRowsModel.h"

#include "widgets/common/Durations.h"
#include "widgets/models/Wording.h"
#include "widgets/score/ReportTable.h"

namespace sz::widgets {
namespace {

QVariant align(RowColumn column)
{
    const bool isRight = column == RowColumn::Limit || column == RowColumn::Log;
    return QVariant(
        static_cast<int>((isRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
}

} // namespace

FigureRowsModel::FigureRowsModel(std::shared_ptr<const plan::Plan> plan, QObject* parent)
    : QAbstractTableModel(parent), m_plan(std::move(plan))
{
}

void FigureRowsModel::setRows(std::vector<report::Row> rows, Instant asOf)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_asOf = asOf;
    endResetModel();
}

int FigureRowsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FigureRowsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kRowColumns;
}

bool FigureRowsModel::isLate(const report::Row& row) const
{
    return row.due && (row.ended ? *row.ended > *row.due : m_asOf >= *row.due);
}

QString FigureRowsModel::limitText(const report::Row& row) const
{
    if (isLate(row)) {
        return countdownText(*row.due - row.ended.value_or(m_asOf), true);
    }
    if (row.ended) {
        return tr("took %1").arg(ageText(*row.ended - row.since));
    }
    return row.due ? countdownText(*row.due - m_asOf, false) : QStringLiteral("—");
}

QString FigureRowsModel::text(const report::Row& row, RowColumn column) const
{
    switch (column) {
    case RowColumn::When:
        return dayClockText(row.since, m_plan->utcOffsetMinutes);
    case RowColumn::Number:
        return shortNumberText(*row.incident);
    case RowColumn::What:
        return row.unit.empty() ? titleText(*row.incident)
                                : tr("%1 · %2, %3", "title, step, unit")
                                      .arg(
                                          titleText(*row.incident), stepName(row.step, row.ordinal),
                                          unitText(*m_plan, row.unit));
    case RowColumn::Limit:
        return limitText(row);
    case RowColumn::Log:
        return row.number == 0 ? tr("unsent") : QStringLiteral("#%1").arg(row.number);
    }
    return {};
}

QVariant FigureRowsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const report::Row& row = rowAt(index.row());
    const auto column = static_cast<RowColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::AccessibleTextRole: {
        QStringList words;
        for (int i = 0; i < kRowColumns; ++i) {
            words.append(text(row, static_cast<RowColumn>(i)));
        }
        return words.join(u' ');
    }
    case Qt::TextAlignmentRole:
        return align(column);
    case static_cast<int>(ReportRole::Bold):
        return column == RowColumn::Number;
    case static_cast<int>(ReportRole::Tone): {
        const bool isRed = column == RowColumn::Limit && isLate(row);
        const bool isQuiet = column == RowColumn::When || column == RowColumn::Log;
        return static_cast<int>(isRed ? Token::RedTx : isQuiet ? Token::Tx3 : Token::Tx1);
    }
    default:
        return {};
    }
}

} // namespace sz::widgets
