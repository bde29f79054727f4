// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Rows of the late list: what was late when it was opened. While it stands open no row moves; what comes in is counted.

#include "widgets/late/LateItems.h"

#include <QAbstractListModel>

#include <memory>

namespace sz::widgets {

/// A heading with its items below, or one item alone.
struct LateGroup
{
    AlarmGroup group;    ///< of alarms; of the two last groups the items' alarms
    bool isRest = false; ///< confirmed or put aside
    LateState rest = LateState::Confirmed;
    std::vector<LateItem> items; ///< never empty
    bool isOpen = false;

    [[nodiscard]] bool isSingle() const { return !isRest && group.by == GroupBy::Single; }
    /// Items that wait for somebody.
    [[nodiscard]] int waiting() const;
};

class LateModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit LateModel(std::shared_ptr<const plan::Plan> plan, QObject* parent = nullptr);

    /// A new list. Groups begin folded; what is confirmed or put aside opens by itself where nothing else is left.
    void take(const std::vector<LateItem>& items, bool isFlood, const std::set<StepKey>& unsteady);
    /// The same rows in their new states; what is not among them any more is over, what is new is counted.
    void update(const std::vector<LateItem>& items);
    void setNow(Instant now);
    void setOpen(int row, bool isOpen);

    [[nodiscard]] Instant now() const { return m_now; }
    [[nodiscard]] const plan::Plan& plan() const { return *m_plan; }
    /// Came in since the list was taken.
    [[nodiscard]] int newCount() const { return m_newCount; }
    /// Of all items.
    [[nodiscard]] int waiting() const;
    [[nodiscard]] int itemCount() const;
    [[nodiscard]] const LateGroup& groupAt(int row) const;
    /// Null for a heading.
    [[nodiscard]] const LateItem* itemAt(int row) const;
    /// Row of the group's heading, or of its only item.
    [[nodiscard]] int headOf(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Row
    {
        std::size_t group = 0;
        int item = -1; ///< −1: its heading
    };
    void layRows();

    std::shared_ptr<const plan::Plan> m_plan;
    std::vector<LateGroup> m_groups;
    std::vector<Row> m_rows;
    Instant m_now;
    int m_newCount = 0;
};

} // namespace sz::widgets
