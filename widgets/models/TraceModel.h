// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The trace of one incident: who did what when, under which number of the common log. Newest first.

#include "data/model/World.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace sz::widgets {

enum class TraceColumn {
    Time,
    Who,
    What,
    Number, ///< "#8834", or that it is not with headquarters yet
};
inline constexpr int kTraceColumns = 4;

/// Changes row by row while the incident stays the same. Thread: gui.
class TraceModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit TraceModel(std::shared_ptr<const plan::Plan> plan, QObject* parent = nullptr);

    /// Null shows nothing. Another incident is a reset; the same one is changed row by row.
    void setIncident(const model::IncidentPtr& incident);

    [[nodiscard]] bool isUnsent(int row) const;
    [[nodiscard]] const model::TraceLine& lineAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void take(const std::vector<model::TraceLine>& lines);
    [[nodiscard]] QString text(const model::TraceLine& line, TraceColumn column) const;

    struct Edits;
    std::shared_ptr<const plan::Plan> m_plan;
    model::IncidentPtr m_incident;
    std::vector<model::TraceLine> m_lines; ///< newest first
};

} // namespace sz::widgets
