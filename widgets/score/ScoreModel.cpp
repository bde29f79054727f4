// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/score/ScoreModel.h"

#include "widgets/common/ShareText.h"
#include "widgets/models/Wording.h"
#include "widgets/score/ReportTable.h"
#include "widgets/score/ScoreWords.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace sz::widgets {
namespace {

using report::Figure;

std::int64_t value(const report::UnitCard& unit, Figure figure)
{
    return unit.values[static_cast<std::size_t>(figure)].value_or(0);
}

struct Pair
{
    std::int64_t part = 0;
    std::int64_t whole = 0;
};

std::optional<Pair> shareOf(const report::UnitCard& unit, ScoreColumn column)
{
    switch (column) {
    case ScoreColumn::InTime:
        return Pair{value(unit, Figure::DoneInTime), value(unit, Figure::FinishDue)};
    case ScoreColumn::Signed:
        return Pair{value(unit, Figure::SignedInTime), value(unit, Figure::SignDue)};
    case ScoreColumn::Satisfied:
        return Pair{value(unit, Figure::Satisfied), value(unit, Figure::Rated)};
    default:
        return std::nullopt;
    }
}

constexpr bool isWord(ScoreColumn column)
{
    return column == ScoreColumn::Unit || column == ScoreColumn::Rank;
}

} // namespace

ScoreModel::ScoreModel(QObject* parent) : QAbstractTableModel(parent) {}

void ScoreModel::setCard(std::shared_ptr<const report::Scorecard> card)
{
    beginResetModel();
    m_card = std::move(card);
    m_order.resize(m_card == nullptr ? 0 : m_card->units.size());
    sort();
    endResetModel();
}

int ScoreModel::rowOf(const UnitCode& unit) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (unitAt(row).unit == unit) {
            return row;
        }
    }
    return -1;
}

report::Figure ScoreModel::figureAt(ScoreColumn column) const
{
    const auto time = static_cast<std::size_t>(Figure::SignP50) + m_step * 4;
    switch (column) {
    case ScoreColumn::Rank:
    case ScoreColumn::Unit:
        return Figure::Given;
    case ScoreColumn::Counted:
        return Figure::Counted;
    case ScoreColumn::Done:
        return Figure::Done;
    case ScoreColumn::InTime:
        return Figure::FinishDue;
    case ScoreColumn::Signed:
        return Figure::SignDue;
    case ScoreColumn::P50:
        return static_cast<Figure>(time);
    case ScoreColumn::P90:
        return static_cast<Figure>(time + 1);
    case ScoreColumn::P95:
        return static_cast<Figure>(time + 2);
    case ScoreColumn::Warned:
        return Figure::Warned;
    case ScoreColumn::Late:
    case ScoreColumn::Score:
        return Figure::Late;
    case ScoreColumn::Returns:
        return Figure::Returns;
    case ScoreColumn::Satisfied:
        return Figure::Rated;
    }
    return Figure::Given;
}

std::int64_t ScoreModel::worth(const report::UnitCard& unit, ScoreColumn column) const
{
    constexpr std::int64_t kNone = std::numeric_limits<std::int64_t>::min() / 2;
    if (const auto share = shareOf(unit, column)) {
        return share->whole > 0 ? share->part * 1'000'000 / share->whole : kNone;
    }
    switch (column) {
    case ScoreColumn::Counted:
    case ScoreColumn::Done:
        return value(unit, figureAt(column));
    case ScoreColumn::P50:
    case ScoreColumn::P90:
    case ScoreColumn::P95: {
        const auto time = unit.values[static_cast<std::size_t>(figureAt(column))];
        return time ? -*time : kNone;
    }
    case ScoreColumn::Warned:
    case ScoreColumn::Late:
    case ScoreColumn::Returns:
        return -value(unit, figureAt(column));
    case ScoreColumn::Rank:
    case ScoreColumn::Score:
        return unit.points.score.value_or(kNone);
    default:
        return 0;
    }
}

void ScoreModel::sort()
{
    std::iota(m_order.begin(), m_order.end(), std::size_t{0});
    std::ranges::stable_sort(m_order, [this](std::size_t a, std::size_t b) {
        const report::UnitCard& x = m_card->units[m_isReversed ? b : a];
        const report::UnitCard& y = m_card->units[m_isReversed ? a : b];
        return m_sorted == ScoreColumn::Unit ? x.unit < y.unit
                                             : worth(x, m_sorted) > worth(y, m_sorted);
    });
}

