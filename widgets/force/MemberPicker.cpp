// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/force/MemberPicker.h"

#include "widgets/actions/DutyWords.h"
#include "widgets/actions/PickEdit.h"
#include "widgets/actions/UnitChoice.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/Language.h"
#include "widgets/common/VisibleText.h"
#include "widgets/force/MemberTable.h"
#include "widgets/models/Wording.h"

#include <QVBoxLayout>

#include <algorithm>

namespace sz::widgets {
namespace {

constexpr std::size_t kMost = 12;

// The first word is the unit, the rest what it is there for.
qsizetype gapOf(const QString& typed)
{
    const QString text = typed.trimmed();
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isSpace() || text[i] == u',' || text[i] == u'，' || text[i] == u':'
            || text[i] == u'：') {
            return i;
        }
    }
    return text.size();
}

} // namespace

std::vector<Seat>
seatsNamed(const plan::Plan& plan, const plan::PlaceFinder& finder, const QString& typed)
{
    const QString word = typed.trimmed().first(gapOf(typed));
    std::vector<Seat> seats;
    if (word.isEmpty()) {
        return seats;
    }
    std::vector<const plan::Unit*> units = unitsNamed(finder, word, kMost);
    std::ranges::stable_partition(units, [](const plan::Unit* u) { return canTakeOrders(*u); });
    for (const plan::Unit* unit : units) {
        const PostCode first = model::answeringPost(plan, unit->code);
        if (first.empty()) {
            continue; // nobody could be there
        }
        seats.push_back({unit->code, first});
        for (const plan::Post& post : plan.posts) {
            if (post.unit == unit->code && post.code != first) {
                seats.push_back({unit->code, post.code});
            }
        }
    }
    seats.resize(std::min(seats.size(), kMost));
    return seats;
}

std::vector<ChoiceRow> seatRows(const desk::Desk& desk, const std::vector<Seat>& seats, Instant now)
{
    const plan::Plan& plan = desk.plan();
    const DutyRoster roster = dutyRoster(desk);
    std::vector<ChoiceRow> rows;
    for (const Seat& seat : seats) {
        const plan::Unit* unit = plan.unit(seat.unit);
        const bool isGap = dutyBrief(plan, seat.unit, now, roster).isGap;
        rows.push_back(
            {nameText(unit->name), QString::fromStdString(seat.unit.value),
             postText(plan, seat.post), isGap});
    }
    return rows;
}

MemberPicker::MemberPicker(
    const desk::Desk& desk,
    const plan::PlaceFinder& finder,
    const ThemeSource& theme,
    QWidget* sheet)
    : QWidget(sheet), m_desk(desk), m_plan(desk.plan()), m_finder(finder),
      m_edit(new PickEdit(theme, sheet, this)),
      m_table(new MemberTable(theme, tr("Members of the task force"), true, this)),
      m_note(new ElidedLabel(theme, this))
{
    m_edit->setObjectName(QStringLiteral("memberEdit"));
    m_edit->setAccessibleName(tr("Member"));
    m_edit->setPlaceholderText(tr("unit, then what for"));
    m_edit->setAside(tr("initials, pinyin or Chinese; Enter adds"));
    m_table->setObjectName(QStringLiteral("memberTable"));
    m_note->setPixelSize(12);
    m_note->setToken(Token::Tx3);
    setFocusProxy(m_edit);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_edit);
    column->addWidget(m_table);
    column->addWidget(m_note);
    connect(m_edit, &QLineEdit::textEdited, this, &MemberPicker::search);
    connect(m_edit, &PickEdit::picked, this, [this](int row) {
        add(m_offered.at(static_cast<std::size_t>(row)));
    });
    connect(m_edit, &PickEdit::erasedBack, this, [this] {
        remove(static_cast<int>(m_members.size()) - 1);
    });
    connect(m_table, &MemberTable::removeWanted, this, &MemberPicker::remove);
    refresh();
}

void MemberPicker::setMembers(std::vector<model::ForceMember> members, Instant now)
{
    m_members = std::move(members);
    m_now = now;
    m_edit->closeList();
    m_edit->clear();
    refresh();
}

void MemberPicker::settle()
{
    m_edit->pickCurrent();
}

void MemberPicker::search(const QString& text)
{
    m_offered = seatsNamed(m_plan, m_finder, text);
    m_edit->offer(seatRows(m_desk, m_offered, m_now));
}

// The same post once; named again it is there for what is said now.
void MemberPicker::add(const Seat& seat)
{
    const QString typed = m_edit->text().trimmed();
    const std::string task = typed.mid(gapOf(typed) + 1).trimmed().toStdString();
    m_edit->clear();
    const auto known = std::ranges::find_if(m_members, [&seat](const model::ForceMember& m) {
        return m.unit == seat.unit && m.post == seat.post;
    });
    if (known == m_members.end()) {
        m_members.push_back({seat.unit, seat.post, task});
    } else if (!task.empty()) {
        known->task = task;
    }
    refresh();
    Q_EMIT changed();
}

void MemberPicker::remove(int row)
{
    if (row < 0 || row >= static_cast<int>(m_members.size())) {
        return;
    }
    m_members.erase(m_members.begin() + row);
    refresh();
    if (m_members.empty()) {
        m_edit->setFocus(Qt::OtherFocusReason);
    }
    Q_EMIT changed();
}

void MemberPicker::refresh()
{
    std::vector<MemberRow> rows;
    for (const model::ForceMember& m : m_members) {
        rows.push_back(
            {unitText(m_plan, m.unit), postText(m_plan, m.post),
             visibleLine(QString::fromStdString(m.task)), false, std::nullopt});
    }
    m_table->setRows(std::move(rows));
    m_note->setText(m_members.empty() ? QString() : tr("In the list: Delete takes out"));
    m_note->setVisible(!m_members.empty());
}

} // namespace sz::widgets
