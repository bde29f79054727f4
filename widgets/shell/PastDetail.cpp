// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/PastDetail.h"

#include "widgets/common/EmptyNote.h"
#include "widgets/common/SectionHeader.h"
#include "widgets/models/OrdersModel.h"
#include "widgets/models/TraceModel.h"
#include "widgets/watch/DetailHead.h"
#include "widgets/watch/DetailTables.h"

#include <QPainter>
#include <QVBoxLayout>

namespace sz::widgets {

PastDetail::PastDetail(
    std::shared_ptr<const plan::Plan> plan,
    const ThemeSource& theme,
    QWidget* parent)
    : QWidget(parent), m_theme(theme), m_ordersModel(std::make_unique<OrdersModel>(plan)),
      m_traceModel(std::make_unique<TraceModel>(plan)), m_empty(new EmptyNote(theme, this)),
      m_body(new QWidget(this)), m_head(new DetailHead(plan, theme, m_body)),
      m_ordersHeader(new SectionHeader(theme, tr("Orders"), m_body)),
      m_orders(new OrdersTable(*m_ordersModel, theme, m_body)),
      m_traceHeader(new SectionHeader(theme, tr("Trace"), m_body)),
      m_trace(new TraceTable(*m_traceModel, theme, m_body))
{
    setObjectName(QStringLiteral("pastDetail"));
    m_orders->setObjectName(QStringLiteral("pastOrders"));
    m_orders->setAccessibleName(tr("Orders at that moment"));
    m_trace->setObjectName(QStringLiteral("pastTrace"));
    m_trace->setAccessibleName(tr("Trace up to that moment"));
    auto* body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(0);
    body->addWidget(m_head);
    body->addWidget(m_ordersHeader);
    body->addWidget(m_orders);
    body->addWidget(m_traceHeader);
    body->addWidget(m_trace, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_empty, 0, Qt::AlignTop);
    column->addWidget(m_body, 1);
    setIncident(nullptr, {}, false);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

PastDetail::~PastDetail() = default;

void PastDetail::setIncident(const model::IncidentPtr& incident, Instant now, bool wasChosen)
{
    m_empty->setVisible(incident == nullptr);
    m_body->setVisible(incident != nullptr);
    m_empty->setReason(
        wasChosen ? tr("Not on the board at this moment") : tr("No incident selected"),
        wasChosen ? tr("it came later, or was closed a day before") : tr("choose one on the board"),
        false);
    m_ordersModel->setIncident(incident);
    m_ordersModel->setNow(now);
    m_traceModel->setIncident(incident);
    if (incident != nullptr) {
        m_head->setIncident(*incident, true);
        m_orders->setVisible(!incident->orders.empty());
        m_ordersHeader->setCount(QString::number(incident->orders.size()));
        m_traceHeader->setCount(QString::number(incident->trace.size()));
    }
}

void PastDetail::paintEvent(QPaintEvent* /*event*/)
{
    QPainter(this).fillRect(rect(), m_theme.color(Token::Bg1));
}

} // namespace sz::widgets