void ScoreModel::sortBy(ScoreColumn column)
{
    m_isReversed = m_sorted == column && !m_isReversed;
    m_sorted = column;
    beginResetModel();
    sort();
    endResetModel();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kScoreColumns - 1);
}

void ScoreModel::nextStep()
{
    m_step = (m_step + 1) % report::kUnitSteps.size();
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kScoreColumns - 1));
    }
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kScoreColumns - 1);
}

model::StepKind ScoreModel::step() const
{
    return report::kUnitSteps[m_step];
}

int ScoreModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int ScoreModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kScoreColumns;
}

QString ScoreModel::text(const report::UnitCard& unit, ScoreColumn column) const
{
    if (const auto share = shareOf(unit, column)) {
        return shareText(share->part, share->whole);
    }
    switch (column) {
    case ScoreColumn::Rank:
        return unit.rank > 0 ? QString::number(unit.rank) : QStringLiteral("—");
    case ScoreColumn::Unit:
        return unitText(*m_card->plan, unit.unit);
    case ScoreColumn::Score:
        return scoreText(unit.points, m_card->plan->score.decimals);
    default: {
        const Figure figure = figureAt(column);
        return figureValue(figure, unit.values[static_cast<std::size_t>(figure)]);
    }
    }
}

QVariant ScoreModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const report::UnitCard& unit = unitAt(index.row());
    const auto column = static_cast<ScoreColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(unit, column);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2: %3")
            .arg(text(unit, ScoreColumn::Unit), head(column), text(unit, column));
    case Qt::TextAlignmentRole:
        return static_cast<int>(
            (isWord(column) ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case static_cast<int>(ReportRole::Bold):
        return column == ScoreColumn::Unit
               || (column == ScoreColumn::Score && unit.points.score.has_value());
    case static_cast<int>(ReportRole::Share): {
        const auto share = column == ScoreColumn::InTime ? shareOf(unit, column) : std::nullopt;
        return share && share->whole > 0
                   ? QVariant(static_cast<int>(share->part * 1000 / share->whole))
                   : QVariant();
    }
    case static_cast<int>(ReportRole::Tone): {
        const bool isRed = column == ScoreColumn::Late && value(unit, Figure::Late) > 0;
        const bool isQuiet =
            column == ScoreColumn::Rank || (column == ScoreColumn::Score && !unit.points.score);
        return static_cast<int>(isRed ? Token::RedTx : isQuiet ? Token::Tx3 : Token::Tx1);
    }
    default:
        return {};
    }
}

QString ScoreModel::head(ScoreColumn column) const
{
    switch (column) {
    case ScoreColumn::Rank:
        return tr("No.", "rank of a unit");
    case ScoreColumn::Unit:
        return tr("Unit");
    case ScoreColumn::Counted:
        return tr("Orders");
    case ScoreColumn::Done:
        return tr("Done");
    case ScoreColumn::InTime:
        return tr("Done in time");
    case ScoreColumn::Signed:
        return tr("Signed in time");
    case ScoreColumn::P50:
    case ScoreColumn::P90:
    case ScoreColumn::P95: {
        const QString percent = percentText(figureAt(column));
        return column == ScoreColumn::P50
                   ? tr("%1 %2", "step, percentile").arg(stepName(step()), percent)
                   : percent;
    }
    case ScoreColumn::Warned:
        return tr("Behind");
    case ScoreColumn::Late:
        return tr("Late");
    case ScoreColumn::Returns:
        return tr("Returns");
    case ScoreColumn::Satisfied:
        return tr("Satisfied");
    case ScoreColumn::Score:
        return tr("Score");
    }
    return {};
}

QVariant ScoreModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kScoreColumns) {
        return {};
    }
    const auto column = static_cast<ScoreColumn>(section);
    switch (role) {
    case Qt::DisplayRole:
        return column == m_sorted
                   ? head(column) + (m_isReversed ? QStringLiteral(" ↑") : QStringLiteral(" ↓"))
                   : head(column);
    case Qt::TextAlignmentRole:
        return static_cast<int>(
            (isWord(column) ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case static_cast<int>(ReportRole::Bold):
        return column == m_sorted;
    default:
        return {};
    }
}

} // namespace sz::widgets
