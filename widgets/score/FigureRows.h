// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where a figure comes from: its rows as a list, each of which leads to its incident.

#include "data/report/Figures.h"
#include "widgets/common/ThemeSource.h"

#include <QWidget>

#include <memory>

namespace sz::widgets {

class ElidedLabel;
class FigureRowsModel;
class KeycapButton;
class ReportTable;

/// A line that says whose rows these are, and the rows; without any it is the line alone. Enter or a double click goes to the incident.
class FigureRows final : public QWidget
{
    Q_OBJECT
public:
    FigureRows(
        std::shared_ptr<const plan::Plan> plan,
        const ThemeSource& theme,
        QWidget* parent = nullptr);

    /// `chosen`: the row that is the figure itself, as the rank of a percentile; −1: none.
    void
    showRows(const QString& title, std::vector<report::Row> rows, Instant asOf, int chosen = -1);
    void clear(const QString& why);
    [[nodiscard]] ReportTable& table() { return *m_table; }
    [[nodiscard]] FigureRowsModel& model() { return *m_model; }

Q_SIGNALS:
    void incidentRequested(const sz::IncidentId& id);

private:
    void open(const QModelIndex& index);
    void giveRoom();

    FigureRowsModel* m_model;
    ElidedLabel* m_title;
    ReportTable* m_table;
    KeycapButton* m_go = nullptr;
};

} // namespace sz::widgets
