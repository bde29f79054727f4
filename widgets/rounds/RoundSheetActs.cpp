// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the sheet of check-in rounds writes.
#include "data/desk/OnResult.h"
#include "widgets/common/ErrorText.h"
#include "widgets/rounds/RoundModel.h"
#include "widgets/rounds/RoundPosts.h"
#include "widgets/rounds/RoundSheet.h"
#include "widgets/supervision/PlainTable.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

#include <tuple>

namespace sz::widgets {

void RoundSheet::mainAsked()
{
    switch (m_form) {
    case Form::Standing:
        show(Form::New);
        return;
    case Form::Behalf:
        tellBehalf();
        return;
    case Form::New:
        startRound();
        return;
    }
}

std::vector<std::string> RoundSheet::chosen() const
{
    std::vector<std::string> posts;
    for (const int row : m_table->chosenRows()) {
        posts.push_back(m_model->postAt(row));
    }
    return posts;
}

void RoundSheet::answered()
{
    if (const auto posts = chosen(); !posts.empty() && m_form == Form::Standing) {
        const QString who = posts.size() == 1
                                ? roundPostText(m_desk.plan(), posts.front())
                                : tr("%n posts", nullptr, static_cast<int>(posts.size()));
        perform(model::AnswerRound{m_id, posts, false, {}, {}}, tr("%1 answered").arg(who));
    }
}

void RoundSheet::askBehalf()
{
    if (!chosen().empty()) {
        show(Form::Behalf);
    }
}

void RoundSheet::tellBehalf()
{
    if (m_channel->text().trimmed().isEmpty()) {
        point(m_channel, tr("Through which channel was it told?"));
        return;
    }
    if (m_words->text().trimmed().isEmpty()) {
        point(m_words, tr("What was said, word for word?"));
        return;
    }
    const auto posts = chosen();
    if (posts.empty()) {
        show(Form::Standing);
        return;
    }
    perform(
        model::AnswerRound{
            m_id, posts, true, m_channel->text().trimmed().toStdString(),
            m_words->text().trimmed().toStdString()},
        tr("%1 answered on behalf").arg(roundPostText(m_desk.plan(), posts.front())));
}

void RoundSheet::startRound()
{
    const QString name = m_name->text().trimmed();
    auto posts = postsOf(m_posts->toPlainText(), m_desk.plan());
    if (name.isEmpty()) {
        point(m_name, tr("What is the round called?"));
        return;
    }
    if (posts.empty()) {
        point(m_posts, tr("Who is to answer?"));
        return;
    }
    if (m_isBusy) {
        return;
    }
    RoundParts parts = roundParts(
        {m_desk.actor().unit, name.toStdString(), m_window->value(), m_retry->value(),
         std::move(posts)});
    if (const auto may = m_desk.canPerformShift(parts.start); !may) {
        std::ignore = m_desk.performShift(parts.start); // that it was tried is a trace
        say(errorText(may.error()), true);
        return;
    }
    m_isBusy = true;
    desk::onResult(
        this, m_desk.performShift(parts.start),
        [this, rest = std::move(parts.rest)](const Result<desk::Receipt>& done) {
            m_isBusy = false;
            if (!done) {
                say(errorText(done.error()), true);
                return;
            }
            extend(done->entry, rest);
        });
}

// One after another: what was refused says so, and the posts before it are in.
void RoundSheet::extend(const std::string& round, std::vector<std::vector<std::string>> rest)
{
    if (rest.empty()) {
        started(round);
        return;
    }
    model::ExtendRound next{round, std::move(rest.front())};
    rest.erase(rest.begin());
    desk::onResult(
        this, m_desk.performShift(next),
        [this, round, rest = std::move(rest)](const Result<desk::Receipt>& done) {
            if (!done) {
                say(errorText(done.error()), true);
                return;
            }
            extend(round, rest);
        });
}

void RoundSheet::started(const std::string& round)
{
    Q_EMIT said(tr("Round started: %1").arg(m_name->text().trimmed()));
    m_name->clear();
    m_posts->clear();
    m_id = round;
    fillRounds();
    choose(round);
    show(Form::Standing);
}

void RoundSheet::perform(const model::ShiftAct& act, const QString& done)
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
    desk::onResult(
        this, m_desk.performShift(act), [this, done](const Result<desk::Receipt>& result) {
            m_isBusy = false;
            if (!result) {
                say(errorText(result.error()), true);
                return;
            }
            m_channel->clear();
            m_words->clear();
            if (m_form == Form::Behalf) {
                show(Form::Standing);
            }
            const int next = m_model->nextOpen(m_table->currentIndex().row());
            if (next >= 0) {
                m_table->selectRow(next);
            }
            Q_EMIT said(done);
        });
}

} // namespace sz::widgets
