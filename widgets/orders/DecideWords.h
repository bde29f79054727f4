// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the sheet for decisions says: what waits, with which clocks, and what yes and no mean here.

#include "data/model/World.h"

#include <QString>

namespace sz::widgets {

struct DecideWords
{
    QString title;
    QString what;   ///< "Education: match every pupil"
    QString story;  ///< who asked, returned or finished when, in which words
    QString clocks; ///< "16:00 → 18:00"; of more time only
    QString hint;   ///< in the empty field
    QString yes;    ///< on the main button
    QString no;
};

/// `kind` as waitingOn() has found it: Relief needs a request, Return a time of return, Recheck one of finishing.
[[nodiscard]] DecideWords
decideWords(const model::Order& order, model::StepKind kind, const plan::Plan& plan, Instant now);

} // namespace sz::widgets
