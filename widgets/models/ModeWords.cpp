// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/ModeWords.h"

#include "widgets/common/Durations.h"
#include "widgets/common/VisibleText.h"
#include "widgets/models/Wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace sz::widgets {

namespace {

using plan::Grade;
using plan::Limits;
using plan::Mode;

struct ModeWords
{
    Q_DECLARE_TR_FUNCTIONS(ModeWords)
};

struct Step
{
    QString name;
    int Limits::* field;
};

std::array<Step, 7> steps()
{
    return {
        {{ModeWords::tr("first order", "limit"), &Limits::assign},
         {ModeWords::tr("sign for", "limit"), &Limits::sign},
         {ModeWords::tr("on scene", "limit"), &Limits::arrive},
         {ModeWords::tr("feedback", "limit"), &Limits::feedback},
         {ModeWords::tr("done", "limit"), &Limits::done},
         {ModeWords::tr("written report", "limit"), &Limits::writtenReport},
         {ModeWords::tr("update", "limit"), &Limits::update}}};
}

QString clockOf(int minutes)
{
    return QStringLiteral("%1:%2")
        .arg(minutes / 60, 2, 10, QLatin1Char('0'))
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

QString callsText(const plan::Plan& plan, Mode mode)
{
    QStringList times;
    for (const int minutes : plan.rulesOf(mode).rollCalls) {
        times.append(clockOf(minutes));
    }
    return times.isEmpty() ? ModeWords::tr("none", "roll calls") : times.join(QLatin1Char(' '));
}

QString arrow(const QString& before, const QString& after)
{
    return ModeWords::tr("%1 → %2", "before, after").arg(before, after);
}

// How much earlier the lamps warn, and how deep posts are held.
void addRules(QStringList& lines, const plan::Plan& plan, Mode from, Mode to)
{
    const plan::ModeRules& before = plan.rulesOf(from);
    const plan::ModeRules& after = plan.rulesOf(to);
    const auto percent = [](int p) { return QStringLiteral("%1%").arg(p); };
    if (before.nearPercent != after.nearPercent || before.behindPercent != after.behindPercent) {
        lines.append(ModeWords::tr("Lamps warn ahead: near %1, behind %2")
                         .arg(
                             arrow(percent(before.nearPercent), percent(after.nearPercent)),
                             arrow(percent(before.behindPercent), percent(after.behindPercent))));
    }
    const auto deep = static_cast<int>(after.deepPosts.size());
    if (after.rosterDepth > 1) {
        lines.append(
            ModeWords::tr("%n posts held by %1 teams each", nullptr, deep).arg(after.rosterDepth));
    } else if (before.rosterDepth > 1) {
        lines.append(ModeWords::tr("Every post held by one team again"));
    }
    if (before.rollCalls != after.rollCalls) {
        lines.append(
            ModeWords::tr("Roll calls: %1").arg(arrow(callsText(plan, from), callsText(plan, to))));
    }
}

// Kinds for which the plan writes other limits in that mode than for all.
void addKinds(QStringList& lines, const plan::Plan& plan, Mode from, Mode to)
{
    QStringList kinds;
    for (const plan::Kind& kind : plan.kinds) {
        const bool isOwn = std::ranges::any_of(kind.modeLimits, [&](const auto& one) {
            const Grade grade = one.first.second;
            const Limits before = plan.limitsFor(kind.code, grade, from);
            const Limits after = plan.limitsFor(kind.code, grade, to);
            const Limits general = plan.limitsFor({}, grade, to);
            return std::ranges::any_of(steps(), [&](const Step& s) {
                return after.*s.field != before.*s.field && after.*s.field != general.*s.field;
            });
        });
        if (isOwn) {
            kinds.append(kindText(plan, kind.code));
        }
    }
    if (!kinds.isEmpty()) {
        lines.append(ModeWords::tr("Limits of their own: %1", "kinds of incident")
                         .arg(kinds.join(ModeWords::tr(", ", "between kinds"))));
    }
}

} // namespace

QString modeText(Mode mode)
{
    switch (mode) {
    case Mode::Games:
        return ModeWords::tr("games time");
    case Mode::Drill:
        return ModeWords::tr("drill", "mode");
    case Mode::Normal:
        break;
    }
    return ModeWords::tr("normal times");
}

QString modeBadgeText(const desk::ModeStatus& mode)
{
    const QString word = modeText(mode.mode);
    return mode.isUnsent ? ModeWords::tr("%1 · unsent", "mode").arg(word) : word;
}

QString turnText(const plan::Plan& plan, const model::ModeTurn& turn)
{
    return ModeWords::tr("%1 · %2 · %3: %4", "when, who, mode, why")
        .arg(
            dayClockText(turn.at, plan.utcOffsetMinutes), whoText(plan, turn.unit, turn.post),
            modeText(turn.mode), visibleLine(QString::fromStdString(turn.reason)));
}

QString modeTip(const plan::Plan& plan, const desk::ModeStatus& mode, Instant now)
{
    QStringList lines;
    if (const model::ModeTurn* turn = mode.last()) {
        lines.append(turnText(plan, *turn));
    } else {
        lines.append(ModeWords::tr("%1; never switched", "mode").arg(modeText(mode.mode)));
    }
    if (mode.isUnsent) {
        lines.append(ModeWords::tr("Not yet with headquarters: others do not know of it."));
    }
    lines.append(ModeWords::tr("Roll calls: %1").arg(callsText(plan, mode.mode)));
    if (const auto next = plan::nextRollCall(plan, mode.mode, now)) {
        lines.append(
            ModeWords::tr("Next roll call %1").arg(dayClockText(*next, plan.utcOffsetMinutes)));
    }
    if (const QStringList gaps = depthGaps(plan, mode.mode, now); !gaps.isEmpty()) {
        lines.append(ModeWords::tr("Not held deep enough: %1")
                         .arg(gaps.join(ModeWords::tr(", ", "between posts"))));
    }
    return lines.join(QLatin1Char('\n'));
}

QString limitChangeText(const plan::Plan& plan, Grade grade, Mode from, Mode to)
{
    const Limits before = plan.limitsFor({}, grade, from);
    const Limits after = plan.limitsFor({}, grade, to);
    QStringList changes;
    for (const Step& step : steps()) {
        if (before.*step.field != after.*step.field) {
            changes.append(ModeWords::tr("%1 %2", "step, change of its limit")
                               .arg(
                                   step.name, arrow(
                                                  limitText(Minutes{before.*step.field}),
                                                  limitText(Minutes{after.*step.field}))));
        }
    }
    return changes.join(QStringLiteral(" · "));
}

QStringList changeLines(const plan::Plan& plan, Mode from, Mode to)
{
    QStringList lines;
    for (const Grade grade : {Grade::I, Grade::II, Grade::III, Grade::IV}) {
        const QString change = limitChangeText(plan, grade, from, to);
        if (!change.isEmpty()) {
            lines.append(ModeWords::tr("%1: %2", "grade, changes").arg(gradeText(grade), change));
        }
    }
    addKinds(lines, plan, from, to);
    addRules(lines, plan, from, to);
    if (lines.isEmpty()) {
        lines.append(ModeWords::tr("The plan changes nothing."));
    }
    return lines;
}

QStringList depthGaps(const plan::Plan& plan, Mode mode, Instant now)
{
    QStringList gaps;
    for (const plan::PostDepth& one : plan::depthAt(plan, mode, now)) {
        if (one.missing() > 0) {
            gaps.append(ModeWords::tr("%1 %2 of %3", "post, teams there, teams needed")
                            .arg(postText(plan, one.post))
                            .arg(one.teamsZh.size())
                            .arg(one.needed));
        }
    }
    return gaps;
}

} // namespace sz::widgets
