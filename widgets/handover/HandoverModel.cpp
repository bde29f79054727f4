// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/handover/HandoverModel.h"

#include <QCoreApplication>

#include <algorithm>

namespace sz::widgets {
namespace {

HandoverItem rowItem(
    const plan::Plan& plan,
    const model::ShiftSheet::Row& row,
    const model::Incident* incident,
    const model::ShiftState* shift)
{
    HandoverItem item{
        HandoverItem::Sort::Row, row.row.part, row, lineOf(plan, row.row, incident, shift), 0, 0};
    if (incident != nullptr && row.row.part == model::SheetPart::Due) {
        const auto step = std::ranges::find(incident->steps, row.row.detail, &model::Step::ref);
        if (step != incident->steps.end() && step->due == row.row.due) {
            item.nearFrom = step->nearFrom;
            item.behindFrom = step->behindFrom;
        }
    }
    return item;
}

} // namespace

model::Lamp lampOf(const HandoverItem& item, Instant now)
{
    if (!item.row.row.due || item.row.isSettled || item.part == model::SheetPart::Shelved) {
        return model::Lamp::None;
    }
    return *item.row.row.due <= now ? model::Lamp::Late
           : now >= item.behindFrom ? model::Lamp::Behind
           : now >= item.nearFrom   ? model::Lamp::Near
                                    : model::Lamp::None;
}

std::vector<HandoverItem> itemsOf(
    const plan::Plan& plan,
    const model::ShiftSheet& sheet,
    const std::map<IncidentId, model::IncidentPtr>& incidents,
    const model::ShiftState* shift)
{
    std::vector<HandoverItem> items;
    for (std::size_t i = 1; i <= model::kSheetParts; ++i) {
        const auto part = static_cast<model::SheetPart>(i);
        const std::size_t head = items.size();
        items.push_back({HandoverItem::Sort::Heading, part, {}, {}, 0, 0});
        for (const auto& row : sheet.rows) {
            if (row.row.part != part) {
                continue;
            }
            const auto known = incidents.find(row.row.incident);
            const auto* incident = known == incidents.end() ? nullptr : known->second.get();
            items.push_back(rowItem(plan, row, incident, shift));
            items[head].count += row.isSettled ? 0 : 1;
            items[head].unread += row.row.isRed && !row.isSettled && !row.readBy ? 1 : 0;
        }
        if (items.size() == head + 1) {
            items.push_back({HandoverItem::Sort::Nothing, part, {}, {}, 0, 0});
        }
    }
    return items;
}

void HandoverModel::setItems(std::vector<HandoverItem> items)
{
    const bool isSame = std::ranges::equal(items, m_items, [](const auto& a, const auto& b) {
        return a.sort == b.sort && a.part == b.part && a.row.row.id == b.row.row.id;
    });
    if (isSame) {
        m_items = std::move(items);
        if (!m_items.empty()) {
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        }
        return;
    }
    beginResetModel();
    m_items = std::move(items);
    endResetModel();
}

const HandoverItem* HandoverModel::item(const QModelIndex& index) const
{
    return index.isValid() && index.row() < rowCount()
               ? &m_items[static_cast<std::size_t>(index.row())]
               : nullptr;
}

QModelIndex HandoverModel::indexOf(const std::string& row) const
{
    const auto it = std::ranges::find_if(m_items, [&](const HandoverItem& item) {
        return item.sort == HandoverItem::Sort::Row && item.row.row.id == row;
    });
    return it == m_items.end() ? QModelIndex() : index(static_cast<int>(it - m_items.begin()));
}

int HandoverModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant HandoverModel::data(const QModelIndex& index, int role) const
{
    const HandoverItem* one = item(index);
    if (one == nullptr || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)) {
        return {};
    }
    if (one->sort == HandoverItem::Sort::Heading) {
        return QStringList{partText(one->part), QString::number(one->count)}.join(u' ');
    }
    if (one->sort == HandoverItem::Sort::Nothing) {
        return emptyPartText(one->part);
    }
    const QString red = one->row.row.isRed
                            ? QCoreApplication::translate("sz::widgets::HandoverModel", "red")
                            : QString();
    const QString read =
        one->row.readBy ? QCoreApplication::translate("sz::widgets::HandoverModel", "read")
                        : QCoreApplication::translate("sz::widgets::HandoverModel", "not read");
    return QStringList{red, one->words.number, one->words.title, one->words.words, read}
        .join(u' ')
        .trimmed();
}

Qt::ItemFlags HandoverModel::flags(const QModelIndex& index) const
{
    const HandoverItem* one = item(index);
    const bool isRow = one != nullptr && one->sort == HandoverItem::Sort::Row;
    return isRow ? QAbstractListModel::flags(index) : Qt::NoItemFlags;
}

} // namespace sz::widgets
