// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the roster page asks for in one line: presence, who is in charge of an area, heads lent and back.
#include "widgets/common/VisibleText.h"
#include "widgets/models/Wording.h"
#include "widgets/roster/DutyAsks.h"
#include "widgets/roster/RosterEdits.h"
#include "widgets/roster/RosterModel.h"
#include "widgets/roster/RosterPage.h"

#include <QRegularExpression>

namespace sz::widgets {

void RosterPage::write(const model::ShiftAct& act, const QString& done)
{
    const auto may = m_shifts.canPerform(act);
    if (may) {
        m_shifts.perform(act);
    }
    answer(may, done);
}

void RosterPage::tellPresence()
{
    const PostCode post = m_model->roster().posts[place().post].code;
    const QString name = m_model->postText(place().post);
    ask(tr("%1: here, away [14:00] where, no [what was tried]").arg(name),
        [this, post, name](const QString& text) {
            const auto act =
                typedPresence(text, post, m_ticks.now(), m_desk.plan().utcOffsetMinutes);
            if (!act) {
                Q_EMIT said(tr("Begin with here, away or no."));
                return;
            }
            write(*act, tr("Presence told: %1").arg(name));
        });
}

void RosterPage::putInCharge()
{
    const plan::Unit* unit = m_desk.plan().unit(unitHere());
    if (unit == nullptr || unit->kind != plan::UnitKind::Area) {
        Q_EMIT said(tr("Choose the row of an area first."));
        return;
    }
    const UnitCode area = unit->code;
    const PostCode leader = model::answeringPost(m_desk.plan(), area);
    ask(tr("In charge of %1: name [deputy] [from day] [until day]")
            .arg(unitText(m_desk.plan(), area)),
        [this, area, leader](const QString& text) {
            const auto act =
                typedCharge(text, area, leader, m_ticks.now(), m_desk.plan().utcOffsetMinutes);
            if (!act) {
                Q_EMIT said(tr("Write it as: name deputy 12-01 12-31"));
                return;
            }
            write(
                *act, tr("In charge of %1: %2")
                          .arg(
                              unitText(m_desk.plan(), area),
                              visibleLine(QString::fromStdString(act->leaderName))));
        });
}

// "40 武昌区 3": forty people to a unit or a place for three days.
void RosterPage::lend()
{
    ask(tr("Lend from %1: people, to whom or where, days")
            .arg(QString::fromStdString(unitHere().value)),
        [this](const QString& text) {
            static const QRegularExpression kForm(
                QStringLiteral("^(\\d{1,6})\\s+(.+?)(?:\\s+(\\d{1,3}))?$"));
            const auto match = kForm.match(text);
            if (!match.hasMatch()) {
                Q_EMIT said(tr("Write it as: 40 Wuchang 3"));
                return;
            }
            model::LendPosts act;
            act.unit = unitHere();
            act.people = match.captured(1).toInt();
            const std::string to = match.captured(2).toStdString();
            const auto unit = m_model->roster().unitNames.find(to);
            act.to = unit == m_model->roster().unitNames.end() ? UnitCode() : unit->second;
            act.place = act.to.empty() ? to : std::string();
            act.from = m_ticks.now();
            act.until =
                act.from
                + std::chrono::days(match.captured(3).isEmpty() ? 1 : match.captured(3).toInt());
            write(act, tr("Lent: %1").arg(text));
        });
}

// Of the unit's oldest loan that is not back yet, whether it lent or was lent to.
void RosterPage::takeBack()
{
    const UnitCode here = unitHere();
    for (const auto& [id, loan] : m_shifts.state().loans) {
        const int left = loan.lent.people - loan.returned;
        if (left <= 0 || (loan.lent.unit != here && loan.lent.to != here)) {
            continue;
        }
        const QString whose = unitText(m_desk.plan(), loan.lent.unit);
        ask(tr("Back to %1: how many of %2").arg(whose).arg(left), [this, id,
                                                                    whose](const QString& text) {
            bool isNumber = false;
            const int people = text.trimmed().toInt(&isNumber);
            if (!isNumber) {
                Q_EMIT said(tr("Write the number of people."));
                return;
            }
            write(model::ReturnPosts{id, people, {}}, tr("Back to %1: %2").arg(whose).arg(people));
        });
        return;
    }
    Q_EMIT said(tr("This unit has no loan that is still out."));
}

} // namespace sz::widgets
