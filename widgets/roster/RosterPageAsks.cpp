// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the roster page asks for in one line: presence, who is in charge of an area, heads lent and back.
#include "data/desk/OnResult.h"
#include "data/roster/sheet/LoanSheet.h"
#include "data/threads/PoolWork.h"
#include "widgets/common/ErrorText.h"
#include "widgets/common/VisibleText.h"
#include "widgets/models/Wording.h"
#include "widgets/roster/DutyAsks.h"
#include "widgets/roster/RosterEdits.h"
#include "widgets/roster/RosterModel.h"
#include "widgets/roster/RosterPage.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>

#include <algorithm>
#include <filesystem>

namespace sz::widgets {
namespace {

QString refusedText(const roster::RefusedLoan& one)
{
    const QString cell = visibleLine(QString::fromStdString(one.text));
    switch (one.fault) {
    case roster::LoanFault::NoPlace:
        return RosterPage::tr("Row %1: no place (%2)", "of a sheet; number of people")
            .arg(QString::number(one.row), cell.isEmpty() ? QStringLiteral("—") : cell);
    case roster::LoanFault::NoNumber:
        return cell.isEmpty()
                   ? RosterPage::tr("Row %1: no number of people", "of a sheet").arg(one.row)
                   : RosterPage::tr("Row %1: \"%2\" is no number of people, 1 to 100,000")
                         .arg(QString::number(one.row), cell);
    case roster::LoanFault::TooLong:
        return RosterPage::tr("Row %1: the name of the place is too long: %2")
            .arg(QString::number(one.row), cell);
    }
    return {};
}

} // namespace

void RosterPage::write(const model::ShiftAct& act, const QString& done)
{
    const auto may = m_shifts.mayPerform(act);
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

// "40 武昌区 3": forty people to a unit or a place for three days; "40 武昌区 12-01 12-05" from the one day to the other.
void RosterPage::lend()
{
    ask(tr("Lend from %1: people, to whom or where, days or from day and until day · Shift+L: a "
           "sheet")
            .arg(QString::fromStdString(unitHere().value)),
        [this](const QString& text) {
            const auto typed = typedLoan(text, m_ticks.now(), m_desk.plan().utcOffsetMinutes);
            if (!typed) {
                Q_EMIT said(tr("Write it as: 40 Wuchang 3, or 40 Wuchang 12-01 12-05"));
                return;
            }
            model::LendPosts act;
            act.unit = unitHere();
            act.people = typed->people;
            const std::string to = typed->where.toStdString();
            const auto unit = m_model->roster().unitNames.find(to);
            act.to = unit == m_model->roster().unitNames.end() ? UnitCode() : unit->second;
            act.place = act.to.empty() ? to : std::string();
            act.from = typed->time.from;
            act.until = typed->time.until;
            write(act, tr("Lent: %1").arg(text));
        });
}

// A whole surge roster: one row a place. What cannot be read is named, and nothing is lent before the days are typed.
void RosterPage::lendBySheet()
{
    const UnitCode unit = unitHere();
    const QString file = !m_nextFile.isEmpty()
                             ? m_nextFile
                             : QFileDialog::getOpenFileName(
                                   this, tr("Surge roster: place and people, one row a place"), {},
                                   tr("Sheets") + QStringLiteral(" (*.csv *.txt *.xlsx)"));
    m_nextFile.clear();
    if (file.isEmpty()) {
        return;
    }
    const auto asked = askPool(
        *QThreadPool::globalInstance(),
        [plan = m_desk.sharedPlan(), path = std::filesystem::path(file.toStdU16String())] {
            return exchange::openWorkbook(path).and_then(
                [&](const exchange::Workbook& book) { return roster::loansOf(book, *plan); });
        });
    desk::onResult(this, asked, [this, unit](const Result<roster::LoanSheet>& read) {
        if (!read) {
            Q_EMIT said(errorText(read.error()));
        } else if (read->parts.empty()) {
            Q_EMIT said(tr("No row of the sheet has a place and a number of people."));
            showRefused(*read);
        } else {
            askDays(unit, *read);
        }
    });
}

void RosterPage::askDays(const UnitCode& unit, const roster::LoanSheet& sheet)
{
    const QString people = QLocale().toString(static_cast<qlonglong>(sheet.people));
    const auto places = static_cast<int>(sheet.parts.size());
    QString what = tr("%1: %2 people to %Ln places, for how many days or from day and until day",
                      nullptr, places)
                       .arg(unitText(m_desk.plan(), unit), people);
    if (!sheet.refused.empty()) {
        what = tr("%1 (%n rows refused, listed above)", "what is asked",
                  static_cast<int>(sheet.refused.size()))
                   .arg(what);
    }
    ask(what, [this, unit, sheet, people, places](const QString& text) {
        const auto time = typedLoanTime(text, m_ticks.now(), m_desk.plan().utcOffsetMinutes);
        if (!time) {
            Q_EMIT said(tr("Write the number of days, 1 to 366, or two days: 12-01 12-05."));
            return;
        }
        for (const model::LendList& act :
             roster::loanActs(sheet, unit, time->from, time->until, {})) {
            if (const auto may = m_shifts.mayPerform(act); !may) {
                answer(may, {});
                return;
            }
            m_shifts.perform(act);
        }
        Q_EMIT said(tr("Lent: %1 people to %Ln places", nullptr, places).arg(people));
    });
    showRefused(sheet);
}

// Every one of them: whoever made the sheet gets it back with these words.
void RosterPage::showRefused(const roster::LoanSheet& sheet)
{
    m_refused->clear();
    QStringList lines;
    for (const roster::RefusedLoan& one : sheet.refused) {
        lines << refusedText(one);
    }
    m_refused->addItems(lines);
    m_refused->setVisible(!lines.isEmpty());
    if (m_refused->isVisible() && !m_asked->isVisible()) {
        m_refused->setFocus(Qt::OtherFocusReason); // Esc puts it away
    }
}

// Of the unit's oldest loan that is not back yet, whether it lent or was lent to; of a list all its places together, or one by name.
void RosterPage::takeBack()
{
    const UnitCode here = unitHere();
    for (const auto& [id, loan] : m_shifts.state().loans) {
        if (loan.lent.people <= loan.returned || (loan.lent.unit != here && loan.lent.to != here)) {
            continue;
        }
        const auto slash = id.find('/');
        const bool isList = slash != std::string::npos && loan.lent.unit == here;
        const std::string whole = isList ? id.substr(0, slash) : id;
        int left = 0;
        int places = 0;
        for (const auto& [part, one] : m_shifts.state().loansOf(whole)) {
            left += one->lent.people - one->returned;
            places += one->lent.people > one->returned ? 1 : 0;
        }
        const QString whose = unitText(m_desk.plan(), loan.lent.unit);
        const QString what =
            places > 1 ? tr("Back to %1: how many of %2 at %n places, or how many and the place",
                            nullptr, places)
                             .arg(whose)
                             .arg(left)
                       : tr("Back to %1: how many of %2").arg(whose).arg(left);
        ask(what, [this, whole, whose](const QString& text) { takeBack(whole, whose, text); });
        return;
    }
    Q_EMIT said(tr("This unit has no loan that is still out."));
}

void RosterPage::takeBack(const std::string& loan, const QString& whose, const QString& text)
{
    const QString number = text.section(QLatin1Char(' '), 0, 0).trimmed();
    const std::string place = text.section(QLatin1Char(' '), 1).trimmed().toStdString();
    bool isNumber = false;
    const int people = number.toInt(&isNumber);
    if (!isNumber) {
        Q_EMIT said(tr("Write the number of people."));
        return;
    }
    std::string id = loan;
    if (!place.empty()) {
        const auto all = m_shifts.state().loansOf(loan);
        const auto at =
            std::ranges::find(all, place, [](const auto& one) { return one.second->lent.place; });
        if (at == all.end()) {
            Q_EMIT said(tr("The list has no place \"%1\".").arg(QString::fromStdString(place)));
            return;
        }
        id = at->first;
    }
    write(model::ReturnPosts{id, people, {}}, tr("Back to %1: %2").arg(whose).arg(people));
}

} // namespace sz::widgets
