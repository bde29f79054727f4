// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/force/ForceList.h"

#include "widgets/common/EmptyNote.h"
#include "widgets/common/TickTimer.h"
#include "widgets/force/MatterList.h"
#include "widgets/models/ForceWords.h"
#include "widgets/models/Wording.h"

#include <algorithm>

namespace sz::widgets {
namespace {

constexpr std::chrono::hours kNearly{24}; ///< of its planned end

model::Lamp lampOf(const model::TaskForce& force, Instant now)
{
    return now >= force.until             ? model::Lamp::Late
           : now >= force.until - kNearly ? model::Lamp::Near
                                          : model::Lamp::None;
}

} // namespace

ForceList::ForceList(desk::Desk& desk, const ThemeSource& theme, TickTimer& ticks, QWidget* parent)
    : SideSheet(theme, tr("Task forces"), tr("put away"), parent), m_desk(desk), m_ticks(ticks),
      m_list(new MatterList(theme, tr("Task forces at work"), this)),
      m_empty(new EmptyNote(theme, this))
{
    setObjectName(QStringLiteral("forceListSheet"));
    m_list->setObjectName(QStringLiteral("forceList"));
    m_empty->setReason(tr("No task force is at work"), tr("F6 on an incident forms one."), false);
    addWide(m_empty);
    addWide(m_list, 1);
    mainAct()->setLabel(tr("Open its board"));
    connect(mainAct(), &QAbstractButton::clicked, this, [this] {
        if (const MatterRow* row = m_list->current()) {
            Q_EMIT opened(row->incident);
        }
    });
    connect(m_list, &MatterList::activatedRow, this, [this](const MatterRow& row) {
        Q_EMIT opened(row.incident);
    });
    connect(m_list, &MatterList::focusLeft, this, &ForceList::refresh);
    connect(&desk, &desk::Desk::changed, this, &ForceList::refresh);
    connect(&ticks, &TickTimer::ticked, this, &ForceList::refresh);
}

ForceList::~ForceList()
{
    releaseFocus();
}

void ForceList::open()
{
    m_list->setNow(m_ticks.now());
    m_list->setRows(rows());
    refresh();
    m_list->setFocus(Qt::OtherFocusReason);
}

void ForceList::refresh()
{
    if (!isVisible()) {
        return;
    }
    m_list->setNow(m_ticks.now());
    m_list->follow(rows());
    const auto count = static_cast<int>(m_list->rows().size());
    m_empty->setVisible(count == 0);
    mainAct()->setEnabled(count > 0);
    setHeadNote(count == 0 ? QString() : tr("%n at work", nullptr, count));
}

std::vector<MatterRow> ForceList::rows() const
{
    std::vector<MatterRow> rows;
    for (const auto& [id, incident] : m_desk.incidents()) {
        const model::TaskForce* force = incident->force();
        if (force == nullptr || incident->state == model::IncidentState::Closed) {
            continue;
        }
        MatterRow row{
            id, force->entry, shortNumberText(*incident),   QString::fromStdString(force->name), {},
            {}, force->until, lampOf(*force, m_ticks.now())};
        const QString lead =
            tr("%1 in command", "unit").arg(unitText(m_desk.plan(), force->command().unit));
        const QString goals = goalsText(*force);
        row.words = goals.isEmpty() ? lead : lead + QStringLiteral(" · ") + goals;
        row.note = tr("%n members", nullptr, static_cast<int>(force->members.size()));
        rows.push_back(std::move(row));
    }
    std::ranges::stable_sort(rows, {}, &MatterRow::due);
    return rows;
}

} // namespace sz::widgets
