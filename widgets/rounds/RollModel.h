// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The units of a roll call as rows: who has answered, who is to be called again, and what they report.

#include "data/model/RollCall.h"
#include "data/plan/Plan.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace sz::widgets {

enum class RollColumn {
    Unit,
    State,
    When,
    Words,
};
inline constexpr int kRollColumns = 4;

/// Rows keep the order of the call, whatever happens to them. Thread: gui.
class RollModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit RollModel(std::shared_ptr<const plan::Plan> plan, QObject* parent = nullptr);

    /// A roll call of `state`, which is kept; an id that is not there shows nothing.
    void
    setRoll(std::shared_ptr<const model::ShiftState> state, const std::string& id, Instant now);
    /// Clocks that run are counted down.
    void setNow(Instant now);

    [[nodiscard]] const model::ShiftRound* round() const { return m_round; }
    [[nodiscard]] const std::vector<model::RollRow>& rows() const { return m_lines; }
    /// Whose turn it is: who is to be called again now, else the next after `after` not called yet, else who is to be
    /// telephoned; −1: nobody.
    [[nodiscard]] int nextTurn(int after) const;
    [[nodiscard]] int count(model::RollState state) const;
    /// Nobody is left to be called or waited for.
    [[nodiscard]] bool isThrough() const;
    /// The last line of a row; null: none.
    [[nodiscard]] const model::ShiftRound::Line* lineAt(int row) const;
    /// "35 present · 1 late · 1 absent"
    [[nodiscard]] QString summary() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const model::RollRow& row, RollColumn column) const;
    [[nodiscard]] QString whenText(const model::RollRow& row) const;
    [[nodiscard]] QString wordsText(const model::RollRow& row) const;

    std::shared_ptr<const plan::Plan> m_plan;         // as the desk and every screen hold it
    std::shared_ptr<const model::ShiftState> m_state; ///< holds what m_round points to
    const model::ShiftRound* m_round = nullptr;
    std::string m_id;
    Instant m_now;
    std::vector<model::RollRow> m_lines;
};

/// "answered", "call again now", … with its shape; never colour alone.
[[nodiscard]] QString rollStateText(model::RollState state);

} // namespace sz::widgets
