// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Headings and rows of the handover sheet as a list.

#include "data/report/Handover.h"
#include "widgets/handover/HandoverWords.h"

#include <QAbstractListModel>

#include <vector>

namespace sz::widgets {

/// A heading, what an empty part says, or a row.
struct HandoverItem
{
    enum class Sort : std::uint8_t {
        Heading,
        Nothing,
        Row,
    };
    Sort sort = Sort::Row;
    model::SheetPart part = model::SheetPart::Note;
    model::ShiftSheet::Row row;
    SheetLine words;
    int count = 0;                       ///< Heading: rows that still matter
    int unread = 0;                      ///< Heading: red rows not read
    Instant nearFrom = Instant::max();   ///< Row of a step: when its lamp says near
    Instant behindFrom = Instant::max(); ///< and behind
};
/// Late by the row's own limit; near and behind as the board has the step. An alarm put aside is not late when it comes back.
[[nodiscard]] model::Lamp lampOf(const HandoverItem& item, Instant now);

class HandoverModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    /// In the order of the parts; rows keep their places inside one. The same rows are changed in place.
    void setItems(std::vector<HandoverItem> items);
    [[nodiscard]] const HandoverItem* item(const QModelIndex& index) const;
    /// Invalid when there is no such row.
    [[nodiscard]] QModelIndex indexOf(const std::string& row) const;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    std::vector<HandoverItem> m_items;
};

/// Headings and rows of a sheet.
/// With `shift` a promise that is settled says what became of it.
[[nodiscard]] std::vector<HandoverItem> itemsOf(
    const plan::Plan& plan,
    const model::ShiftSheet& sheet,
    const std::map<IncidentId, model::IncidentPtr>& incidents,
    const model::ShiftState* shift = nullptr);

} // namespace sz::widgets
