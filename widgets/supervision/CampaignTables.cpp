// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/supervision/CampaignTables.h"

#include "widgets/common/Durations.h"
#include "widgets/common/ShareText.h"
#include "widgets/common/VisibleText.h"
#include "widgets/models/Wording.h"
#include "widgets/supervision/PlainTable.h"
#include "widgets/supervision/SupervisionWords.h"

#include <algorithm>

namespace sz::widgets {
namespace {

constexpr std::size_t kMostShown = 1'000'000; ///< rows of a view are ints

QString visible(const std::string& text)
{
    return visibleLine(QString::fromStdString(text));
}

double shareDone(const model::UnitTally& tally)
{
    const std::uint32_t real = tally.items - tally.voided;
    return real == 0 ? 1.0 : static_cast<double>(tally.done) / static_cast<double>(real);
}

QVariant rightAligned()
{
    return int(Qt::AlignRight | Qt::AlignVCenter);
}

} // namespace

ItemsModel::ItemsModel(std::shared_ptr<const plan::Plan> plan, QObject* parent)
    : QAbstractTableModel(parent), m_plan(std::move(plan))
{
}

void ItemsModel::setCampaign(std::shared_ptr<const model::Campaign> campaign, Instant now)
{
    m_campaign = std::move(campaign);
    m_now = now;
    refill();
}

void ItemsModel::setFilter(ItemFilter filter)
{
    if (filter != m_filter) {
        m_filter = std::move(filter);
        refill();
    }
}

int ItemsModel::rowOf(std::size_t item) const
{
    const auto it = std::ranges::lower_bound(m_rows, item);
    return it != m_rows.end() && *it == item ? static_cast<int>(it - m_rows.begin()) : -1;
}

bool ItemsModel::isShown(std::size_t i) const
{
    using Which = WhichItems;
    const model::ItemState state = m_campaign->state(i);
    const bool isIn = m_filter.which == Which::All
                      || (m_filter.which == Which::Open && state == model::ItemState::Open)
                      || (m_filter.which == Which::Done && state == model::ItemState::Done)
                      || (m_filter.which == Which::Void && state == model::ItemState::Void)
                      || (m_filter.which == Which::Late && m_campaign->isLate(i, m_now));
    if (!isIn) {
        return false;
    }
    const model::CampaignItem& item = m_campaign->item(i);
    if (!m_filter.unit.empty() && item.unit != m_filter.unit
        && !std::ranges::contains(item.support, m_filter.unit)) {
        return false;
    }
    return m_filter.text.empty() || item.key.contains(m_filter.text)
           || item.label.contains(m_filter.text) || item.place.contains(m_filter.text)
           || item.kind.contains(m_filter.text);
}

std::vector<std::uint32_t> ItemsModel::wanted() const
{
    std::vector<std::uint32_t> rows;
    const std::size_t count = m_campaign == nullptr ? 0 : m_campaign->size();
    for (std::size_t i = 0; i < count && rows.size() < kMostShown; ++i) {
        if (isShown(i)) {
            rows.push_back(static_cast<std::uint32_t>(i));
        }
    }
    return rows;
}

// Common is: nothing changes, or rows come in at the end; then selection and scroll stay as they are.
void ItemsModel::refill()
{
    std::vector<std::uint32_t> next = wanted();
    const bool isGrown =
        next.size() >= m_rows.size() && std::equal(m_rows.begin(), m_rows.end(), next.begin());
    if (!isGrown) {
        beginResetModel();
        m_rows = std::move(next);
        endResetModel();
        return;
    }
    if (next.size() > m_rows.size()) {
        beginInsertRows({}, static_cast<int>(m_rows.size()), static_cast<int>(next.size()) - 1);
        m_rows = std::move(next);
        endInsertRows();
    }
    if (!m_rows.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kItemColumns - 1));
    }
}

int ItemsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ItemsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kItemColumns;
}

QString ItemsModel::unitsText(const model::CampaignItem& item) const
{
    QString text = unitText(*m_plan, item.unit);
    if (!item.support.empty()) {
        text += QStringLiteral(" +%1").arg(item.support.size());
    }
    return text;
}

