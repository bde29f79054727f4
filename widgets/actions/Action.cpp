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
    Action{
        "report.new", QT_TRANSLATE_NOOP("Action", "New report"), "F2", Scope::Window,
        "newReportButton boardNewReportButton"},
    Action{
        "order.new", QT_TRANSLATE_NOOP("Action", "New order"), "F3", Scope::Office, "orderButton"},
    Action{
        "report.up", QT_TRANSLATE_NOOP("Action", "Report upwards"), "F7", Scope::Office,
        "reportButton"},
    Action{
        "seat.signOn", QT_TRANSLATE_NOOP("Action", "Sign on, hand over"), "F4", Scope::Window,
        "signOnButton"},
    Action{
        "late.list", QT_TRANSLATE_NOOP("Action", "What is late, by harm"), "F9", Scope::Window,
        "lateKey jumpToLateButton lateNewsButton"},
    Action{
        "force.open", QT_TRANSLATE_NOOP("Action", "Task force"), "F6", Scope::Window,
        "forceKey forceButton"},
    Action{
        "force.list", QT_TRANSLATE_NOOP("Action", "All task forces"), "Ctrl+F6", Scope::Window,
        "forcesKey"},
    Action{
        "decision.list", QT_TRANSLATE_NOOP("Action", "What waits for a decision"), "Ctrl+D",
        Scope::Window, "decisionsKey"},
    Action{
        "page.watch", QT_TRANSLATE_NOOP("Action", "Back to the watch"), "Ctrl+1", Scope::Window,
        "watchKey leaveSupervisionButton"},
    Action{
        "page.supervision", QT_TRANSLATE_NOOP("Action", "Supervision"), "Ctrl+2", Scope::Window,
        "supervisionKey"},
    Action{
        "page.roster", QT_TRANSLATE_NOOP("Action", "Roster"), "Ctrl+3", Scope::Window, "rosterKey"},
    Action{
        "scores.show", QT_TRANSLATE_NOOP("Action", "Unit scores"), "Ctrl+4", Scope::Window,
        "scoresButtonKey scoresButton"},
    Action{
        "brief.show", QT_TRANSLATE_NOOP("Action", "Daily brief"), "F8", Scope::Window,
        "briefButtonKey briefButton"},
    Action{
        "handover.show", QT_TRANSLATE_NOOP("Action", "Handover sheet"), "F10", Scope::Window,
        "handoverKey"},
    Action{
        "rounds.show", QT_TRANSLATE_NOOP("Action", "Check-in rounds"), "Ctrl+F10", Scope::Window,
        "roundsKey"},
    Action{
        "page.replay", QT_TRANSLATE_NOOP("Action", "Replay any moment"), "Ctrl+H", Scope::Window,
        "replayKey"},
    Action{
        "line.focus", QT_TRANSLATE_NOOP("Action", "Command line"), "Ctrl+J", Scope::Window,
        "lineKey"},
    Action{"find", QT_TRANSLATE_NOOP("Action", "Find"), "Ctrl+K", Scope::Window, "findKey"},
    Action{
        "link.reconnect", QT_TRANSLATE_NOOP("Action", "Reconnect now"), "Ctrl+L", Scope::Window,
        "reconnectKey reconnectButton boardReconnectButton"},
    Action{
        "seat.mute", QT_TRANSLATE_NOOP("Action", "Mute, hear again"), "Ctrl+M", Scope::Window,
        "muteKey soundButton"},
    Action{"seat.keys", QT_TRANSLATE_NOOP("Action", "Own keys"), "F12", Scope::Window, "keysKey"},
    Action{
        "map.base", QT_TRANSLATE_NOOP("Action", "Base map on, off"), "Ctrl+B", Scope::Window,
        "baseMapButton"},
    Action{
        "map.layers", QT_TRANSLATE_NOOP("Action", "Layers"), "Ctrl+G", Scope::Window, "layersKey"},
    Action{
        "map.addLayer", QT_TRANSLATE_NOOP("Action", "Add a file as a layer"), "Ctrl+Shift+G",
        Scope::Window, "addLayerButton"},
    Action{
        "map.place", QT_TRANSLATE_NOOP("Action", "Who is responsible here"), "Ctrl+I",
        Scope::Window, "placeKey"},
    Action{
        "place.copy", QT_TRANSLATE_NOOP("Action", "Copy the place's coordinates"), "Ctrl+Shift+I",
        Scope::Window, "copyPlaceButton"},
    Action{
        "place.near", QT_TRANSLATE_NOOP("Action", "Board: only what is around the place"),
        "Ctrl+Shift+F", Scope::Window, "nearPlaceButton"},
    Action{
        "map.measure", QT_TRANSLATE_NOOP("Action", "Measure on the map"), "Ctrl+Shift+M",
        Scope::Window, "measureKey"},
    Action{
        "map.draw", QT_TRANSLATE_NOOP("Action", "Draw on the map"), "Ctrl+Shift+D", Scope::Window,
        "drawKey"},
    Action{
        "seat.theme", QT_TRANSLATE_NOOP("Action", "Dark or light"), "Ctrl+Shift+T", Scope::Window,
        "themeKey"},
    Action{
        "seat.fullScreen", QT_TRANSLATE_NOOP("Action", "Full screen"), "F11", Scope::Window,
        "fullScreenKey"},
    Action{
        "seat.wall", QT_TRANSLATE_NOOP("Action", "Wall on a whole screen"), "Ctrl+F11",
        Scope::Window, "wallKey"},
    Action{
        "map.print", QT_TRANSLATE_NOOP("Action", "Print the map"), "Ctrl+Shift+P", Scope::Window,
        "printKey"},
    Action{
        "seat.quit", QT_TRANSLATE_NOOP("Action", "Close the console"), "Ctrl+Q", Scope::Window,
        "quitKey"},

    Action{
        "alarm.acknowledge", QT_TRANSLATE_NOOP("Action", "Confirm this alarm"), "Space",
        Scope::Board, "acknowledgeButton lateConfirmButton"},
    Action{
        "alarm.shelve", QT_TRANSLATE_NOOP("Action", "Put this alarm aside"), "H", Scope::Board,
        "shelveButton lateShelveButton"},
    Action{
        "alarm.raise", QT_TRANSLATE_NOOP("Action", "Raise this alarm"), "Alt+Up", Scope::Board,
        "raiseButton"},
    Action{
        "board.all", QT_TRANSLATE_NOOP("Action", "Show all, without a view"), "Alt+0", Scope::Board,
        "showAllButton", true},
    Action{
        "detail.remind", QT_TRANSLATE_NOOP("Action", "Remind unsigned"), "C", Scope::Office,
        "remindButton"},
    Action{"detail.note", QT_TRANSLATE_NOOP("Action", "Note"), ".", Scope::Detail, "noteButton"},
    Action{
        "detail.talk", QT_TRANSLATE_NOOP("Action", "Notes as a conversation, trace"), "N",
        Scope::Detail, "talkButton"},
    Action{
        "detail.contact", QT_TRANSLATE_NOOP("Action", "Open the caller's contact"), "T",
        Scope::Detail, "contactButton"},
    Action{
        "detail.ask", QT_TRANSLATE_NOOP("Action", "Put for decision"), "Q", Scope::Detail,
        "askDecisionButton"},
    Action{
        "detail.card", QT_TRANSLATE_NOOP("Action", "Plan card"), "Y", Scope::Office, "cardButton"},
    Action{
        "detail.amend", QT_TRANSLATE_NOOP("Action", "Put right"), "M", Scope::Detail,
        "amendButton"},
    Action{
        "detail.relief", QT_TRANSLATE_NOOP("Action", "More time, suspend, resume"), "E",
        Scope::Detail, "reliefButton"},
    Action{
        "detail.decide", QT_TRANSLATE_NOOP("Action", "Decide what an order waits for"), "D",
        Scope::Office, "decideButton"},
    Action{
        "detail.withdraw", QT_TRANSLATE_NOOP("Action", "Withdraw an order"), "U", Scope::Office,
        "withdrawButton"},
    Action{
        "detail.relate", QT_TRANSLATE_NOOP("Action", "Belongs together"), "G", Scope::Detail,
        "relateButton"},
    Action{
        "detail.watch", QT_TRANSLATE_NOOP("Action", "Early sign"), "W", Scope::Detail,
        "watchButton"},
    Action{
        "detail.close", QT_TRANSLATE_NOOP("Action", "Close with result"), "X", Scope::Office,
        "closeButton"},
    Action{
        "detail.attach", QT_TRANSLATE_NOOP("Action", "Attach files"), "P", Scope::Detail,
        "attachButton"},
    Action{
        "own.sign", QT_TRANSLATE_NOOP("Action", "Sign for the order"), "S", Scope::Own,
        "signButton"},
    Action{
        "own.progress", QT_TRANSLATE_NOOP("Action", "On the way, on scene"), "A", Scope::Own,
        "progressButton"},
    Action{
        "own.feedback", QT_TRANSLATE_NOOP("Action", "Feedback"), "R", Scope::Own, "feedbackButton"},
    Action{
        "own.finish", QT_TRANSLATE_NOOP("Action", "Finish the order"), "X", Scope::Own,
        "finishButton"},
    Action{
        "own.return", QT_TRANSLATE_NOOP("Action", "Return the order"), "B", Scope::Own,
        "returnButton"},
    Action{
        "area.duty", QT_TRANSLATE_NOOP("Action", "Who is on duty in the area"), "?", Scope::Detail,
        "areaDutyButton"},
    Action{
        "area.next", QT_TRANSLATE_NOOP("Action", "Next area"), "Z", Scope::Detail,
        "nextAreaButton"},

    Action{
        "sheet.perform", QT_TRANSLATE_NOOP("Action", "Do what the sheet is for"), "Ctrl+Return",
        Scope::Sheet, "", true},
    Action{
        "sheet.away", QT_TRANSLATE_NOOP("Action", "Put the sheet away"), "Esc", Scope::Sheet, "",
        true},
    Action{
        "intake.map", QT_TRANSLATE_NOOP("Action", "Place on the map"), "Alt+M", Scope::Intake,
        "mapButton"},
    Action{
        "intake.kind2", QT_TRANSLATE_NOOP("Action", "Second kind"), "Alt+2", Scope::Intake, "",
        true},
    Action{
        "intake.kind3", QT_TRANSLATE_NOOP("Action", "Third kind"), "Alt+3", Scope::Intake, "",
        true},
    Action{
        "intake.preset", QT_TRANSLATE_NOOP("Action", "Issue the plan's orders with it"), "Alt+P",
        Scope::Intake, "presetAllButton"},
    Action{
        "intake.merge", QT_TRANSLATE_NOOP("Action", "Register, merge into the incident found"),
        "Alt+D", Scope::Intake, "", true},
    Action{
        "intake.merge2", QT_TRANSLATE_NOOP("Action", "The same, second incident found"),
        "Alt+Shift+D", Scope::Intake, "", true},
    Action{"intake.grade1", QT_TRANSLATE_NOOP("Action", "Grade I"), "1", Scope::Intake, "", true},
    Action{"intake.grade2", QT_TRANSLATE_NOOP("Action", "Grade II"), "2", Scope::Intake, "", true},
    Action{"intake.grade3", QT_TRANSLATE_NOOP("Action", "Grade III"), "3", Scope::Intake, "", true},
    Action{"intake.grade4", QT_TRANSLATE_NOOP("Action", "Grade IV"), "4", Scope::Intake, "", true},
    Action{
        "decide.no", QT_TRANSLATE_NOOP("Action", "Do not agree"), "Alt+N", Scope::Sheet,
        "decideNoButton"},
    Action{
        "decide.instead", QT_TRANSLATE_NOOP("Action", "Order another unit instead"), "Alt+R",
        Scope::Sheet, "decideInsteadButton"},
    Action{
        "seat.signOff", QT_TRANSLATE_NOOP("Action", "Sign off"), "Alt+O", Scope::Sheet,
        "signOffButton"},
    Action{
        "seat.unlock", QT_TRANSLATE_NOOP("Action", "Unlock"), "Alt+U", Scope::Sheet,
        "unlockButton"},
    Action{
        "order.lead", QT_TRANSLATE_NOOP("Action", "Next unit leads"), "Alt+L", Scope::Order,
        "nextLeadButton"},

    Action{
        "order.nothing", QT_TRANSLATE_NOOP("Action", "Decide to order nothing"), "Alt+X",
        Scope::Order, "orderNothingButton"},
    Action{
        "force.count", QT_TRANSLATE_NOOP("Action", "Count a goal"), "Alt+1", Scope::Force, "",
        true},
    Action{
        "force.minutes", QT_TRANSLATE_NOOP("Action", "Write minutes"), "Alt+2", Scope::Force, "",
        true},
    Action{
        "force.transfer", QT_TRANSLATE_NOOP("Action", "Hand over command"), "Alt+3", Scope::Force,
        "", true},
    Action{
        "force.change", QT_TRANSLATE_NOOP("Action", "Change the task force"), "Alt+4", Scope::Force,
        "", true},
    Action{
        "force.end", QT_TRANSLATE_NOOP("Action", "End the task force"), "Alt+5", Scope::Force, "",
        true},

    Action{
        "relate.merge", QT_TRANSLATE_NOOP("Action", "Merge into"), "Alt+1", Scope::Relate, "",
        true},
    Action{
        "relate.group", QT_TRANSLATE_NOOP("Action", "Group under"), "Alt+2", Scope::Relate, "",
        true},
    Action{
        "relate.ungroup", QT_TRANSLATE_NOOP("Action", "Take out of the group"), "Alt+3",
        Scope::Relate, "", true},
    Action{
        "relate.separate", QT_TRANSLATE_NOOP("Action", "Separate"), "Alt+4", Scope::Relate, "",
        true},
    Action{
        "watch.stop", QT_TRANSLATE_NOOP("Action", "No longer watched"), "Alt+S", Scope::Relate,
        "watchStopButton"},

    Action{
        "line.perform", QT_TRANSLATE_NOOP("Action", "Do it"), "Return", Scope::Command, "", true},
    Action{
        "line.complete", QT_TRANSLATE_NOOP("Action", "Complete"), "Tab", Scope::Command, "", true},
    Action{"line.clear", QT_TRANSLATE_NOOP("Action", "Clear"), "Esc", Scope::Command, "", true},
};

