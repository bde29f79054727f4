// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/late/LateModel.h"

#include "widgets/late/LateWords.h"

#include <algorithm>

namespace sz::widgets {

namespace {

bool isWaiting(const LateItem& item)
{
    return item.state == LateState::Unseen || item.state == LateState::Gone;
}

LateGroup restOf(LateState state, const std::vector<LateItem>& items)
{
    LateGroup group;
    group.isRest = true;
    group.rest = state;
    std::ranges::copy_if(items, std::back_inserter(group.items), [state](const LateItem& item) {
        return item.state == state;
    });
    return group;
}

} // namespace

int LateGroup::waiting() const
{
    return static_cast<int>(std::ranges::count_if(items, isWaiting));
}

LateModel::LateModel(std::shared_ptr<const plan::Plan> plan, QObject* parent)
    : QAbstractListModel(parent), m_plan(std::move(plan))
{
}

void LateModel::take(
    const std::vector<LateItem>& items,
    bool isFlood,
    const std::set<StepKey>& unsteady)
{
    beginResetModel();
    m_groups.clear();
    m_newCount = 0;
    std::vector<Alarm> alarms;
    std::map<StepKey, const LateItem*> byKey;
    for (const LateItem& item : items) {
        if (isWaiting(item)) {
            alarms.push_back(item.alarm);
            byKey.emplace(keyOf(item.alarm), &item);
        }
    }
    for (AlarmGroup& found : groupAlarms(alarms, isFlood, unsteady)) {
        LateGroup group;
        for (const Alarm& alarm : found.alarms) {
            group.items.push_back(*byKey.at(keyOf(alarm)));
        }
        group.group = std::move(found);
        m_groups.push_back(std::move(group));
    }
    for (const LateState rest : {LateState::Confirmed, LateState::Aside}) {
        if (LateGroup group = restOf(rest, items); !group.items.empty()) {
            group.isOpen = alarms.empty();
            m_groups.push_back(std::move(group));
        }
    }
    layRows();
    endResetModel();
}

void LateModel::update(const std::vector<LateItem>& items)
{
    std::map<StepKey, const LateItem*> byKey;
    for (const LateItem& item : items) {
        byKey.emplace(keyOf(item.alarm), &item);
    }
    for (LateGroup& group : m_groups) {
        for (LateItem& item : group.items) {
            const auto found = byKey.find(keyOf(item.alarm));
            if (found != byKey.end()) {
                item = *found->second;
                byKey.erase(found);
            } else {
                item.state = LateState::Over;
            }
        }
    }
    m_newCount = static_cast<int>(
        std::ranges::count_if(byKey, [](const auto& entry) { return isWaiting(*entry.second); }));
    if (!m_rows.empty()) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
}

void LateModel::setNow(Instant now)
{
    m_now = now;
}

void LateModel::setOpen(int row, bool isOpen)
{
    const int head = headOf(row);
    LateGroup& group = m_groups[m_rows[static_cast<std::size_t>(head)].group];
    if (group.isSingle() || group.isOpen == isOpen) {
        return;
    }
    const int count = static_cast<int>(group.items.size());
    group.isOpen = isOpen;
    if (isOpen) {
        beginInsertRows({}, head + 1, head + count);
        layRows();
        endInsertRows();
    } else {
        beginRemoveRows({}, head + 1, head + count);
        layRows();
        endRemoveRows();
    }
    Q_EMIT dataChanged(index(head), index(head));
}

void LateModel::layRows()
{
    m_rows.clear();
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        const LateGroup& group = m_groups[g];
        if (group.isSingle()) {
            m_rows.push_back({g, 0});
            continue;
        }
        m_rows.push_back({g, -1});
        for (int i = 0; group.isOpen && i < static_cast<int>(group.items.size()); ++i) {
            m_rows.push_back({g, i});
        }
    }
}

int LateModel::waiting() const
{
    int sum = 0;
    for (const LateGroup& group : m_groups) {
        sum += group.waiting();
    }
    return sum;
}

int LateModel::itemCount() const
{
    int sum = 0;
    for (const LateGroup& group : m_groups) {
        sum += static_cast<int>(group.items.size());
    }
    return sum;
}

const LateGroup& LateModel::groupAt(int row) const
{
    return m_groups[m_rows.at(static_cast<std::size_t>(row)).group];
}

const LateItem* LateModel::itemAt(int row) const
{
    const Row& at = m_rows.at(static_cast<std::size_t>(row));
    return at.item < 0 ? nullptr : &m_groups[at.group].items[static_cast<std::size_t>(at.item)];
}

int LateModel::headOf(int row) const
{
    while (row > 0 && m_rows[static_cast<std::size_t>(row)].item > 0) {
        --row;
    }
    const Row& at = m_rows.at(static_cast<std::size_t>(row));
    return at.item == 0 && !m_groups[at.group].isSingle() ? row - 1 : row;
}

int LateModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant LateModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const LateItem* item = itemAt(index.row());
    const bool isHead = item == nullptr;
    switch (role) {
    case Qt::DisplayRole:
        return isHead ? groupTitle(groupAt(index.row()), *m_plan) : itemTitle(*item);
    case Qt::AccessibleTextRole:
        return isHead
                   ? QStringLiteral("%1, %2").arg(
                         groupTitle(groupAt(index.row()), *m_plan), groupNote(groupAt(index.row())))
                   : QStringLiteral("%1, %2, %3")
                         .arg(
                             itemTitle(*item), itemNote(*item, *m_plan, m_now),
                             stateWord(item->state));
    default:
        return {};
    }
}

} // namespace sz::widgets