QString ItemsModel::text(std::size_t i, ItemColumn column) const
{
    const model::CampaignItem& item = m_campaign->item(i);
    switch (column) {
    case ItemColumn::Key:
        return visible(item.key);
    case ItemColumn::Label:
        return visible(item.label);
    case ItemColumn::Unit:
        return unitsText(item);
    case ItemColumn::Place:
        return visible(item.place.empty() ? item.kind : item.place);
    case ItemColumn::Due: {
        const auto due = m_campaign->due(i);
        return due ? dueText(*due, m_now, m_plan->utcOffsetMinutes) : QStringLiteral("—");
    }
    case ItemColumn::State:
        return m_campaign->isLate(i, m_now) ? tr("late") : itemStateText(m_campaign->state(i));
    }
    return {};
}

QVariant ItemsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || m_campaign == nullptr) {
        return {};
    }
    const std::size_t i = itemAt(index.row());
    const auto column = static_cast<ItemColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(i, column);
    case Qt::ToolTipRole: {
        const model::ItemMark* mark = m_campaign->mark(i);
        const QString words = mark == nullptr ? QString() : visible(mark->text);
        return tipText(
            words.isEmpty() ? text(i, column) : text(i, column) + QLatin1Char('\n') + words);
    }
    case ToneRole:
        return static_cast<int>(
            column == ItemColumn::Label && m_campaign->state(i) == model::ItemState::Open
                ? Token::Tx1
                : Token::Tx2);
    case LateRole:
        return column == ItemColumn::State && m_campaign->isLate(i, m_now);
    default:
        return {};
    }
}

QVariant ItemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (static_cast<ItemColumn>(section)) {
    case ItemColumn::Key:
        return tr("No.");
    case ItemColumn::Label:
        return tr("Item");
    case ItemColumn::Unit:
        return tr("Unit");
    case ItemColumn::Place:
        return tr("Place");
    case ItemColumn::Due:
        return tr("Due");
    case ItemColumn::State:
        return tr("State");
    }
    return {};
}

UnitsModel::UnitsModel(std::shared_ptr<const plan::Plan> plan, QObject* parent)
    : QAbstractTableModel(parent), m_plan(std::move(plan))
{
}

void UnitsModel::setCampaign(const std::shared_ptr<const model::Campaign>& campaign, Instant now)
{
    beginResetModel();
    m_rows.clear();
    m_late = 0;
    if (campaign != nullptr) {
        const std::vector<std::uint32_t> late = campaign->lateByUnit(now);
        for (std::size_t i = 0; i < campaign->units().size(); ++i) {
            const model::UnitTally& tally = campaign->units()[i];
            m_late += late[i];
            if (tally.items > 0) {
                m_rows.push_back({tally, late[i]});
            }
        }
    }
    std::ranges::stable_sort(m_rows, [](const Row& a, const Row& b) {
        return a.late != b.late ? a.late > b.late : shareDone(a.tally) < shareDone(b.tally);
    });
    endResetModel();
}

int UnitsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int UnitsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kUnitColumns;
}

QVariant UnitsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Row& row = rowAt(index.row());
    const auto column = static_cast<UnitColumn>(index.column());
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) {
        switch (column) {
        case UnitColumn::Unit:
            return unitText(*m_plan, row.tally.unit);
        case UnitColumn::Items:
            return numberText(row.tally.items - row.tally.voided);
        case UnitColumn::Share:
            return shareText(row.tally.done, row.tally.items - row.tally.voided);
        case UnitColumn::Open:
            return numberText(row.tally.open());
        case UnitColumn::Late:
            return numberText(row.late);
        }
    }
    if (role == Qt::TextAlignmentRole && column != UnitColumn::Unit) {
        return rightAligned();
    }
    if (role == BoldRole) {
        return column == UnitColumn::Unit;
    }
    if (role == BarRole && column == UnitColumn::Share) {
        return shareDone(row.tally);
    }
    if (role == LateRole) {
        return column == UnitColumn::Late && row.late > 0;
    }
    return {};
}

QVariant UnitsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    const auto column = static_cast<UnitColumn>(section);
    if (role == Qt::TextAlignmentRole && column != UnitColumn::Unit) {
        return rightAligned();
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (column) {
    case UnitColumn::Unit:
        return tr("Unit");
    case UnitColumn::Items:
        return tr("Items");
    case UnitColumn::Share:
        return tr("Done");
    case UnitColumn::Open:
        return tr("Open");
    case UnitColumn::Late:
        return tr("Late");
    }
    return {};
}

} // namespace sz::widgets
