// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a figure was made of, one row a thing that it counts or measures.

#include "data/report/Figures.h"

#include <QAbstractTableModel>

#include <memory>

namespace sz::widgets {

enum class RowColumn : std::uint8_t {
    When,
    Number,
    What,
    Limit, ///< in time, late by how much, or how long it took
    Log,
};
inline constexpr int kRowColumns = 5;

class FigureRowsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit FigureRowsModel(std::shared_ptr<const plan::Plan> plan, QObject* parent = nullptr);

    void setRows(std::vector<report::Row> rows, Instant asOf);
    [[nodiscard]] const report::Row& rowAt(int row) const
    {
        return m_rows[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const final;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const final;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const final;

private:
    [[nodiscard]] QString text(const report::Row& row, RowColumn column) const;
    [[nodiscard]] QString limitText(const report::Row& row) const;
    [[nodiscard]] bool isLate(const report::Row& row) const;

    std::shared_ptr<const plan::Plan> m_plan;
    std::vector<report::Row> m_rows;
    Instant m_asOf;
};

} // namespace sz::widgets