bool isPage(Scope scope)
{
    return scope == Scope::Board || scope == Scope::Detail || scope == Scope::Office
           || scope == Scope::Own;
}

bool isSheet(Scope scope)
{
    return scope == Scope::Sheet || scope == Scope::Intake || scope == Scope::Order
           || scope == Scope::Relate || scope == Scope::Force;
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

QString scopeText(Scope scope)
{
    const auto say = [](const char* text) { return QCoreApplication::translate("Action", text); };
    switch (scope) {
    case Scope::Window:
        return say(QT_TRANSLATE_NOOP("Action", "everywhere"));
    case Scope::Board:
        return say(QT_TRANSLATE_NOOP("Action", "in lists"));
    case Scope::Detail:
    case Scope::Office:
    case Scope::Own:
        return say(QT_TRANSLATE_NOOP("Action", "an incident"));
    case Scope::Intake:
        return say(QT_TRANSLATE_NOOP("Action", "in a new report"));
    case Scope::Sheet:
    case Scope::Order:
    case Scope::Relate:
    case Scope::Force:
        return say(QT_TRANSLATE_NOOP("Action", "in a sheet"));
    case Scope::Command:
        return say(QT_TRANSLATE_NOOP("Action", "in the command line"));
    }
    return {};
}

bool canClash(Scope a, Scope b)
{
    if (a == b || a == Scope::Window || b == Scope::Window) {
        return true;
    }
    if (isPage(a) && isPage(b)) { // no desk is the office's and a unit's
        return !(a == Scope::Office && b == Scope::Own) && !(a == Scope::Own && b == Scope::Office);
    }
    return isSheet(a) && isSheet(b) && (a == Scope::Sheet || b == Scope::Sheet);
}

} // namespace sz::widgets
