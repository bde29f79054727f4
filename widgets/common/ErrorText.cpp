// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/ErrorText.h"

#include "data/model/DayRules.h"
#include "data/model/OpenMatters.h"
#include "widgets/common/VisibleText.h"

#include <QCoreApplication>

namespace sz::widgets {

// One flat table: no default, so that the compiler names a code that has no sentence.
QString errorText(Code code)
{
    switch (code) {
    case Code::Internal:
        return QCoreApplication::translate(
            "ErrorText", "The program has a fault here. Go on by phone and paper, and tell the "
                         "administrator the time.");
    case Code::NotFound:
        return QCoreApplication::translate(
            "ErrorText", "This is no longer there. Refresh the list and choose again.");
    case Code::BadArgument:
        return QCoreApplication::translate(
            "ErrorText",
            "A value in this form cannot be right. Check the marked field and try again.");
    case Code::Io:
        return QCoreApplication::translate(
            "ErrorText",
            "The disk did not answer. Try again; if it fails twice, move to another desk "
            "and call the administrator.");
    case Code::NoSpace:
        return QCoreApplication::translate(
            "ErrorText",
            "The disk is full; nothing was saved. Free space or move to another desk, then "
            "try again.");
    case Code::Cancelled:
        return QCoreApplication::translate("ErrorText", "Cancelled; nothing was changed.");
    case Code::PlanMissing:
        return QCoreApplication::translate(
            "ErrorText", "There is no operation plan in this folder. Choose the folder that holds "
                         "plan.toml.");
    case Code::PlanBroken:
        return QCoreApplication::translate(
            "ErrorText",
            "The operation plan has faults and was not opened. Correct the listed lines and"
            " open it again.");
    case Code::FileUnreadable:
        return QCoreApplication::translate(
            "ErrorText", "The file cannot be read. Check that it exists and that you may open it.");
    case Code::FileMalformed:
        return QCoreApplication::translate(
            "ErrorText", "The file is damaged or of another kind. Ask its sender for a new copy.");
    case Code::NoSuchIncident:
        return QCoreApplication::translate(
            "ErrorText",
            "This incident is not known here. Wait until the data is current, or check its "
            "number.");
    case Code::NoSuchOrder:
        return QCoreApplication::translate(
            "ErrorText",
            "This order is not known here. Wait until the data is current, then look again.");
    case Code::NoSuchUnit:
        return QCoreApplication::translate(
            "ErrorText", "No unit has this name or code. Choose one from the list.");
    case Code::IncidentClosed:
        return QCoreApplication::translate(
            "ErrorText", "The incident is closed. Reopen it first, or report a new one.");
    case Code::StepsOpen:
        return QCoreApplication::translate(
            "ErrorText", "Steps are still open. Finish or withdraw them, then close.");
    case Code::AlreadyDone:
        return QCoreApplication::translate(
            "ErrorText", "This is already done. Look at the trace for who did it and when.");
    case Code::AlreadySigned:
        return QCoreApplication::translate(
            "ErrorText", "The order is already signed for. Go on with the next step.");
    case Code::NotYourOrder:
        return QCoreApplication::translate(
            "ErrorText",
            "The order belongs to another unit. Ask that unit, or answer for it by phone.");
    case Code::NotAllowed:
        return QCoreApplication::translate(
            "ErrorText", "Your post may not do this. Ask the duty chief.");
    case Code::MissingField:
        return QCoreApplication::translate(
            "ErrorText", "Something required is empty. Fill in the marked field.");
    case Code::LimitOutOfRange:
        return QCoreApplication::translate(
            "ErrorText", "This time limit is outside what the plan allows. Choose one in the range "
                         "shown.");
    case Code::UnknownType:
        return QCoreApplication::translate(
            "ErrorText",
            "This came from a newer program and is kept unread. Update this desk to see it.");
    case Code::NothingToAmend:
        return QCoreApplication::translate(
            "ErrorText",
            "There is nothing to correct here. Choose the entry that you want to change.");
    case Code::CountsUnbalanced:
        return QCoreApplication::translate(
            "ErrorText",
            "The numbers do not add up. Correct them until the sum fits, or give the reason"
            " for the difference.");
    case Code::ContactExpired:
        return QCoreApplication::translate(
            "ErrorText",
            "The time this contact is kept for is over; its key is destroyed and nobody can "
            "read it.");
    case Code::ContactAway:
        return QCoreApplication::translate(
            "ErrorText", "This contact cannot be opened without headquarters. Wait for the link, "
                         "or ask the desk that took the call.");
    case Code::FileTooLarge:
        return QCoreApplication::translate(
            "ErrorText",
            "The file is larger than the plan allows. Send a smaller copy, or the part "
            "that matters.");
    case Code::FileTypeRefused:
        return QCoreApplication::translate(
            "ErrorText", "Files of this kind may not be attached. Use a picture, PDF, text, office "
                         "document, sound or video.");
    case Code::FilesFull:
        return QCoreApplication::translate(
            "ErrorText",
            "This incident holds as many files as the plan allows. Attach no more here; "
            "ask the administrator.");
    case Code::SecondPerson:
        return QCoreApplication::translate(
            "ErrorText", "Who has asked does not decide. Another duty person has to.");
    case Code::ChiefDecides:
        return QCoreApplication::translate(
            "ErrorText", "This order came back a second time. The duty chief decides whose it is.");
    case Code::ReturnUndecided:
        return QCoreApplication::translate(
            "ErrorText", "A returned order waits for a word. Decide on it, or order another unit.");
    case Code::RecheckOpen:
        return QCoreApplication::translate(
            "ErrorText", "A result has not been rechecked. Recheck it, then close.");
    case Code::NothingAsked:
        return QCoreApplication::translate(
            "ErrorText", "There is nothing to decide here any more. Look at the trace.");
    case Code::BadEncoding:
        return QCoreApplication::translate(
            "ErrorText", "The data is damaged. Ask for it to be sent again.");
    case Code::BadChain:
        return QCoreApplication::translate(
            "ErrorText",
            "The log does not join up; part of it may have been changed. Stop using this "
            "copy and call the administrator.");
    case Code::BadSignature:
        return QCoreApplication::translate(
            "ErrorText", "The signature is not valid. Do not rely on this data, and call the "
                         "administrator.");
    case Code::FutureVersion:
        return QCoreApplication::translate(
            "ErrorText",
            "This was written by a newer version. Update this desk, then open it again.");
    case Code::StoreOpen:
        return QCoreApplication::translate(
            "ErrorText",
            "The desk's files cannot be opened. Check the data folder, or move to another "
            "desk.");
    case Code::StoreCorrupt:
        return QCoreApplication::translate(
            "ErrorText",
            "The desk's files are damaged. Restore them from headquarters; unsent acts are "
            "kept apart.");
    case Code::StoreFromFuture:
        return QCoreApplication::translate(
            "ErrorText",
            "The desk's files belong to a newer version. Start that version, or update this"
            " desk.");
    case Code::StoreLocked:
        return QCoreApplication::translate(
            "ErrorText", "Another console is using these files. Close it first.");
    case Code::StoreWrite:
        return QCoreApplication::translate(
            "ErrorText",
            "Not saved: writing failed. Note this act on paper and try again; if it fails, "
            "move to another desk.");
    case Code::SyncFailed:
        return QCoreApplication::translate(
            "ErrorText",
            "Headquarters and this desk could not be brought together. It is tried again by"
            " itself; call the administrator if this stays for five minutes.");
    case Code::PassphraseNeeded:
        return QCoreApplication::translate(
            "ErrorText",
            "This desk's files are protected. Start it again and give its passphrase.");
    case Code::PassphraseWrong:
        return QCoreApplication::translate(
            "ErrorText",
            "The passphrase does not open this desk. Nothing was changed: try again, or ask the "
            "administrator for it.");
    case Code::LinkDown:
        return QCoreApplication::translate(
            "ErrorText",
            "There is no link to headquarters. Your work is saved here and is sent when the"
            " link returns; use the phone for what is urgent.");
    case Code::LinkRefused:
        return QCoreApplication::translate(
            "ErrorText", "Headquarters refused the connection. Check the address, and ask the "
                         "administrator whether this desk is enrolled.");
    case Code::BadCertificate:
        return QCoreApplication::translate(
            "ErrorText",
            "The other side could not prove that it is headquarters. Do not go on; call the"
            " administrator.");
    case Code::PortTaken:
        return QCoreApplication::translate(
            "ErrorText",
            "The network port is in use by another program. Close that program, or choose "
            "another port.");
    case Code::ProtocolVersion:
        return QCoreApplication::translate(
            "ErrorText", "Headquarters runs another version of the program. Update this desk.");
    case Code::EnrolCodeBad:
        return QCoreApplication::translate(
            "ErrorText", "The enrolment code is wrong. Type it again exactly as printed.");
    case Code::EnrolCodeExpired:
        return QCoreApplication::translate(
            "ErrorText", "The enrolment code has run out. Ask the administrator for a new one.");
    case Code::Revoked:
        return QCoreApplication::translate(
            "ErrorText",
            "This desk's right to connect was withdrawn. Move to another desk and call the "
            "administrator.");
    case Code::ForkDetected:
        return QCoreApplication::translate(
            "ErrorText",
            "Two different copies of this desk's log exist. Stop working here and call the "
            "administrator.");
    case Code::Busy:
        return QCoreApplication::translate(
            "ErrorText",
            "Headquarters is busy. The act is kept and is tried again by itself; wait a "
            "moment.");
    case Code::SignOnNeeded:
        return QCoreApplication::translate(
            "ErrorText", "Nobody has signed on here whom headquarters knows. Press F4 and sign on "
                         "with a link to headquarters.");
    case Code::GrantExpired:
        return QCoreApplication::translate(
            "ErrorText", "The shift is over, and its rights with it. Press F4 and sign on again.");
    case Code::SignOnWrong:
        return QCoreApplication::translate(
            "ErrorText", "The person or the password is not right. Try again.");
    case Code::PersonLocked:
        return QCoreApplication::translate(
            "ErrorText", "Locked at this desk after too many wrong passwords. Ask the duty chief "
                         "or the administrator to unlock.");
    case Code::PersonDisabled:
        return QCoreApplication::translate(
            "ErrorText", "This person may no longer sign on. Call the administrator.");
    case Code::SecretMustChange:
        return QCoreApplication::translate(
            "ErrorText", "This is a start password. Choose one of your own now.");
    case Code::SecretTooWeak:
        return QCoreApplication::translate(
            "ErrorText", "The new password needs at least 8 characters and must not be the old "
                         "one.");
    case Code::PostNotYours:
        return QCoreApplication::translate(
            "ErrorText", "The person does not take this post. Choose another post, or call the "
                         "administrator.");
    }
    return errorText(Code::Internal); // a number from outside that is no code
}

QString errorText(const Error& error)
{
    if (error.code == Code::StepsOpen && error.detail == model::kForceOpen) {
        return QCoreApplication::translate(
            "ErrorText",
            "The task force is still at work. End it with its result (F6), then close.");
    }
    if (error.code == Code::StepsOpen && error.detail == model::kDecisionOpen) {
        return QCoreApplication::translate(
            "ErrorText",
            "Something waits for a decision here. Order, or decide to order nothing (Ctrl+D), "
            "then close.");
    }
    if (error.code == Code::BadArgument && error.detail.starts_with(model::kOrderIdTaken)) {
        return QCoreApplication::translate(
            "ErrorText",
            "The order's number is in use already in this incident: this order, or another one, is "
            "there. Look at its orders; if yours is not among them, issue it anew.");
    }
    if (error.code == Code::LimitOutOfRange && error.detail == model::kDayIsPast) {
        return QCoreApplication::translate(
            "ErrorText", "The day in “Until” is over. Type days as 3d, or a day to come as 10-20.");
    }
    const QString sentence = errorText(error.code);
    if (error.where.empty()) {
        return sentence;
    }
    return QCoreApplication::translate("ErrorText", "%1 (%2)", "sentence, place in a file")
        .arg(sentence, visibleLine(QString::fromStdString(error.where)));
}

} // namespace sz::widgets
