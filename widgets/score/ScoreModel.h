// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A scorecard as rows and cells; every cell knows the figure it opens.

#include "data/report/Scorecard.h"

#include <QAbstractTableModel>

#include <memory>

namespace sz::widgets {

enum class ScoreColumn : std::uint8_t {
    Rank,
    Unit,
    Counted,
    Done,
    InTime, ///< share done in time, with its bar
    Signed, ///< share signed in time
    P50,    ///< of the step that is shown
    P90,
    P95,
    Warned,
    Late,
    Returns,
    Satisfied,
    Score,
};
inline constexpr int kScoreColumns = 14;

class ScoreModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit ScoreModel(QObject* parent = nullptr);

    /// Null empties it. Keeps the order the officer chose.
    void setCard(std::shared_ptr<const report::Scorecard> card);
    [[nodiscard]] const report::UnitCard& unitAt(int row) const
    {
        return m_card->units[m_order[static_cast<std::size_t>(row)]];
    }
    /// −1 when it is not there.
    [[nodiscard]] int rowOf(const UnitCode& unit) const;
    /// The rows of this figure are what a cell was made of.
    [[nodiscard]] report::Figure figureAt(ScoreColumn column) const;

    /// Best first, or the other way round when it was best first already.
    void sortBy(ScoreColumn column);
    [[nodiscard]] ScoreColumn sortedBy() const { return m_sorted; }
    /// Whose times are shown: the next step.
    void nextStep();
    [[nodiscard]] model::StepKind step() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const final;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const final;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const final;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const final;

private:
    [[nodiscard]] QString text(const report::UnitCard& unit, ScoreColumn column) const;
    [[nodiscard]] QString head(ScoreColumn column) const;
    /// What a column is sorted by; the greater the better.
    [[nodiscard]] std::int64_t worth(const report::UnitCard& unit, ScoreColumn column) const;
    void sort();

    std::shared_ptr<const report::Scorecard> m_card;
    std::vector<std::size_t> m_order;
    ScoreColumn m_sorted = ScoreColumn::Rank;
    bool m_isReversed = false;
    std::size_t m_step = 0;
};

} // namespace sz::widgets
