// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rounds/RollModel.h"

#include "widgets/common/Durations.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/common/VisibleText.h"
#include "widgets/rounds/RoundModel.h"
#include "widgets/supervision/PlainTable.h"

#include <algorithm>
#include <array>
#include <ranges>

namespace sz::widgets {
namespace {

using model::RollState;

struct State
{
    const char* text;
    const char* shape;
    Token token;
};

constexpr std::array kAll{RollState::Absent, RollState::Sought,   RollState::Phone,
                          RollState::Again,  RollState::NoAnswer, RollState::Uncalled,
                          RollState::Late,   RollState::Present};

const State& stateOf(RollState state)
{
    static constexpr std::array kStates{
        State{QT_TRANSLATE_NOOP("sz::widgets::RollModel", "to be called"), "○", Token::Tx1},
        State{QT_TRANSLATE_NOOP("sz::widgets::RollModel", "present"), "✓", Token::Tx2},
        State{QT_TRANSLATE_NOOP("sz::widgets::RollModel", "came late"), "◐", Token::YelTx},
        State{QT_TRANSLATE_NOOP("sz::widgets::RollModel", "no answer"), "△", Token::YelTx},
        State{QT_TRANSLATE_NOOP("sz::widgets::RollModel", "call again now"), "▲", Token::YelTx},
        State{QT_TRANSLATE_NOOP("sz::widgets::RollModel", "telephone now"), "▲", Token::YelTx},
        State{QT_TRANSLATE_NOOP("sz::widgets::RollModel", "being sought"), "▲", Token::YelTx},
        State{QT_TRANSLATE_NOOP("sz::widgets::RollModel", "absent"), "■", Token::RedTx}};
    return kStates.at(static_cast<std::size_t>(state));
}

} // namespace

QString rollStateText(RollState state)
{
    return QString::fromUtf8(stateOf(state).shape) + QLatin1Char(' ')
           + RollModel::tr(stateOf(state).text);
}

RollModel::RollModel(std::shared_ptr<const plan::Plan> plan, QObject* parent)
    : QAbstractTableModel(parent), m_plan(std::move(plan))
{
}

void RollModel::setRoll(
    std::shared_ptr<const model::ShiftState> state,
    const std::string& id,
    Instant now)
{
    const auto found = state->rounds.find(id);
    const model::ShiftRound* round = found == state->rounds.end() ? nullptr : &found->second;
    const bool isSame = m_round != nullptr && round != nullptr && id == m_id;
    if (!isSame) {
        beginResetModel();
    }
    m_round = round;
    m_state = std::move(state);
    m_id = id;
    m_now = now;
    m_lines = round == nullptr ? std::vector<model::RollRow>() : model::rollStanding(*round, now);
    if (!isSame) {
        endResetModel();
    } else if (!m_lines.empty()) { // a roll has as many rows as a screen: all are said anew
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kRollColumns - 1));
    }
}

void RollModel::setNow(Instant now)
{
    m_now = now;
    if (m_round == nullptr) {
        return;
    }
    auto lines = model::rollStanding(*m_round, now);
    for (int row = 0; row < static_cast<int>(lines.size()); ++row) {
        const auto at = static_cast<std::size_t>(row);
        if (lines[at].due || lines[at] != m_lines[at]) {
            m_lines[at] = lines[at];
            Q_EMIT dataChanged(index(row, 0), index(row, kRollColumns - 1));
        }
    }
}

int RollModel::nextTurn(int after) const
{
    const int all = rowCount();
    const auto first = [&](RollState wanted, int from) {
        for (int step = 0; step < all; ++step) {
            const int row = (from + step) % all;
            if (m_lines[static_cast<std::size_t>(row)].state == wanted) {
                return row;
            }
        }
        return -1;
    };
    if (all == 0) {
        return -1;
    }
    int row = first(RollState::Again, 0);
    row = row < 0 ? first(RollState::Uncalled, after + 1) : row;
    return row < 0 ? first(RollState::Phone, 0) : row;
}

