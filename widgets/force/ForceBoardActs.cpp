// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is done from the board: each act reads the same field in its own way.
#include "data/desk/OnResult.h"
#include "widgets/actions/TypedForce.h"
#include "widgets/actions/TypedGoal.h"
#include "widgets/common/ErrorText.h"
#include "widgets/force/ForceBoard.h"
#include "widgets/models/ForceWords.h"
#include "widgets/models/Wording.h"

#include <QPlainTextEdit>

#include <algorithm>
#include <iterator>

namespace sz::widgets {
namespace {

/// "Wuchang reason": the first word and the rest.
std::pair<QString, QString> firstWord(const QString& typed)
{
    TextReader reader(typed);
    reader.skipGap();
    const QString word = reader.word();
    reader.skipGap();
    return {word, reader.restTyped()};
}

} // namespace

QString ForceBoard::label(Act act) const
{
    switch (act) {
    case Act::Count:
        return tr("count a goal");
    case Act::Minutes:
        return tr("minutes");
    case Act::Transfer:
        return tr("hand over");
    case Act::Change:
        return tr("change");
    case Act::End:
        return tr("end it");
    }
    return {};
}

QString ForceBoard::hint() const
{
    switch (m_act) {
    case Act::Count:
        return tr("goal and how much by now: evacuate 96");
    case Act::Minutes:
        return tr("what was discussed and settled");
    case Act::Transfer:
        return tr("who takes over, then why: Wuchang closer to it");
    default:
        return tr("the result in one sentence");
    }
}

QString ForceBoard::doneText() const
{
    switch (m_act) {
    case Act::Count:
        return tr("goal counted");
    case Act::Minutes:
        return tr("minutes written");
    case Act::Transfer:
        return tr("command handed over");
    default:
        return tr("task force ended");
    }
}

/// The act as far as its rule can be asked before it is written.
model::Act ForceBoard::sample(Act act) const
{
    switch (act) {
    case Act::Count:
        return model::StateGoal{
            force()->goals.empty() ? std::string() : force()->goals.front().goal.label, 0, {}};
    case Act::Minutes:
        return model::ForceMinutes{"-"};
    case Act::Transfer: {
        const UnitCode office("HQ");
        const PostCode post = model::answeringPost(m_desk.plan(), office);
        const bool hasIt = force()->command().unit == office && force()->command().post == post;
        return hasIt ? model::Act(model::EndForce{"-"}) // the same right
                     : model::Act(model::TransferForce{office, post, "-"});
    }
    case Act::Change: {
        model::ChangeForce change;
        change.members = force()->members;
        return change;
    }
    case Act::End:
        return model::EndForce{"-"};
    }
    return model::UnknownAct{};
}

void ForceBoard::refreshActs()
{
    bool isAny = false;
    QString reason;
    for (const Act act : kActs) {
        const auto may = m_desk.canPerform(m_incident, sample(act));
        const QString why = may ? QString()
                            : act == Act::Count && force()->goals.empty()
                                ? tr("no goal is set")
                                : shortReason(may.error());
        KeycapButton& key = *m_keys[static_cast<std::size_t>(act)];
        key.setEnabled(may.has_value());
        key.setToolTip(
            tipText(why.isEmpty() ? label(act) : label(act) + QStringLiteral(": ") + why));
        key.setAccessibleDescription(why);
        isAny = isAny || may.has_value();
        reason = reason.isEmpty() ? why : reason;
    }
    if (!isAny && m_edit->hasFocus()) {
        setFocus(Qt::OtherFocusReason); // Esc is heard here, too
    }
    m_writing->setVisible(isAny);
    mainAct()->setVisible(isAny);
    if (isAny && !m_keys[static_cast<std::size_t>(m_act)]->isEnabled()) {
        const auto first = std::ranges::find_if(kActs, [this](Act act) {
            return act != Act::Change && m_keys[static_cast<std::size_t>(act)]->isEnabled();
        });
        m_act = first == kActs.end() ? m_act : *first;
    }
}

void ForceBoard::choose(Act act)
{
    if (act == Act::Change) {
        Q_EMIT changeRequested(m_incident);
        return;
    }
    m_act = act;
    say({});
    follow();
    m_edit->setFocus(Qt::OtherFocusReason);
}

// What Ctrl+Enter would write, or what is missing.
void ForceBoard::follow()
{
    if (force() == nullptr) {
        return;
    }
    m_edit->setPlaceholderText(hint());
    m_edit->setAccessibleName(label(m_act));
    mainAct()->setLabel(label(m_act));
    const bool isEmpty = m_edit->toPlainText().trimmed().isEmpty();
    m_reading->setToken(isEmpty || wish() ? Token::Tx3 : Token::YelTx);
    m_reading->setText(isEmpty ? label(m_act) : reading());
}

std::optional<model::Act> ForceBoard::wish() const
{
    const QString typed = m_edit->toPlainText().trimmed();
    if (typed.isEmpty() || force() == nullptr) {
        return std::nullopt;
    }
    if (m_act == Act::Minutes) {
        return model::ForceMinutes{typed.toStdString()};
    }
    if (m_act == Act::End) {
        return model::EndForce{typed.toStdString()};
    }
    if (m_act == Act::Transfer) {
        const auto [word, why] = firstWord(typed);
        const TypedSeat seat = typedSeat(m_desk.plan(), m_finder, word);
        return seat.unit.empty() || why.isEmpty() ? std::nullopt
                                                  : std::optional<model::Act>(model::TransferForce{
                                                        seat.unit, seat.post, why.toStdString()});
    }
    std::vector<model::ForceGoal> goals;
    std::ranges::transform(force()->goals, std::back_inserter(goals), &model::GoalCount::goal);
    const TypedCount count = typedCount(typed, goals);
    return count.goal == nullptr || !count.count
               ? std::nullopt
               : std::optional<model::Act>(
                     model::StateGoal{count.goal->label, *count.count, count.text.toStdString()});
}

QString ForceBoard::reading() const
{
    const auto act = wish();
    if (m_act == Act::Transfer) {
        const auto [word, why] = firstWord(m_edit->toPlainText());
        const TypedSeat seat = typedSeat(m_desk.plan(), m_finder, word);
        if (seat.unit.empty()) {
            return seat.candidates.empty() ? tr("No unit has this name.")
                                           : tr("Several units have this name.");
        }
        const QString who = seatText(m_desk.plan(), seat.unit, seat.post);
        return act ? tr("command to %1").arg(who) : tr("%1: say why, too").arg(who);
    }
    if (m_act != Act::Count) {
        return label(m_act);
    }
    if (!act) {
        return tr("A goal of this task force, then a number.");
    }
    const auto& count = std::get<model::StateGoal>(*act);
    const auto goal = std::ranges::find(
        force()->goals, count.label, [](const model::GoalCount& g) { return g.goal.label; });
    model::GoalCount after = *goal;
    after.count = count.count;
    return QStringLiteral("%1 · %2 %").arg(goalText(after)).arg(percentOf(after));
}

bool ForceBoard::reopen(const IncidentId& incident, const model::Act& refused)
{
    const auto known = m_desk.incident(incident);
    QString words;
    Act act = Act::Count;
    if (const auto* count = std::get_if<model::StateGoal>(&refused)) {
        words = QStringLiteral("%1 %2 %3")
                    .arg(
                        QString::fromStdString(count->label), QString::number(count->count),
                        QString::fromStdString(count->text));
    } else if (const auto* minutes = std::get_if<model::ForceMinutes>(&refused)) {
        act = Act::Minutes;
        words = QString::fromStdString(minutes->text);
    } else if (const auto* transfer = std::get_if<model::TransferForce>(&refused)) {
        act = Act::Transfer;
        const plan::Unit* unit = m_desk.plan().unit(transfer->unit);
        words = (unit == nullptr ? QString() : shortNameText(unit->name).remove(u' '))
                + QLatin1Char(' ') + QString::fromStdString(transfer->reason);
    } else if (const auto* end = std::get_if<model::EndForce>(&refused)) {
        act = Act::End;
        words = QString::fromStdString(end->result);
    }
    if (words.isEmpty() || known == nullptr || known->force() == nullptr) {
        return false;
    }
    open(incident);
    choose(act);
    m_edit->setPlainText(words.trimmed());
    return true;
}

void ForceBoard::perform()
{
    if (m_isBusy || isComposing() || force() == nullptr) {
        return;
    }
    if (const auto act = wish()) {
        write(*act);
        return;
    }
    const bool isEmpty = m_edit->toPlainText().trimmed().isEmpty();
    point(m_edit, isEmpty ? tr("Write a few words first.") : reading());
}

void ForceBoard::write(model::Act act)
{
    m_isBusy = true;
    desk::onResult(
        this, m_desk.perform(m_incident, std::move(act)),
        [this, what = doneText(),
         sent = m_edit->toPlainText()](const Result<desk::Receipt>& receipt) {
            m_isBusy = false;
            if (!receipt) {
                say(errorText(receipt.error()), true);
                return;
            }
            if (m_edit->toPlainText() == sent) { // else the next words are being typed
                m_edit->clear();
            }
            say({});
            Q_EMIT performed(what);
        });
}

} // namespace sz::widgets
