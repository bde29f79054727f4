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

    /// None shows nothing. The same round again only changes what its rows say.
    void setRound(const std::optional<model::ShiftRound>& round, Instant now);
    void setNow(Instant now);
    void narrow(bool isOnlyOpen);
    [[nodiscard]] bool isNarrow() const { return m_isNarrow; }

    /// As the round names it.
    [[nodiscard]] const std::string& postAt(int row) const;
    /// The next row that has missed, or else waits; −1: everybody has answered.
    [[nodiscard]] int nextOpen(int after) const;
    [[nodiscard]] int count(model::CheckIn state) const;
    /// "31 answered · 4 awaited · 1 missed · 1 missed twice"
    [[nodiscard]] QString summary() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void fillRows();
    [[nodiscard]] QString text(const model::CheckInLine& line, RoundColumn column) const;
    [[nodiscard]] QString answerText(const model::CheckInLine& line) const;

    std::shared_ptr<const plan::Plan> m_plan;
    std::optional<model::ShiftRound> m_round;
    Instant m_now;
    bool m_isNarrow = false;
    std::vector<model::CheckInLine> m_lines;
    std::vector<std::size_t> m_rows; ///< into m_lines, ascending
};

/// "Education duty room", or the words of the round for what is no unit of the plan.
[[nodiscard]] QString roundPostText(const plan::Plan& plan, const std::string& post);

} // namespace sz::widgets