int RollModel::count(RollState state) const
{
    return static_cast<int>(std::ranges::count(m_lines, state, &model::RollRow::state));
}

bool RollModel::isThrough() const
{
    return !m_lines.empty() && std::ranges::all_of(m_lines, [](const model::RollRow& row) {
        return row.state == RollState::Present || row.state == RollState::Late
               || row.state == RollState::Absent;
    });
}

const model::ShiftRound::Line* RollModel::lineAt(int row) const
{
    if (m_round == nullptr || row < 0 || row >= rowCount()) {
        return nullptr;
    }
    const std::string& post = m_lines[static_cast<std::size_t>(row)].post;
    for (const auto& line : m_round->lines | std::views::reverse) {
        if (line.post == post) {
            return &line;
        }
    }
    return nullptr;
}

QString RollModel::summary() const
{
    QStringList parts;
    for (const RollState state : kAll) {
        if (const int n = count(state); n > 0) {
            parts.append(QStringLiteral("%1 %2 %3")
                             .arg(QString::fromUtf8(stateOf(state).shape))
                             .arg(n)
                             .arg(tr(stateOf(state).text)));
        }
    }
    return parts.join(QStringLiteral(" · "));
}

int RollModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int RollModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kRollColumns;
}

QString RollModel::whenText(const model::RollRow& row) const
{
    const int offset = m_plan->utcOffsetMinutes;
    const auto answer = m_round->answers.find(row.post);
    if (answer != m_round->answers.end()) {
        return clockText(answer->second.author.at, offset);
    }
    if (!row.due) {
        return {};
    }
    if (row.state == RollState::Absent) {
        return row.isWarned
                   ? tr("warned; over since %1", "clock").arg(clockMinuteText(*row.due, offset))
                   : tr("over since %1", "clock").arg(clockMinuteText(*row.due, offset));
    }
    return countdownText(*row.due - m_now);
}

// What was told for it, what it reports; ◆ for decision, → made a matter.
QString RollModel::wordsText(const model::RollRow& row) const
{
    QStringList parts;
    const auto answer = m_round->answers.find(row.post);
    if (answer != m_round->answers.end() && answer->second.isOnBehalf) {
        parts.append(QString::fromStdString(answer->second.channel + "：" + answer->second.words));
    }
    for (const auto& line : m_round->lines) {
        if (line.post == row.post) {
            parts.append(
                (line.isForDecision ? QStringLiteral("◆ ") : QString())
                + (line.incident.empty() ? QString() : QStringLiteral("→ "))
                + QString::fromStdString(line.text));
        }
    }
    return visibleLine(parts.join(QStringLiteral("；")));
}

QString RollModel::text(const model::RollRow& row, RollColumn column) const
{
    switch (column) {
    case RollColumn::Unit:
        return roundPostText(*m_plan, row.post);
    case RollColumn::State:
        return rollStateText(row.state);
    case RollColumn::When:
        return whenText(row);
    case RollColumn::Words:
        return wordsText(row);
    }
    return {};
}

QVariant RollModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || m_round == nullptr) {
        return {};
    }
    const model::RollRow& row = m_lines[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<RollColumn>(index.column());
    const bool isDone = row.state == RollState::Present || row.state == RollState::Late;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return text(row, column);
    case ToneRole:
        return static_cast<int>(
            column == RollColumn::State ? stateOf(row.state).token
            : isDone                    ? Token::Tx2
                                        : Token::Tx1);
    case BoldRole:
        return column == RollColumn::Unit && !isDone;
    case LateRole:
        return column == RollColumn::State && row.state == RollState::Absent;
    default:
        return {};
    }
}

QVariant RollModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (static_cast<RollColumn>(section)) {
    case RollColumn::Unit:
        return tr("Unit");
    case RollColumn::State:
        return tr("Answer");
    case RollColumn::When:
        return tr("When");
    case RollColumn::Words:
        return tr("Reports");
    }
    return {};
}

} // namespace sz::widgets
