// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Why each act is refused: the whole list. A rule with one more reason, or one less, has to be told here.

#include "data/base/Result.h"

#include <map>
#include <set>
#include <string>

namespace sz::model::test {

using Codes = std::set<Code>;

/// What every act about an open incident can be refused for.
inline Codes openAnd(Codes more)
{
    more.insert({Code::NoSuchIncident, Code::NotAllowed, Code::IncidentClosed});
    return more;
}

/// And what every act about an order of it, while this is open.
inline Codes orderAnd(Codes more)
{
    more.insert({Code::NoSuchOrder, Code::AlreadyDone});
    return openAnd(std::move(more));
}

inline const std::map<std::string, Codes>& refusals()
{
    using enum Code;
    static const std::map<std::string, Codes> all{
        {"UnknownAct", {UnknownType}},
        {"ReportIncident", {NotAllowed, BadArgument, MissingField}},
        {"AmendIncident", openAnd({NothingToAmend, MissingField, BadArgument})},
        {"IssueOrders", openAnd(
                            {MissingField, NoSuchUnit, LimitOutOfRange, BadArgument, NothingAsked,
                             NoSuchOrder, AlreadyDone, ChiefDecides})},
        {"SignOrder", orderAnd({NotYourOrder, AlreadySigned})},
        {"ProgressOrder", orderAnd({NotYourOrder})},
        {"ReportOrder", orderAnd({NotYourOrder, MissingField})},
        {"FinishOrder", orderAnd({NotYourOrder, MissingField, StepsOpen})},
        {"ReturnOrder", orderAnd({NotYourOrder, MissingField})},
        {"RemindUnits", openAnd({NoSuchOrder})},
        {"AddNote", {NoSuchIncident, NotAllowed, MissingField}},
        {"FileReport", openAnd({MissingField, LimitOutOfRange})},
        {"StateCounts", openAnd({MissingField, BadArgument})},
        {"CloseIncident", openAnd({StepsOpen, ReturnUndecided, RecheckOpen, MissingField})},
        {"ClaimIncident", openAnd({})},
        {"AcknowledgeAlarm", openAnd({NotFound})},
        {"ContactSealed", openAnd({BadArgument, AlreadyDone, LimitOutOfRange})},
        {"ContactOpened", {NoSuchIncident, NotAllowed, NotFound}},
        {"ViewEndpoint", openAnd({NotFound})},
        {"AttachFile", openAnd(
                           {MissingField, BadArgument, FileTooLarge, FileTypeRefused, AlreadyDone,
                            FilesFull, NoSuchOrder, NotYourOrder})},
        {"AskRelief", orderAnd({NotYourOrder, MissingField, LimitOutOfRange})},
        {"DecideRelief", orderAnd({NothingAsked, SecondPerson, MissingField})},
        {"ResumeOrder", orderAnd({NotYourOrder, NothingAsked})},
        {"WithdrawOrder", orderAnd({MissingField})},
        {"DecideReturn", openAnd({NoSuchOrder, NothingAsked, ChiefDecides, MissingField})},
        {"RecheckOrder",
         openAnd({NoSuchOrder, NothingAsked, MissingField, CountsUnbalanced, LimitOutOfRange})},
        {"MergeIncident", openAnd({BadArgument, StepsOpen})},
        {"SeparateIncident", {NoSuchIncident, NotAllowed, NothingAsked, MissingField}},
        {"GroupIncident", openAnd({NothingAsked, BadArgument})},
        {"WatchIncident", openAnd({NothingAsked, MissingField})},
        {"ShelveAlarm", openAnd({NotFound, LimitOutOfRange, MissingField, NothingAsked})},
        {"RaiseAlarm", openAnd({NotFound})},
        {"FormForce", openAnd({AlreadyDone, MissingField, NoSuchUnit, NotFound, BadArgument})},
        {"ChangeForce",
         openAnd({NothingAsked, NothingToAmend, MissingField, NoSuchUnit, NotFound, BadArgument})},
        {"StateGoal", openAnd({NothingAsked, NotFound, BadArgument})},
        {"TransferForce", openAnd({NothingAsked, NoSuchUnit, MissingField, NotFound, AlreadyDone})},
        {"ForceMinutes", openAnd({NothingAsked, MissingField})},
        {"EndForce", openAnd({NothingAsked, MissingField})},
        {"AskDecision", openAnd({MissingField})},
        {"DropDecision", openAnd({NothingAsked, MissingField})},
        {"ImportItems", openAnd({MissingField, BadArgument, LimitOutOfRange, NoSuchUnit})},
        {"SettleItems", openAnd({MissingField, NotFound, AlreadyDone})},
        {"LeadCase", openAnd({NoSuchUnit, MissingField, BadArgument, AlreadyDone})},
        {"VisitCase", openAnd({NothingAsked, MissingField})},
        {"StageCase", openAnd({NothingAsked, MissingField, NotFound, AlreadyDone})},
        {"RateResult", {NoSuchIncident, NotAllowed, StepsOpen, BadArgument}},
    };
    return all;
}

/// Refusals after which the fold leaves the state as it is, too, should such an entry stand in a log (two desks at once, a
/// desk of an older version): the trace tells it. Of every act: IncidentClosed. The rest is for the rules alone to keep out.
inline const std::map<std::string, Codes>& ignoredByFold()
{
    using enum Code;
    static const Codes order{NoSuchOrder, AlreadyDone, AlreadySigned, NothingAsked};
    static const Codes force{NothingAsked};
    static const std::map<std::string, Codes> all{
        {"ReportIncident", {BadArgument}},
        {"SignOrder", order},
        {"ProgressOrder", order},
        {"ReportOrder", order},
        {"FinishOrder", order},
        {"ReturnOrder", order},
        {"RemindUnits", order},
        {"AskRelief", order},
        {"DecideRelief", order},
        {"ResumeOrder", order},
        {"WithdrawOrder", order},
        {"DecideReturn", order},
        {"RecheckOrder", order},
        {"ContactSealed", {AlreadyDone}},
        {"ContactOpened", {NotFound}},
        {"ViewEndpoint", {NotFound}},
        {"AttachFile", {AlreadyDone}},
        {"SeparateIncident", {NothingAsked}},
        {"GroupIncident", {NothingAsked}},
        {"WatchIncident", {NothingAsked}},
        {"FormForce", {AlreadyDone}},
        {"ChangeForce", force},
        {"StateGoal", {NothingAsked, NotFound}},
        {"TransferForce", {NothingAsked, AlreadyDone}},
        {"ForceMinutes", force},
        {"EndForce", force},
        {"DropDecision", force},
        {"SettleItems", {NotFound}},
        {"LeadCase", {AlreadyDone}},
        {"VisitCase", force},
        {"StageCase", force},
    };
    return all;
}

} // namespace sz::model::test
