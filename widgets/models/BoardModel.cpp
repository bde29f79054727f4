// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/BoardModel.h"

#include "widgets/common/Durations.h"
#include "widgets/common/VisibleText.h"
#include "widgets/models/Forecast.h"
#include "widgets/models/RelationWords.h"
#include "widgets/models/Wording.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace sz::widgets {

namespace {

constexpr Millis kFreshFor{3000};

} // namespace

BoardModel::BoardModel(std::shared_ptr<const plan::Plan> plan, QObject* parent)
    : QAbstractListModel(parent), m_plan(std::move(plan))
{
}

void BoardModel::reset(const std::map<IncidentId, model::IncidentPtr>& incidents)
{
    m_all = incidents;
    m_ranks.clear();
    for (const auto& [id, incident] : m_all) {
        m_ranks.set(incident);
    }
    m_relations = std::make_shared<const Relations>(everything());
    fill();
}

void BoardModel::setSieve(Sieve sieve)
{
    m_sieve = std::move(sieve);
    fill();
}

bool BoardModel::passes(const model::IncidentPtr& incident) const
{
    return m_sieve.passes == nullptr || m_sieve.passes(incident, m_now);
}

void BoardModel::fill()
{
    beginResetModel();
    m_rows.clear();
    for (const BoardRanks::Ranked* one : m_ranks.sorted()) {
        if (passes(one->incident)) {
            m_rows.push_back({one->incident, one->rank.pane, Instant{}});
        }
    }
    m_isSettled = true;
    endResetModel();
}

// Time alone lets incidents in and out of a view; never under a hand.
void BoardModel::sift()
{
    if (!isSifted() || m_isHeld) {
        return;
    }
    std::unordered_set<IncidentId> shown;
    for (const Row& row : m_rows) {
        shown.insert(row.incident->id);
    }
    for (const auto& [id, incident] : m_all) {
        const bool isShown = shown.contains(id);
        if (!isShown && !m_sieve.isTimed) {
            continue; // it would have come in with its change
        }
        const bool isIn = passes(incident);
        if (isShown && !isIn) {
            drop(id);
        } else if (!isShown && isIn) {
            insert(incident);
        }
    }
}

std::vector<model::IncidentPtr> BoardModel::everything() const
{
    std::vector<model::IncidentPtr> all;
    all.reserve(m_all.size());
    for (const auto& [id, incident] : m_all) {
        all.push_back(incident);
    }
    return all;
}

