// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Opens a protected desk at the start: by the keyring, by a line on standard input, or by asking.

#include "data/desk/Profile.h"

#include <QCoreApplication>

namespace sz::app {

/// Asks until the passphrase is right or the person gives up. Errors: PassphraseWrong (also: given up), FileUnreadable,
/// FileMalformed.
class Unlock
{
    Q_DECLARE_TR_FUNCTIONS(Unlock)
public:
    /// `isFromInput`: one line of standard input is the passphrase, and nobody is asked.
    [[nodiscard]] static Result<void> open(desk::Profile& profile, bool isFromInput);

private:
    [[nodiscard]] static Result<void> byAsking(desk::Profile& profile);
};

} // namespace sz::app
