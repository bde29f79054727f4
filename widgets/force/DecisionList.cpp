// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/force/DecisionList.h"

#include "widgets/common/EmptyNote.h"
#include "widgets/common/TickTimer.h"
#include "widgets/common/VisibleText.h"
#include "widgets/force/MatterList.h"
#include "widgets/models/ForceWords.h"
#include "widgets/models/Wording.h"

#include <algorithm>

namespace sz::widgets {

DecisionList::DecisionList(
    desk::Desk& desk,
    const ThemeSource& theme,
    TickTimer& ticks,
    QWidget* parent)
    : SideSheet(theme, tr("For decision"), tr("put away"), parent), m_desk(desk), m_ticks(ticks),
      m_list(new MatterList(theme, tr("Questions that wait for a decision"), this)),
      m_empty(new EmptyNote(theme, this))
{
    setObjectName(QStringLiteral("decisionListSheet"));
    m_list->setObjectName(QStringLiteral("decisionList"));
    m_empty->setReason(
        tr("Nothing waits for a decision"), tr("Q on an incident puts it here."), false);
    addWide(m_empty);
    addWide(m_list, 1);
    mainAct()->setLabel(tr("Decide by an order"));
    connect(mainAct(), &QAbstractButton::clicked, this, [this] {
        if (const MatterRow* row = m_list->current()) {
            decide(MatterRow(*row));
        }
    });
    connect(m_list, &MatterList::activatedRow, this, &DecisionList::decide);
    connect(m_list, &MatterList::focusLeft, this, &DecisionList::refresh);
    connect(&desk, &desk::Desk::changed, this, &DecisionList::refresh);
    connect(&ticks, &TickTimer::ticked, this, &DecisionList::refresh);
}

DecisionList::~DecisionList()
{
    releaseFocus();
}

void DecisionList::open(const IncidentId& first)
{
    say({});
    m_list->setNow(m_ticks.now());
    m_list->setRows(rows());
    const auto& shown = m_list->rows();
    const auto at = std::ranges::find(shown, first, &MatterRow::incident);
    m_list->setCurrent(at == shown.end() ? 0 : static_cast<int>(at - shown.begin()));
    describe();
    m_list->setFocus(Qt::OtherFocusReason);
}

void DecisionList::resume()
{
    const int at = m_list->currentIndex().row();
    const MatterRow* current = m_list->current();
    const auto before = current == nullptr ? std::optional<MatterRow>() : *current;
    const std::vector<MatterRow> now = rows();
    const auto same = std::ranges::find_if(
        now, [&before](const MatterRow& row) { return before && row.isSame(*before); });
    const int next = same == now.end() ? at : static_cast<int>(same - now.begin());
    say({});
    m_list->setNow(m_ticks.now());
    m_list->setRows(now); // without the settled row the next one stands in its place
    m_list->setCurrent(next);
    describe();
    m_list->setFocus(Qt::OtherFocusReason);
}

void DecisionList::refresh()
{
    if (isVisible()) {
        m_list->setNow(m_ticks.now());
        m_list->follow(rows());
        describe();
    }
}

void DecisionList::describe()
{
    const auto open =
        static_cast<int>(std::ranges::count(m_list->rows(), false, &MatterRow::isOver));
    m_empty->setVisible(m_list->rows().empty());
    setHeadNote(open == 0 ? QString() : tr("%n wait", nullptr, open));
    mainAct()->setEnabled(open > 0);
}

void DecisionList::decide(const MatterRow& row)
{
    if (row.isOver) {
        say(tr("Meanwhile somebody has settled it."));
        return;
    }
    const auto may = m_desk.canPerform(row.incident, model::DropDecision{row.key, "-"});
    if (!may) {
        say(shortReason(may.error()), true);
        return;
    }
    say({});
    Q_EMIT decideRequested(row.incident, row.key);
}

std::vector<MatterRow> DecisionList::rows() const
{
    std::vector<std::pair<Instant, MatterRow>> found;
    for (const auto& [id, incident] : m_desk.incidents()) {
        if (incident->state == model::IncidentState::Closed) {
            continue;
        }
        for (const model::Decision& one : incident->decisions) {
            const model::Step* step = one.settledAt ? nullptr : stepOf(*incident, one);
            if (step == nullptr) {
                continue;
            }
            MatterRow row{
                id,
                one.entry,
                shortNumberText(*incident),
                titleText(*incident),
                visibleLine(QString::fromStdString(one.question)),
                tr("asked by %1", "post or unit")
                    .arg(whoText(m_desk.plan(), one.askedBy, one.askedByPost)),
                step->due,
                step->lampAt(m_ticks.now())};
            found.emplace_back(one.askedAt, std::move(row));
        }
    }
    std::ranges::stable_sort(found, {}, [](const auto& one) { return one.first; });
    std::vector<MatterRow> rows;
    for (auto& [at, row] : found) {
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace sz::widgets
