// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// An incident as it stood at a moment: head, orders, trace. Nothing in it can be acted on.

#include "data/model/World.h"
#include "widgets/common/ThemeSource.h"

#include <QWidget>

#include <memory>

namespace sz::widgets {

class DetailHead;
class EmptyNote;
class OrdersModel;
class OrdersTable;
class SectionHeader;
class TraceModel;
class TraceTable;

/// Thread: gui.
class PastDetail final : public QWidget
{
    Q_OBJECT
public:
    PastDetail(std::shared_ptr<const plan::Plan> plan, const ThemeSource& theme, QWidget* parent);
    ~PastDetail() override;

    /// Null: nothing is selected, or it was not there at that moment (`wasChosen`).
    void setIncident(const model::IncidentPtr& incident, Instant now, bool wasChosen);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const ThemeSource& m_theme;
    std::unique_ptr<OrdersModel> m_ordersModel;
    std::unique_ptr<TraceModel> m_traceModel;
    EmptyNote* m_empty;
    QWidget* m_body;
    DetailHead* m_head;
    SectionHeader* m_ordersHeader;
    OrdersTable* m_orders;
    SectionHeader* m_traceHeader;
    TraceTable* m_trace;
};

} // namespace sz::widgets
