// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Inspection visits with what was found at each, one row a visit or finding.

#include "data/desk/Desk.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace sz::widgets {

enum class VisitColumn {
    When,
    Number,
    What,
    Unit,
    Stage, ///< of a finding's order; of a visit: how many findings are over
    Due,
};
inline constexpr int kVisitColumns = 6;

/// Newest visit first, its findings below it, late ones first. Thread: gui.
class VisitModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit VisitModel(std::shared_ptr<const plan::Plan> plan, QObject* parent = nullptr);

    void setDesk(const desk::Desk& desk, Instant now);
    [[nodiscard]] const model::Incident& incidentAt(int row) const
    {
        return *m_rows[static_cast<std::size_t>(row)].incident;
    }
    [[nodiscard]] int rowOf(const IncidentId& id) const;
    /// Findings that are not over, and of them those that are late.
    [[nodiscard]] int open() const;
    [[nodiscard]] int late() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        model::IncidentPtr incident;
        bool isFinding = false;
        int findings = 0; ///< of a visit
        int over = 0;
    };
    [[nodiscard]] QString text(const Row& row, VisitColumn column) const;
    [[nodiscard]] QString stageText(const Row& row) const;
    [[nodiscard]] bool isLate(const Row& row) const;

    std::shared_ptr<const plan::Plan> m_plan;
    std::vector<Row> m_rows;
    Instant m_now;
};

} // namespace sz::widgets
