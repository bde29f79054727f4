// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The posts of a check-in round as rows.

#include "data/model/ShiftState.h"
#include "data/plan/Plan.h"

#include <QAbstractTableModel>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace sz::widgets {

enum class RoundColumn {
    Post,
    State,
    When,
    Words,
};
inline constexpr int kRoundColumns = 4;

/// Rows keep the order of the round. Narrowed to those who have not answered, a row stays until it is narrowed anew: nothing moves
/// under a hand. Thread: gui.
class RoundModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit RoundModel(std::shared_ptr<const plan::Plan> plan, QObject* parent = nullptr);

    /// A round of `state`, which is kept; an id that is not there shows nothing. The same round again only changes rows that say
    /// something else now.
    void
    setRound(std::shared_ptr<const model::ShiftState> state, const std::string& id, Instant now);
    /// All posts of a round are due together: nothing is counted until the next of its two ends has come.
    void setNow(Instant now);
    void narrow(bool isOnlyOpen);
    [[nodiscard]] bool isNarrow() const { return m_isNarrow; }

    /// As the round names it.
    [[nodiscard]] const std::string& postAt(int row) const;
    /// The next row that has missed, or else waits; −1: everybody has answered.
    [[nodiscard]] int nextOpen(int after) const;
    [[nodiscard]] int count(model::CheckIn state) const
    {
        return m_counts.at(static_cast<std::size_t>(state));
    }
    /// "31 answered · 4 awaited · 1 missed · 1 missed twice"
    [[nodiscard]] QString summary() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void fillRows();
    void readAnswers(Instant now);
    [[nodiscard]] int phaseAt(Instant now) const;
    [[nodiscard]] QString text(const model::CheckInLine& line, RoundColumn column) const;
    [[nodiscard]] QString answerText(const model::CheckInLine& line) const;

    std::shared_ptr<const plan::Plan> m_plan;
    std::shared_ptr<const model::ShiftState> m_state; ///< holds what m_round points to
    const model::ShiftRound* m_round = nullptr;
    std::string m_id;
    int m_phase = 0; ///< ends that have come: 0 to 2
    std::array<int, 4> m_counts{};
    bool m_isNarrow = false;
    std::vector<model::CheckInLine> m_lines;
    std::vector<std::size_t> m_rows; ///< into m_lines, ascending
};

/// "Education duty room", or the words of the round for what is no unit of the plan.
[[nodiscard]] QString roundPostText(const plan::Plan& plan, const std::string& post);

} // namespace sz::widgets
