// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/supervision/VisitView.h"

#include "widgets/common/ElidedLabel.h"
#include "widgets/common/EmptyNote.h"
#include "widgets/common/ErrorText.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/supervision/PlainTable.h"
#include "widgets/supervision/SupervisionWords.h"
#include "widgets/supervision/VisitSheet.h"
#include "widgets/supervision/VisitTable.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>

#include <algorithm>

namespace sz::widgets {

VisitView::VisitView(
    desk::Desk& desk,
    const ThemeSource& theme,
    const TickTimer& ticks,
    QWidget* parent)
    : QWidget(parent), m_desk(desk), m_theme(theme), m_now(ticks.now()),
      m_visits(new VisitModel(desk.sharedPlan(), this)),
      m_sheet(new VisitSheet(desk, theme, ticks, this))
{
    setObjectName(QStringLiteral("visitView"));
    build();
    connect(&desk, &desk::Desk::changed, this, [this] {
        if (isVisible()) {
            refresh();
        }
    });
    connect(m_sheet, &SideSheet::closed, this, [this] {
        m_sheet->hide();
        m_table->setFocus();
    });
    connect(m_sheet, &VisitSheet::done, this, [this](const IncidentId& id, const QString& words) {
        m_sheet->hide();
        refresh();
        m_table->setFocus();
        m_table->setCurrentIndex(m_visits->index(std::max(0, m_visits->rowOf(id)), 0));
        Q_EMIT said(words);
    });
    refresh();
}

void VisitView::build()
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    m_head = new ElidedLabel(m_theme, this);
    m_head->setObjectName(QStringLiteral("visitHead"));
    m_head->setToken(Token::Tx2);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 8, 12, 8);
    head->addWidget(m_head, 1);
    column->addLayout(head);
    m_empty = new EmptyNote(m_theme, this);
    auto* note = new QHBoxLayout;
    note->setContentsMargins(12, 0, 12, 8);
    note->addWidget(m_empty);
    column->addLayout(note);
    m_table =
        new PlainTable(m_theme, {{80, 0}, {70, 0}, {200, 5}, {110, 1}, {150, 0}, {80, 0}}, this);
    m_table->setObjectName(QStringLiteral("visitTable"));
    m_table->setAccessibleName(tr("Visits and findings"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModel(m_visits);
    column->addWidget(m_table, 1);
    auto* keys = new QHBoxLayout;
    keys->setContentsMargins(12, 6, 12, 6);
    keys->setSpacing(16);
    auto* add = scopedKeycap(m_theme, QKeySequence(Qt::ALT | Qt::Key_N), tr("new visit"), this);
    add->setObjectName(QStringLiteral("newVisitButton"));
    connect(add, &QAbstractButton::clicked, this, &VisitView::openSheet);
    auto* open =
        scopedKeycap(m_theme, QKeySequence(Qt::Key_Return), tr("open", "what a key does"), m_table);
    open->setParent(this);
    open->setObjectName(QStringLiteral("openFindingButton"));
    connect(open, &QAbstractButton::clicked, this, &VisitView::openChosen);
    connect(m_table, &QTableView::doubleClicked, this, &VisitView::openChosen);
    keys->addWidget(add);
    keys->addWidget(open);
    keys->addStretch(1);
    column->addLayout(keys);
    row->addLayout(column, 1);
    row->addWidget(m_sheet);
    m_sheet->hide();
}

void VisitView::enter()
{
    refresh();
    (m_sheet->isVisible() ? static_cast<QWidget*>(m_sheet) : m_table)->setFocus();
}

void VisitView::setNow(Instant now)
{
    const bool isOtherMinute = toUtcMs(now) / 60'000 != toUtcMs(m_now) / 60'000;
    m_now = now;
    if (isOtherMinute && isVisible()) {
        refresh();
    }
}

void VisitView::openSheet()
{
    const auto verdict =
        m_desk.canPerform({}, reportOf(m_desk, kVisitKind, QStringLiteral("-"), m_now));
    if (!verdict) {
        Q_EMIT said(errorText(verdict.error()));
        return;
    }
    m_sheet->show();
    m_sheet->open();
}

void VisitView::openChosen()
{
    if (const QModelIndex at = m_table->currentIndex(); at.isValid()) {
        Q_EMIT incidentRequested(m_visits->incidentAt(at.row()).id);
    }
}

void VisitView::refresh()
{
    const QModelIndex at = m_table->currentIndex();
    const IncidentId before = at.isValid() ? m_visits->incidentAt(at.row()).id : IncidentId();
    m_visits->setDesk(m_desk, m_now);
    if (m_visits->rowCount() > 0) {
        m_table->setCurrentIndex(m_visits->index(std::max(0, m_visits->rowOf(before)), 0));
    }
    m_empty->setVisible(m_visits->rowCount() == 0);
    m_table->horizontalHeader()->setVisible(m_visits->rowCount() > 0);
    m_empty->setReason(tr("No visit yet"), tr("Alt+N writes one with what was found"), false);
    m_head->setText(tr("findings open %1 · late %2").arg(m_visits->open()).arg(m_visits->late()));
}

} // namespace sz::widgets
