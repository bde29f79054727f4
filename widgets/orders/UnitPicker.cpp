// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/orders/UnitPicker.h"

#include "widgets/actions/DutyWords.h"
#include "widgets/actions/OrderTable.h"
#include "widgets/actions/PickEdit.h"
#include "widgets/actions/SideSheet.h"
#include "widgets/actions/UnitChoice.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/Language.h"
#include "widgets/models/Wording.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace sz::widgets {

UnitPicker::UnitPicker(
    const desk::Desk& desk,
    const plan::PlaceFinder& finder,
    const ThemeSource& theme,
    QWidget* sheet)
    : QWidget(sheet), m_desk(desk), m_plan(desk.plan()), m_finder(finder),
      m_edit(new PickEdit(theme, sheet, this)), m_note(new ElidedLabel(theme, this)),
      m_next(scopedKeycap(theme, QKeySequence(Qt::ALT | Qt::Key_L), tr("next unit leads"), sheet)),
      m_table(new OrderTable(theme, tr("Units of this order"), OrderTable::Use::Editing, this))
{
    m_edit->setObjectName(QStringLiteral("unitEdit"));
    m_edit->setAccessibleName(tr("Unit"));
    m_edit->setPlaceholderText(tr("unit"));
    m_edit->setAside(tr("initials, pinyin or Chinese; Enter adds"));
    m_note->setObjectName(QStringLiteral("unitNote"));
    m_note->setPixelSize(12);
    m_note->setToken(Token::Tx3);
    m_next->setObjectName(QStringLiteral("nextLeadButton"));
    m_table->setObjectName(QStringLiteral("unitTable"));
    setFocusProxy(m_edit);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_edit);
    column->addWidget(m_table);
    auto* below = new QHBoxLayout;
    below->addWidget(m_note, 1);
    below->addWidget(m_next);
    column->addLayout(below);
    connect(m_edit, &QLineEdit::textEdited, this, &UnitPicker::search);
    connect(m_edit, &PickEdit::listWanted, this, [this] { search(m_edit->text()); });
    connect(m_edit, &PickEdit::picked, this, [this](int row) {
        add(m_offered[static_cast<std::size_t>(row)]->code);
    });
    connect(m_edit, &PickEdit::erasedBack, this, [this] {
        remove(static_cast<int>(m_lines.size()) - 1);
    });
    connect(m_next, &QAbstractButton::clicked, this, &UnitPicker::leadNext);
    connect(m_table, &OrderTable::leadWanted, this, &UnitPicker::lead);
    connect(m_table, &OrderTable::removeWanted, this, &UnitPicker::remove);
    connect(&desk, &desk::Desk::shiftChanged, this, &UnitPicker::refresh);
    refresh();
}

void UnitPicker::setLines(std::vector<OrderLine> lines, Instant now)
{
    m_lines = std::move(lines);
    m_now = now;
    m_edit->closeList();
    m_edit->clear();
    refresh();
}

void UnitPicker::updateLines(std::vector<OrderLine> lines)
{
    m_lines = std::move(lines);
    refresh();
}

void UnitPicker::setStandingLead(const UnitCode& unit)
{
    m_standingLead = unit;
}

void UnitPicker::setDefaults(const OrderLine& limits)
{
    m_defaults = limits;
}

void UnitPicker::settle()
{
    m_edit->pickCurrent();
}

void UnitPicker::search(const QString& text)
{
    m_offered = chooseUnit(m_finder, text).candidates;
    std::vector<ChoiceRow> rows;
    for (const plan::Unit* unit : m_offered) {
        const DutyRoster roster = dutyRoster(m_desk);
        rows.push_back(
            {nameText(unit->name), QString::fromStdString(unit->code.value),
             dutyText(m_plan, unit->code, m_now, roster),
             dutyBrief(m_plan, unit->code, m_now, roster).isGap});
    }
    m_edit->offer(std::move(rows));
    tellNote();
}

void UnitPicker::add(const UnitCode& unit)
{
    m_edit->clear();
    if (!std::ranges::contains(m_lines, unit, &OrderLine::unit)) {
        OrderLine line = m_defaults;
        line.unit = unit;
        line.post = model::answeringPost(m_plan, unit);
        line.isLead = m_lines.empty() && m_standingLead.empty();
        m_lines.push_back(std::move(line));
        refresh();
        Q_EMIT linesChanged();
    }
}

void UnitPicker::remove(int row)
{
    if (row < 0 || row >= static_cast<int>(m_lines.size())) {
        return;
    }
    const bool wasLead = m_lines[static_cast<std::size_t>(row)].isLead;
    m_lines.erase(m_lines.begin() + row);
    if (wasLead && !m_lines.empty()) {
        m_lines.front().isLead = true;
    }
    refresh();
    if (m_lines.empty()) {
        m_edit->setFocus(Qt::OtherFocusReason);
    }
    Q_EMIT linesChanged();
}

void UnitPicker::lead(int row)
{
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        m_lines[i].isLead = static_cast<int>(i) == row;
    }
    refresh();
    Q_EMIT linesChanged();
}

void UnitPicker::leadNext()
{
    if (m_lines.empty()) {
        return;
    }
    const auto now = std::ranges::find(m_lines, true, &OrderLine::isLead);
    const auto next = now == m_lines.end() ? 0 : (now - m_lines.begin() + 1);
    lead(static_cast<int>(next) % static_cast<int>(m_lines.size()));
}

void UnitPicker::refresh()
{
    std::vector<OrderRow> rows;
    for (const OrderLine& line : m_lines) {
        OrderRow row;
        row.line = line;
        row.unit = unitText(m_plan, line.unit);
        const DutyBrief duty = dutyBrief(m_plan, line.unit, m_now, dutyRoster(m_desk));
        row.isGap = duty.isGap;
        row.duty = duty.text;
        rows.push_back(std::move(row));
    }
    m_table->setRows(std::move(rows));
    m_next->setVisible(m_lines.size() > 1);
    tellNote();
}

bool UnitPicker::isUnknown() const
{
    return m_offered.empty() && !m_edit->text().trimmed().isEmpty();
}

void UnitPicker::tellNote()
{
    m_note->setToken(isUnknown() ? Token::YelTx : Token::Tx3);
    if (isUnknown()) {
        m_note->setText(tr("No unit is called that."));
        return;
    }
    const bool isStanding =
        !m_standingLead.empty() && std::ranges::none_of(m_lines, &OrderLine::isLead);
    m_note->setText(
        m_lines.empty() ? QString()
        : isStanding    ? tr("%1 leads as before").arg(unitText(m_plan, m_standingLead))
                        : tr("In the list: L leads, Delete takes out"));
}

} // namespace sz::widgets
