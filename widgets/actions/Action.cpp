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
        "handoverKey handoverButton"},
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
        Scope::Window, "addLayerKey addLayerButton"},
    Action{
        "map.addOnline", QT_TRANSLATE_NOOP("Action", "Name an online map"), "Ctrl+Alt+G",
        Scope::Window, "addOnlineButton"},
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
        "map.plan", QT_TRANSLATE_NOOP("Action", "Change areas, approve changes of the plan"),
        "Ctrl+Shift+B", Scope::Window, "planKey"},
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
        "line.find", QT_TRANSLATE_NOOP("Action", "Command line, to find"), "/", Scope::Board,
        "lineFindKey"},
    Action{
        "board.all", QT_TRANSLATE_NOOP("Action", "Show all, without a view"), "Alt+0", Scope::Board,
        "showAllButton", true},
    Action{
        "detail.remind", QT_TRANSLATE_NOOP("Action", "Remind unsigned"), "C", Scope::Office,
        "remindButton"},
    Action{"detail.note", QT_TRANSLATE_NOOP("Action", "Note"), ".", Scope::Detail, "noteButton"},
    Action{
        "detail.counts", QT_TRANSLATE_NOOP("Action", "State counts that must balance"), "K",
        Scope::Detail, "countsKey countsButton"},
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
        "detail.video", QT_TRANSLATE_NOOP("Action", "Video of the place"), "V", Scope::Detail,
        "videoButton"},
    Action{
        "detail.close", QT_TRANSLATE_NOOP("Action", "Close with result"), "X", Scope::Office,
        "closeButton"},
    Action{
        "detail.claim", QT_TRANSLATE_NOOP("Action", "Claim: under the own hand"), "L",
        Scope::Office, "claimButton"},
    Action{
        "detail.attach", QT_TRANSLATE_NOOP("Action", "Attach files"), "P", Scope::Detail,
        "attachButton"},
    Action{
        "detail.scan", QT_TRANSLATE_NOOP("Action", "Scan a page and attach it"), "Shift+P",
        Scope::Detail, "scanKey scanButton"},
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
        "report.final", QT_TRANSLATE_NOOP("Action", "Make it the final report, and back"), "Alt+F",
        Scope::Sheet, "wordOtherButton"},
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
        "board.open",
        QT_TRANSLATE_NOOP("Action", "Show it on the map; a merged one: go where it is dealt with"),
        "Return", Scope::Board, "boardView", true},
    Action{
        "late.unfold", QT_TRANSLATE_NOOP("Action", "Unfold a group of late ones"), "Right",
        Scope::Late, "lateUnfoldButton", true},
    Action{
        "late.close", QT_TRANSLATE_NOOP("Action", "Close the late list"), "Esc", Scope::Late,
        "lateCloseButton", true},

    Action{
        "roster.assign", QT_TRANSLATE_NOOP("Action", "Roster: assign somebody"), "Return",
        Scope::Roster, "rosterGrid", true},
    Action{
        "roster.nobody", QT_TRANSLATE_NOOP("Action", "Roster: nobody here"), "Del", Scope::Roster,
        "clearKey", true},
    Action{
        "roster.asPlanned", QT_TRANSLATE_NOOP("Action", "Roster: as the rotation says"),
        "Backspace", Scope::Roster, "asPlannedKey", true},
    Action{
        "roster.swap", QT_TRANSLATE_NOOP("Action", "Roster: swap two shifts"), "W", Scope::Roster,
        "swapButton", true},
    Action{
        "roster.substitute", QT_TRANSLATE_NOOP("Action", "Roster: ask for a substitute"), "U",
        Scope::Roster, "substituteButton", true},
    Action{
        "roster.noShow", QT_TRANSLATE_NOOP("Action", "Roster: somebody did not come"), "N",
        Scope::Roster, "noShowButton", true},
    Action{
        "roster.agree", QT_TRANSLATE_NOOP("Action", "Roster: agree, as the second person"), "A",
        Scope::Roster, "agreeKey", true},
    Action{
        "roster.refuse", QT_TRANSLATE_NOOP("Action", "Roster: refuse, with a reason"), "R",
        Scope::Roster, "refuseKey", true},
    Action{
        "roster.presence", QT_TRANSLATE_NOOP("Action", "Roster: whether a post is there"), "P",
        Scope::Roster, "presenceButton", true},
    Action{
        "roster.charge", QT_TRANSLATE_NOOP("Action", "Roster: who is in charge of an area"), "C",
        Scope::Roster, "chargeButton", true},
    Action{
        "roster.lend", QT_TRANSLATE_NOOP("Action", "Roster: lend people"), "L", Scope::Roster,
        "lendButton", true},
    Action{
        "roster.back", QT_TRANSLATE_NOOP("Action", "Roster: take lent people back"), "B",
        Scope::Roster, "backButton", true},
    Action{
        "roster.copyWeek", QT_TRANSLATE_NOOP("Action", "Roster: copy the week before"), "Ctrl+C",
        Scope::Roster, "copyWeekButton", true},
    Action{
        "roster.undo", QT_TRANSLATE_NOOP("Action", "Roster: undo"), "Ctrl+Z", Scope::Roster,
        "undoRosterButton", true},
    Action{
        "roster.gap", QT_TRANSLATE_NOOP("Action", "Roster: next gap or conflict"), "G",
        Scope::Roster, "nextMarkButton", true},
    Action{
        "roster.area", QT_TRANSLATE_NOOP("Action", "Roster: my area only"), "M", Scope::Roster,
        "myAreaButton", true},
    Action{
        "roster.onCall", QT_TRANSLATE_NOOP("Action", "Roster: who is on call"), "?", Scope::Roster,
        "onCallButton", true},
    Action{
        "roster.places", QT_TRANSLATE_NOOP("Action", "Roster: strength by unit or by place"), "V",
        Scope::Roster, "placesKey", true},
    Action{
        "roster.export", QT_TRANSLATE_NOOP("Action", "Roster: calendar of the unit (.ics)"), "I",
        Scope::Roster, "exportRosterButton", true},
    Action{
        "roster.import", QT_TRANSLATE_NOOP("Action", "Roster: import a sheet"), "O", Scope::Roster,
        "importRosterButton", true},
    Action{
        "roster.today", QT_TRANSLATE_NOOP("Action", "Roster: today"), "T", Scope::Roster,
        "todayKey", true},
    Action{
        "roster.earlier", QT_TRANSLATE_NOOP("Action", "Roster: earlier days"), "Ctrl+Left",
        Scope::Roster, "earlierKey", true},
    Action{
        "roster.later", QT_TRANSLATE_NOOP("Action", "Roster: later days"), "Ctrl+Right",
        Scope::Roster, "laterKey", true},
    Action{
        "roster.week", QT_TRANSLATE_NOOP("Action", "Roster: a week"), "Alt+1", Scope::Roster,
        "spanKey1", true},
    Action{
        "roster.day", QT_TRANSLATE_NOOP("Action", "Roster: a day"), "Alt+2", Scope::Roster,
        "spanKey2", true},
    Action{
        "roster.month", QT_TRANSLATE_NOOP("Action", "Roster: a month"), "Alt+3", Scope::Roster,
        "spanKey3", true},
    Action{
        "roster.version1",
        QT_TRANSLATE_NOOP("Action", "Roster: the first planner's version counts"), "1",
        Scope::Roster, "versionKey1", true},
    Action{
        "roster.version2",
        QT_TRANSLATE_NOOP("Action", "Roster: the second planner's version counts"), "2",
        Scope::Roster, "versionKey2", true},

    Action{
        "supervision.campaigns", QT_TRANSLATE_NOOP("Action", "Campaigns"), "Alt+1",
        Scope::Supervision, "supervisionTab1", true},
    Action{
        "supervision.cases", QT_TRANSLATE_NOOP("Action", "Led cases"), "Alt+2", Scope::Supervision,
        "supervisionTab2", true},
    Action{
        "supervision.visits", QT_TRANSLATE_NOOP("Action", "Inspection visits"), "Alt+3",
        Scope::Supervision, "supervisionTab3", true},
    Action{
        "supervision.new", QT_TRANSLATE_NOOP("Action", "New campaign, case or visit"), "Alt+N",
        Scope::Supervision, "newCampaignButton newCaseButton newVisitButton", true},
    Action{
        "campaign.import", QT_TRANSLATE_NOOP("Action", "Campaign: import more rows"), "Alt+I",
        Scope::Supervision, "importIntoButton", true},
    Action{
        "campaign.late", QT_TRANSLATE_NOOP("Action", "Campaign: late ones only, all"), "Alt+L",
        Scope::Supervision, "campaignLateKey", true},
    Action{
        "campaign.filter", QT_TRANSLATE_NOOP("Action", "Campaign: filter its items"), "Ctrl+F",
        Scope::Supervision, "campaignFilterKey", true},
    Action{
        "campaign.done", QT_TRANSLATE_NOOP("Action", "Campaign: chosen items are done"), "Space",
        Scope::Supervision, "itemsDoneButton", true},
    Action{
        "campaign.open", QT_TRANSLATE_NOOP("Action", "Campaign: open chosen items again"), "O",
        Scope::Supervision, "itemsOpenButton", true},
    Action{
        "campaign.void",
        QT_TRANSLATE_NOOP("Action", "Campaign: chosen items are void; case: saw to it"), "V",
        Scope::Supervision, "itemsVoidButton visitCaseButton", true},
    Action{
        "case.stage", QT_TRANSLATE_NOOP("Action", "Led case: next stage"), "S", Scope::Supervision,
        "stageButton", true},
    Action{
        "case.stageBack", QT_TRANSLATE_NOOP("Action", "Led case: stage back"), "B",
        Scope::Supervision, "stageBackButton", true},
    Action{
        "case.remind", QT_TRANSLATE_NOOP("Action", "Led case: remind its leader"), "C",
        Scope::Supervision, "remindCaseButton", true},
    Action{
        "case.leader", QT_TRANSLATE_NOOP("Action", "Led case: another leader"), "L",
        Scope::Supervision, "leaderButton", true},
    Action{
        "supervision.open",
        QT_TRANSLATE_NOOP("Action", "Open the case or the finding; only this unit"), "Return",
        Scope::Supervision, "openCaseButton openFindingButton onlyUnitButton", true},

    Action{
        "scores.rows", QT_TRANSLATE_NOOP("Action", "Scores: the rows of a figure"), "Return",
        Scope::Scores, "scoreRowsButton", true},
    Action{
        "scores.sort", QT_TRANSLATE_NOOP("Action", "Scores: sort by this column"), "S",
        Scope::Scores, "scoreSortButton", true},
    Action{
        "scores.step", QT_TRANSLATE_NOOP("Action", "Scores: times of the next step"), "T",
        Scope::Scores, "scoreStepButton", true},
    Action{
        "scores.recompute", QT_TRANSLATE_NOOP("Action", "Scores: recompute from the log"), "R",
        Scope::Scores, "scoreRecomputeButton", true},
    Action{
        "scores.export", QT_TRANSLATE_NOOP("Action", "Scores: export"), "Ctrl+E", Scope::Scores,
        "scoreExportButton", true},
    Action{
        "brief.anew", QT_TRANSLATE_NOOP("Action", "Brief: draft it anew"), "Ctrl+R", Scope::Scores,
        "briefAnewButton", true},
    Action{
        "brief.copy", QT_TRANSLATE_NOOP("Action", "Brief: copy the text"), "Ctrl+Shift+C",
        Scope::Scores, "briefCopyButton", true},
    Action{
        "brief.save", QT_TRANSLATE_NOOP("Action", "Brief: save as text"), "Ctrl+S", Scope::Scores,
        "briefSaveButton", true},
    Action{
        "brief.print", QT_TRANSLATE_NOOP("Action", "Brief: PDF"), "Ctrl+P", Scope::Scores,
        "briefPrintButton", true},

    Action{
        "handover.sign", QT_TRANSLATE_NOOP("Action", "Handover: write it, hand over, take over"),
        "Ctrl+Return", Scope::Handover, "handoverSignButton", true},
    Action{
        "handover.read", QT_TRANSLATE_NOOP("Action", "Handover: this row is read"), "Space",
        Scope::Handover, "handoverReadButton", true},
    Action{
        "handover.next", QT_TRANSLATE_NOOP("Action", "Handover: next unread red row"), "N",
        Scope::Handover, "handoverNextButton", true},
    Action{
        "handover.line", QT_TRANSLATE_NOOP("Action", "Handover: a line for the next shift"), ".",
        Scope::Handover, "handoverLineButton", true},
    Action{
        "handover.promise", QT_TRANSLATE_NOOP("Action", "Handover: a promise by phone"), "P",
        Scope::Handover, "handoverPromiseButton", true},
    Action{
        "handover.drill", QT_TRANSLATE_NOOP("Action", "Handover: enter a drill"), "D",
        Scope::Handover, "handoverDrillButton", true},
    Action{
        "handover.agree",
        QT_TRANSLATE_NOOP("Action", "Handover: the incoming chief agrees to a drill"), "A",
        Scope::Handover, "handoverAgreeButton", true},
    Action{
        "handover.begin", QT_TRANSLATE_NOOP("Action", "Handover: a drill begins"), "G",
        Scope::Handover, "handoverBeginButton", true},
    Action{
        "handover.endpoint", QT_TRANSLATE_NOOP("Action", "Handover: an endpoint is down"), "E",
        Scope::Handover, "handoverEndpointButton", true},
    Action{
        "handover.kept", QT_TRANSLATE_NOOP("Action", "Handover: the row is settled"), "K",
        Scope::Handover, "handoverKeptButton", true},
    Action{
        "handover.side", QT_TRANSLATE_NOOP("Action", "Handover: this desk is the other side"), "X",
        Scope::Handover, "handoverSideButton", true},
    Action{
        "handover.back", QT_TRANSLATE_NOOP("Action", "Handover: send it back"), "R",
        Scope::Handover, "handoverBackButton", true},
    Action{
        "handover.print", QT_TRANSLATE_NOOP("Action", "Handover: PDF"), "Ctrl+P", Scope::Handover,
        "handoverPrintButton", true},

    Action{
        "rounds.new", QT_TRANSLATE_NOOP("Action", "Round: start a new one"), "B", Scope::Rounds,
        "roundNewButton", true},
    Action{
        "rounds.answered", QT_TRANSLATE_NOOP("Action", "Round: this post has answered"), "Space",
        Scope::Rounds, "roundAnsweredButton rollPresentButton", true},
    Action{
        "rounds.behalf", QT_TRANSLATE_NOOP("Action", "Round: answered on its behalf"), "O",
        Scope::Rounds, "roundBehalfButton rollBehalfButton", true},
    Action{
        "rounds.next", QT_TRANSLATE_NOOP("Action", "Round: next post that has not answered"), "J",
        Scope::Rounds, "roundNextButton rollNextButton", true},
    Action{
        "rounds.open", QT_TRANSLATE_NOOP("Action", "Round: only posts that have not answered"), "L",
        Scope::Rounds, "roundOpenButton", true},
    Action{
        "rolls.begin", QT_TRANSLATE_NOOP("Action", "Roll call: begin, in the plan's order"), "R",
        Scope::Rounds, "rollStartButton", true},
    Action{
        "rolls.drawn", QT_TRANSLATE_NOOP("Action", "Roll call: begin, in a drawn order"), "D",
        Scope::Rounds, "rollDrawnButton", true},
    Action{
        "rolls.miss", QT_TRANSLATE_NOOP("Action", "Roll call: no answer, once more"), "N",
        Scope::Rounds, "rollMissButton", true},
    Action{
        "rolls.line", QT_TRANSLATE_NOOP("Action", "Roll call: a line of what it reports"), "T",
        Scope::Rounds, "rollLineButton", true},
    Action{
        "rolls.matter", QT_TRANSLATE_NOOP("Action", "Roll call: make a matter of the line"),
        "Return", Scope::Rounds, "rollMatterButton", true},
    Action{
        "rolls.mark", QT_TRANSLATE_NOOP("Action", "Roll call: the line is for decision"), "M",
        Scope::Rounds, "rollMarkButton", true},
    Action{
        "rolls.minutes", QT_TRANSLATE_NOOP("Action", "Roll call: minutes"), "E", Scope::Rounds,
        "rollMinutesButton", true},

    Action{
        "replay.back", QT_TRANSLATE_NOOP("Action", "Replay: an entry back"), "Left", Scope::Replay,
        "entryBackButton", true},
    Action{
        "replay.on", QT_TRANSLATE_NOOP("Action", "Replay: an entry on"), "Right", Scope::Replay,
        "entryOnButton", true},
    Action{
        "replay.minuteBack", QT_TRANSLATE_NOOP("Action", "Replay: a minute back"), "Shift+Left",
        Scope::Replay, "minuteBackButton", true},
    Action{
        "replay.minuteOn", QT_TRANSLATE_NOOP("Action", "Replay: a minute on"), "Shift+Right",
        Scope::Replay, "minuteOnButton", true},
    Action{
        "replay.hourBack", QT_TRANSLATE_NOOP("Action", "Replay: an hour back"), "Ctrl+Left",
        Scope::Replay, "timeSlider", true},
    Action{
        "replay.hourOn", QT_TRANSLATE_NOOP("Action", "Replay: an hour on"), "Ctrl+Right",
        Scope::Replay, "timeSlider", true},
    Action{
        "replay.first", QT_TRANSLATE_NOOP("Action", "Replay: the first entry"), "Home",
        Scope::Replay, "timeSlider", true},
    Action{
        "replay.last", QT_TRANSLATE_NOOP("Action", "Replay: the last entry"), "End", Scope::Replay,
        "timeSlider", true},
    Action{
        "replay.closer", QT_TRANSLATE_NOOP("Action", "Replay: a shorter stretch of time"), "+",
        Scope::Replay, "timeSlider", true},
    Action{
        "replay.wider", QT_TRANSLATE_NOOP("Action", "Replay: a longer stretch of time"), "-",
        Scope::Replay, "timeSlider", true},
    Action{
        "replay.compare", QT_TRANSLATE_NOOP("Action", "Replay: compare two moments"), "Alt+C",
        Scope::Replay, "compareButton", true},
    Action{
        "replay.type", QT_TRANSLATE_NOOP("Action", "Replay: go to a typed moment"), "Alt+T",
        Scope::Replay, "goToMomentButton", true},
    Action{
        "replay.leave", QT_TRANSLATE_NOOP("Action", "Replay: back to now"), "Esc", Scope::Replay,
        "leaveReplayKey", true},

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
    case Scope::Late:
        return say(QT_TRANSLATE_NOOP("Action", "in the late list"));
    case Scope::Roster:
        return say(QT_TRANSLATE_NOOP("Action", "in the roster"));
    case Scope::Supervision:
        return say(QT_TRANSLATE_NOOP("Action", "in supervision"));
    case Scope::Scores:
        return say(QT_TRANSLATE_NOOP("Action", "in scores, brief"));
    case Scope::Handover:
        return say(QT_TRANSLATE_NOOP("Action", "in the handover"));
    case Scope::Rounds:
        return say(QT_TRANSLATE_NOOP("Action", "in a round"));
    case Scope::Replay:
        return say(QT_TRANSLATE_NOOP("Action", "in the replay"));
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
