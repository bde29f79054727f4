// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A campaign's items and its units as rows.

#include "data/model/CampaignItems.h"
#include "data/plan/Plan.h"
#include "widgets/supervision/ItemFilter.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace sz::widgets {

enum class ItemColumn {
    Key,
    Label,
    Unit,
    Place,
    Due,
    State,
};
inline constexpr int kItemColumns = 6;

/// Holds 155,000 items and answers from the campaign itself: rows are indices. Thread: gui.
class ItemsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit ItemsModel(std::shared_ptr<const plan::Plan> plan, QObject* parent = nullptr);

    /// Null shows nothing. Rows that stay keep their place where nothing above them goes.
    void setCampaign(std::shared_ptr<const model::Campaign> campaign, Instant now);
    void setFilter(ItemFilter filter);
    [[nodiscard]] const ItemFilter& filter() const { return m_filter; }
    [[nodiscard]] std::size_t itemAt(int row) const
    {
        return m_rows[static_cast<std::size_t>(row)];
    }
    /// −1 when it is not shown.
    [[nodiscard]] int rowOf(std::size_t item) const;
    [[nodiscard]] const model::Campaign* campaign() const { return m_campaign.get(); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] std::vector<std::uint32_t> wanted() const;
    [[nodiscard]] bool isShown(std::size_t i) const;
    void refill();
    [[nodiscard]] QString text(std::size_t i, ItemColumn column) const;
    [[nodiscard]] QString unitsText(const model::CampaignItem& item) const;

    std::shared_ptr<const plan::Plan> m_plan;
    std::shared_ptr<const model::Campaign> m_campaign;
    ItemFilter m_filter;
    Instant m_now;
    std::vector<std::uint32_t> m_rows; ///< ascending
};

enum class UnitColumn {
    Unit,
    Items,
    Share, ///< done of those not void
    Open,
    Late,
};
inline constexpr int kUnitColumns = 5;

/// Units that lead items: most late ones first, then the smallest share done. Thread: gui.
class UnitsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    struct Row
    {
        model::UnitTally tally;
        std::uint32_t late = 0;
    };
    explicit UnitsModel(std::shared_ptr<const plan::Plan> plan, QObject* parent = nullptr);

    void setCampaign(const std::shared_ptr<const model::Campaign>& campaign, Instant now);
    [[nodiscard]] const Row& rowAt(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    /// Of all units.
    [[nodiscard]] std::uint32_t late() const { return m_late; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const plan::Plan> m_plan;
    std::vector<Row> m_rows;
    std::uint32_t m_late = 0;
};

} // namespace sz::widgets
