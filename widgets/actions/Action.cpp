// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/Action.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace sz::widgets {

namespace {

// Ctrl+Space, Shift and Shift+Space belong to the input methods; F1 to help; digits to the grades.
constexpr std::array kActions{
    Action{"report.new", QT_TRANSLATE_NOOP("Action", "New report"), "F2", Scope::Window},
    Action{"order.new", QT_TRANSLATE_NOOP("Action", "New order"), "F3", Scope::Window},
    Action{"seat.signOn", QT_TRANSLATE_NOOP("Action", "Sign on, hand over"), "F4", Scope::Window},
    Action{"late.next", QT_TRANSLATE_NOOP("Action", "Next late matter"), "F9", Scope::Window},
    Action{"force.open", QT_TRANSLATE_NOOP("Action", "Task force"), "F6", Scope::Window},
    Action{"force.list", QT_TRANSLATE_NOOP("Action", "All task forces"), "Ctrl+F6", Scope::Window},
    Action{
        "decision.list", QT_TRANSLATE_NOOP("Action", "What waits for a decision"), "Ctrl+D",
        Scope::Window},
    Action{"line.focus", QT_TRANSLATE_NOOP("Action", "Command line"), "Ctrl+J", Scope::Window},
    Action{"find", QT_TRANSLATE_NOOP("Action", "Find"), "Ctrl+K", Scope::Window},
    Action{"scores.show", QT_TRANSLATE_NOOP("Action", "Unit scores"), "Ctrl+4", Scope::Window},
    Action{"brief.show", QT_TRANSLATE_NOOP("Action", "Daily brief"), "F8", Scope::Window},

    Action{"board.remind", QT_TRANSLATE_NOOP("Action", "Remind unsigned"), "C", Scope::Board},
    Action{"board.note", QT_TRANSLATE_NOOP("Action", "Note"), ".", Scope::Board},
    Action{"board.close", QT_TRANSLATE_NOOP("Action", "Close with result"), "X", Scope::Board},
    Action{"detail.remind", QT_TRANSLATE_NOOP("Action", "Remind unsigned"), "C", Scope::Detail},
    Action{"detail.note", QT_TRANSLATE_NOOP("Action", "Note"), ".", Scope::Detail},
    Action{
        "detail.contact", QT_TRANSLATE_NOOP("Action", "Open the caller's contact"), "T",
        Scope::Detail},
    Action{"detail.amend", QT_TRANSLATE_NOOP("Action", "Put right"), "M", Scope::Detail},
    Action{
        "detail.relief", QT_TRANSLATE_NOOP("Action", "More time, suspend, resume"), "E",
        Scope::Detail},
    Action{
        "detail.decide", QT_TRANSLATE_NOOP("Action", "Decide what an order waits for"), "D",
        Scope::Detail},
    Action{"detail.withdraw", QT_TRANSLATE_NOOP("Action", "Withdraw an order"), "U", Scope::Detail},
    Action{"detail.relate", QT_TRANSLATE_NOOP("Action", "Belongs together"), "G", Scope::Detail},
    Action{"detail.watch", QT_TRANSLATE_NOOP("Action", "Early sign"), "W", Scope::Detail},
    Action{"detail.card", QT_TRANSLATE_NOOP("Action", "Plan card"), "Y", Scope::Detail},
    Action{"board.card", QT_TRANSLATE_NOOP("Action", "Plan card"), "Y", Scope::Board},
    Action{"detail.ask", QT_TRANSLATE_NOOP("Action", "Put for decision"), "Q", Scope::Detail},
    Action{"board.ask", QT_TRANSLATE_NOOP("Action", "Put for decision"), "Q", Scope::Board},
    Action{"board.relate", QT_TRANSLATE_NOOP("Action", "Belongs together"), "G", Scope::Board},
    Action{"board.watch", QT_TRANSLATE_NOOP("Action", "Early sign"), "W", Scope::Board},
    Action{"detail.close", QT_TRANSLATE_NOOP("Action", "Close with result"), "X", Scope::Detail},
    Action{
        "alarm.acknowledge", QT_TRANSLATE_NOOP("Action", "Acknowledge this item"), "Space",
        Scope::Alarm},

    Action{
        "sheet.perform", QT_TRANSLATE_NOOP("Action", "Do what the sheet is for"), "Ctrl+Return",
        Scope::Sheet},
    Action{"sheet.away", QT_TRANSLATE_NOOP("Action", "Put the sheet away"), "Esc", Scope::Sheet},
    Action{"intake.map", QT_TRANSLATE_NOOP("Action", "Place on the map"), "Alt+M", Scope::Intake},
    Action{"intake.kind2", QT_TRANSLATE_NOOP("Action", "Second kind"), "Alt+2", Scope::Intake},
    Action{"intake.kind3", QT_TRANSLATE_NOOP("Action", "Third kind"), "Alt+3", Scope::Intake},
    Action{
        "intake.preset", QT_TRANSLATE_NOOP("Action", "Issue the plan's orders with it"), "Alt+P",
        Scope::Intake},
    Action{
        "intake.merge", QT_TRANSLATE_NOOP("Action", "Register, merge into the incident found"),
        "Alt+D", Scope::Intake},
    Action{
        "intake.merge2", QT_TRANSLATE_NOOP("Action", "The same, second incident found"),
        "Alt+Shift+D", Scope::Intake},
    Action{"intake.grade1", QT_TRANSLATE_NOOP("Action", "Grade I"), "1", Scope::Intake},
    Action{"intake.grade2", QT_TRANSLATE_NOOP("Action", "Grade II"), "2", Scope::Intake},
    Action{"intake.grade3", QT_TRANSLATE_NOOP("Action", "Grade III"), "3", Scope::Intake},
    Action{"intake.grade4", QT_TRANSLATE_NOOP("Action", "Grade IV"), "4", Scope::Intake},
    Action{"decide.no", QT_TRANSLATE_NOOP("Action", "Do not agree"), "Alt+N", Scope::Sheet},
    Action{
        "decide.instead", QT_TRANSLATE_NOOP("Action", "Order another unit instead"), "Alt+R",
        Scope::Sheet},
    Action{"order.lead", QT_TRANSLATE_NOOP("Action", "Next unit leads"), "Alt+L", Scope::Order},

    Action{"relate.merge", QT_TRANSLATE_NOOP("Action", "Merge into"), "Alt+1", Scope::Relate},
    Action{"relate.group", QT_TRANSLATE_NOOP("Action", "Group under"), "Alt+2", Scope::Relate},
    Action{
        "relate.ungroup", QT_TRANSLATE_NOOP("Action", "Take out of the group"), "Alt+3",
        Scope::Relate},
    Action{"relate.separate", QT_TRANSLATE_NOOP("Action", "Separate"), "Alt+4", Scope::Relate},
    Action{"watch.stop", QT_TRANSLATE_NOOP("Action", "No longer watched"), "Alt+S", Scope::Relate},

    Action{
        "order.nothing", QT_TRANSLATE_NOOP("Action", "Decide to order nothing"), "Alt+X",
        Scope::Order},
    Action{"force.count", QT_TRANSLATE_NOOP("Action", "Count a goal"), "Alt+1", Scope::Force},
    Action{"force.minutes", QT_TRANSLATE_NOOP("Action", "Write minutes"), "Alt+2", Scope::Force},
    Action{
        "force.transfer", QT_TRANSLATE_NOOP("Action", "Hand over command"), "Alt+3", Scope::Force},
    Action{
        "force.change", QT_TRANSLATE_NOOP("Action", "Change the task force"), "Alt+4",
        Scope::Force},
    Action{"force.end", QT_TRANSLATE_NOOP("Action", "End the task force"), "Alt+5", Scope::Force},

    Action{"line.perform", QT_TRANSLATE_NOOP("Action", "Do it"), "Return", Scope::Command},
    Action{"line.complete", QT_TRANSLATE_NOOP("Action", "Complete"), "Tab", Scope::Command},
    Action{"line.clear", QT_TRANSLATE_NOOP("Action", "Clear"), "Esc", Scope::Command},
};

bool isBeside(Scope narrow, Scope wide)
{
    return wide == Scope::Window
           || (wide == Scope::Sheet
               && (narrow == Scope::Intake || narrow == Scope::Order || narrow == Scope::Relate
                   || narrow == Scope::Force));
}

} // namespace

std::span<const Action> actions()
{
    return kActions;
}

const Action* actionById(QLatin1StringView id)
{
    const auto found = std::ranges::find_if(
        kActions, [id](const Action& a) { return id == QLatin1StringView(a.id); });
    return found == kActions.end() ? nullptr : &*found;
}

QString actionText(const Action& action)
{
    return QCoreApplication::translate("Action", action.text);
}

bool canClash(Scope a, Scope b)
{
    return a == b || isBeside(a, b) || isBeside(b, a);
}

} // namespace sz::widgets
