// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rounds/RoundModel.h"

#include "widgets/common/Durations.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/common/VisibleText.h"
#include "widgets/models/Wording.h"
#include "widgets/supervision/PlainTable.h"

#include <algorithm>

namespace sz::widgets {
namespace {

using model::CheckIn;

struct State
{
    const char* text;
    const char* shape; ///< never colour alone
    Token token;
};

const State& stateOf(CheckIn state)
{
    static constexpr std::array kStates{
        State{QT_TRANSLATE_NOOP("sz::widgets::RoundModel", "answered"), "✓", Token::Tx2},
        State{QT_TRANSLATE_NOOP("sz::widgets::RoundModel", "awaited"), "○", Token::Tx1},
        State{QT_TRANSLATE_NOOP("sz::widgets::RoundModel", "missed once"), "▲", Token::YelTx},
        State{QT_TRANSLATE_NOOP("sz::widgets::RoundModel", "missed twice"), "■", Token::RedTx}};
    return kStates.at(static_cast<std::size_t>(state));
}

} // namespace

QString roundPostText(const plan::Plan& plan, const std::string& post)
{
    if (const plan::Unit* unit = plan.unit(UnitCode(post))) {
        return unitText(plan, unit->code);
    }
    return visibleLine(QString::fromStdString(post));
}

RoundModel::RoundModel(std::shared_ptr<const plan::Plan> plan, QObject* parent)
    : QAbstractTableModel(parent), m_plan(std::move(plan))
{
}

void RoundModel::setRound(
    std::shared_ptr<const model::ShiftState> state,
    const std::string& id,
    Instant now)
{
    if (state == m_state && id == m_id) {
        setNow(now);
        return;
    }
    const auto found =
        state == nullptr ? decltype(state->rounds.begin()){} : state->rounds.find(id);
    const model::ShiftRound* round =
        state == nullptr || found == state->rounds.end() ? nullptr : &found->second;
    // Posts are only ever added behind: as many of the same round are the same.
    const bool isSame = m_round != nullptr && round != nullptr && id == m_id
                        && m_lines.size() == round->started.posts.size();
    if (isSame) {
        m_round = round;
        m_state = std::move(state);
        readAnswers(now);
        return;
    }
    beginResetModel();
    m_round = round;
    m_state = std::move(state);
    m_id = id;
    m_lines =
        m_round != nullptr ? model::standingOf(*m_round, now) : std::vector<model::CheckInLine>();
    m_phase = phaseAt(now);
    m_counts = {};
    for (const model::CheckInLine& line : m_lines) {
        ++m_counts.at(static_cast<std::size_t>(line.state));
    }
    fillRows();
    endResetModel();
}

int RoundModel::phaseAt(Instant now) const
{
    return m_round == nullptr ? 0 : (now >= m_round->firstDue()) + (now >= m_round->secondDue());
}

void RoundModel::setNow(Instant now)
{
    if (m_round != nullptr && phaseAt(now) != m_phase) {
        readAnswers(now);
    }
}

void RoundModel::readAnswers(Instant now)
{
    std::vector<model::CheckInLine> lines = model::standingOf(*m_round, now);
    m_phase = phaseAt(now);
    m_lines.swap(lines);
    int first = -1;
    int last = -1;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const model::CheckInLine& was = lines[m_rows[i]];
        if (m_lines[m_rows[i]] != was) {
            first = first < 0 ? static_cast<int>(i) : first;
            last = static_cast<int>(i);
        }
    }
    m_counts = {};
    for (const model::CheckInLine& line : m_lines) {
        ++m_counts.at(static_cast<std::size_t>(line.state));
    }
    if (first >= 0) {
        Q_EMIT dataChanged(index(first, 0), index(last, kRoundColumns - 1));
    }
}

void RoundModel::narrow(bool isOnlyOpen)
{
    beginResetModel();
    m_isNarrow = isOnlyOpen;
    fillRows();
    endResetModel();
}

void RoundModel::fillRows()
{
    m_rows.clear();
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        if (!m_isNarrow || m_lines[i].state != CheckIn::Answered) {
            m_rows.push_back(i);
        }
    }
}

const std::string& RoundModel::postAt(int row) const
{
    return m_lines.at(m_rows.at(static_cast<std::size_t>(row))).post;
}

int RoundModel::nextOpen(int after) const
{
    const int all = rowCount();
    int found = -1;
    for (int step = 1; step <= all; ++step) {
        const int row = (after + step) % all;
        const CheckIn state = m_lines[m_rows[static_cast<std::size_t>(row)]].state;
        if (state == CheckIn::Missed || state == CheckIn::MissedTwice) {
            return row;
        }
        found = found < 0 && state == CheckIn::Waiting ? row : found;
    }
    return found;
}

QString RoundModel::summary() const
{
    QStringList parts;
    for (const CheckIn state :
         {CheckIn::MissedTwice, CheckIn::Missed, CheckIn::Waiting, CheckIn::Answered}) {
        if (const int n = count(state); n > 0) {
            parts.append(QStringLiteral("%1 %2 %3")
                             .arg(QString::fromUtf8(stateOf(state).shape))
                             .arg(n)
                             .arg(tr(stateOf(state).text)));
        }
    }
    return parts.join(QStringLiteral(" · "));
}

int RoundModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RoundModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kRoundColumns;
}

QString RoundModel::answerText(const model::CheckInLine& line) const
{
    const auto answer = m_round->answers.find(line.post);
    if (answer == m_round->answers.end() || !answer->second.isOnBehalf) {
        return {};
    }
    return visibleLine(
        QString::fromStdString(answer->second.channel + "：" + answer->second.words));
}

QString RoundModel::text(const model::CheckInLine& line, RoundColumn column) const
{
    switch (column) {
    case RoundColumn::Post:
        return roundPostText(*m_plan, line.post);
    case RoundColumn::State:
        return QString::fromUtf8(stateOf(line.state).shape) + QLatin1Char(' ')
               + tr(stateOf(line.state).text);
    case RoundColumn::When: {
        const auto answer = m_round->answers.find(line.post);
        if (answer != m_round->answers.end()) {
            return clockText(answer->second.author.at, m_plan->utcOffsetMinutes);
        }
        return line.state == CheckIn::MissedTwice
                   ? tr("over since %1", "clock")
                         .arg(clockMinuteText(line.due, m_plan->utcOffsetMinutes))
                   : tr("until %1", "clock")
                         .arg(clockMinuteText(line.due, m_plan->utcOffsetMinutes));
    }
    case RoundColumn::Words:
        return answerText(line);
    }
    return {};
}

QVariant RoundModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || m_round == nullptr) {
        return {};
    }
    const model::CheckInLine& line = m_lines[m_rows[static_cast<std::size_t>(index.row())]];
    const auto column = static_cast<RoundColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return text(line, column);
    case ToneRole:
        return static_cast<int>(
            column == RoundColumn::State      ? stateOf(line.state).token
            : line.state == CheckIn::Answered ? Token::Tx2
                                              : Token::Tx1);
    case BoldRole:
        return column == RoundColumn::Post && line.state != CheckIn::Answered;
    case LateRole:
        return column == RoundColumn::State && line.state == CheckIn::MissedTwice;
    default:
        return {};
    }
}

QVariant RoundModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (static_cast<RoundColumn>(section)) {
    case RoundColumn::Post:
        return tr("Post");
    case RoundColumn::State:
        return tr("Answer");
    case RoundColumn::When:
        return tr("When");
    case RoundColumn::Words:
        return tr("On behalf");
    }
    return {};
}

} // namespace sz::widgets