// A change of one incident shows on others, too: on the one it is merged into, on its major one.
void BoardModel::relate()
{
    const auto before = std::exchange(m_relations, std::make_shared<const Relations>(everything()));
    for (int row = 0; row < rowCount(); ++row) {
        const model::Incident& incident = *incidentAt(row);
        if (!before->isTied(incident.id) && !m_relations->isTied(incident.id)) {
            continue;
        }
        if (relationMarks(*before, incident, m_now)
            != relationMarks(*m_relations, incident, m_now)) {
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
}

void BoardModel::apply(const desk::ChangeSet& changes)
{
    if (changes.isReset) {
        m_all.clear();
        m_ranks.clear();
    }
    for (const IncidentId& id : changes.removed) {
        m_all.erase(id);
        m_ranks.erase(id);
        drop(id);
    }
    for (const model::IncidentPtr& incident : changes.changed) {
        m_all[incident->id] = incident;
        m_ranks.set(incident);
    }
    m_isSettled = false;
    if (changes.isReset) {
        m_relations = std::make_shared<const Relations>(everything());
        fill();
        return;
    }
    for (const model::IncidentPtr& incident : changes.changed) {
        take(incident);
    }
    relate();
    settle();
}

void BoardModel::setNow(Instant now)
{
    m_now = now;
    if (m_ranks.moveTo(now)) {
        m_isSettled = false;
    }
    if (m_sieve.isTimed) {
        sift();
    }
    settle();
    Q_EMIT ticked();
}

void BoardModel::hold(bool isHeld)
{
    m_isHeld = isHeld;
    sift(); // what was changed out of the view under the hand goes now
    settle();
}

int BoardModel::count(Pane pane) const
{
    return static_cast<int>(std::ranges::count(m_rows, pane, &Row::pane));
}

Pane BoardModel::paneAt(int row) const
{
    return m_rows.at(static_cast<std::size_t>(row)).pane;
}

const model::IncidentPtr& BoardModel::incidentAt(int row) const
{
    return m_rows.at(static_cast<std::size_t>(row)).incident;
}

void BoardModel::setUnread(const std::map<IncidentId, int>& unread)
{
    const auto before = std::exchange(m_unread, unread);
    for (int row = 0; row < rowCount() && before != m_unread; ++row) {
        const auto was = before.find(incidentAt(row)->id);
        if ((was == before.end() ? 0 : was->second) != unreadOf(incidentAt(row)->id)) {
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
}

int BoardModel::unreadOf(const IncidentId& incident) const
{
    const auto found = m_unread.find(incident);
    return found == m_unread.end() ? 0 : found->second;
}

bool BoardModel::isFresh(int row) const
{
    return m_now - m_rows.at(static_cast<std::size_t>(row)).arrived < kFreshFor;
}

QModelIndex BoardModel::indexOf(const IncidentId& id) const
{
    const int row = find(id);
    return row < 0 ? QModelIndex() : index(row);
}

int BoardModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant BoardModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return titleText(*row.incident);
    case Qt::AccessibleTextRole:
        return spokenText(*row.incident);
    case Qt::ToolTipRole:
        return tipText(
            visibleText(
                QString::fromStdString(row.incident->title + "\n" + row.incident->narrative))
            + QLatin1Char('\n') + forecastText(*row.incident, *m_plan, m_now));
    case static_cast<int>(BoardRole::Pane):
        return static_cast<int>(row.pane);
    case static_cast<int>(BoardRole::Id):
        return QString::fromStdString(row.incident->id.value);
    case static_cast<int>(BoardRole::Lamp):
        return static_cast<int>(row.incident->lampAt(m_now));
    default:
        return {};
    }
}

void BoardModel::take(const model::IncidentPtr& incident)
{
    const int row = find(incident->id);
    const bool isIn = passes(incident);
    if (row < 0) {
        if (isIn) {
            insert(incident);
        }
        return;
    }
    if (!isIn && !m_isHeld) {
        drop(incident->id);
        return;
    }
    m_rows[static_cast<std::size_t>(row)].incident = incident;
    Q_EMIT dataChanged(index(row), index(row));
}

void BoardModel::insert(const model::IncidentPtr& incident)
{
    const Pane pane = m_ranks.of(incident->id).pane;
    const int at = endOf(pane);
    m_isSettled = false;
    beginInsertRows({}, at, at);
    m_rows.insert(m_rows.begin() + at, Row{incident, pane, m_now});
    endInsertRows();
}

void BoardModel::drop(const IncidentId& id)
{
    const int row = find(id);
    if (row < 0) {
        return;
    }
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
}

int BoardModel::endOf(Pane pane) const
{
    const auto after =
        std::ranges::find_if(m_rows, [pane](const Row& row) { return row.pane > pane; });
    return static_cast<int>(after - m_rows.begin());
}

int BoardModel::find(const IncidentId& id) const
{
    const auto it =
        std::ranges::find_if(m_rows, [&id](const Row& row) { return row.incident->id == id; });
    return it == m_rows.end() ? -1 : static_cast<int>(it - m_rows.begin());
}

void BoardModel::settle()
{
    if (m_isHeld || m_isSettled) {
        return;
    }
    m_isSettled = true;
    std::vector<BoardRank> ranks;
    ranks.reserve(m_rows.size());
    for (const Row& row : m_rows) {
        ranks.push_back(m_ranks.of(row.incident->id));
    }
    updatePanes();
    if (std::ranges::is_sorted(ranks)) {
        return;
    }
    std::ranges::sort(ranks);
    std::vector<IncidentId> wanted;
    wanted.reserve(ranks.size());
    for (BoardRank& rank : ranks) {
        wanted.emplace_back(std::move(rank.id));
    }
    moveTowards(wanted);
}

void BoardModel::updatePanes()
{
    for (int row = 0; row < rowCount(); ++row) {
        Row& r = m_rows[static_cast<std::size_t>(row)];
        if (const Pane pane = m_ranks.of(r.incident->id).pane; pane != r.pane) {
            r.pane = pane;
            Q_EMIT dataChanged(index(row), index(row), {static_cast<int>(BoardRole::Pane)});
        }
    }
}

// As few moves as the usual cases need: one row that fell back is moved down, everything else is pulled up.
void BoardModel::moveTowards(const std::vector<IncidentId>& wanted)
{
    std::unordered_map<IncidentId, int> target;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        target.emplace(wanted[i], static_cast<int>(i));
    }
    const auto targetOf = [&](int row) { return target.at(incidentAt(row)->id); };
    for (int i = 0; i < rowCount();) {
        if (targetOf(i) == i) {
            ++i;
        } else if (i + 1 < rowCount() && targetOf(i + 1) == i) {
            moveRow(i, targetOf(i));
        } else {
            moveRow(find(wanted[static_cast<std::size_t>(i)]), i);
        }
    }
}

void BoardModel::moveRow(int from, int to)
{
    beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    const auto begin = m_rows.begin();
    if (to > from) {
        std::rotate(begin + from, begin + from + 1, begin + to + 1);
    } else {
        std::rotate(begin + to, begin + from, begin + from + 1);
    }
    endMoveRows();
}

QString BoardModel::spokenText(const model::Incident& incident) const
{
    QStringList parts{
        shortNumberText(incident), gradeText(incident.grade), titleText(incident),
        placeText(*m_plan, incident.place), stateText(incident.state)};
    if (const model::Step* step = incident.nextStep(m_now)) {
        const model::Lamp lamp = step->lampAt(m_now);
        parts.append(
            stepCountdownText(stepName(*step), step->due - m_now, lamp == model::Lamp::Late));
        parts.append(redText(incident, *m_plan, m_now));
    }
    for (const RelationMark& mark : relationMarks(*m_relations, incident, m_now)) {
        parts.append(mark.text);
    }
    parts.append(watchText(incident, m_plan->utcOffsetMinutes));
    parts.removeAll(QString());
    if (incident.hasUnsent) {
        parts.append(tr("unsent"));
    }
    if (const auto unread = m_unread.find(incident.id); unread != m_unread.end()) {
        parts.append(tr("%n notes not read", nullptr, unread->second));
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace sz::widgets
