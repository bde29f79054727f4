// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/CareWords.h"

#include "widgets/actions/TypedCare.h"
#include "widgets/common/Durations.h"
#include "widgets/models/OrderCare.h"
#include "widgets/models/Wording.h"

#include <QCoreApplication>

namespace sz::widgets {

namespace {

struct CareWords
{
    Q_DECLARE_TR_FUNCTIONS(CareWords)
};

void addVerdict(std::vector<Chip>& chips, const CareWish& care)
{
    const QString verdict = care.isYes ? CareWords::tr("in order") : CareWords::tr("not in order");
    chips.push_back(
        {CareWords::tr("result"), care.sampled == 0
                                      ? verdict
                                      : CareWords::tr("%1 · %2 of %3", "in order · 5 of 5")
                                            .arg(verdict)
                                            .arg(care.good)
                                            .arg(care.sampled)});
}

/// The limit before and after, where the act would move it.
void addClocks(
    std::vector<Chip>& chips,
    const ParsedCommand& command,
    const model::Order& order,
    const plan::Plan& plan,
    Instant now)
{
    const Instant due = dueOf(order, plan);
    const CareWish& care = command.care;
    Instant next = due;
    if (command.verb == Verb::Extend || command.verb == Verb::Suspend) {
        const bool isMore = command.verb == Verb::Extend;
        next = dueWith(
            order, isMore ? model::Relief::Extend : model::Relief::Suspend, care.minutes, now,
            plan);
    } else if (command.verb == Verb::Agree && order.ask) {
        next = dueWith(order, order.ask->relief, order.ask->minutes, order.ask->at, plan);
    } else if (command.verb == Verb::Recheck && care.minutes > 0) {
        next = now + Minutes{care.minutes};
    } else if (command.verb == Verb::Resume) {
        next = dueResumed(order, now, plan);
    }
    if (next != due) {
        chips.push_back(
            {CareWords::tr("limit"), bothClocksText(due, next, now, plan.utcOffsetMinutes)});
    }
}

} // namespace

void addCare(
    std::vector<Chip>& chips,
    const ParsedCommand& command,
    const plan::Plan& plan,
    Instant now)
{
    const model::Order* order =
        !isCareVerb(command.verb) || command.incident == nullptr || command.orders.empty()
            ? nullptr
            : command.incident->order(command.orders.front());
    if (order == nullptr) {
        return;
    }
    chips.push_back({CareWords::tr("unit"), unitText(plan, order->unit)});
    if (command.care.minutes > 0) {
        const bool isPlain = command.verb == Verb::Suspend;
        chips.push_back(
            {CareWords::tr("length"), isPlain ? limitText(Minutes{command.care.minutes})
                                              : moreTimeText(order, command.care.minutes)});
    }
    if (command.verb == Verb::Recheck) {
        addVerdict(chips, command.care);
    }
    addClocks(chips, command, *order, plan, now);
}

QString careComplaint(const Complaint& complaint)
{
    switch (complaint.trouble) {
    case Trouble::NoLength:
        return CareWords::tr("Say how long, as 2h or 3d.");
    case Trouble::NoVerdict:
        return CareWords::tr("Say ok or fail, then 4/5 when samples were drawn.");
    case Trouble::NothingWaits:
        return CareWords::tr("No order here waits for this.");
    case Trouble::WhichOrder: {
        QStringList units;
        for (const plan::Unit* unit : complaint.candidates) {
            units.append(shortNameText(unit->name));
        }
        return CareWords::tr("Name the unit: %1", "candidates")
            .arg(units.join(CareWords::tr(" or ", "between candidates")));
    }
    default:
        return {};
    }
}

} // namespace sz::widgets
