// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/OpenMatters.h"
#include "widgets/common/ErrorText.h"
#include "widgets/models/Wording.h"

#include <QCoreApplication>

#include <cstdlib>

namespace sz::widgets {

QString shortReason(const Error& error)
{
    if (error.code == Code::StepsOpen && error.detail == model::kForceOpen) {
        return QCoreApplication::translate(
            "Wording", "task force not ended", "why it cannot be closed");
    }
    if (error.code == Code::StepsOpen && error.detail == model::kDecisionOpen) {
        return QCoreApplication::translate(
            "Wording", "a decision waits", "why it cannot be closed");
    }
    const int count =
        std::atoi(error.detail.c_str()); // lupdate does not read a call in the count's place
    switch (error.code) {
    case Code::StepsOpen:
        return QCoreApplication::translate(
            "Wording", "%n steps open", "why it cannot be closed", count);
    case Code::IncidentClosed:
        return QCoreApplication::translate("Wording", "closed", "why it is refused");
    case Code::AlreadyDone:
        return QCoreApplication::translate("Wording", "finished", "why it is refused");
    case Code::AlreadySigned:
        return QCoreApplication::translate("Wording", "signed for", "why it is refused");
    case Code::NotYourOrder:
        return QCoreApplication::translate("Wording", "not your order", "why it is refused");
    case Code::NotAllowed:
        return QCoreApplication::translate("Wording", "not your post's act", "why it is refused");
    case Code::NoSuchOrder:
        return QCoreApplication::translate("Wording", "no order", "why it is refused");
    case Code::SecondPerson:
        return QCoreApplication::translate(
            "Wording", "another person decides", "why it is refused");
    case Code::ChiefDecides:
        return QCoreApplication::translate(
            "Wording", "the duty chief decides", "why it is refused");
    case Code::ReturnUndecided:
        return QCoreApplication::translate("Wording", "return undecided", "why it is refused");
    case Code::RecheckOpen:
        return QCoreApplication::translate("Wording", "recheck open", "why it is refused");
    case Code::NothingAsked:
        return QCoreApplication::translate("Wording", "nothing waits", "why it is refused");
    default:
        return errorText(error.code);
    }
}

} // namespace sz::widgets
