// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/orders/DecideWords.h"

#include "widgets/common/Durations.h"
#include "widgets/common/VisibleText.h"
#include "widgets/models/OrderCare.h"
#include "widgets/models/Wording.h"

#include <QCoreApplication>

namespace sz::widgets {

namespace {

struct Decide
{
    Q_DECLARE_TR_FUNCTIONS(DecideWords)
};

QString visible(const std::string& text)
{
    return visibleLine(QString::fromStdString(text));
}

/// Order, plan and moment, told as one of the three.
struct Teller
{
    const model::Order& order;
    const plan::Plan& plan;
    Instant now;

    [[nodiscard]] QString unit() const { return unitText(plan, order.unit); }
    [[nodiscard]] QString when(Instant t) const { return whenText(t, now, plan.utcOffsetMinutes); }

    void relief(DecideWords& out) const
    {
        const model::ReliefAsk& ask = *order.ask;
        const bool isMore = ask.relief == model::Relief::Extend;
        const QString length =
            isMore ? moreTimeText(&order, ask.minutes) : limitText(Minutes{ask.minutes});
        out.title = Decide::tr("Decide on time");
        out.story =
            (isMore
                 ? Decide::tr("%1 asked at %2 for %3 more: %4", "who, clock, length, reason")
                 : Decide::tr("%1 asked at %2 to suspend for %3: %4", "who, clock, length, reason"))
                .arg(whoText(plan, ask.unit, ask.post), when(ask.at), length, visible(ask.reason));
        const Instant due = dueOf(order, plan);
        const Instant raw = rawDueOf(order, plan);
        out.clocks = bothClocksText(
            due, dueWith(order, ask.relief, ask.minutes, ask.at, plan), now, plan.utcOffsetMinutes);
        if (due != raw) {
            out.clocks = Decide::tr("%1 (at first %2)", "16:00 → 18:00, the limit it had at first")
                             .arg(out.clocks, when(raw));
        }
        out.hint = Decide::tr("words with it; needed when you do not agree");
        out.yes = isMore ? Decide::tr("Agree: %1 more", "length").arg(length)
                         : Decide::tr("Agree: suspend for %1", "length").arg(length);
        out.no = Decide::tr("do not agree");
    }

    void back(DecideWords& out) const
    {
        out.title = Decide::tr("Decide on the return");
        out.story = Decide::tr("%1 returned it at %2: %3", "unit, clock, reason")
                        .arg(unit(), when(*order.returnedAt), visible(order.lastWord));
        out.story += QLatin1Char('\n');
        out.story +=
            order.returns > 1
                ? Decide::tr("It is return number %1: the duty chief decides.").arg(order.returns)
                : Decide::tr("Until it is decided, the matter is still that of %1.", "unit")
                      .arg(unit());
        out.hint = Decide::tr("whose matter it is, and why");
        out.yes = Decide::tr("Accept the return");
        out.no = Decide::tr("back to %1", "unit").arg(unit());
    }

    void recheck(DecideWords& out) const
    {
        out.title = Decide::tr("Recheck the result");
        out.story = Decide::tr("%1 finished it at %2: %3", "unit, clock, result")
                        .arg(unit(), when(*order.doneAt), visible(order.lastWord));
        if (order.rechecks > 0) {
            out.story += QLatin1Char('\n');
            out.story += Decide::tr("Rechecks before, not in order: %1").arg(order.rechecks);
        }
        out.hint = Decide::tr("what was found");
        out.yes = Decide::tr("In order");
        out.no = Decide::tr("not in order");
    }
};

} // namespace

DecideWords
decideWords(const model::Order& order, model::StepKind kind, const plan::Plan& plan, Instant now)
{
    const Teller tell{order, plan, now};
    DecideWords out;
    out.what =
        Decide::tr("%1: %2", "unit, text of its order").arg(tell.unit(), visible(order.text));
    if (kind == model::StepKind::Relief) {
        tell.relief(out);
    } else if (kind == model::StepKind::Return) {
        tell.back(out);
    } else {
        tell.recheck(out);
    }
    return out;
}

} // namespace sz::widgets
