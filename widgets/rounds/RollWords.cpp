// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rounds/RollWords.h"

#include "widgets/common/Durations.h"
#include "widgets/common/VisibleText.h"
#include "widgets/rounds/RoundModel.h"

#include <QCoreApplication>
#include <QStringList>

namespace sz::widgets {
namespace {

struct Say
{
    Q_DECLARE_TR_FUNCTIONS(RollWords)
};

QString named(const plan::Plan& plan, const std::vector<std::string>& posts)
{
    QStringList names;
    for (const std::string& post : posts) {
        names.append(roundPostText(plan, post));
    }
    return names.join(Say::tr(", ", "between names of units"));
}

std::vector<std::string> lateOnes(const model::ShiftRound& round)
{
    std::vector<std::string> out;
    for (const std::string& post : round.started.posts) {
        if (round.misses.contains(post) && round.answers.contains(post)) {
            out.push_back(post);
        }
    }
    return out;
}

QString counted(const QString& words, const plan::Plan& plan, const std::vector<std::string>& posts)
{
    return posts.empty() ? words
                         : Say::tr("%1 (%2)", "so many, who").arg(words, named(plan, posts));
}

} // namespace

QString callerText(const plan::Plan& plan, const model::RollRow& row, bool isFirst)
{
    const QString unit = roundPostText(plan, row.post);
    if (row.state == model::RollState::Again || row.state == model::RollState::NoAnswer) {
        return Say::tr("“Calling again: %1, please answer.”").arg(unit);
    }
    return isFirst ? Say::tr("“The video roll call begins. %1, please answer.”").arg(unit)
                   : Say::tr("“%1, please answer.”").arg(unit);
}

QString replyText(const plan::Plan& plan, const model::RollRow& row)
{
    return Say::tr("“%1 hears you …”").arg(roundPostText(plan, row.post));
}

QString minutesText(
    const plan::Plan& plan,
    const model::ShiftRound& round,
    const model::CloseRoll& minutes,
    bool withItems)
{
    QStringList lines{
        Say::tr("%1: %2 called, %3 present, %4, %5. %6, %7 for decision, %8.", "minutes")
            .arg(visibleLine(QString::fromStdString(round.started.name)))
            .arg(round.started.posts.size())
            .arg(minutes.present)
            .arg(
                counted(Say::tr("%n late", "at a roll call", minutes.late), plan, lateOnes(round)),
                counted(
                    Say::tr("%n absent", nullptr, static_cast<int>(minutes.absent.size())), plan,
                    minutes.absent),
                Say::tr("%n items", "reported", minutes.items), QString::number(minutes.decisions),
                Say::tr("%n orders", "issued", minutes.orders))};
    for (const auto& line : round.lines) {
        if (withItems) {
            lines.append(
                (line.isForDecision ? QStringLiteral("◆ ") : QStringLiteral("· "))
                + Say::tr("%1: %2", "unit, what it reports")
                      .arg(
                          roundPostText(plan, line.post),
                          visibleLine(QString::fromStdString(line.text))));
        }
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace sz::widgets
