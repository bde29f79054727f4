// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The difference of two moments as a table: what, which incident, how.

#include "data/replay/Compare.h"

#include <QAbstractTableModel>

#include <memory>

namespace sz::widgets {

enum class ChangeColumn {
    What, ///< shape and word
    Which,
    How,
};
inline constexpr int kChangeColumns = 3;

/// Thread: gui.
class ChangesModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit ChangesModel(std::shared_ptr<const plan::Plan> plan, QObject* parent = nullptr);

    /// `now`: of the later moment.
    void setDifference(replay::Difference difference, Instant now);
    [[nodiscard]] const replay::Change& changeAt(int row) const;
    [[nodiscard]] const replay::Difference& difference() const { return m_difference; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const replay::Change& change, ChangeColumn column) const;

    std::shared_ptr<const plan::Plan> m_plan;
    replay::Difference m_difference;
    Instant m_now;
};

} // namespace sz::widgets
