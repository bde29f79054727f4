// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where the roster page reads what planners did and where its own acts go: the desk, in the program.

#include "data/model/ShiftState.h"

#include <QObject>

namespace sz::widgets {

/// Thread: gui.
class ShiftSource : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// As this desk sees it, own unsent acts included; good until `changed`.
    [[nodiscard]] virtual const model::ShiftState& state() const = 0;
    /// The rule, over what is seen now. Errors: model::checkShift.
    [[nodiscard]] virtual Result<void> canPerform(const model::ShiftAct& act) const = 0;
    /// `changed` or `refused` follows.
    virtual void perform(const model::ShiftAct& act) = 0;
    /// canPerform of what somebody has just tried: a refusal for want of a right leaves a trace.
    [[nodiscard]] Result<void> mayPerform(const model::ShiftAct& act)
    {
        auto may = canPerform(act);
        if (!may) {
            tried(act);
        }
        return may;
    }
    /// This desk: its own edits are told from another's. Empty: not known.
    [[nodiscard]] virtual DeskId deskHere() const { return {}; }

protected:
    virtual void tried(const model::ShiftAct& /*act*/) {}

Q_SIGNALS:
    void changed();
    void performed(); ///< written; `changed` has been or will be told
    void refused(const sz::Error& error);
};

} // namespace sz::widgets
