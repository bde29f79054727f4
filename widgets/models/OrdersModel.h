// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The orders of one incident: one row, one unit.

#include "data/model/World.h"
#include "widgets/common/Language.h"
#include "widgets/common/Painters.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>
#include <vector>

namespace sz::widgets {

enum class OrderColumn {
    Unit,
    Signed, ///< how long signing for it took
    Step,   ///< what the unit last said, else what it was told
    Limit,  ///< countdown of its loudest open step, or when it was finished
};
inline constexpr int kOrderColumns = 4;

/// Lead first, then in order of issue. Changes row by row while the incident stays the same. Thread: gui.
class OrdersModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit OrdersModel(std::shared_ptr<const plan::Plan> plan, QObject* parent = nullptr);

    /// Null shows nothing. Another incident is a reset; the same one is changed row by row.
    void setIncident(const model::IncidentPtr& incident);
    /// Limits count on; only that column is told.
    void setNow(Instant now);

    [[nodiscard]] const model::Order& orderAt(int row) const;
    [[nodiscard]] int rowOf(const OrderId& order) const;
    /// The step to show: the unit's own, unless a decision of the office is later than it; none when nothing is owed.
    [[nodiscard]] std::optional<Countdown> countdownAt(int row) const;
    /// Grey words in place of a countdown: "done 14:05"; empty while a step is open.
    [[nodiscard]] QString outcomeAt(int row) const;
    /// What is out of the ordinary about the order (careNotes), in one line; mostly empty.
    [[nodiscard]] QString careAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void take(const std::vector<model::Order>& orders);
    [[nodiscard]] QString text(int row, OrderColumn column) const;
    [[nodiscard]] QString limitText(int row) const;
    [[nodiscard]] const model::Step* stepOf(const model::Order& order) const;

    struct Edits;
    std::shared_ptr<const plan::Plan> m_plan;
    model::IncidentPtr m_incident;
    std::vector<model::Order> m_orders;
    Instant m_now;
};

} // namespace sz::widgets
