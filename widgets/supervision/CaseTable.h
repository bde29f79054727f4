// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Led cases as a ranking: whoever has not seen to theirs for longest stands first.

#include "data/model/World.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace sz::widgets {

/// The last time the leader in charge saw to it; when it was taken on, if never.
[[nodiscard]] Instant lastSeenTo(const model::LedCase& led);
/// Stages of this case: its own, else the plan's.
[[nodiscard]] const std::vector<std::string>&
stagesOf(const plan::Plan& plan, const model::LedCase& led);
/// The stage it is at: the last one reached, else the first; empty when there are none.
[[nodiscard]] std::string stageOf(const plan::Plan& plan, const model::LedCase& led);
/// In the language of the screen.
[[nodiscard]] QString stageText(const plan::Plan& plan, const std::string& stage);

enum class CaseColumn {
    Rank,
    Number,
    Title,
    Leader,
    Stage,
    Visits,
    Days, ///< since the leader saw to it
};
inline constexpr int kCaseColumns = 7;

/// Open cases only. Thread: gui.
class CaseModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit CaseModel(std::shared_ptr<const plan::Plan> plan, QObject* parent = nullptr);

    void setCases(std::vector<model::IncidentPtr> cases, Instant now);
    [[nodiscard]] const model::Incident& caseAt(int row) const
    {
        return *m_cases[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] int rowOf(const IncidentId& id) const;
    [[nodiscard]] std::int64_t daysAt(int row) const;
    [[nodiscard]] bool isOverdue(int row) const;
    [[nodiscard]] int overdue() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(int row, CaseColumn column) const;

    std::shared_ptr<const plan::Plan> m_plan;
    std::vector<model::IncidentPtr> m_cases;
    Instant m_now;
};

} // namespace sz::widgets
