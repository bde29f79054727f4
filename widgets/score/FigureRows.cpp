// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/score/FigureRows.h"

#include "widgets/actions/SideSheet.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/score/FigureRowsModel.h"
#include "widgets/score/ReportTable.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <initializer_list>

namespace sz::widgets {
namespace {

constexpr int kHead = 36;

} // namespace

FigureRows::FigureRows(
    std::shared_ptr<const plan::Plan> plan,
    const ThemeSource& theme,
    QWidget* parent)
    : QWidget(parent), m_model(new FigureRowsModel(std::move(plan), this)),
      m_title(new ElidedLabel(theme, this)), m_table(new ReportTable(theme, {}, false, this))
{
    m_table->setAccessibleName(tr("Rows of the figure"));
    m_title->setPixelSize(14, true);
    m_title->setObjectName(QStringLiteral("figureRowsTitle"));
    m_table->setObjectName(QStringLiteral("figureRowsTable"));
    m_table->setModel(m_model);
    m_table->setWidths({128, 52, 0, 132, 72});
    auto* head = new QWidget(this);
    head->setFixedHeight(kHead);
    auto* line = new QHBoxLayout(head);
    line->setContentsMargins(12, 0, 12, 0);
    line->addWidget(m_title, 1);
    m_go = scopedKeycap(
        theme, QKeySequence(Qt::Key_Return), tr("to the incident", "key of a row"), m_table);
    m_go->setObjectName(QStringLiteral("goToIncidentButton"));
    m_go->setParent(head);
    line->addWidget(m_go);
    connect(m_go, &QAbstractButton::clicked, this, [this] { open(m_table->currentIndex()); });
    connect(m_table, &QAbstractItemView::doubleClicked, this, &FigureRows::open);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(m_table, 1);
    giveRoom();
}

void FigureRows::showRows(
    const QString& title,
    std::vector<report::Row> rows,
    Instant asOf,
    int chosen)
{
    m_title->setText(title);
    m_model->setRows(std::move(rows), asOf);
    giveRoom();
    const int row = std::clamp(chosen, 0, std::max(0, m_model->rowCount() - 1));
    if (m_model->rowCount() > 0) {
        m_table->setCurrentIndex(m_model->index(row, 0));
        m_table->scrollTo(m_model->index(row, 0), QAbstractItemView::PositionAtCenter);
    }
}

void FigureRows::clear(const QString& why)
{
    m_title->setText(why);
    m_model->setRows({}, {});
    giveRoom();
}

void FigureRows::giveRoom()
{
    const bool hasRows = m_model->rowCount() > 0;
    for (QWidget* one : std::initializer_list<QWidget*>{m_table, m_go}) {
        one->setVisible(hasRows);
    }
    setSizePolicy(QSizePolicy::Preferred, hasRows ? QSizePolicy::Expanding : QSizePolicy::Fixed);
}

void FigureRows::open(const QModelIndex& index)
{
    if (index.isValid()) {
        Q_EMIT incidentRequested(m_model->rowAt(index.row()).incident->id);
    }
}

} // namespace sz::widgets
