// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the sheet of a roll call writes.
#include "data/desk/OnResult.h"
#include "widgets/common/Durations.h"
#include "widgets/common/ErrorText.h"
#include "widgets/common/TickTimer.h"
#include "widgets/rounds/RollSheet.h"
#include "widgets/rounds/RollWords.h"
#include "widgets/rounds/RoundModel.h"
#include "widgets/supervision/PlainTable.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>

#include <tuple>
#include <utility>

namespace sz::widgets {

using model::RollMiss;
using model::RollState;

void RollSheet::mainAsked()
{
    switch (m_form) {
    case Form::Calling:
        show(Form::Minutes);
        return;
    case Form::Behalf:
        tellBehalf();
        return;
    case Form::Line:
        tellLine();
        return;
    case Form::Minutes:
        sendMinutes();
        return;
    }
}

void RollSheet::goOn()
{
    if (const int next = m_model->nextTurn(m_table->currentIndex().row()); next >= 0) {
        choose(next);
    }
    if (m_model->isThrough() && !std::exchange(m_wasThrough, true)) {
        show(Form::Minutes);
    }
}

void RollSheet::present()
{
    if (const model::RollRow* row = current()) {
        perform(
            model::AnswerRound{m_id, {row->post}, false, {}, {}},
            tr("%1 answered").arg(currentName()), [this] { goOn(); });
    }
}

// One key all the way: called again, telephoned, warned. Nothing is skipped by pressing it twice.
void RollSheet::miss()
{
    const model::RollRow* row = current();
    if (row == nullptr || m_model->round() == nullptr) {
        return;
    }
    const int offset = m_desk.plan().utcOffsetMinutes;
    const QString name = currentName();
    if (row->state == RollState::NoAnswer) {
        say(tr("%1 is called again at %2.", "unit, clock").arg(name, clockText(*row->due, offset)));
        return;
    }
    if (row->state == RollState::Sought) {
        say(tr("%1 is being sought; it is warned at %2.", "unit, clock")
                .arg(name, clockText(*row->due, offset)));
        return;
    }
    if (row->state == RollState::Absent) {
        if (!row->isWarned) {
            perform(
                model::MissRoll{m_id, row->post, RollMiss::Absent, {}},
                tr("%1 was warned: absent", "unit").arg(name), [this] { goOn(); });
        } else {
            say(tr("%1 has been warned already.", "unit").arg(name));
        }
        return;
    }
    const auto step = model::nextMiss(*m_model->round(), row->post);
    if (!step) {
        say(tr("%1 has answered.", "unit").arg(name));
        return;
    }
    const std::string tried =
        *step == RollMiss::PhoneInVain ? phoneOf(row->post).toStdString() : std::string();
    const QString done =
        *step == RollMiss::NoAnswer        ? tr("%1: no answer, again in a minute").arg(name)
        : *step == RollMiss::NoAnswerAgain ? tr("%1: no answer again, telephone now").arg(name)
                                           : tr("%1: nobody at the telephone either").arg(name);
    const bool isPhoneNext = *step == RollMiss::NoAnswerAgain;
    perform(model::MissRoll{m_id, row->post, *step, tried}, done, [this, isPhoneNext] {
        if (isPhoneNext) {
            copyPhone(); // stays on the row: it is telephoned now
        } else {
            goOn();
        }
    });
}

void RollSheet::copyPhone()
{
    const model::RollRow* row = current();
    if (const QString phone = row == nullptr ? QString() : phoneOf(row->post); !phone.isEmpty()) {
        QGuiApplication::clipboard()->setText(phone);
        Q_EMIT said(tr("%1 is on the clipboard", "a telephone number").arg(phone));
    }
}

void RollSheet::askLine(bool isForDecision)
{
    if (current() != nullptr) {
        m_isForDecision = isForDecision;
        show(Form::Line);
    }
}

void RollSheet::mark()
{
    const auto* line = m_model->lineAt(m_table->currentIndex().row());
    if (line == nullptr) {
        askLine(true); // nothing there to mark yet: what is typed is for decision
        return;
    }
    perform(
        model::NoteRoll{
            m_id, line->post, line->entry, line->text, !line->isForDecision, line->incident},
        line->isForDecision ? tr("%1: not for decision any more").arg(currentName())
                            : tr("%1: for decision").arg(currentName()));
}

void RollSheet::matter()
{
    const auto* line = m_model->lineAt(m_table->currentIndex().row());
    if (line == nullptr) {
        say(tr("Nothing is reported here yet: T writes a line, Enter makes a matter of it."));
        return;
    }
    Q_EMIT matterRequested(m_id, line->entry);
}

void RollSheet::tellBehalf()
{
    if (m_channel->text().trimmed().isEmpty()) {
        point(m_channel, tr("Through which channel was it told?"));
        return;
    }
    if (m_words->text().trimmed().isEmpty()) {
        point(m_words, tr("What was said, word for word?"));
        return;
    }
    if (const model::RollRow* row = current()) {
        perform(
            model::AnswerRound{
                m_id,
                {row->post},
                true,
                m_channel->text().trimmed().toStdString(),
                m_words->text().trimmed().toStdString()},
            tr("%1 answered on behalf").arg(currentName()), [this] {
                m_channel->clear();
                m_words->clear();
                show(Form::Calling);
                goOn();
            });
    }
}

void RollSheet::tellLine()
{
    if (m_form != Form::Line || isComposing()) {
        return;
    }
    const QString words = m_line->text().trimmed();
    if (words.isEmpty()) {
        point(m_line, tr("What does it report?"));
        return;
    }
    if (const model::RollRow* row = current()) {
        perform(
            model::NoteRoll{m_id, row->post, {}, words.toStdString(), m_isForDecision, {}},
            tr("%1: written down", "unit").arg(currentName()), [this] {
                m_line->clear();
                show(Form::Calling); // on the row: Enter makes a matter of it
            });
    }
}

void RollSheet::sendMinutes()
{
    if (m_isBusy) { // the last answer is being saved: it belongs to the minutes
        m_next = [this] { sendMinutes(); };
        return;
    }
    if (const model::ShiftRound* round = m_model->round()) {
        perform(
            model::minutesOf(m_id, *round, ordersOf(m_desk, *round)),
            tr("Minutes sent to %n units", nullptr, m_model->rowCount()), [this] {
                m_wasThrough = true;
                show(Form::Calling);
            });
    }
}

void RollSheet::perform(const model::ShiftAct& act, const QString& done, std::function<void()> then)
{
    if (m_isBusy) {
        return;
    }
    if (const auto may = m_desk.canPerformShift(act); !may) {
        std::ignore = m_desk.performShift(act); // that it was tried is a trace
        say(errorText(may.error()), true);
        return;
    }
    m_isBusy = true;
    say({});
    desk::onResult(
        this, m_desk.performShift(act),
        [this, done, then = std::move(then)](const Result<desk::Receipt>& result) {
            m_isBusy = false;
            const auto next = std::exchange(m_next, {});
            if (!result) {
                say(errorText(result.error()), true);
                return;
            }
            refresh();
            Q_EMIT said(done);
            if (then) {
                then();
            }
            if (next) {
                next();
            }
        });
}

} // namespace sz::widgets
