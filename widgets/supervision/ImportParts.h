// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Parts of the import sheet: which column is what, how the first rows would be read, what was refused, how far it is.

#include "data/exchange/CampaignSheet.h"
#include "widgets/common/ThemeSource.h"

#include <QAbstractTableModel>
#include <QWidget>

#include <array>
#include <memory>

class QComboBox;

namespace sz::widgets {

[[nodiscard]] QString fieldText(exchange::SheetField field);

/// A list for each field with the sheet's columns, "—" for none.
class MappingFields final : public QWidget
{
    Q_OBJECT
public:
    explicit MappingFields(const ThemeSource& theme, QWidget* parent = nullptr);

    /// Does not emit.
    void setSheet(const std::vector<std::string>& head, const exchange::SheetMapping& mapping);
    [[nodiscard]] exchange::SheetMapping mapping() const;
    [[nodiscard]] QComboBox* box(exchange::SheetField field) const
    {
        return m_boxes[static_cast<std::size_t>(field)];
    }

Q_SIGNALS:
    void changed();

private:
    std::array<QComboBox*, exchange::kSheetFields> m_boxes{};
};

/// The first rows in the mapped columns.
class SampleModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    void setSheet(
        std::shared_ptr<const exchange::SheetText> sheet,
        const exchange::SheetMapping& mapping);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const exchange::SheetText> m_sheet;
    exchange::SheetMapping m_mapping;
};

/// Line, field and reason of every refused row.
class RefusedModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    void setRows(std::shared_ptr<const std::vector<exchange::RefusedRow>> rows);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const std::vector<exchange::RefusedRow>> m_rows;
};

/// A bar with its words; hidden until told.
class ProgressLine final : public QWidget
{
    Q_OBJECT
public:
    explicit ProgressLine(const ThemeSource& theme, QWidget* parent = nullptr);
    /// 0 to 1.
    void setProgress(double share, const QString& words);
    [[nodiscard]] double share() const { return m_share; }
    [[nodiscard]] QSize sizeHint() const override { return {200, 28}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const ThemeSource& m_theme;
    double m_share = 0;
    QString m_words;
};

} // namespace sz::widgets
