// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A list of matters, two lines each: number and title with their limit, words and a note below.

#include "data/base/Ids.h"
#include "widgets/common/Painters.h"
#include "widgets/common/ThemeSource.h"

#include <QAbstractListModel>
#include <QListView>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sz::widgets {

struct MatterRow
{
    IncidentId incident;
    std::string key; ///< names the row inside its incident; the same key is the same row
    QString number;
    QString title;
    QString words;
    QString note;
    Instant due; ///< of the limit
    model::Lamp lamp = model::Lamp::None;
    bool isOver = false; ///< settled, ended: stands only until the list is left

    [[nodiscard]] bool isSame(const MatterRow& other) const
    {
        return incident == other.incident && key == other.key;
    }
};

/// Rows in the order given; never moves one.
class MatterModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    /// Rows that are the same in the same order are changed in place, later ones inserted; anything else is a reset.
    void setRows(std::vector<MatterRow> rows);
    [[nodiscard]] const std::vector<MatterRow>& rows() const { return m_rows; }
    void setNow(Instant now);
    [[nodiscard]] Instant now() const { return m_now; }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<MatterRow> m_rows;
    Instant m_now;
};

/// Nothing moves under the hand: rows stay where they are shown, what is new comes last, what is gone is over.
[[nodiscard]] std::vector<MatterRow>
frozenRows(const std::vector<MatterRow>& shown, const std::vector<MatterRow>& fresh);

/// Up and Down move, Enter activates. No input method while it has the focus. Thread: gui.
class MatterList final : public QListView
{
    Q_OBJECT
public:
    MatterList(const ThemeSource& theme, const QString& name, QWidget* parent);
    ~MatterList() override;

    void setRows(std::vector<MatterRow> rows);
    /// The same while the list has the focus: see frozenRows.
    void follow(std::vector<MatterRow> fresh);
    void setNow(Instant now);
    [[nodiscard]] const std::vector<MatterRow>& rows() const { return m_model->rows(); }
    /// Null when the list is empty.
    [[nodiscard]] const MatterRow* current() const;
    void setCurrent(int row);

Q_SIGNALS:
    void activatedRow(const sz::widgets::MatterRow& row);
    void focusLeft();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    std::unique_ptr<MatterModel> m_model;
};

} // namespace sz::widgets
