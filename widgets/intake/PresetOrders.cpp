// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/intake/PresetOrders.h"

#include "widgets/actions/DutyWords.h"
#include "widgets/actions/OrderTable.h"
#include "widgets/actions/SideSheet.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/models/Wording.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace sz::widgets {

PresetOrders::PresetOrders(const desk::Desk& desk, const ThemeSource& theme, QWidget* sheet)
    : QWidget(sheet), m_desk(desk), m_plan(desk.plan()), m_title(new ElidedLabel(theme, this)),
      m_all(scopedKeycap(theme, QKeySequence(Qt::ALT | Qt::Key_P), tr("tick all"), sheet)),
      m_table(new OrderTable(theme, tr("Orders of the plan"), OrderTable::Use::Checklist, this))
{
    m_title->setPixelSize(13);
    m_title->setToken(Token::Tx2);
    m_title->setObjectName(QStringLiteral("presetTitle"));
    m_all->setObjectName(QStringLiteral("presetAllButton"));
    m_table->setObjectName(QStringLiteral("presetTable"));
    setFocusProxy(m_table);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_all);
    column->addLayout(head);
    column->addWidget(m_table);
    connect(m_all, &QAbstractButton::clicked, this, &PresetOrders::toggleAll);
    connect(m_table, &OrderTable::ticked, this, [this](int row, bool isOn) {
        const UnitCode unit = m_table->rows()[static_cast<std::size_t>(row)].line.unit;
        std::erase(m_ticked, unit);
        if (isOn) {
            m_ticked.push_back(unit);
        }
        describe();
        Q_EMIT tickedChanged();
    });
    connect(&desk, &desk::Desk::shiftChanged, this, &PresetOrders::refresh);
    describe();
}

void PresetOrders::setMatter(
    const KindCode& kind,
    plan::Grade grade,
    const plan::Place& place,
    plan::Mode mode,
    Instant now)
{
    m_mode = mode;
    m_kind = kind;
    m_grade = grade;
    m_place = place;
    m_now = now;
    refresh();
}

void PresetOrders::setTicked(const std::vector<UnitCode>& units)
{
    m_ticked = units;
    refresh();
}

std::vector<OrderLine> PresetOrders::tickedLines() const
{
    std::vector<OrderLine> lines;
    for (const OrderRow& row : m_table->rows()) {
        if (row.isTicked) {
            lines.push_back(row.line);
        }
    }
    if (!lines.empty() && std::ranges::none_of(lines, &OrderLine::isLead)) {
        lines.front().isLead = true; // somebody leads, also when the plan's lead is not ticked
    }
    return lines;
}

void PresetOrders::refresh()
{
    std::vector<OrderRow> rows;
    for (const UnitCode& unit : suggestedUnits(m_plan, m_kind, m_place)) {
        OrderRow row;
        row.line = draftLine(m_plan, unit, m_kind, m_grade, m_mode);
        row.line.arrive = m_plan.limitsFor(m_kind, m_grade, m_mode).arrive;
        row.line.isLead = rows.empty();
        row.unit = unitText(m_plan, unit);
        const DutyBrief duty = dutyBrief(m_plan, unit, m_now, dutyRoster(m_desk));
        row.isGap = duty.isGap;
        row.duty = duty.text;
        row.isTicked = std::ranges::contains(m_ticked, unit);
        rows.push_back(std::move(row));
    }
    m_table->setRows(std::move(rows));
    describe();
}

void PresetOrders::toggleAll()
{
    const auto& rows = m_table->rows();
    const bool isAll = std::ranges::all_of(rows, &OrderRow::isTicked);
    std::vector<UnitCode> units;
    if (!isAll) {
        std::ranges::transform(
            rows, std::back_inserter(units), [](const OrderRow& r) { return r.line.unit; });
    }
    setTicked(units);
    Q_EMIT tickedChanged();
}

void PresetOrders::describe()
{
    const auto count = static_cast<int>(m_table->rows().size());
    const bool isAll = count > 0 && std::ranges::all_of(m_table->rows(), &OrderRow::isTicked);
    m_title->setText(
        count == 0
            ? tr("Orders are suggested once kind and place are known")
            : tr("%1: what is ticked goes out with the report").arg(kindText(m_plan, m_kind)));
    m_all->setVisible(count > 0);
    m_all->setLabel(isAll ? tr("untick all") : tr("tick all %1").arg(count));
}

} // namespace sz::widgets
