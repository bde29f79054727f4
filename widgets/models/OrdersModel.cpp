// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/OrdersModel.h"

#include "widgets/common/Durations.h"
#include "widgets/common/VisibleText.h"
#include "widgets/models/OrderCare.h"
#include "widgets/models/RowSync.h"
#include "widgets/models/Wording.h"

#include <algorithm>
#include <utility>

namespace sz::widgets {

namespace {

std::vector<model::Order> leadFirst(const model::Incident& incident)
{
    std::vector<model::Order> orders = incident.orders;
    std::ranges::stable_partition(orders, &model::Order::isLead);
    return orders;
}

} // namespace

/// What syncRows asks for, told to the views.
struct OrdersModel::Edits
{
    OrdersModel& model;

    void insert(int row, const model::Order& order)
    {
        model.beginInsertRows({}, row, row);
        model.m_orders.insert(model.m_orders.begin() + row, order);
        model.endInsertRows();
    }

    void remove(int row)
    {
        model.beginRemoveRows({}, row, row);
        model.m_orders.erase(model.m_orders.begin() + row);
        model.endRemoveRows();
    }

    void move(int from, int to)
    {
        model.beginMoveRows({}, from, from, {}, to);
        const auto begin = model.m_orders.begin();
        std::rotate(begin + to, begin + from, begin + from + 1);
        model.endMoveRows();
    }
};

OrdersModel::OrdersModel(std::shared_ptr<const plan::Plan> plan, QObject* parent)
    : QAbstractTableModel(parent), m_plan(std::move(plan))
{
}

void OrdersModel::setIncident(const model::IncidentPtr& incident)
{
    const bool isSame =
        m_incident != nullptr && incident != nullptr && m_incident->id == incident->id;
    const std::vector<model::Order> orders =
        incident == nullptr ? std::vector<model::Order>() : leadFirst(*incident);
    if (isSame) {
        m_incident = incident;
        take(orders);
        return;
    }
    beginResetModel();
    m_incident = incident;
    m_orders = orders;
    endResetModel();
}

void OrdersModel::take(const std::vector<model::Order>& orders)
{
    syncRows(m_orders, orders, [](const model::Order& order) { return order.id; }, Edits{*this});
    m_orders = orders;
    if (!m_orders.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kOrderColumns - 1));
    }
}

void OrdersModel::setNow(Instant now)
{
    m_now = now;
    if (!m_orders.empty()) {
        const int column = static_cast<int>(OrderColumn::Limit);
        Q_EMIT dataChanged(index(0, column), index(rowCount() - 1, column), {Qt::DisplayRole});
    }
}

const model::Order& OrdersModel::orderAt(int row) const
{
    return m_orders.at(static_cast<std::size_t>(row));
}

int OrdersModel::rowOf(const OrderId& order) const
{
    const auto it = std::ranges::find(m_orders, order, &model::Order::id);
    return it == m_orders.end() ? -1 : static_cast<int>(it - m_orders.begin());
}

// The loudest; of equally loud ones the unit's own before the office's decision about it, then the earliest due.
const model::Step* OrdersModel::stepOf(const model::Order& order) const
{
    const auto weight = [&](const model::Step& step) {
        return std::pair(step.lampAt(m_now), step.unit == order.unit);
    };
    const model::Step* loudest = nullptr;
    for (const model::Step& step : m_incident->steps) { // earliest due first
        const bool isOurs = step.order == order.id;
        if (isOurs && (loudest == nullptr || weight(step) > weight(*loudest))) {
            loudest = &step;
        }
    }
    return loudest;
}

std::optional<Countdown> OrdersModel::countdownAt(int row) const
{
    const model::Step* step = stepOf(orderAt(row));
    if (step == nullptr) {
        return std::nullopt;
    }
    return Countdown{stepName(*step), step->due - m_now, step->lampAt(m_now)};
}

QString OrdersModel::outcomeAt(int row) const
{
    const model::Order& order = orderAt(row);
    if (order.doneAt) {
        return tr("done %1", "clock").arg(clockMinuteText(*order.doneAt, m_plan->utcOffsetMinutes));
    }
    if (order.returnedAt) {
        return tr("returned %1", "clock")
            .arg(clockMinuteText(*order.returnedAt, m_plan->utcOffsetMinutes));
    }
    if (order.withdrawnAt) {
        return tr("withdrawn %1", "clock")
            .arg(clockMinuteText(*order.withdrawnAt, m_plan->utcOffsetMinutes));
    }
    return {};
}

QString OrdersModel::careAt(int row) const
{
    return careNotes(*m_incident, orderAt(row), *m_plan, m_now).join(QStringLiteral(" · "));
}

int OrdersModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_orders.size());
}

int OrdersModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kOrderColumns;
}

QVariant OrdersModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto column = static_cast<OrderColumn>(index.column());
    if (role == Qt::DisplayRole) {
        return text(index.row(), column);
    }
    if (role == Qt::AccessibleTextRole) {
        const QString word = unitStateWord(unitState(orderAt(index.row()).state));
        if (column == OrderColumn::Unit) {
            return QStringList{text(index.row(), column), careAt(index.row())}
                .join(QLatin1Char(' '))
                .trimmed();
        }
        return column == OrderColumn::Signed ? word + QLatin1Char(' ') + text(index.row(), column)
                                             : text(index.row(), column);
    }
    return {};
}

QVariant OrdersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (static_cast<OrderColumn>(section)) {
    case OrderColumn::Unit:
        return tr("Unit");
    case OrderColumn::Signed:
        return tr("Signed in");
    case OrderColumn::Step:
        return tr("Step");
    case OrderColumn::Limit:
        return tr("Step limit");
    }
    return {};
}

QString OrdersModel::text(int row, OrderColumn column) const
{
    const model::Order& order = orderAt(row);
    switch (column) {
    case OrderColumn::Unit: {
        const QString unit = unitText(*m_plan, order.unit);
        return order.isLead ? tr("%1 (lead)", "unit").arg(unit) : unit;
    }
    case OrderColumn::Signed:
        return order.signedAt ? ageText(*order.signedAt - order.issuedAt) : QStringLiteral("—");
    case OrderColumn::Step:
        return visibleLine(
            QString::fromStdString(order.lastWord.empty() ? order.text : order.lastWord));
    case OrderColumn::Limit:
        return limitText(row);
    }
    return {};
}

QString OrdersModel::limitText(int row) const
{
    if (const auto countdown = countdownAt(row)) {
        return stepCountdownText(
            countdown->step, countdown->left, countdown->lamp == model::Lamp::Late);
    }
    return outcomeAt(row);
}

} // namespace sz::widgets
